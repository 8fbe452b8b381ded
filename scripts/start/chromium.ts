import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { extensionFlags, offlineFlags } from '../lib/offline/flags'
import { type LaunchOptions, PAGE_TIMEOUT_MS, type Session, type Tab } from './session'

const WORKER_PATIENCE_MS = 5_000
const CLEAN_UP = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 } as const

const tabOf = (page: Page): Tab => ({
  open: async (url) => void (await page.goto(url, { waitUntil: 'load', timeout: PAGE_TIMEOUT_MS })),
  size: (width, height) => page.setViewportSize({ width, height }),
  scheme: async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    return true
  },
  read: (expression) => page.evaluate(expression),
  shoot: async (path, fullPage = false) => void (await page.screenshot({ path, fullPage })),
  close: () => page.close(),
})

/** The id of the extension, from its worker's address; null when no worker of an extension starts. */
async function workerId(context: BrowserContext): Promise<string | null> {
  const isOurs = (url: string) => url.startsWith('chrome-extension://')
  const running = context.serviceWorkers().find((worker) => isOurs(worker.url()))
  const worker =
    running ??
    (await context
      .waitForEvent('serviceworker', { predicate: (one) => isOurs(one.url()), timeout: WORKER_PATIENCE_MS })
      .catch(() => null))
  return worker ? new URL(worker.url()).host : null
}

/** Branded Chrome ignores --load-extension since version 137; the debugging protocol still loads one. */
async function loadOverProtocol(context: BrowserContext, folder: string): Promise<string | null> {
  try {
    const protocol = await context.browser()?.newBrowserCDPSession()
    const loaded = await protocol?.send('Extensions.loadUnpacked', { path: folder })
    return loaded?.id ?? null
  } catch {
    return null
  }
}

function whenClosed(context: BrowserContext): Promise<void> {
  return new Promise((resolve) => {
    context.on('close', () => resolve())
    // On macOS the program outlives its last window.
    const watch = (page: Page) =>
      page.on('close', () => {
        if (context.pages().length === 0) resolve()
      })
    for (const page of context.pages()) watch(page)
    context.on('page', watch)
  })
}

/** Starts a browser of the Chromium family with a throw-away profile, removed when it closes. */
export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const { executable, extension, headless, hubPort } = options
  const profile = await mkdtemp(join(tmpdir(), 'openmark-profile-'))
  const remove = () => rm(profile, CLEAN_UP)
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: executable,
      headless,
      ignoreHTTPSErrors: hubPort !== null,
      viewport: headless ? { width: 1280, height: 900 } : null,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        ...extensionFlags(extension),
        '--enable-unsafe-extension-debugging',
        ...(headless ? ['--disable-gpu'] : []),
        ...(hubPort === null ? [] : offlineFlags(hubPort)),
      ],
    })
    const closed = whenClosed(context)
    const id = (await workerId(context)) ?? (await loadOverProtocol(context, extension))
    return {
      extensionPage: (name, query = '') => (id ? `chrome-extension://${id}/${name}.html${query}` : null),
      tab: async () => {
        const blank = context.pages().find((page) => page.url() === 'about:blank')
        return tabOf(blank ?? (await context.newPage()))
      },
      closed,
      close: async () => {
        await context.close().catch(() => {})
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
