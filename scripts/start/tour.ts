import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { fileName } from './pages'
import type { Scheme, Session, Tab } from './session'

export interface TourOptions {
  pages: readonly string[]
  /** Where the pictures go. */
  folder: string
  /** The recorded Hub takes the theme from the address, where a browser cannot pretend one. */
  recorded: boolean
  say(line: string): void
}

const BADGE = `document.querySelector('openmark-badge')?.shadowRoot`
const PATIENCE_MS = 20_000
const STEP_MS = 100

const seen = z.nullable(z.object({ headline: z.string(), license: z.string() }))

/** Waits until the expression is true in the page; false when it never is. */
async function until(tab: Tab, expression: string): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if ((await tab.read(`Boolean(${expression})`).catch(() => false)) === true) return true
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
  }
  return false
}

/**
 * Looks at every page without a window: its badge, panel and popup, then options and legend, light and dark.
 * @returns how many pages had a badge
 */
export async function tour(session: Session, options: TourOptions): Promise<number> {
  mkdirSync(options.folder, { recursive: true })
  const tab = await session.tab()
  let found = 0
  for (const scheme of ['light', 'dark'] as const) {
    const pretends = await tab.scheme(scheme)
    for (const url of options.pages) {
      if (await visit(tab, themed(url, scheme, !pretends && options.recorded), url, scheme, options))
        found += 1
      if (pretends || scheme === 'light') await visitPopup(session, tab, url, scheme, options.folder)
    }
    if (pretends || scheme === 'light') await visitOwn(session, tab, scheme, options.folder)
    else options.say('This browser shows the own pages in one theme only.')
  }
  await tab.close()
  return found / 2
}

function themed(url: string, scheme: Scheme, byAddress: boolean): string {
  if (!byAddress) return url
  const address = new URL(url)
  address.searchParams.set('theme', scheme)
  return address.href
}

async function visit(
  tab: Tab,
  url: string,
  asked: string,
  scheme: Scheme,
  options: TourOptions,
): Promise<boolean> {
  const name = join(options.folder, fileName(asked))
  const id = new URL(asked).pathname.slice(1)
  const tell = (line: string) => scheme === 'light' && options.say(line)
  await tab.size(1280, 900)
  try {
    await tab.open(url)
  } catch (error) {
    tell(`${id}  not reached: ${error instanceof Error ? error.message.split('\n')[0] : 'no answer'}`)
    return false
  }
  const done = await until(tab, `document.querySelector('openmark-badge[data-state="done"]')`)
  const badge = done ? z.parse(seen, await tab.read(READ_BADGE)) : null
  await tab.shoot(`${name}.page.${scheme}.png`)
  if (!badge) {
    tell(`${id}  no badge`)
    return false
  }
  await tab.read(`void ${BADGE}.querySelector('button.badge').click()`)
  await until(tab, `${BADGE}?.querySelector('[role="dialog"]')`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await tab.shoot(`${name}.panel.${scheme}.png`)
  tell(`${id}  ${badge.headline}  ${badge.license}`)
  return true
}

const READ_BADGE = `(() => {
  const words = (name) => ${BADGE}?.querySelector(name + ' .badge-words')?.textContent ?? ''
  return { headline: words('.badge-verdict'), license: words('.badge-license') }
})()`

async function visitPopup(
  session: Session,
  tab: Tab,
  url: string,
  scheme: Scheme,
  folder: string,
): Promise<void> {
  const popup = session.extensionPage('popup', `?url=${encodeURIComponent(url)}`)
  if (popup === null) return
  await tab.size(360, 600)
  await tab.open(popup)
  await until(tab, `document.querySelector('main.om')`)
  // The legend comes first, once.
  await tab.read(`void document.querySelector('button.primary')?.click()`)
  await until(
    tab,
    `document.querySelector('[aria-busy="false"] h1') && !document.querySelector('.notice.pending')`,
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  await tab.shoot(join(folder, `${fileName(url)}.popup.${scheme}.png`), true)
}

async function visitOwn(session: Session, tab: Tab, scheme: Scheme, folder: string): Promise<void> {
  await tab.size(1280, 900)
  for (const name of ['options', 'welcome'] as const) {
    const url = session.extensionPage(name)
    if (url === null) continue
    await tab.open(url)
    await until(tab, `document.querySelector('main h1')`)
    await tab.shoot(join(folder, `${name}.${scheme}.png`), true)
  }
}
