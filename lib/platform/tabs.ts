import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { factsSchema } from '../assessment-schema'
import type { CurrentModel } from '../page/page-port'

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

/** Puts a script into a tab's page, in the extension's own world. @throws when the page is gone. */
export async function injectScript(tabId: number, name: 'panel' | 'lists'): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [`/${name}.js`] })
}

const currentModel = z.nullable(
  z.object({
    site: z.enum(['huggingface', 'github']),
    id: z.string(),
    lastModified: z.nullable(z.string()),
    facts: factsSchema,
  }),
)

/** What a tab's page knows of its model; null where there is none or the extension may not look. */
export async function modelInTab(tabId: number): Promise<CurrentModel | null> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.openmarkPage?.current() ?? null,
    })
    return z.parse(currentModel, answer?.result ?? null)
  } catch {
    return null
  }
}

/** The model of the model page that was looked at last, in any tab; null where none is open. */
export async function modelLookedAtLast(): Promise<CurrentModel | null> {
  const tabs = await browser.tabs.query({ url: ['https://huggingface.co/*', 'https://github.com/*'] })
  const latest = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0)).slice(0, 3)
  for (const { id } of latest) {
    const model = id === undefined ? null : await modelInTab(id)
    if (model) return model
  }
  return null
}

/** Opens the panel in a tab (the one in front unless given); answers whether there was one to open. */
export async function openPanelInTab(tabId?: number): Promise<boolean> {
  const id = tabId ?? (await currentTab()).id
  if (id === null) return false
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: id },
      func: () => globalThis.openmarkPage?.openPanel() ?? false,
    })
    return answer?.result === true
  } catch {
    return false
  }
}
