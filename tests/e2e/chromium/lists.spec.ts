import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { route } from '../../../scripts/lib/offline/routes'
import { expect, HUB, SHOTS, test } from './extension'
import { kept } from './kept'

declare global {
  var seen: { shift: number; long: number[] }
  var halves: string[] | undefined
}

/** Notes every layout shift and every long task of the page from its beginning. */
const watchPage = (page: Page) =>
  page.addInitScript(() => {
    globalThis.seen = { shift: 0, long: [] }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && typeof entry.value === 'number') globalThis.seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.seen.long.push(Math.round(duration))
    }).observe({ type: 'longtask', buffered: true })
  })

const chips = (page: Page) => page.locator('openmark-chip button.chip')
const listed = (log: readonly { path: string }[]) => log.filter(({ path }) => path.startsWith('/api/models?'))
const single = (log: readonly { path: string }[]) =>
  log.filter(({ path }) => /^\/api\/models\/.*expand/.test(path))

test.describe('chips in lists', () => {
  for (const [count, title] of [
    [30, 'a page of 30'],
    [500, 'a page of 500'],
  ] as const) {
    test(`fill ${title} from one request, and nothing moves`, async ({ page, hub, errors }) => {
      await watchPage(page)
      await page.goto(`${HUB}/models${count === 30 ? '' : `?count=${count}`}`)
      await expect(chips(page).first()).toBeVisible()
      await expect(page.locator('openmark-chip')).not.toHaveCount(0)
      await page.mouse.wheel(0, 2_000)
      await expect.poll(() => chips(page).count()).toBeGreaterThan(20)
      expect(listed(hub.log)).toHaveLength(1)
      expect(single(hub.log)).toEqual([])
      const seen = await page.evaluate(() => globalThis.seen)
      console.log(`${count} cards: layout shift ${seen.shift}, long tasks ${JSON.stringify(seen.long)} ms`)
      expect(seen.shift).toBe(0)
      expect(errors).toEqual([])
    })
  }

  test('move nothing on a page that comes in pieces, half a row at a time', async ({ page, hub, errors }) => {
    const whole = route(new URL(`${HUB}/models`))
    // Rows as wide as what is in them: the worst that a site's own style could do to a place at their end.
    const body = whole.body.replace('</head>', '<style>.w-full{width:auto!important}</style></head>')
    hub.fault(/^\/models$/, { ...whole, body })
    await watchPage(page)
    await page.addInitScript(() => {
      const frame = () => {
        const cards = [...document.querySelectorAll('article')]
        const half = document.readyState === 'loading' ? cards.at(-1) : undefined
        const room = half?.querySelector('.facts')
        if (room) {
          globalThis.halves ??= []
          globalThis.halves.push(
            getComputedStyle(room, '::after').visibility,
            half?.querySelector('openmark-chip') ? 'chip' : 'none',
          )
        }
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
    await page.goto(`${HUB}/models?stream`)
    hub.fault(/^\/models$/, null)
    await expect(chips(page).first()).toBeVisible()
    await expect.poll(() => chips(page).count()).toBeGreaterThan(8)
    expect(await page.evaluate(() => [...new Set(globalThis.halves)])).toEqual(['hidden', 'none'])
    const rooms = await page.$$eval('article .facts', (rows) =>
      rows.map((row) => getComputedStyle(row, '::after').visibility),
    )
    expect(new Set(rooms)).toEqual(new Set(['visible']))
    expect((await page.evaluate(() => globalThis.seen)).shift).toBe(0)
    expect(errors).toEqual([])
  })

  test('have their room in the frame in which a card appears', async ({ page }) => {
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toBeVisible()
    const room = await page.evaluate(async () => {
      const grid = document.querySelector('.cards')
      const card = grid?.querySelector('article')?.cloneNode(true)
      if (!grid || !(card instanceof HTMLElement)) return null
      card.querySelector('openmark-chip')?.remove()
      const height = grid.querySelector('article')?.getBoundingClientRect().height
      grid.append(card)
      await new Promise(requestAnimationFrame)
      const facts = card.querySelector('.facts')
      if (!facts) return null
      const { width, height: high } = getComputedStyle(facts, '::after')
      return { width, high, same: card.getBoundingClientRect().height === height }
    })
    expect(room).toEqual({ width: '214px', high: '18px', same: true })
  })

  test('lie exactly on their room, on wide and narrow cards', async ({ page }) => {
    for (const [width, wide] of [
      [1280, 214],
      [390, 54],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${HUB}/models`)
      await expect(chips(page).first()).toBeVisible()
      const places = await page.evaluate(() =>
        [...document.querySelectorAll('openmark-chip')].slice(0, 5).map((chip) => {
          const facts = chip.parentElement?.querySelector('.facts')?.getBoundingClientRect()
          const box = chip.getBoundingClientRect()
          return {
            width: Math.round(box.width),
            end: Math.round((facts?.right ?? 0) - box.right),
            middle: Math.abs((facts?.top ?? 0) + (facts?.height ?? 0) / 2 - box.top - box.height / 2) < 1,
          }
        }),
      )
      for (const place of places) expect(place).toEqual({ width: wide, end: 0, middle: true })
    }
  })

  test('say in one line more what they rest on, on hover and on focus', async ({ page }) => {
    await page.goto(`${HUB}/models`)
    const chip = chips(page).first()
    await chip.hover()
    const tip = page.locator('openmark-chip .tip')
    await expect(tip).toHaveText(/Open weights – Open science · Apache-2\.0 · from metadata/)
    await page.keyboard.press('Escape')
    await expect(tip).toHaveCount(0)
    await page.mouse.move(0, 0)
    await chip.focus()
    await expect(tip).toBeVisible()
    await expect(chip).toHaveAccessibleName(/allenai\/OLMo-7B: Open weights – Open science/)
  })

  test('open the panel in place, and know more afterwards', async ({ page, errors }) => {
    await page.goto(`${HUB}/models`)
    const chip = chips(page).nth(1)
    await chip.click()
    const panel = page.locator('openmark-chip [role="dialog"]')
    await expect(panel).toBeVisible()
    await expect(panel).toContainText('Model card')
    expect(page.url()).toBe(`${HUB}/models`)
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(chip).toBeFocused()
    await expect(chip).toHaveAccessibleName(/from card and files/)
    expect(errors).toEqual([])
  })

  test('leave nothing behind on ten pages and ten filters', async ({ page, hub, context, errors }) => {
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toBeVisible()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    const metrics = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { metrics: all } = await session.send('Performance.getMetrics')
      const of = (name: string) => all.find((metric) => metric.name === name)?.value ?? 0
      return { listeners: of('JSEventListeners'), nodes: of('Nodes') }
    }
    const next = async (to: 'Next' | 'Previous') => {
      const before = await page.locator('.cards header').first().getAttribute('title')
      await page.locator('a[data-page]', { hasText: to }).click()
      await expect(page.locator('.cards header').first()).not.toHaveAttribute('title', before ?? '')
      await expect(chips(page).first()).toBeVisible()
    }
    await next('Next')
    await next('Previous')
    const before = await metrics()
    hub.resetLog()
    for (let turn = 0; turn < 10; turn += 1) await next('Next')
    expect(listed(hub.log).length).toBeLessThanOrEqual(10)
    for (let turn = 0; turn < 10; turn += 1) await next('Previous')
    expect(listed(hub.log).length).toBeLessThanOrEqual(10)
    expect(single(hub.log)).toEqual([])
    for (const word of [
      'harbor',
      'mea',
      'meadow',
      'juniper',
      'lantern',
      'quarry',
      'heron',
      'thistle',
      'basalt',
      'olmo',
    ]) {
      await page.getByRole('searchbox').fill(word)
      await expect(page.locator('.cards header').first()).toHaveAttribute('title', new RegExp(word, 'i'))
      await expect(chips(page).first()).toBeVisible()
    }
    await page.getByRole('searchbox').fill('')
    await expect(page.locator('.cards article')).toHaveCount(30)
    await expect(chips(page).first()).toBeVisible()
    await page.evaluate(() => scrollTo(0, 0))
    const stray = await page.evaluate(() => ({
      outside: [...document.querySelectorAll('openmark-chip')].filter((chip) => !chip.closest('article'))
        .length,
      doubled: [...document.querySelectorAll('article')].filter(
        (card) => card.querySelectorAll('openmark-chip').length > 1,
      ).length,
      bars: document.querySelectorAll('openmark-bar').length,
    }))
    expect(stray).toEqual({ outside: 0, doubled: 0, bars: 1 })
    const after = await metrics()
    console.log(
      `listeners ${before.listeners} then ${after.listeners}, nodes ${before.nodes} then ${after.nodes}`,
    )
    // A card more or less in view has its own few; what is left behind on thirty lists would be hundreds.
    expect(after.listeners - before.listeners).toBeLessThan(60)
    expect(after.nodes / before.nodes).toBeLessThan(1.25)
    expect(errors).toEqual([])
  })

  test('stand once after hydration, on late cards, and after back and forward', async ({ page, errors }) => {
    await page.goto(`${HUB}/models?hydrate-list`)
    await page.waitForFunction(() => performance.now() > 900)
    await expect(chips(page).first()).toBeVisible()
    expect(await page.locator('article:first-child openmark-chip').count()).toBe(1)
    await page.goto(`${HUB}/models?late`)
    await expect(page.locator('.cards article')).toHaveCount(60)
    await page.locator('.cards article').nth(45).scrollIntoViewIfNeeded()
    await expect(page.locator('.cards article').nth(45).locator('openmark-chip')).toBeVisible()
    await page.locator('a[data-page]', { hasText: 'Next' }).click()
    await page.waitForURL(/p=1/)
    await expect(chips(page).first()).toBeVisible()
    await page.goBack()
    await expect(page.locator('.cards header').first()).toHaveAttribute('title', 'allenai/OLMo-7B')
    await page.evaluate(() => scrollTo(0, 0))
    await expect(page.locator('.cards article').first().locator('openmark-chip')).toBeVisible()
    expect(errors).toEqual([])
  })

  test('understand addresses with a query, and stand on no card that is no model', async ({ page }) => {
    await page.goto(`${HUB}/models?hardware=rtx-3070&offers`)
    await expect(chips(page).first()).toBeVisible()
    expect(await page.locator('article:has(a[href*="/pricing"]) openmark-chip').count()).toBe(0)
    await page.goto(`${HUB}/`)
    await expect(chips(page).first()).toBeVisible()
    const room = await page.evaluate(() => {
      const facts = document.querySelector('article:has(a[href^="/datasets/"]) .facts')
      return facts && getComputedStyle(facts, '::after').width
    })
    expect(room).toBe('0px')
  })

  test('ask one by one where no list brings them, only what is in view, four at a time', async ({
    page,
    hub,
  }) => {
    await page.setViewportSize({ width: 1280, height: 420 })
    await page.goto(`${HUB}/example-labs/likes`)
    await expect(chips(page).first()).toBeVisible()
    await expect(page.locator('.cards article').nth(1).locator('openmark-chip')).toBeVisible()
    // What is in the window, and what is about to be.
    const near = await page.evaluate(
      () =>
        [...document.querySelectorAll('article')].filter((card) => {
          const { top, bottom } = card.getBoundingClientRect()
          return bottom > -310 && top < innerHeight + 310
        }).length,
    )
    expect(single(hub.log).length).toBeGreaterThan(0)
    expect(single(hub.log).length).toBeLessThanOrEqual(near)
  })

  test('take back what is asked of cards that were scrolled past', async ({ page, hub }) => {
    hub.fault(/^\/api\/models\/.+/, 'stall')
    await page.setViewportSize({ width: 1280, height: 200 })
    await page.goto(`${HUB}/example-labs/likes`)
    await expect.poll(() => single(hub.log).length).toBe(4)
    const cards = page.locator('.cards').first().locator('article')
    const first = single(hub.log).map(({ path }) => path)
    await cards.last().scrollIntoViewIfNeeded()
    // Four at a time: others have their turn only because the first ones gave theirs up.
    await expect.poll(() => single(hub.log).length).toBe(8)
    const ids = await cards
      .locator('header')
      .evaluateAll((heads) => heads.slice(-12).map((head) => head.getAttribute('title')))
    const later = single(hub.log).flatMap(({ path }) => (first.includes(path) ? [] : path))
    for (const path of later) expect(ids.some((id) => path.includes(`/${id}?`))).toBe(true)
    hub.fault(/^\/api\/models\/.+/, null)
    await page.evaluate(() => scrollTo(0, 0))
    await expect(page.locator('.cards article').first().locator('openmark-chip')).toBeVisible()
  })

  test('keep what is known where the site asks for patience, and say so', async ({ page, hub }) => {
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toBeVisible()
    const limited = {
      status: 429,
      type: 'text' as const,
      body: 'Too many requests',
      headers: { 'retry-after': '60' },
    }
    hub.fault(/^\/api\/models/, limited)
    await page.getByRole('searchbox').fill('basalt')
    await expect(page.locator('openmark-bar')).toContainText('The site asks for patience')
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toBeVisible()
    hub.fault(/^\/api\/models/, null)
  })

  test('are gone at once when they are switched off, with the room for them', async ({
    page,
    context,
    own,
  }) => {
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toBeVisible()
    const options = await context.newPage()
    await options.goto(own('options.html'))
    await options.getByRole('checkbox', { name: /Chips in lists/ }).uncheck()
    await expect(page.locator('openmark-chip')).toHaveCount(0)
    await expect(page.locator('openmark-bar')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.dataset.openmarkLists)).toBeUndefined()
    await options.getByRole('checkbox', { name: /Chips in lists/ }).check()
    await expect(chips(page).first()).toBeVisible()
  })

  test('speak for another rubric at once', async ({ page, context, own }) => {
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toContainText('Open weights')
    const options = await context.newPage()
    await options.goto(own('options.html'))
    await options.getByRole('radio', { name: /Six open parts|open parts/i }).check()
    await expect(chips(page).first()).not.toContainText('Open weights')
  })
})

test.describe('the bar above a list', () => {
  test('dims or hides what does not fit, counts it, and remembers', async ({ page, own, errors }) => {
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toBeVisible()
    const bar = page.locator('openmark-bar')
    await page.locator('openmark-bar .bar-button').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: 'Licence allows commercial use' }).press('Space')
    await expect(bar).toContainText(/\d+ fit/)
    await expect(bar).toContainText(/\d+ dimmed/)
    const dimmed = page.locator('article[data-openmark-out="dim"]')
    await expect(dimmed.filter({ hasText: 'CohereForAI/c4ai-command-r-plus' })).toHaveCount(1)
    await expect(dimmed.filter({ hasText: 'allenai/OLMo-7B' })).toHaveCount(0)
    await page.getByRole('radio', { name: 'Hide' }).check()
    await expect(page.locator('article', { hasText: 'CohereForAI/c4ai-command-r-plus' })).toBeHidden()
    await expect(bar).toContainText(/\d+ hidden/)
    await page.keyboard.press('Escape')
    await kept(page, own('welcome.html'), '"hide"')
    await page.reload()
    await expect(page.locator('article', { hasText: 'CohereForAI/c4ai-command-r-plus' })).toBeHidden()
    await expect(bar).toContainText(/\d+ hidden/)
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.locator('article', { hasText: 'CohereForAI/c4ai-command-r-plus' })).toBeVisible()
    expect(errors).toEqual([])
  })

  test('keeps count of all cards, not only of those in view', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 400 })
    await page.goto(`${HUB}/models`)
    await expect(chips(page).first()).toBeVisible()
    await page.locator('openmark-bar .bar-button').click()
    await page.getByRole('radio', { name: 'At least “Open science”' }).check()
    // The choice is stored before the bar counts by it.
    const sum = async () => {
      const words = await page.locator('openmark-bar .bar-count').textContent()
      return [...(words ?? '').matchAll(/(\d+) (?:fit|perhaps|dimmed|not known)/g)].reduce(
        (total, [, number]) => total + Number(number),
        0,
      )
    }
    await expect.poll(sum).toBe(30)
  })
})

const KINDS = [
  ['models', '/models'],
  ['home', '/'],
  ['owner', '/example-labs'],
  ['owner-models', '/example-labs/models'],
  ['likes', '/example-labs/likes'],
  ['collection', '/collections/example-labs/small-1234567890'],
  ['trained-on', '/datasets/allenai/dolma'],
  ['tree', '/models?other=base_model:finetune:meta-llama/Llama-2-7b-hf'],
] as const

test.describe('every kind of list', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`has chips in the ${theme} theme, and axe finds nothing`, async ({ page }) => {
      for (const [name, path] of KINDS) {
        await page.goto(`${HUB}${path}${path.includes('?') ? '&' : '?'}theme=${theme}`)
        await expect(chips(page).first()).toBeVisible()
        await page.screenshot({ path: `${SHOTS}/list-${name}-${theme}.png` })
      }
      await page.goto(`${HUB}/models?theme=${theme}`)
      await expect(chips(page).first()).toBeVisible()
      await page.locator('openmark-bar .bar-button').click()
      const { violations, passes } = await new AxeBuilder({ page })
        .include('openmark-bar')
        .include('openmark-chip')
        .analyze()
      expect(passes.length).toBeGreaterThan(0)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
      await page.screenshot({ path: `${SHOTS}/list-filter-${theme}.png` })
    })
  }
})

test.describe('on GitHub a chip', () => {
  const GITHUB = 'https://github.com'

  for (const [kind, path] of [
    ['a user', '/example-org'],
    ['an organisation', '/orgs/example-org/repositories'],
  ] as const) {
    test(`stands in the list of ${kind} only where a row or an earlier look proves a model`, async ({
      page,
      hub,
      errors,
    }) => {
      await page.goto(`${GITHUB}${path}`)
      const row = (name: string) => page.locator('li', { has: page.getByRole('link', { name, exact: true }) })
      await expect(row('meadow').locator('openmark-chip')).toBeVisible()
      await expect(page.locator('openmark-chip')).toHaveCount(1)
      expect(hub.log.filter(({ host }) => host !== 'github.com' && host !== 'huggingface.co')).toEqual([])
      await page.goto(`${GITHUB}/allenai/OLMo`)
      await page.locator('openmark-badge[data-state="done"]').waitFor({ state: 'attached' })
      await page.goto(`${GITHUB}${path.replace('example-org', 'allenai')}`)
      await expect(row('OLMo').locator('openmark-chip')).toBeVisible()
      await row('OLMo').getByRole('button').click()
      await expect(page.locator('openmark-chip [role="dialog"]')).toBeVisible()
      await page.keyboard.press('Escape')
      for (const theme of ['light', 'dark']) {
        await page.goto(`${GITHUB}${path}?theme=${theme}`)
        await expect(page.locator('openmark-chip')).toHaveCount(1)
        await page.screenshot({ path: `${SHOTS}/list-github-${kind.split(' ')[1]}-${theme}.png` })
      }
      expect(errors).toEqual([])
    })
  }
})
