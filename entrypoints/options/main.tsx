import { render } from 'preact'
import '../../components/pages.css'
import '../../components/badge.css'
import '../../components/panel.css'
import { OptionsView } from '../../components/options/OptionsView'
import { licenseChip } from '../../components/words'
import { factsOf } from '../../lib/assess'
import type { Facts } from '../../lib/assessment'
import { TERM_KEYS } from '../../lib/licenses/answer'
import type { Policy } from '../../lib/licenses/policy'
import {
  EXAMPLE_POLICY,
  type PolicyFault,
  readPolicyFile,
  writePolicyFile,
} from '../../lib/licenses/policy-file'
import { comparedIn, drivingRubric, rubricsOf } from '../../lib/page/rubrics-of'
import { loadGithubToken, saveGithubToken } from '../../lib/platform/github-token'
import { language, texts } from '../../lib/platform/i18n'
import { ownRubricIds } from '../../lib/platform/own-rubrics'
import { policyOf } from '../../lib/platform/policy'
import { loadSettings, saveRubricOption, saveSettings, watchSettings } from '../../lib/platform/settings'
import { modelLookedAtLast, openPage } from '../../lib/platform/tabs'
import { judge } from '../../lib/rubric/judge'
import { download } from './download'
import { examples } from './examples'
import { RubricDesk } from './rubric-desk'

const root = document.getElementById('root')
const end = new AbortController()

const FAMILIES = [
  'permissive',
  'copyleft',
  'weak-copyleft',
  'network-copyleft',
  'public-domain',
  'attribution',
  'share-alike',
  'data',
  'rail',
  'community',
  'source-available',
  'noncommercial',
  'no-derivatives',
  'research',
] as const

async function main(): Promise<void> {
  document.documentElement.lang = language()
  document.title = texts.t('options_title')
  const facts = examples.map((snapshot) => factsOf(snapshot))
  let looked: Facts | null = null
  let settings = await loadSettings()
  let message = ''
  let hasToken = (await loadGithubToken()) !== null
  let faults: PolicyFault[] = []

  const draw = () => {
    if (!root) return
    const rubric = drivingRubric(settings)
    const preview = desk.edited ?? rubric
    render(
      <OptionsView
        texts={texts}
        rubrics={rubricsOf(settings)}
        rubric={rubric}
        chosen={settings.rubricOptions}
        hasToken={hasToken}
        onToken={async (token) => {
          let kept = false
          const stored = await store(async () => {
            kept = await saveGithubToken(token)
          })
          if (kept) hasToken = token.trim() !== ''
          else if (stored) message = texts.t('options_token_wrong')
          draw()
        }}
        badge={settings.badge}
        lists={settings.lists}
        policy={{
          policy: policyOf(settings),
          families: FAMILIES,
          terms: TERM_KEYS,
          faults,
          onPolicy: (policy) => storePolicy(policy),
          onStart: () => storePolicy(EXAMPLE_POLICY),
          onExport: () => {
            const policy = policyOf(settings)
            if (policy) download('openmark-policy.json', writePolicyFile(policy))
          },
          onImport: async (file) => {
            const read = readPolicyFile(await file.text().catch(() => ''))
            if (read.ok) return storePolicy(read.policy)
            faults = read.faults
            draw()
          },
        }}
        message={message}
        editor={desk.props()}
        preview={preview}
        compared={comparedIn(settings)}
        own={ownRubricIds(settings)}
        examples={[...facts, ...(looked ? [looked] : [])].map((of) => {
          const { headline, license } = judge(of, [preview], {
            rubricOptions: settings.rubricOptions,
            derivatives: settings.derivatives,
          })
          const id = of === looked ? `${of.subject.id} (${texts.t('example_open_tab')})` : of.subject.id
          return { id, headline, license: licenseChip(texts, license) }
        })}
        onCompared={(id, shown) => {
          const others = comparedIn(settings).filter((known) => known !== id)
          void store(() => saveSettings({ compared: shown ? [...others, id] : others }))
        }}
        onCopy={(id) => desk.copy(settings, id)}
        onExport={(id) => desk.export(settings, id)}
        onRemove={(id) => desk.remove(id)}
        onRubric={(id) => store(() => saveSettings({ rubric: id }))}
        onOption={(id, option, value) => store(() => saveRubricOption(id, option, value))}
        derivatives={settings.derivatives}
        onDerivatives={(derivatives) => store(() => saveSettings({ derivatives }))}
        onBadge={(badge) => store(() => saveSettings({ badge }))}
        onLists={(lists) => store(() => saveSettings({ lists }))}
        onLegend={() => void openPage('welcome')}
      />,
      root,
    )
  }

  const storePolicy = (policy: Policy | null) => {
    faults = []
    void store(() => saveSettings({ policy }))
  }

  /** Answers whether it was stored. That it was not stays said until something is. */
  const store = async (save: () => Promise<void>): Promise<boolean> => {
    const stored = await save().then(
      () => true,
      () => false,
    )
    const said = texts.t(stored ? 'options_saved' : 'options_not_saved')
    message = said
    settings = await loadSettings()
    draw()
    setTimeout(() => {
      if (!stored || message !== said) return
      message = ''
      draw()
    }, 2_500)
    return stored
  }

  const desk = new RubricDesk(draw, store)
  draw()
  watchSettings((changed) => {
    settings = changed
    draw()
  }, end.signal)
  const last = await modelLookedAtLast().catch(() => null)
  if (!last) return
  looked = last.facts
  draw()
}

void main()
