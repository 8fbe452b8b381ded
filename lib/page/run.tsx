import { isAlive } from '../platform/alive'
import { ask, MARK } from '../platform/messages'
import { loadSettings, type Settings, watchSettings } from '../platform/settings'
import { DEFAULT_SETTINGS } from '../platform/settings-schema'
import type { Site } from '../sites/site'
import './list-slot'
import { removeStrays } from './host'
import { loadLists } from './load-script'
import { ModelPage } from './model-page'
import './page-port'
import { watchPage } from './watch'

/** Everything that a content script does: one badge on every model page of the site, none elsewhere, until the page ends. */
export function runOnPages(site: Site): void {
  const end = new AbortController()
  // Reading the settings takes longer than parsing a header may: the badge is drawn with the defaults, which nearly
  // everybody has, and once more if they turn out to be others. Mostly both are before the first paint.
  let settings: Settings = DEFAULT_SETTINGS
  let page: ModelPage | null = null
  let listsAsked = false
  /** The address that was last judged. */
  let address = ''

  const leave = () => {
    if (!page) return
    page.leave()
    page = null
    ask(MARK, null).catch(() => {})
  }

  /** Chips are a script of their own. The mark on the document keeps room for them before anything is painted. */
  const lists = () => {
    const kind = settings.lists ? site.listKind(new URL(address)) : null
    const { dataset } = document.documentElement
    if (kind === null) delete dataset.openmarkLists
    else if (dataset.openmarkLists !== kind) dataset.openmarkLists = kind
    if (kind !== null && document.readyState === 'loading') dataset.openmarkParsing = ''
    else delete dataset.openmarkParsing
    if (globalThis.openmarkLists) globalThis.openmarkLists.update()
    else if (kind !== null && listsAsked === false && site.hasCards(document)) {
      listsAsked = true
      void loadLists()
    }
  }

  const update = () => {
    // A page's script may take away everything, the root as well.
    const root: HTMLElement | null = document.documentElement
    if (!root) return
    address = location.href
    lists()
    const place = site.placeOf(new URL(address))
    const glimpse = place && site.glimpse(document, place)
    if (!place || !glimpse) {
      leave()
      removeStrays()
      return
    }
    if (page && !page.shows(place, glimpse)) leave()
    // The extension was updated under this page: nobody answers, and words for another model cannot be had. What stands
    // stays until the page is loaded anew.
    if (!page && !isAlive()) {
      end.abort()
      return
    }
    page ??= new ModelPage(site, place, glimpse, settings)
    page.keep()
  }

  globalThis.openmarkPage = {
    current: () => page?.current() ?? null,
    openPanel: async () => (await page?.openPanel()) ?? false,
  }
  // While a page is parsed its header may be painted at any time; later, what comes is answered before the next paint.
  const isUrgent = () =>
    address !== location.href || (page === null ? document.readyState === 'loading' : !page.stands())
  watchPage(update, isUrgent, site.navigated, end.signal)
  watchSettings((changed) => {
    settings = changed
    globalThis.openmarkLists?.apply(changed)
    page?.apply(changed)
    update()
  }, end.signal)
  loadSettings().then((loaded) => {
    settings = loaded
    page?.apply(loaded, 'first')
    update()
  })
  update()
}
