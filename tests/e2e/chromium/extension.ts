import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, test as base, chromium, type Locator, type Page } from '@playwright/test'
import { extensionFlags, offlineFlags } from '../../../scripts/lib/offline/flags'
import { type Hub, startHub } from '../../../scripts/lib/offline/server'
import { findBrowser } from './system-chromium'

/** The built extension in real Chromium, talking to the recorded Hub under the real origin. A profile for every test. */

export const EXTENSION = resolve(import.meta.dirname, '../../../.output/chrome-mv3')
export const SHOTS = resolve(import.meta.dirname, '../../../screenshots/e2e')
export const HUB = 'https://huggingface.co'

const idOf = (folder: string) =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('')

interface Shared {
  hub: Hub
}

interface Each {
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
      const hub = await startHub()
      await use(hub)
      await hub.close()
    },
    { scope: 'worker' },
  ],
  folder: async ({}, use) => use(EXTENSION),
  context: async ({ hub, folder }, use) => {
    if (!existsSync(join(EXTENSION, 'manifest.json')))
      throw new Error('Build the extension first: npm run build')
    hub.resetLog()
    const profile = mkdtempSync(join(tmpdir(), 'openmark-'))
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser(),
      headless: true,
      ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
      args: [...extensionFlags(folder), ...offlineFlags(hub.port), '--disable-gpu'],
      locale: 'en-US',
      viewport: { width: 1280, height: 900 },
    })
    await use(context)
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
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

/** Waits until the look is done. */
export async function settled(page: Page): Promise<void> {
  await page.locator('openmark-badge[data-state="done"]').waitFor({ state: 'attached' })
}
