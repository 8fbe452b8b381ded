import { render } from 'preact'
import '../../components/pages.css'
import '../../components/badge.css'
import '../../components/panel.css'
import { PopupView } from '../../components/popup/PopupView'
import { judgeBy } from '../../lib/page/judge-by'
import { type Check, checkTab } from '../../lib/page/quick-check'
import { language, texts } from '../../lib/platform/i18n'
import { loadSettings, saveSettings, watchSettings } from '../../lib/platform/settings'
import { type CurrentTab, currentTab, openPage, openPanelInTab } from '../../lib/platform/tabs'

const root = document.getElementById('root')
const end = new AbortController()

/** The tab in front, or the page named in the popup's own address (`?url=`), for a popup that is opened as a page. */
async function subject(): Promise<CurrentTab> {
  const url = new URLSearchParams(location.search).get('url')
  return url === null ? currentTab() : { id: null, url }
}

async function main(): Promise<void> {
  document.documentElement.lang = language()
  document.title = texts.t('extension_name')
  let settings = await loadSettings()
  let check: Check | null = null
  const tab = await subject()

  const draw = () => {
    if (!root) return
    const model = check === null || check.state === 'elsewhere' ? null : check
    render(
      <PopupView
        texts={texts}
        welcomed={settings.welcomed}
        check={
          model
            ? { ...model, ...judgeBy(settings, model.facts), pending: model.state === 'checking' }
            : check === null
              ? null
              : 'elsewhere'
        }
        canOpenPanel={model !== null && tab.id !== null && settings.badge}
        onWelcomed={() => {
          settings = { ...settings, welcomed: true }
          draw()
          void saveSettings({ welcomed: true }).catch(() => {})
        }}
        onOpenPanel={async () => {
          if (tab.id !== null && (await openPanelInTab(tab.id))) window.close()
        }}
        onOptions={() => void openPage('options')}
      />,
      root,
    )
  }

  draw()
  watchSettings((changed) => {
    settings = changed
    draw()
  }, end.signal)
  await checkTab(
    tab,
    (answer) => {
      check = answer
      draw()
    },
    end.signal,
  )
}

void main()
