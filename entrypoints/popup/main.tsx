import { render } from 'preact'
import '../../components/pages.css'
import '../../components/badge.css'
import '../../components/panel.css'
import '../../components/license.css'
import { type BoxAnswer, type Checked, PopupView } from '../../components/popup/PopupView'
import type { RepositoryChoices } from '../../components/popup/RepositoryChoice'
import type { Facts } from '../../lib/assessment'
import { QUESTIONS } from '../../lib/licenses/questions'
import { answersOf } from '../../lib/licenses/terms'
import { judgeBy } from '../../lib/page/judge-by'
import { type Answered, answerAtOnce, answerByAsking } from '../../lib/page/license-check'
import { type Check, checkTab } from '../../lib/page/quick-check'
import { language, texts } from '../../lib/platform/i18n'
import { policyOf } from '../../lib/platform/policy'
import { addRecent, forgetRecent, loadRecent } from '../../lib/platform/recent'
import {
  loadSettings,
  type Settings,
  saveRepositoryChoice,
  saveSettings,
  watchSettings,
} from '../../lib/platform/settings'
import { type CurrentTab, currentTab, openPage, openPanelInTab } from '../../lib/platform/tabs'
import { loadLicenseTerms } from '../../lib/sources/license-data'

const root = document.getElementById('root')
const end = new AbortController()
/** Typing has stopped, in milliseconds. */
const PAUSE = 20

const parameters = new URLSearchParams(location.search)

/** The tab in front, or the page named in the popup's own address (`?url=`), for a popup that is opened as a page. */
async function subject(): Promise<CurrentTab> {
  const url = parameters.get('url')
  return url === null ? currentTab() : { id: null, url }
}

function checked(settings: Settings, facts: Facts, pending: boolean): Checked {
  const bases = facts.lineage.bases.map(({ id, license }) => ({
    id,
    license,
    answers: license === null ? null : answersOf(license),
  }))
  return { facts, ...judgeBy(settings, facts), pending, bases }
}

async function main(): Promise<void> {
  document.documentElement.lang = language()
  document.title = texts.t('extension_name')
  let settings = await loadSettings()
  let check: Check | null = null
  let query = ''
  let answered: Answered | null = null
  let recent: string[] = []
  let notice: string | null = null
  let typed = 0
  const tab = await subject()

  const draw = () => {
    if (!root) return
    const model = check === null || !('facts' in check) ? null : check
    const repository = repositoryOf(check, settings)
    render(
      <PopupView
        texts={texts}
        welcomed={settings.welcomed || parameters.has('check')}
        check={
          model
            ? checked(settings, model.facts, model.state === 'checking')
            : check === null
              ? null
              : check.state === 'offer'
                ? { offer: check.id }
                : check.state === 'left-alone'
                  ? 'left-alone'
                  : 'elsewhere'
        }
        repository={repository}
        onCheckRepository={() => void run(true)}
        notice={notice}
        onRepositoryChoice={(key, choice) => void store(() => saveRepositoryChoice(key, choice))}
        query={query}
        answered={boxAnswer()}
        question={QUESTIONS.find((known) => known === settings.question) ?? 'commercial'}
        policy={policyOf(settings)}
        recent={recent}
        canOpenPanel={model !== null && tab.id !== null && settings.badge}
        onWelcomed={() => {
          settings = { ...settings, welcomed: true }
          draw()
          void store(() => saveSettings({ welcomed: true }))
        }}
        onQuery={read}
        onSubmit={() => void submit()}
        onQuestion={(question) => {
          settings = { ...settings, question }
          draw()
          void store(() => saveSettings({ question }))
        }}
        onForget={() => {
          recent = []
          draw()
          void forgetRecent()
        }}
        onOpenPanel={async () => {
          if (tab.id !== null && (await openPanelInTab(tab.id))) window.close()
        }}
        onOptions={() => void openPage('options')}
      />,
      root,
    )
  }

  /** What cannot be stored holds for as long as the popup is open, and is said. */
  const store = async (save: () => Promise<void>) => {
    notice = await save().then(
      () => null,
      () => texts.t('options_not_saved'),
    )
    draw()
  }

  const boxAnswer = (): BoxAnswer | null =>
    answered?.state === 'model' ? { state: 'model', ...checked(settings, answered.facts, false) } : answered

  /** Shows an answer unless somebody has typed on. */
  const show = (turn: number, answer: Answered | null) => {
    if (turn !== typed) return
    answered = answer
    draw()
  }

  const read = (input: string) => {
    query = input
    typed += 1
    const turn = typed
    if (input.trim() === '') return show(turn, null)
    draw()
    setTimeout(async () => {
      if (turn !== typed) return
      if (input.length > 300) show(turn, { state: 'working', what: 'reading' })
      const answer = await answerAtOnce(input)
      show(turn, answer)
      if (answer?.state === 'licenses') await remember(turn, input)
    }, PAUSE)
  }

  const submit = async () => {
    const turn = typed
    const now = await answerAtOnce(query)
    if (now?.state !== 'offer') return show(turn, now)
    show(turn, { state: 'working', what: 'asking' })
    show(turn, await answerByAsking(now.query))
    await remember(turn, query)
  }

  /** Kept once it stands for a while: not every licence that typing passes by. */
  const remember = async (turn: number, input: string) => {
    const short = input.trim()
    if (short.length > 300) return
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    if (turn !== typed) return
    recent = await addRecent(short)
    draw()
  }

  const run = (wanted: boolean) =>
    checkTab(
      tab,
      (answer) => {
        check = answer
        draw()
      },
      end.signal,
      wanted,
    )

  draw()
  watchSettings((changed) => {
    settings = changed
    draw()
  }, end.signal)
  void loadRecent().then((known) => {
    recent = known
    draw()
  })
  void loadLicenseTerms().then(draw)
  const given = parameters.get('check')
  if (given !== null) {
    query = given
    void submit()
  }
  await run(false)
}

/** What may be said of the repository in front. */
function repositoryOf(check: Check | null, settings: Settings): RepositoryChoices | null {
  if (check === null || !('id' in check)) return null
  if (check.state !== 'offer' && check.facts.subject.site !== 'github') return null
  const key = check.id.toLowerCase()
  const of = (name: string) => settings.repositories[name] ?? null
  return { id: check.id, own: of(key), owner: of(key.slice(0, key.indexOf('/'))) }
}

void main()
