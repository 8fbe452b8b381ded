import { loadSettings } from '../../platform/settings'
import { githubLists } from '../../sites/github/cards'
import { huggingfaceLists } from '../../sites/huggingface/cards'
import { ListPage } from './list-page'

/** Begins with a page's lists; the script that watches the page calls on from then. */
export async function showLists(): Promise<void> {
  if (globalThis.openmarkLists) return
  const site = location.hostname === 'github.com' ? githubLists : huggingfaceLists
  const settings = await loadSettings()
  globalThis.openmarkLists ??= new ListPage(site, settings)
  globalThis.openmarkLists.update()
}
