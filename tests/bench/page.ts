import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CDPSession, Page } from 'playwright-core'
import { type Hub, startHub } from '../../scripts/lib/offline/server'
import { type Arm, BUILD, hindrance, launch } from './browser'
import { type Figure, type Section, section, skipped } from './report'
import { median } from './stats'

/**
 * `npm run bench -- page [--pairs N] [--page URL] [--with DIR] [--badge SELECTOR]`: what the extension costs a page. The
 * same page is opened with and without it in turn, each time in a new tab; one browser per side stays open all the while.
 */

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/pages')
const HUB = 'https://huggingface.co'
const PAIRS = 15
/** Changes of the page, each in a batch of its own. */
const CHANGES = 10_000

interface Subject {
  address: string
  /** A saved page of the real site, or null for one of the project's own. */
  file: string | null
}

const SUBJECTS: readonly Subject[] = [
  { address: `${HUB}/allenai/OLMo-7B`, file: null },
  { address: 'https://github.com/allenai/OLMo', file: null },
  {
    address: `${HUB}/Qwen/Qwen3-Coder-30B-A3B-Instruct/blob/main/qwen3coder_tool_parser.py`,
    file: 'hf_blob_qwen3coder.html',
  },
  { address: `${HUB}/models?other=finance`, file: 'hf_models_listing.html' },
  {
    address: 'https://github.com/microsoft/playwright',
    file: 'gh-repo.2026-08.microsoft__playwright.html',
  },
]

/** One visit: figures by name. */
type Visit = Record<(typeof MEASURES)[number]['id'], number>

const MEASURES = [
  { id: 'paint', what: 'first contentful paint', unit: 'ms' },
  { id: 'task', what: 'main thread busy', unit: 'ms' },
  { id: 'script', what: 'script', unit: 'ms' },
  { id: 'layout', what: 'layout', unit: 'ms' },
  { id: 'style', what: 'style', unit: 'ms' },
  { id: 'layouts', what: 'layouts', unit: '' },
  { id: 'styles', what: 'style recalculations', unit: '' },
  { id: 'longTasks', what: 'tasks over 50 ms', unit: '' },
  { id: 'heap', what: 'heap after collection', unit: 'kB' },
  { id: 'shift', what: 'cumulative layout shift', unit: '' },
  { id: 'requests', what: 'requests of the page', unit: '' },
  { id: 'served', what: 'requests at the server', unit: '' },
  { id: 'changes', what: `${CHANGES} changes of the page`, unit: 'ms' },
] as const

interface Options {
  pairs: number
  subjects: readonly Subject[]
  folder: string
  badge: string
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string' },
      page: { type: 'string' },
      with: { type: 'string' },
      badge: { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
  })
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const page = text(values.page)
  const other = text(values.with)
  const known = SUBJECTS.find(({ address }) => address === page)
  return {
    pairs: Math.max(1, Number(text(values.pairs) ?? PAIRS) || PAIRS),
    subjects: page === null ? SUBJECTS : [known ?? { address: page, file: null }],
    folder: other === null ? BUILD : resolve(other),
    badge: text(values.badge) ?? 'openmark-badge, openmark-chip',
  }
}

export async function benchPage(): Promise<Section[]> {
  const options = readOptions()
  const title = 'What the extension costs a page'
  const reason = hindrance()
  if (reason !== null) return [skipped('page', title, reason)]
  if (!existsSync(resolve(options.folder, 'manifest.json')))
    return [skipped('page', title, `there is no unpacked extension at ${options.folder}.`)]
  const hub = await startHub()
  const arms = { without: await launch(hub.port, null), with: await launch(hub.port, options.folder) }
  try {
    const sections: Section[] = []
    for (const subject of options.subjects) sections.push(await compare(subject, arms, hub, options))
    return sections
  } finally {
    await Promise.all(Object.values(arms).map((arm) => arm.close()))
    await hub.close()
  }
}

async function compare(
  { address, file }: Subject,
  arms: { without: Arm; with: Arm },
  hub: Hub,
  { pairs, folder, badge }: Options,
): Promise<Section> {
  const { host, pathname } = new URL(address)
  const title = `Page ${host}${pathname}`
  const pattern = new RegExp(`^${pathname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  if (file !== null) {
    const path = resolve(CORPUS, file)
    if (!existsSync(path))
      return skipped('page', title, 'the recorded pages are not here (../shared/corpus/pages).')
    hub.fault(pattern, { status: 200, type: 'html', body: readFileSync(path, 'utf8') })
  }
  const seen: Record<'without' | 'with', Visit[]> = { without: [], with: [] }
  const leads: number[] = []
  // What both browsers and the extension do for the first time only is left out, but for what is asked.
  const first = {
    without: await visit(arms.without, address, hub, badge),
    with: await visit(arms.with, address, hub, badge),
  }
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const side of ['without', 'with'] as const) {
      const { figures, lead } = await visit(arms[side], address, hub, badge)
      seen[side].push(figures)
      if (lead !== null && side === 'with') leads.push(lead)
    }
  }
  hub.fault(pattern, null)
  const middle = (side: 'without' | 'with', id: keyof Visit) => median(seen[side].map((one) => one[id]))
  const compared = MEASURES.map(({ id, what, unit }): Figure => {
    const [before, after] = [middle('without', id), middle('with', id)]
    const differences = seen.with.map((one, at) => one[id] - (seen.without[at]?.[id] ?? 0))
    const ratio = before === 0 ? '' : `, ratio ${(after / before).toFixed(2)}`
    return {
      what: `${what}: added`,
      value: median(differences),
      unit,
      note: `without ${before.toFixed(1)}, with ${after.toFixed(1)}${ratio}`,
    }
  })
  return section(
    'page',
    title,
    [
      `${file === null ? 'A page of the project’s own recording' : 'A saved page of the real site'}, ${pairs} pairs in turn, Chromium ${arms.with.version}${folder === BUILD ? '' : `, with ${folder}`}.`,
      'One browser per side stays open, every visit is a new tab; a first visit of each is left out. Medians; "added" is the median of the differences within the pairs. Times of script, layout, style and changes are the page’s own thread time.',
    ],
    [
      ...(leads.length > 0
        ? [
            {
              what: 'first badge after first contentful paint',
              value: median(leads),
              unit: 'ms' as const,
              note: `below 0: before it; in ${leads.filter((lead) => lead <= 0).length} of ${leads.length}`,
            },
          ]
        : []),
      ...compared,
      {
        what: 'requests at the server, first visit: added',
        value: first.with.figures.served - first.without.figures.served,
        unit: '',
      },
    ],
  )
}

interface Watched {
  paint: number
  badge: number | null
  shift: number
  longTasks: number
}

/** Notes in the page what only it knows. Both sides carry this. */
function watchInPage(badge: string): void {
  const watched: Watched = { paint: 0, badge: null, shift: 0, longTasks: 0 }
  Object.assign(globalThis, { benchWatched: watched })
  const observer = new MutationObserver(() => {
    if (!document.querySelector(badge)) return
    watched.badge = performance.now()
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
  // No named function: the bundler that runs this file marks those with a helper that no page has.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.entryType === 'longtask') watched.longTasks += 1
      if (entry.name === 'first-contentful-paint') watched.paint = entry.startTime
      if ('value' in entry && typeof entry.value === 'number') watched.shift += entry.value
    }
  }).observe({ entryTypes: ['paint', 'longtask', 'layout-shift'] })
}

async function visit(
  { context }: Arm,
  address: string,
  hub: Hub,
  badge: string,
): Promise<{ figures: Visit; lead: number | null }> {
  const page = await context.newPage()
  await page.addInitScript(watchInPage, badge)
  const protocol = await context.newCDPSession(page)
  // The thread's own time: what other programs do on this machine is left out.
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
  await protocol.send('Network.enable')
  let requests = 0
  protocol.on('Network.requestWillBeSent', () => {
    requests += 1
  })
  const served = hub.log.length
  await page.goto(address, { waitUntil: 'load' })
  await quiet(page, hub)
  const watched: Watched = await page.evaluate(
    () => (globalThis as unknown as { benchWatched: Watched }).benchWatched,
  )
  const metrics = await read(protocol)
  await changeOften(page)
  const changes = ((await read(protocol)).TaskDuration ?? 0) - (metrics.TaskDuration ?? 0)
  await protocol.send('HeapProfiler.collectGarbage')
  const heap = (await read(protocol)).JSHeapUsedSize ?? 0
  await page.close()
  const ms = (name: string) => 1_000 * (metrics[name] ?? 0)
  return {
    lead: watched.badge === null ? null : watched.badge - watched.paint,
    figures: {
      paint: watched.paint,
      task: ms('TaskDuration'),
      script: ms('ScriptDuration'),
      layout: ms('LayoutDuration'),
      style: ms('RecalcStyleDuration'),
      layouts: metrics.LayoutCount ?? 0,
      styles: metrics.RecalcStyleCount ?? 0,
      longTasks: watched.longTasks,
      heap: heap / 1_000,
      shift: watched.shift,
      requests,
      served: hub.log.length - served,
      changes: 1_000 * changes,
    },
  }
}

/** Until the server has not been asked for a while, on both sides alike. */
async function quiet(page: Page, hub: Hub): Promise<void> {
  let before = -1
  while (before !== hub.log.length) {
    before = hub.log.length
    await page.waitForTimeout(350)
  }
}

async function read(protocol: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await protocol.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

const changeOften = (page: Page): Promise<void> =>
  page.evaluate(async (times) => {
    for (let at = 0; at < times; at += 1) {
      const node = document.createElement('span')
      document.body.append(node)
      await null
      node.remove()
      await null
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }, CHANGES / 2)
