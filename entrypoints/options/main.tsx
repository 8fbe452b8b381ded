import { render } from 'preact'
import '../../components/pages.css'
import '../../components/badge.css'
import '../../components/panel.css'
import { OptionsView } from '../../components/options/OptionsView'
import { licenseChip } from '../../components/words'
import { factsOf } from '../../lib/assess'
import { TERM_KEYS } from '../../lib/licenses/answer'
import type { Policy } from '../../lib/licenses/policy'
import {
  EXAMPLE_POLICY,
  type PolicyFault,
  readPolicyFile,
  writePolicyFile,
} from '../../lib/licenses/policy-file'
import { judgeBy } from '../../lib/page/judge-by'
import { language, texts } from '../../lib/platform/i18n'
import { policyOf } from '../../lib/platform/policy'
import { loadSettings, saveRubricOption, saveSettings, watchSettings } from '../../lib/platform/settings'
import { openPage } from '../../lib/platform/tabs'
import { allRubrics, rubricById } from '../../rubrics'
import { examples } from './examples'

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

/** Hands a text over as a file, without a request and without a permission. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

async function main(): Promise<void> {
  document.documentElement.lang = language()
  document.title = texts.t('options_title')
  const facts = examples.map((snapshot) => factsOf(snapshot))
  let settings = await loadSettings()
  let message = ''
  let faults: PolicyFault[] = []

  const draw = () => {
    if (!root) return
    const rubric = rubricById(settings.rubric)
    render(
      <OptionsView
        texts={texts}
        rubrics={allRubrics()}
        rubric={rubric}
        chosen={settings.rubricOptions[rubric.id] ?? {}}
        badge={settings.badge}
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
        examples={facts.map((of) => {
          const { headline, license } = judgeBy(settings, of).assessment
          return { id: of.subject.id, headline, license: licenseChip(texts, license) }
        })}
        onRubric={(id) => store(() => saveSettings({ rubric: id }))}
        onOption={(option, value) => store(() => saveRubricOption(rubric.id, option, value))}
        onBadge={(badge) => store(() => saveSettings({ badge }))}
        onLegend={() => void openPage('welcome')}
      />,
      root,
    )
  }

  const storePolicy = (policy: Policy | null) => {
    faults = []
    void store(() => saveSettings({ policy }))
  }

  const store = async (save: () => Promise<void>) => {
    try {
      await save()
      message = texts.t('options_saved')
    } catch {
      message = texts.t('options_not_saved')
    }
    settings = await loadSettings()
    draw()
    setTimeout(() => {
      message = ''
      draw()
    }, 2_500)
  }

  draw()
  watchSettings((changed) => {
    settings = changed
    draw()
  }, end.signal)
}

void main()
