import type { Facts } from '../assessment'

/**
 * What the popup and the shortcut ask of a page: the worker calls it with `scripting.executeScript` in the extension's
 * own world of the page. It spares every page a message listener and the library that makes those alike in all browsers.
 */

export interface CurrentModel {
  site: 'huggingface' | 'github'
  id: string
  lastModified: string | null
  facts: Facts
}

export interface PagePort {
  /** Which model this is and what is known so far; null where there is none. */
  current(): CurrentModel | null
  /** Opens the panel; answers whether there was one to open. */
  openPanel(): Promise<boolean>
}

declare global {
  var openmarkPage: PagePort | undefined
}
