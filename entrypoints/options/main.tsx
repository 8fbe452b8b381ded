import { render } from 'preact'
import '../../components/pages.css'
import '../../components/badge.css'
import '../../components/panel.css'
import { OptionsView } from '../../components/options/OptionsView'
import { licenseChip } from '../../components/words'
import { factsOf } from '../../lib/assess'
import { judgeBy } from '../../lib/page/judge-by'
import { language, texts } from '../../lib/platform/i18n'
import { loadSettings, saveRubricOption, saveSettings, watchSettings } from '../../lib/platform/settings'
import { openPage } from '../../lib/platform/tabs'
import { allRubrics, rubricById } from '../../rubrics'
import { examples } from './examples'

const root = document.getElementById('root')
const end = new AbortController()

async function main(): Promise<void> {
  document.documentElement.lang = language()
  document.title = texts.t('options_title')
  const facts = examples.map((snapshot) => factsOf(snapshot))
  let settings = await loadSettings()
  let message = ''

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
