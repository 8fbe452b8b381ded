import { browser } from 'wxt/browser'
import { encodePart } from '../snapshot/urls'

/** Opens the licence check for a query in a small window of its own. */
export async function openCheck(query: string): Promise<void> {
  const url = `${browser.runtime.getURL('/popup.html')}?check=${encodePart(query.slice(0, 2_000))}`
  try {
    await browser.windows.create({ url, type: 'popup', width: 400, height: 680 })
  } catch {
    // No windows of one's own (Firefox on Android): a tab does.
    await browser.tabs.create({ url })
  }
}
