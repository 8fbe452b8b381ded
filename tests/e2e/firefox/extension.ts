import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { startConnectProxy } from '../../../scripts/lib/offline/connect-proxy'
import { type Hub, startHub } from '../../../scripts/lib/offline/server'
import { chooseBrowser } from '../../../scripts/start/browsers'

/** The built extension in real Firefox, talking to the recorded Hub under the real origin. */

const EXTENSION = resolve(import.meta.dirname, '../../../.output/firefox-mv3')
export const SHOTS = resolve(import.meta.dirname, '../../../screenshots/e2e')
export const HUB = 'https://huggingface.co'
/** As wxt.config.ts names it; Firefox gives its pages a host of their own, fixed here to be found. */
const ID = 'openmark@openmark.dev'
const HOST = '6f2c1f0e-3a55-4f0c-9d51-0a5c7e1b2d34'

/** Firefox asks Mozilla for lists, updates and whether there is a portal; no preference turns all of it off. */
const BROWSERS_OWN = /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|mozgcp\.net|mozaws\.net)$/

export interface Session {
  hub: Hub
  browser: Browser
  page: Page
  /** Hosts besides the sites' that somebody wanted to reach, the browser's own questions left out. */
  elsewhere(): string[]
  /** Messages of exceptions and console errors in the page. */
  errors: string[]
  /** Shows one of the extension's own pages and waits for the selector. */
  showOwn(path: string, selector: string): Promise<void>
  close(): Promise<void>
}

/** @throws where Firefox or the build is missing: these tests may not be skipped. */
export async function startFirefox(): Promise<Session> {
  const machine = { platform: process.platform, env: process.env }
  const firefox = chooseBrowser(machine, existsSync, 'firefox')
  if (!firefox) throw new Error('Firefox is not installed (apt-get install firefox-esr)')
  if (!existsSync(join(EXTENSION, 'manifest.json')))
    throw new Error('Build the extension first: npm run build')
  const hub = await startHub()
  const proxy = await startConnectProxy(hub.port)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox.executable,
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      'intl.locale.requested': 'en-US',
      'ui.systemUsesDarkTheme': 0,
    },
  })
  await browser.installExtension(EXTENSION)
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 900 })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)))
  return {
    hub,
    browser,
    page,
    errors,
    elsewhere: () => proxy.refused.filter((host) => !BROWSERS_OWN.test(host)),
    async showOwn(path, selector) {
      // Navigation to an extension's page is never reported as done; what it shows is waited for instead.
      await page.goto(`moz-extension://${HOST}/${path}`, { timeout: 2_000 }).catch(() => {})
      await page.waitForSelector(selector, { timeout: 15_000 })
    },
    async close() {
      // Firefox sometimes leaves the last words of its protocol unanswered; nobody waits for it longer than this.
      await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 8_000))])
      browser.process()?.kill('SIGKILL')
      await proxy.close()
      await hub.close()
    },
  }
}

/** What the page's one badge says, and how many hosts of ours there are; null where there is none. */
export function readBadge(page: Page): Promise<{ name: string; hosts: number; state: string } | null> {
  return page.evaluate(() => {
    const hosts = document.querySelectorAll<HTMLElement>('openmark-badge')
    const button = hosts[0]?.shadowRoot?.querySelector('button.badge')
    if (!button) return null
    return {
      name: button.getAttribute('aria-label') ?? '',
      hosts: hosts.length,
      state: hosts[0]?.dataset.state ?? '',
    }
  })
}

/** Waits until the look is done. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('openmark-badge[data-state="done"]', { timeout: 15_000 })
}
