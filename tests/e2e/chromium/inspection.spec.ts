import AxeBuilder from '@axe-core/playwright'
import { expect, HUB, SHOTS, settled, test } from './extension'

/** What a page leads to, looked at while the panel is open: its own repository, data sets, a paper. */

const asked = (log: readonly { host: string; path: string }[]) =>
  log.filter(({ host, path }) => host !== 'huggingface.co' || /^\/(?:api|datasets\/.*\/raw)\//.test(path))

test.describe('the inspection', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`finds what the linked repository and data set hold, ${theme}`, async ({
      page,
      badge,
      panel,
      hub,
      errors,
    }) => {
      await page.goto(`${HUB}/allenai/OLMo-7B${theme === 'dark' ? '?theme=dark' : ''}`)
      await settled(page)
      expect(asked(hub.log).filter(({ host }) => host !== 'huggingface.co')).toEqual([])
      await badge.click()
      const sources = panel.locator('details.sources')
      await expect(sources.locator('summary')).toContainText('3 of 3')
      const released = panel.locator('.rows > li', { hasText: 'Data preprocessing code' })
      await expect(released.first()).toContainText('prepare_memmap_dataset.py')
      await sources.locator('summary').click()
      await expect(sources).toContainText('allenai/OLMo')
      await expect(sources).toContainText('allenai/dolma')
      await expect(sources).toContainText('2402.00838')
      await sources.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${SHOTS}/inspection-${theme}.png` })
      const { violations } = await new AxeBuilder({ page }).include('openmark-badge').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
      expect(errors).toEqual([])
    })
  }

  test('asks each source once, without a cookie, and only the hosts that are allowed', async ({
    page,
    badge,
    panel,
    hub,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await badge.click()
    await expect(panel.locator('details.sources summary')).toContainText('3 of 3')
    const all = asked(hub.log)
    const addresses = all.map(({ host, path }) => host + path)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(hub.log.filter(({ host }) => host === 'api.github.com')).toHaveLength(1)
    for (const { host, cookie, referer } of hub.log.filter(({ host }) => host !== 'huggingface.co'))
      expect([host, cookie, referer]).toEqual([
        expect.stringMatching(/^(?:(?:api\.)?github|raw\.githubusercontent)\.com$/),
        null,
        null,
      ])
    expect(addresses.length).toBeLessThanOrEqual(20)
    // A second visit is answered from the cache.
    hub.resetLog()
    await page.reload()
    await settled(page)
    await badge.click()
    await expect(panel.locator('details.sources summary')).toContainText('3 of 3')
    expect(asked(hub.log)).toEqual([])
  })

  test('ends when the page is left: no further step is asked', async ({ page, context, badge, hub }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    hub.resetLog()
    const held: (() => void)[] = []
    let left = false
    await context.route(
      /huggingface\.co\/(?:api|.*\/raw)\/|github\.com|githubusercontent\.com/,
      async (route) => {
        if (!left) await new Promise<void>((resolve) => held.push(resolve))
        await route.continue()
      },
    )
    await badge.click()
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await page.goto(`${HUB}/docs`)
    left = true
    for (const release of held) release()
    await page.waitForTimeout(1_500)
    // What was under way is answered; the repository, the data set and the paper would have been the next step.
    expect(
      asked(hub.log)
        .map(({ host }) => host)
        .filter((host) => host !== 'huggingface.co'),
    ).toEqual([])
  })

  test('follows a repository that was renamed', async ({ page, badge, panel }) => {
    await page.goto(`${HUB}/example-org/rocket-1b`)
    await settled(page)
    await badge.click()
    await expect(panel.locator('details.sources summary')).toContainText('1 of 1')
    await expect(panel).toContainText('train.py')
    await expect(panel).toContainText('prepare_dataset.py')
  })

  test('leaves the page responsive', async ({ page, badge, panel }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await page.evaluate(() => {
      const seen: number[] = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.push(Math.round(duration))
      }).observe({ type: 'longtask' })
      Object.assign(window, { longTasks: seen })
    })
    await badge.click()
    await expect(panel.locator('details.sources summary')).toContainText('3 of 3')
    await panel.getByRole('heading', { name: 'Licence' }).scrollIntoViewIfNeeded()
    const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks'))
    console.log(`long tasks in the page while inspecting: ${JSON.stringify(tasks)} ms`)
    // A figure, no pass or fail by the clock: only a hang is a failure.
    expect(Math.max(0, ...tasks)).toBeLessThan(1_000)
  })

  test('says what could not be looked at, and keeps the rest', async ({ page, badge, panel, hub }) => {
    hub.fault(/^\/repos\//, {
      status: 403,
      type: 'json',
      body: '{"message":"API rate limit exceeded"}',
      headers: {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'x-ratelimit-remaining, x-ratelimit-reset',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1_000) + 1_800),
      },
    })
    try {
      await page.goto(`${HUB}/allenai/OLMo-7B`)
      await settled(page)
      await badge.click()
      const sources = panel.locator('details.sources')
      await sources.locator('summary').click()
      await expect(sources.locator('li', { hasText: 'allenai/dolma' })).toContainText('looked at')
      await expect(sources.locator('li', { hasText: 'allenai/OLMo' })).toContainText('not looked at')
      await expect(panel).toContainText('GitHub answers no more questions until')
    } finally {
      hub.fault(/^\/repos\//, null)
    }
  })
})
