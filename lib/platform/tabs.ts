import { browser } from 'wxt/browser'
import { askTab, OPEN_PANEL } from './messages'

/** Opens one of the extension's own pages in a tab. */
export async function openPage(page: 'options' | 'welcome'): Promise<void> {
  if (page === 'options') await browser.runtime.openOptionsPage()
  else await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
}

export interface CurrentTab {
  id: number | null
  /** Null where the extension has no right to know: everywhere but on the sites it serves. */
  url: string | null
}

/** The tab in front. */
export async function currentTab(): Promise<CurrentTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return { id: tab?.id ?? null, url: tab?.url ?? null }
}

/** Opens the panel in the tab in front; nothing happens where there is none. */
export async function openPanelInTab(): Promise<boolean> {
  const { id } = await currentTab()
  if (id === null) return false
  try {
    return await askTab(id, OPEN_PANEL, null)
  } catch {
    return false
  }
}

/** Puts the panel's script into a tab's page, in the extension's own world. @throws when the page is gone. */
export async function injectPanel(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/panel.js'] })
}
