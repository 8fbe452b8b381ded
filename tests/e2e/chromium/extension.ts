import { resolve } from 'node:path'
import { type BrowserContext, test as base, type Locator, type Page } from '@playwright/test'
import { type Hub, startHub } from '../../../scripts/lib/offline/server'
import { strangers } from '../../soak/soak'
import { EXTENSION, idOf, launch } from './launch'

/** The built extension in real Chromium, talking to the recorded Hub under the real origin. A profile for every test. */

export const SHOTS = resolve(import.meta.dirname, '../../../screenshots/e2e')
export const HUB = 'https://huggingface.co'

interface Shared {
  hub: Hub
}

interface Each {
  /** Lead every host to the recorded Hub, not only those that the extension may ask: its log then shows them all. */
  everyHost: boolean
  /** The unpacked extension; a test may load a copy of it. */
  folder: string
  context: BrowserContext
  page: Page
  extensionId: string
  badge: Locator
  panel: Locator
  /** Messages of uncaught exceptions in the page, ours or the page's. */
  errors: string[]
  /** Address of one of the extension's own pages. */
  own(path: string): string
}

export const test = base.extend<Each, Shared>({
  hub: [
    async ({}, use) => {
      const hub = await startHub({ models: strangers(120) })
      await use(hub)
      await hub.close()
    },
    { scope: 'worker' },
  ],
  everyHost: [false, { option: true }],
  folder: async ({}, use) => use(EXTENSION),
  context: async ({ hub, everyHost, folder }, use) => {
    hub.resetLog()
    const { context, close } = await launch(hub, everyHost, folder)
    await use(context)
    await close()
  },
  extensionId: async ({ context, folder }, use) => {
    const id = idOf(folder)
    // Chromium names an unpacked extension after its folder; its page answers once the extension is loaded.
    const page = context.pages()[0] ?? (await context.newPage())
    await test
      .expect(async () => void (await page.goto(`chrome-extension://${id}/welcome.html`)))
      .toPass({ timeout: 15_000 })
    await page.goto('about:blank')
    await use(id)
  },
  page: async ({ context, extensionId }, use) => {
    if (extensionId === '') throw new Error('the extension did not load')
    await use(context.pages()[0] ?? (await context.newPage()))
  },
  badge: async ({ page }, use) => use(page.locator('openmark-badge button.badge')),
  panel: async ({ page }, use) => use(page.locator('openmark-badge [role="dialog"]')),
  errors: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text()))
        errors.push(message.text())
    })
    await use(errors)
  },
  own: async ({ extensionId }, use) => use((path) => `chrome-extension://${extensionId}/${path}`),
})

export { expect } from '@playwright/test'
export { settled } from './settled'
