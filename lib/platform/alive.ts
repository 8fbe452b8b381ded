import { browser } from 'wxt/browser'

/** False in a page whose extension was updated, reloaded or removed: nobody answers there any more. */
export function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined
  } catch {
    return false
  }
}
