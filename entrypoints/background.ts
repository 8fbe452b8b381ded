import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { answer, LOAD_PANEL, LOOK, MARK, OPEN_PAGE, on } from '../lib/platform/messages'
import { injectPanel, openPage, openPanelInTab } from '../lib/platform/tabs'
import { markTab } from '../lib/platform/toolbar'
import { look } from '../lib/sources/look'

export default defineBackground(() => {
  answer([
    on(LOOK, ({ id, lastModified, renderedCard }) => look(id, lastModified, renderedCard)),
    on(MARK, async (mark, sender) => {
      if (sender.tab?.id !== undefined) await markTab(sender.tab.id, mark)
      return null
    }),
    on(LOAD_PANEL, async (_, sender) => {
      if (sender.tab?.id !== undefined) await injectPanel(sender.tab.id)
      return null
    }),
    on(OPEN_PAGE, async (page) => {
      await openPage(page)
      return null
    }),
  ])
  browser.commands?.onCommand.addListener((command) => {
    if (command === 'open-panel') void openPanelInTab()
  })
})
