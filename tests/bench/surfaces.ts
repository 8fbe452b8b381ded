import type { Page } from 'playwright-core'
import { startHub } from '../../scripts/lib/offline/server'
import { BUILD, hindrance, idOf, killWorkers, launch } from './browser'
import { type Figure, type Section, section, skipped } from './report'
import { median } from './stats'

/** The worker's start, the popup and the panel, in real Chromium. */

const RUNS = 11
const MODEL = 'https://huggingface.co/allenai/OLMo-7B'

export async function benchSurfaces(): Promise<Section[]> {
  const titles = { worker: 'Start of the worker', surfaces: 'Opening popup and panel' } as const
  const reason = hindrance()
  if (reason !== null) return Object.entries(titles).map(([id, title]) => skipped(id, title, reason))
  const hub = await startHub()
  const { context, version, close } = await launch(hub.port, BUILD)
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    const own = `chrome-extension://${idOf(BUILD)}`
    await untilLoaded(page, `${own}/welcome.html`)
    const about = `Chromium ${version}, recorded pages, medians of ${RUNS}.`
    return [
      section(
        'worker',
        titles.worker,
        [about, 'From a message to its answer; what is asked is only what is kept.'],
        await worker(page),
      ),
      section('surfaces', titles.surfaces, [about], [...(await popup(page, own)), ...(await panel(page))]),
    ]
  } finally {
    await close()
    await hub.close()
  }
}

async function untilLoaded(page: Page, address: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    if (await page.goto(address).catch(() => null)) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the extension did not load')
}

/** `page` shows one of the extension's own. */
async function worker(page: Page): Promise<Figure[]> {
  const protocol = await page.context().browser()?.newBrowserCDPSession()
  if (!protocol) throw new Error('no connection to the browser')
  const ask = () =>
    page.evaluate(async () => {
      const payload = {
        site: 'huggingface',
        id: 'example/nothing',
        lastModified: null,
        renderedCard: null,
        knownOnly: true,
      }
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome
      const started = performance.now()
      await runtime.sendMessage({ openmark: 'look', payload })
      return performance.now() - started
    })
  const asleep: number[] = []
  const awake: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await killWorkers(protocol)
    asleep.push(await ask())
    await ask()
    awake.push(await ask())
  }
  return [
    {
      what: 'asleep: message to answer',
      value: median(asleep),
      unit: 'ms',
      note: 'the worker was ended before',
    },
    { what: 'awake: message to answer', value: median(awake), unit: 'ms' },
  ]
}

async function popup(page: Page, own: string): Promise<Figure[]> {
  await page.goto(MODEL)
  await page.locator('openmark-badge[data-state="done"]').waitFor({ state: 'attached' })
  const painted: number[] = []
  const answered: number[] = []
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.check-head')) return
      observer.disconnect()
      performance.mark('openmark-answer')
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  // The first time of all, the legend is shown.
  await page.goto(`${own}/popup.html`)
  await page.locator('main button.primary').first().click()
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(`${own}/popup.html?url=${encodeURIComponent(MODEL)}`)
    await page.locator('.check-head').first().waitFor()
    const [first, answer] = await page.evaluate(async () => {
      while (performance.getEntriesByType('paint').length < 2)
        await new Promise((resolve) => setTimeout(resolve, 10))
      return ['first-contentful-paint', 'openmark-answer'].map(
        (name) => performance.getEntriesByName(name)[0]?.startTime ?? 0,
      )
    })
    painted.push(first ?? 0)
    answered.push(answer ?? 0)
  }
  return [
    { what: 'popup: opened to first contentful paint', value: median(painted), unit: 'ms' },
    { what: 'popup: opened to the answer for a known model', value: median(answered), unit: 'ms' },
  ]
}

/** From the click to the dialog in the page, the frame that paints it included. */
const open = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const shadow = document.querySelector('openmark-badge')?.shadowRoot
    const badge = shadow?.querySelector('button')
    if (!shadow || !badge) throw new Error('there is no badge')
    const started = performance.now()
    badge.click()
    while (!shadow.querySelector('[role="dialog"]')) await new Promise((resolve) => setTimeout(resolve, 0))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    return performance.now() - started
  })

async function panel(page: Page): Promise<Figure[]> {
  const first: number[] = []
  const next: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(`${MODEL}?run=${run}`)
    await page.locator('openmark-badge[data-state="done"]').waitFor({ state: 'attached' })
    first.push(await open(page))
    await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
    next.push(await open(page))
  }
  return [
    {
      what: 'panel: click to painted, first time on a page',
      value: median(first),
      unit: 'ms',
      note: 'its script is loaded then',
    },
    { what: 'panel: click to painted, again', value: median(next), unit: 'ms' },
  ]
}
