import { randomUUID } from 'node:crypto'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { startConnectProxy } from '../lib/offline/connect-proxy'
import { type LaunchOptions, PAGE_TIMEOUT_MS, type Session, type Tab } from './session'

/** The add-on's id in the manifest; Firefox keys the addresses of its pages by it. */
const ADD_ON = 'openmark@openmark.dev'
/** `goto` of an extension's page never resolves over BiDi: the page is there long before. */
const EXTENSION_PAGE_MS = 3_000

const proxyPreferences = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
})

const QUIET = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
}

async function open(page: Page, url: string): Promise<void> {
  if (!url.startsWith('moz-extension://')) {
    await page.goto(url, { waitUntil: 'load', timeout: PAGE_TIMEOUT_MS })
    return
  }
  await page.goto(url, { timeout: EXTENSION_PAGE_MS }).catch(() => {})
  await page.waitForSelector('body', { timeout: EXTENSION_PAGE_MS })
}

const tabOf = (page: Page): Tab => ({
  open: (url) => open(page, url),
  size: (width, height) => page.setViewport({ width, height }),
  scheme: (value) =>
    page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]).then(
      () => true,
      () => false,
    ),
  read: (expression) => page.evaluate(expression),
  shoot: async (path, fullPage = false) => {
    await page.screenshot({ path: path as `${string}.png`, fullPage })
  },
  close: () => page.close(),
})

function whenClosed(browser: Browser): Promise<void> {
  return new Promise((resolve) => {
    browser.on('disconnected', () => resolve())
    // On macOS the program outlives its last window.
    browser.on('targetdestroyed', async () => {
      const pages = await browser.pages().catch(() => [])
      if (pages.length === 0) resolve()
    })
  })
}

/** Starts Firefox with a throw-away profile (Puppeteer makes and removes it) and the add-on installed temporarily. */
export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const { executable, extension, headless, hubPort } = options
  const uuid = randomUUID()
  const proxy = hubPort === null ? null : await startConnectProxy(hubPort)
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executable,
      headless,
      acceptInsecureCerts: proxy !== null,
      defaultViewport: headless ? { width: 1280, height: 900 } : null,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...QUIET,
        'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: uuid }),
        ...(proxy ? proxyPreferences(proxy.port) : {}),
      },
    })
    const closed = whenClosed(browser)
    const installed = await browser.installExtension(extension).catch(() => null)
    return {
      extensionPage: (name, query = '') =>
        installed ? `moz-extension://${uuid}/${name}.html${query}` : null,
      tab: async () => {
        const blank = (await browser.pages()).find((page) => page.url() === 'about:blank')
        return tabOf(blank ?? (await browser.newPage()))
      },
      closed,
      close: async () => {
        await browser.close().catch(() => {})
        await proxy?.close()
      },
    }
  } catch (error) {
    await proxy?.close()
    throw error
  }
}
