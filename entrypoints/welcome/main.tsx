import { render } from 'preact'
import '../../components/pages.css'
import '../../components/badge.css'
import '../../components/panel.css'
import { Legend } from '../../components/Legend'
import { TextContext } from '../../components/text'
import { language, texts } from '../../lib/platform/i18n'

document.documentElement.lang = language()
document.title = texts.t('legend_title')

const root = document.getElementById('root')
if (root) {
  render(
    <TextContext.Provider value={texts}>
      <main class="om page">
        <h1>{texts.t('legend_title')}</h1>
        <Legend />
      </main>
    </TextContext.Provider>,
    root,
  )
}
