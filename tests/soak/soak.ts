import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { samples } from '../../scripts/samples'
import type { Sample } from '../../scripts/samples/sample'
import { settled } from '../e2e/chromium/settled'
import { turbo } from '../e2e/chromium/turbo'

/** Many navigations in one tab, and what is left of them after garbage collection. */

const HUB = 'https://huggingface.co'
const GITHUB = 'https://github.com'

/** What the page that is measured, and the worker, hold after garbage collection. Heaps in bytes. */
export interface Held {
  navigations: number
  pageHeap: number
  nodes: number
  listeners: number
  /** Mutation observers in the extension's own world of the page. */
  observers: number
  workerHeap: number
}

/** Models under names that nobody has seen before: whatever is kept by name would grow with them. */
export function strangers(count: number): Sample[] {
  const open = samples.filter(({ gated, card }) => !gated && card !== null)
  return Array.from({ length: count }, (_, index) => {
    const sample = open[index % open.length] ?? samples[0]
    if (!sample) throw new Error('there are no samples')
    const id = `soak/model-${index}`
    return { ...sample, id, page: { ...sample.page, id }, api: { ...sample.api, id, modelId: id } }
  })
}

/** One round, ten navigations; the models' names go on from round to round. */
const STEPS: readonly ((page: Page, round: number) => Promise<void>)[] = [
  (page, round) => visitModel(page, `/soak/model-${(3 * round) % 120}`),
  (page, round) => visitModel(page, `/soak/model-${(3 * round + 1) % 120}/tree/main`),
  async (page) => void (await page.goto(`${HUB}/models`)),
  async (page, round) => {
    await visitModel(page, `/soak/model-${(3 * round + 2) % 120}`)
    await page.locator('openmark-badge button.badge').click()
    await page.locator('openmark-badge [role="dialog"]').waitFor()
  },
  async (page) => {
    await page.goto(`${GITHUB}/allenai/OLMo`)
    await settled(page)
  },
  (page) => turbo(page, '/allenai/OLMo/issues'),
  (page) => turbo(page, '/example-org/interface-kit'),
  (page) => turbo(page, '/allenai/OLMo'),
  async (page) => void (await page.goto(`${GITHUB}/example-org/interface-kit`)),
  // Where it is measured.
  (page) => visitModel(page, '/allenai/OLMo-7B'),
]
export const ROUND = STEPS.length

async function visitModel(page: Page, path: string): Promise<void> {
  await page.goto(HUB + path)
  await settled(page)
}

/** Navigates, and measures after every so many navigations (whole rounds). */
export async function soak(
  context: BrowserContext,
  page: Page,
  { navigations, every, seen }: { navigations: number; every: number; seen?(held: Held): void },
): Promise<Held[]> {
  const readings: Held[] = []
  const meter = await meterOf(context, page)
  for (let done = 0; done < navigations; done += ROUND) {
    for (const step of STEPS) await step(page, done / ROUND)
    if ((done + ROUND) % every !== 0) continue
    const held = { navigations: done + ROUND, ...(await meter()) }
    readings.push(held)
    seen?.(held)
  }
  return readings
}

/** A page and the worker as the debugger sees them. */
export async function meterOf(
  context: BrowserContext,
  page: Page,
): Promise<() => Promise<Omit<Held, 'navigations'>>> {
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const worlds = new Map<string, number>()
  session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    if (origin.startsWith('chrome-extension://') && auxData?.type === 'isolated') worlds.set(origin, id)
  })
  session.on('Runtime.executionContextsCleared', () => worlds.clear())
  await session.send('Runtime.enable')
  const worker = await workerHeapOf(context)
  return async () => {
    await session.send('HeapProfiler.collectGarbage')
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const metric = (name: string) => metrics.find((item) => item.name === name)?.value ?? Number.NaN
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return {
      pageHeap: usedSize,
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      observers: await observersIn(session, [...worlds.values()].at(-1)),
      workerHeap: await worker(),
    }
  }
}

async function observersIn(session: CDPSession, contextId: number | undefined): Promise<number> {
  if (contextId === undefined) return 0
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'MutationObserver.prototype',
    contextId,
  })
  if (result.objectId === undefined) return 0
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId })
  if (objects.objectId === undefined) return 0
  const { result: properties } = await session.send('Runtime.getProperties', {
    objectId: objects.objectId,
    ownProperties: true,
  })
  return properties.filter(({ name }) => /^\d+$/.test(name)).length
}

/** The worker is no page: the browser's own session hands messages on to it. */
async function workerHeapOf(context: BrowserContext): Promise<() => Promise<number>> {
  const browser = context.browser()
  if (!browser) throw new Error('no connection to the browser')
  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  const target = targetInfos.find(({ type }) => type === 'service_worker')
  if (!target) throw new Error('the worker is not there')
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  })
  let last = 0
  const waiting = new Map<number, (result: unknown) => void>()
  session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return
    const { id, result } = JSON.parse(message)
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  const ask = async (method: string): Promise<unknown> => {
    last += 1
    const id = last
    const answered = new Promise((resolve) => waiting.set(id, resolve))
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    return answered
  }
  return async () => {
    await ask('HeapProfiler.collectGarbage')
    await ask('HeapProfiler.collectGarbage')
    const usage = await ask('Runtime.getHeapUsage')
    return typeof usage === 'object' && usage !== null && 'usedSize' in usage
      ? Number(usage.usedSize)
      : Number.NaN
  }
}
