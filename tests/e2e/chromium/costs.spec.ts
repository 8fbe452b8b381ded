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

    test(`is no layout read but for the badge's room, and none for a change of ${site}`, async ({
      page,
      counts,
    }) => {
      await page.goto(`${url}?stream=1`)
      await settled(page)
      const loaded = await counts()
      // On the Hub the badge's width is measured, once, to keep that room; GitHub's row makes room by itself.
      expect(loaded.layout).toEqual(site === 'Hub' ? { getBoundingClientRect: 1 } : {})
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

  test('is no request before the badge stands', async ({ page, hub, counts, readByWorker }) => {
    hub.resetLog()
    await page.goto(`${PAGES.Hub}?stream=1`)
    await settled(page)
    const { messages, requests } = await counts()
    // The page's script asks nobody itself, and the worker only when it is told to: after the badge.
    expect(requests).toBe(0)
    expect(messages.map(({ name }) => name)).toContain('look')
    expect(messages.filter(({ badge }) => !badge)).toEqual([])
    const asked = hub.log.filter(({ path }) => path.startsWith('/api/') || path.includes('/raw/'))
    const read = (await readByWorker()).filter((address) => address.startsWith('https:'))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.map(({ host, path }) => `https://${host}${path}`).sort()).toEqual(read.sort())
  })

  test('is one more observer on a page of lists, for what is in view', async ({ page, counts }) => {
    await page.goto(`${HUB}/models`)
    await page.locator('openmark-chip').first().waitFor()
    await page.evaluate(change(200))
    const { made, layout, intervals } = await counts()
    expect(made).toEqual({ MutationObserver: 1, IntersectionObserver: 1 })
    expect(layout).toEqual({})
    expect(intervals).toBe(0)
  })

  test('are the hashes of licence texts only where there is a text to recognise', async ({
    page,
    readByWorker,
  }) => {
    const own = async () =>
      (await readByWorker())
        .filter((url) => url.startsWith('chrome-extension:'))
        .map((url) => new URL(url).pathname)
    expect(await own()).toEqual([])
    await page.goto(`${HUB}/EleutherAI/gpt-j-6b`)
    await settled(page)
    expect(await own()).toEqual(['/license-texts/terms.json'])
    await page.goto(`${HUB}/Qwen/Qwen3-Coder-30B-A3B-Instruct`)
    await settled(page)
    expect((await own()).sort()).toEqual(['ai', 'spdx', 'terms'].map((name) => `/license-texts/${name}.json`))
  })
})
