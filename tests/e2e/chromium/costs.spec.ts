import { expect, HUB, settled, test } from './counted'

/** What the extension costs a page, by counts: they are the same on every machine. */

const PAGES = { Hub: `${HUB}/allenai/OLMo-7B`, GitHub: 'https://github.com/allenai/OLMo' }

/** Changes the page so many times, each in a batch of its own, as a busy page does within one task. */
const change = (times: number) => `(async () => {
  for (let at = 0; at < ${times}; at += 1) {
    const node = document.createElement('span')
    document.body.append(node)
    await null
    node.remove()
    await null
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
})()`

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0)

test.describe('what a page pays', () => {
  for (const [site, url] of Object.entries(PAGES)) {
    test(`is one observer and no clock on ${site}`, async ({ page, counts }) => {
      await page.goto(url)
      await settled(page)
      await page.evaluate(change(50))
      const { made, observed, intervals } = await counts()
      expect(made).toEqual({ MutationObserver: 1 })
      // The nodes of the document, and its root's theme.
      expect(observed).toEqual({ MutationObserver: 2 })
      expect(intervals).toBe(0)
    })

    test(`is a layout read once, for the badge's room, and never for a change of ${site}`, async ({
      page,
      counts,
    }) => {
      await page.goto(`${url}?stream=1`)
      await settled(page)
      const loaded = await counts()
      // Once more if the settings turn out to be others than usual.
      expect(sum(loaded.layout)).toBeLessThanOrEqual(2)
      expect(Object.keys(loaded.layout)).toEqual(['getBoundingClientRect'])
      await page.evaluate(change(500))
      // Put back after the page dropped it.
      await page.evaluate(() => document.querySelector('openmark-badge')?.remove())
      await expect(page.locator('openmark-badge')).toHaveCount(1)
      expect((await counts()).layout).toEqual(loaded.layout)
    })

    test(`is the same for ten thousand changes of ${site} at once as for ten`, async ({ page, counts }) => {
      await page.goto(url)
      await settled(page)
      const searched = async (times: number) => {
        const before = (await counts()).searches
        await page.evaluate(change(times))
        return (await counts()).searches - before
      }
      const few = await searched(10)
      expect(few).toBeGreaterThan(0)
      // Frames are the browser's own: a slow machine may fit some more of them in.
      expect(await searched(10_000)).toBeLessThan(few * 10)
    })

    test(`is no panel until one is wanted on ${site}`, async ({ page, badge, inOurWorld }) => {
      await page.goto(url)
      await settled(page)
      expect(await inOurWorld('typeof openmarkPanel')).toBe('undefined')
      await badge.click()
      await expect(page.locator('openmark-badge [role="dialog"]')).toBeVisible()
      expect(await inOurWorld('typeof openmarkPanel')).toBe('function')
    })
  }

  test('is no request before the badge stands', async ({ page, hub, badge }) => {
    // The address that the page is served from answers slowly; whatever is asked meanwhile stands in the log.
    let atBadge = -1
    await page.exposeFunction('badgeStands', () => {
      atBadge = hub.log.filter(({ path }) => path.startsWith('/api/') || path.includes('/raw/')).length
    })
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('openmark-badge')) return
        observer.disconnect()
        ;(window as unknown as { badgeStands(): void }).badgeStands()
      })
      observer.observe(document, { childList: true, subtree: true })
    })
    await page.goto(`${HUB}/allenai/OLMo-7B?stream=1`)
    await expect(badge).toBeVisible()
    await settled(page)
    expect(atBadge).toBe(0)
  })

  test('are the hashes of licence texts only where there is a text to recognise', async ({
    page,
    readByWorker,
  }) => {
    const own = async () =>
      (await readByWorker())
        .filter((url) => url.startsWith('chrome-extension:'))
        .map((url) => new URL(url).pathname)
    await page.goto(`${HUB}/models`)
    await page.waitForTimeout(300)
    expect(await own()).toEqual([])
    await page.goto(`${HUB}/EleutherAI/gpt-j-6b`)
    await settled(page)
    expect(await own()).toEqual(['/license-texts/terms.json'])
  })
})
