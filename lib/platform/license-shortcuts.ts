import { browser } from 'wxt/browser'
import { openCheck } from './check-window'
import { texts } from './i18n'

/** Two more ways to the licence check: `om` in the address bar, and the context menu of links to models. */

const MENU = 'check-license'

/** One line that answers what was typed, without a request; null where it takes one. */
export type QuickAnswer = (query: string) => Promise<string | null>

export function offerShortcuts(answer: QuickAnswer): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus?.create({
      id: MENU,
      title: texts.t('menu_check'),
      contexts: ['link'],
      targetUrlPatterns: ['https://huggingface.co/*/*', 'https://github.com/*/*'],
    })
  })
  browser.contextMenus?.onClicked.addListener((info) => {
    if (info.menuItemId === MENU && info.linkUrl !== undefined) void openCheck(info.linkUrl)
  })
  browser.omnibox?.onInputChanged.addListener(async (input) => {
    const line = (await answer(input)) ?? texts.t('omnibox_hint', input)
    browser.omnibox.setDefaultSuggestion({ description: withoutMarkup(line) })
  })
  browser.omnibox?.onInputEntered.addListener((input) => void openCheck(input))
}

/** Chrome reads a suggestion as XML; Firefox shows it as it is, so only what would break XML is replaced. */
const withoutMarkup = (line: string): string => line.replace(/[&<>"']/g, ' ').slice(0, 300)
