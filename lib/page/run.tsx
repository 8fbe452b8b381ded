import { ask, MARK } from '../platform/messages'
import { loadSettings, type Settings, watchSettings } from '../platform/settings'
import type { Site } from '../sites/site'
import { ModelPage } from './model-page'
import './page-port'
import { watchPage } from './watch'

/** Everything that a content script does: one badge on every model page of the site, none elsewhere, until the page ends. */
export function runOnPages(site: Site): void {
  const end = new AbortController()
  let settings: Settings | null = null
  let page: ModelPage | null = null

  const leave = () => {
    if (!page) return
    page.leave()
    page = null
    ask(MARK, null).catch(() => {})
  }

  const update = () => {
    if (!settings) return
    const place = site.placeOf(new URL(location.href))
    const glimpse = place && site.glimpse(document, place)
    if (!place || !glimpse) {
      leave()
      return
    }
    if (page && !page.shows(place, glimpse)) leave()
    page ??= new ModelPage(site, place, glimpse, settings)
    page.keep()
  }

  globalThis.openmarkPage = {
    current: () => page?.current() ?? null,
    openPanel: async () => (await page?.openPanel()) ?? false,
  }
  watchPage(update, end.signal)
  watchSettings((changed) => {
    settings = changed
    page?.apply(changed)
    update()
  }, end.signal)
  loadSettings().then((loaded) => {
    settings = loaded
    update()
  })
}
