import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { chipOf } from '../lib/chip'
import { askPolicy } from '../lib/licenses/policy'
import { readQuery } from '../lib/licenses/query'
import { drivingRubric } from '../lib/page/rubrics-of'
import { texts } from '../lib/platform/i18n'
import { offerShortcuts } from '../lib/platform/license-shortcuts'
import { LIST } from '../lib/platform/list-messages'
import { answer, FOLLOW, JUDGE, LOAD_SCRIPT, LOOK, MARK, OPEN_PAGE, on } from '../lib/platform/messages'
import { policyOf } from '../lib/platform/policy'
import { loadSettings } from '../lib/platform/settings'
import { migrateStoredData } from '../lib/platform/stored-data'
import { injectScript, openPage, openPanelInTab } from '../lib/platform/tabs'
import { markTab } from '../lib/platform/toolbar'
import { headlineBy } from '../lib/rubric/judge'
import { loadLicenseTerms } from '../lib/sources/license-data'
import { lookAtShown } from '../lib/sources/listings'
import { look, lookFurther } from '../lib/sources/look'

export default defineBackground(() => {
  answer([
    on(LOOK, look),
    on(FOLLOW, lookFurther),
    on(MARK, async (mark, sender) => {
      if (sender.tab?.id !== undefined) await markTab(sender.tab.id, mark)
      return null
    }),
    on(LOAD_SCRIPT, async (name, sender) => {
      if (sender.tab?.id !== undefined) await injectScript(sender.tab.id, name)
      return null
    }),
    on(LIST, async (query, sender) => {
      const answered = await lookAtShown(query, sender.tab?.id ?? -1)
      const settings = await loadSettings()
      const rubric = drivingRubric(settings)
      const rules = {
        rubric,
        options: settings.rubricOptions[rubric.id],
        derivatives: settings.derivatives,
        policy: policyOf(settings),
      }
      const chips = answered.found.map(({ id, facts, basis }) => chipOf(id, facts, basis, rules))
      return { rubric: rubric.id, chips, missing: answered.missing, refused: answered.refused }
    }),
    on(JUDGE, async (facts) => {
      // The page may have been judged before these were wanted; a licence's flags need the whole registry.
      await loadLicenseTerms()
      const settings = await loadSettings()
      const rubric = drivingRubric(settings)
      const policy = policyOf(settings)
      return {
        headline: headlineBy(rubric, facts, settings.rubricOptions[rubric.id], settings.derivatives),
        policy: policy === null ? null : askPolicy(policy, facts.license).action,
      }
    }),
    on(OPEN_PAGE, async (page) => {
      await openPage(page)
      return null
    }),
  ])
  offerShortcuts(async (input) => {
    await loadLicenseTerms()
    const query = readQuery(input)
    if (query.kind !== 'licenses') return null
    const answers = query.licenses.answers.map(
      ({ question, verdict }) => `${texts.t(`question_${question}`)}: ${texts.t(`verdict_${verdict}`)}`,
    )
    return `${query.licenses.text}: ${answers.join(' · ')}`
  })
  browser.runtime.onInstalled.addListener(() => void migrateStoredData())
  browser.commands?.onCommand.addListener((command) => {
    if (command === 'open-panel') void openPanelInTab()
  })
})
