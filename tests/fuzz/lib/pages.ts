import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import type { Window } from 'happy-dom'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { mountPanel } from '../../../lib/page/panel'
import { runOnPages } from '../../../lib/page/run'
import type { Site } from '../../../lib/sites/site'
import { FACTS } from './facts'
import { fuzz } from './fuzz'
import { hostileString } from './hostile'
import { checkInert } from './inert'

/** A site's pages while they change under the extension: one content script, many documents, all kinds of changes. */

declare global {
  /** The environment's own handle (happy-dom). */
  var happyDOM: Window['happyDOM']
}

export interface Page {
  url: string
  html: string
}

const RECORDED = resolve(import.meta.dirname, '../../../../shared/corpus/pages')
/** Larger ones take a second each to be parsed. */
const MAX_RECORDED = 200_000

/** Saved pages of the real site, kept beside the project; none where they are not. */
export function recordedPages(start: string, url: string): Page[] {
  if (!existsSync(RECORDED)) return []
  return readdirSync(RECORDED)
    .filter((name) => name.startsWith(start) && name.endsWith('.html'))
    .map((name) => ({ url, html: readFileSync(resolve(RECORDED, name), 'utf8') }))
    .filter(({ html }) => html.length < MAX_RECORDED)
}

interface Change {
  how:
    | 'remove'
    | 'repeat'
    | 'move'
    | 'attribute'
    | 'text'
    | 'markup'
    | 'badge'
    | 'navigate'
    | 'theme'
    | 'replace'
    | 'panel'
  at: number
  to: number
  name: string
  value: string
}

const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom(
    'remove',
    'repeat',
    'move',
    'attribute',
    'text',
    'markup',
    'badge',
    'navigate',
    'theme',
    'replace',
    'panel',
  ),
  at: fc.nat(100_000),
  to: fc.nat(100_000),
  name: fc.constantFrom(
    'data-target',
    'data-props',
    'href',
    'content',
    'class',
    'id',
    'title',
    'data-testid',
    'name',
    'data-color-mode',
  ),
  value: hostileString,
})

function apply({ how, at, to, name, value }: Change, pages: readonly Page[]): void {
  const all = [...document.querySelectorAll('*')]
  const [element, other] = [all[at % all.length], all[to % all.length]]
  if (how === 'navigate') {
    globalThis.happyDOM.setURL(pages[at % pages.length]?.url ?? location.href)
    window.dispatchEvent(new Event('popstate'))
  } else if (how === 'panel') void globalThis.openmarkPage?.openPanel()
  else if (how === 'theme') document.documentElement.setAttribute(name, value)
  else if (how === 'badge') {
    if (at % 2 === 0) document.querySelector('openmark-badge')?.remove()
    else document.body?.append(document.createElement('openmark-badge'))
  } else if (element) {
    if (how === 'remove') element.remove()
    else if (how === 'repeat') element.after(element.cloneNode(true))
    else if (how === 'replace') element.replaceWith(element.cloneNode(true))
    else if (how === 'attribute') element.setAttribute(name, value)
    else if (how === 'text') element.textContent = value
    else if (how === 'markup') element.innerHTML = value
    else if (other && !element.contains(other)) other.append(element)
  }
}

const pause = () => new Promise((done) => setTimeout(done))

/** Runs a site's content script once and changes its pages for as long as there is time. */
export function fuzzPages(name: string, site: Site, pages: readonly Page[]): void {
  const errors: unknown[] = []
  const keep =
    <Words extends unknown[]>(work: (...words: Words) => void) =>
    (...words: Words) => {
      try {
        work(...words)
      } catch (error) {
        errors.push(error)
      }
    }
  const Real = MutationObserver
  vi.stubGlobal(
    'MutationObserver',
    class extends Real {
      constructor(callback: MutationCallback) {
        super(keep(callback))
      }
    },
  )
  Object.assign(HTMLElement.prototype, { showPopover: () => {}, hidePopover: () => {} })
  globalThis.openmarkPanel = mountPanel
  Object.assign(globalThis.happyDOM.settings, {
    disableIframePageLoading: true,
    disableCSSFileLoading: true,
    disableJavaScriptFileLoading: true,
  })
  let answer: unknown = FACTS[0]
  fakeBrowser.runtime.onMessage.addListener(async (message: unknown) =>
    JSON.stringify(message).includes('"look"') ? answer : null,
  )
  let running = false

  fuzz(
    name,
    fc.record({
      page: fc.nat(pages.length - 1),
      facts: fc.nat(FACTS.length - 1),
      changes: fc.array(change, { maxLength: 12 }),
    }),
    async ({ page: index, facts, changes }) => {
      const page = pages[index]
      if (!page) return
      answer = FACTS[facts]
      globalThis.happyDOM.setURL(page.url)
      const parsed = new DOMParser().parseFromString(page.html, 'text/html')
      document.replaceChildren(document.importNode(parsed.documentElement, true))
      if (!running) runOnPages(site)
      running = true
      await pause()
      for (const one of changes) {
        keep(() => apply(one, pages))()
        // What a change itself throws is the test's.
        errors.length = 0
        await pause()
        check(errors)
      }
      await pause()
      check(errors)
    },
  )
}

function check(errors: unknown[]): void {
  const [error] = errors.splice(0)
  if (error !== undefined) throw error
  const badges = [...document.querySelectorAll('openmark-badge')].filter((badge) => badge.shadowRoot !== null)
  if (badges.length > 1) throw new Error(`There are ${badges.length} badges.`)
  for (const { shadowRoot } of badges) if (shadowRoot) checkInert(shadowRoot)
}
