import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { test as base } from './extension'
import { EXTENSION } from './launch'

/**
 * A copy of the built extension that counts what it does: another script runs before its own, in the same world of a page
 * and in the same worker, and counts calls. What the page itself does is not counted: its world has objects of its own.
 */

export interface Counts {
  /** Reads that make the browser lay the page out, by name. */
  layout: Record<string, number>
  /** Observers by kind: how many were made, and how many targets they were given. */
  made: Record<string, number>
  observed: Record<string, number>
  /** Searches through the page. */
  searches: number
  intervals: number
  /** Messages to the worker, in order, each with whether the badge was in the page by then. */
  messages: { name: string; badge: boolean }[]
  /** Whatever could send a request from the page itself. */
  requests: number
}

function countInPage(): void {
  const counts: Counts = {
    layout: {},
    made: {},
    observed: {},
    searches: 0,
    intervals: 0,
    messages: [],
    requests: 0,
  }
  Object.assign(globalThis, { openmarkCounts: counts })
  const add = (to: Record<string, number>, name: string) => {
    to[name] = (to[name] ?? 0) + 1
  }
  /** Counts calls of a method or reads of a property wherever the chain of prototypes has it. */
  const watch = (owner: object, name: string, count: () => void) => {
    const known = Object.getOwnPropertyDescriptor(owner, name)
    if (!known) return
    const { get, value } = known
    if (get) {
      const counted = function (this: unknown) {
        count()
        return get.call(this)
      }
      Object.defineProperty(owner, name, { ...known, get: counted })
    } else if (typeof value === 'function') {
      const counted = function (this: unknown, ...args: unknown[]) {
        count()
        return Reflect.apply(value, this, args)
      }
      Object.defineProperty(owner, name, { ...known, value: counted })
    }
  }
  const boxes = ['client', 'offset', 'scroll'].flatMap((kind) =>
    ['Width', 'Height', 'Top', 'Left'].map((side) => kind + side),
  )
  const reads: [object, string[]][] = [
    [
      Element.prototype,
      [...boxes, 'getBoundingClientRect', 'getClientRects', 'checkVisibility', 'scrollIntoView', 'scrollTo'],
    ],
    [HTMLElement.prototype, [...boxes, 'offsetParent', 'innerText', 'outerText', 'focus']],
    [Range.prototype, ['getBoundingClientRect', 'getClientRects']],
    [SVGGraphicsElement.prototype, ['getBBox', 'getCTM', 'getScreenCTM']],
    [
      Document.prototype,
      ['elementFromPoint', 'elementsFromPoint', 'caretRangeFromPoint', 'scrollingElement'],
    ],
    [
      globalThis,
      ['getComputedStyle', 'scrollX', 'scrollY', 'pageXOffset', 'pageYOffset', 'innerWidth', 'innerHeight'],
    ],
  ]
  for (const [owner, names] of reads) {
    for (const name of names) watch(owner, name, () => add(counts.layout, name))
  }
  for (const owner of [Document.prototype, Element.prototype, DocumentFragment.prototype]) {
    for (const name of [
      'querySelector',
      'querySelectorAll',
      'getElementsByTagName',
      'getElementsByClassName',
    ]) {
      watch(owner, name, () => {
        counts.searches += 1
      })
    }
  }
  watch(globalThis, 'setInterval', () => {
    counts.intervals += 1
  })
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Image']) {
    watch(globalThis, name, () => {
      counts.requests += 1
    })
  }
  watch(Navigator.prototype, 'sendBeacon', () => {
    counts.requests += 1
  })
  const { runtime } = (
    globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): unknown } } }
  ).chrome
  const send = runtime.sendMessage.bind(runtime)
  runtime.sendMessage = (message) => {
    const name =
      typeof message === 'object' && message !== null && 'openmark' in message ? `${message.openmark}` : '?'
    // By a way that is not counted as a search of ours.
    const badge = document.getElementsByTagNameNS('*', 'openmark-badge').length > 0
    counts.messages.push({ name, badge })
    return send(message)
  }
  const page = globalThis as unknown as Record<
    string,
    { prototype: object } & (new (...args: never[]) => object)
  >
  for (const kind of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    const real = page[kind]
    if (!real) continue
    watch(real.prototype, 'observe', () => add(counts.observed, kind))
    page[kind] = new Proxy(real, {
      construct(target, args) {
        add(counts.made, kind)
        return Reflect.construct(target, args)
      },
    })
  }
}

function countInWorker(): void {
  const read: string[] = []
  const { fetch } = globalThis
  Object.assign(globalThis, {
    openmarkRead: read,
    fetch: (...args: Parameters<typeof fetch>) => {
      read.push(args[0] instanceof Request ? args[0].url : `${args[0]}`)
      return fetch(...args)
    },
  })
}

function countedCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openmark-counted-'))
  cpSync(EXTENSION, folder, { recursive: true })
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  for (const script of manifest.content_scripts) script.js.unshift('count-in-page.js')
  writeFileSync(join(folder, 'count-in-page.js'), `(${countInPage})()`)
  const worker: string = manifest.background.service_worker
  // In one file: the extension's policy lets no script load another by its name.
  const own = readFileSync(join(folder, worker), 'utf8')
  writeFileSync(join(folder, 'counted-worker.js'), `;(${countInWorker})();\n${own}`)
  manifest.background.service_worker = 'counted-worker.js'
  writeFileSync(path, JSON.stringify(manifest))
  return folder
}

interface Counted {
  /** What the extension's script in the open page has done so far. */
  counts(): Promise<Counts>
  /** Evaluates in the extension's world of the open page. */
  inOurWorld(expression: string): Promise<unknown>
  /** Addresses that the worker has asked for, the extension's own files among them. */
  readByWorker(): Promise<string[]>
}

/** Ids of the extension's worlds by session: the newest one is the open page's. */
async function ourWorld(page: Page, id: string): Promise<{ session: CDPSession; context(): number }> {
  const session = await page.context().newCDPSession(page)
  let newest = 0
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) newest = context.id
  })
  await session.send('Runtime.enable')
  return { session, context: () => newest }
}

export const test = base.extend<Counted>({
  folder: async ({}, use) => {
    const folder = countedCopy()
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  },
  inOurWorld: async ({ page, extensionId }, use) => {
    const { session, context } = await ourWorld(page, extensionId)
    await use(async (expression) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: context(),
        returnByValue: true,
        awaitPromise: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.text)
      return result.value
    })
  },
  counts: async ({ inOurWorld }, use) => {
    await use(async () => (await inOurWorld('openmarkCounts')) as Counts)
  },
  readByWorker: async ({ context, extensionId }, use) => {
    await use(async () => {
      const worker = context.serviceWorkers().find((one) => one.url().includes(extensionId))
      if (!worker) throw new Error('the worker is asleep')
      return worker.evaluate(() => (globalThis as unknown as { openmarkRead: string[] }).openmarkRead)
    })
  },
})

export { expect, HUB, settled } from './extension'
