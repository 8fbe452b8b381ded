import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { askPolicy } from '../lib/licenses/policy'
import { readQuery } from '../lib/licenses/query'
import { drivingRubric } from '../lib/page/rubrics-of'
import { texts } from '../lib/platform/i18n'
import { offerShortcuts } from '../lib/platform/license-shortcuts'
import { answer, FOLLOW, JUDGE, LOAD_PANEL, LOOK, MARK, OPEN_PAGE, on } from '../lib/platform/messages'
import { policyOf } from '../lib/platform/policy'
import { loadSettings } from '../lib/platform/settings'
import { migrateStoredData } from '../lib/platform/stored-data'
import { injectPanel, openPage, openPanelInTab } from '../lib/platform/tabs'
import { markTab } from '../lib/platform/toolbar'
import { headlineBy } from '../lib/rubric/judge'
import { loadLicenseTerms } from '../lib/sources/license-data'
import { look, lookFurther } from '../lib/sources/look'

export default defineBackground(() => {
  answer([
    on(LOOK, look),
    on(FOLLOW, lookFurther),
    on(MARK, async (mark, sender) => {
      if (sender.tab?.id !== undefined) await markTab(sender.tab.id, mark)
      return null
    }),
    on(LOAD_PANEL, async (_, sender) => {
      if (sender.tab?.id !== undefined) await injectPanel(sender.tab.id)
      return null
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
