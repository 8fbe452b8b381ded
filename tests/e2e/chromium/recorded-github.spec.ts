import {
  answerForAll,
  OWNERS,
  RECORDED,
  SIGNED_IN,
  serve,
  WITH_HEADER,
  WITHOUT,
} from '../../lib/recorded-github'
import { expect, settled, test } from './extension'

/**
 * Whole pages of github.com of 2021 to 2026. Where they are missing this file reports itself skipped: `npm test` counts
 * only that reason as no failure. None is a model's, so the reader says of every owner that the badge is wanted.
 */

declare const chrome: { storage: { sync: { set(items: object): Promise<void> } } }

const GITHUB = 'https://github.com'

test.describe('on GitHub’s pages as the site served them', () => {
  test.skip(!RECORDED, 'reference pages are not here')
  test.setTimeout(120_000)

  test.beforeEach(async ({ page, hub, own }) => {
    await page.goto(own('options.html'))
    await page.evaluate(async (owners) => {
      const value = Object.fromEntries(owners.map((owner) => [owner.toLowerCase(), 'on']))
      await chrome.storage.sync.set({ 'settings.repositories': { value, at: Date.now() } })
    }, OWNERS)
    answerForAll(hub)
  })
  test.afterEach(({ hub }) => {
    for (const pattern of [
      /\.git\/info\/refs$/,
      /\/git\/trees\//,
      /\/e{40}\/README\.md$/,
      /\/e{40}\/LICENSE$/,
    ])
      hub.fault(pattern, null)
  })

  test('one badge stands in the row of the repository’s name, in every layout', async ({
    page,
    hub,
    badge,
    errors,
  }) => {
    for (const recorded of WITH_HEADER) {
      const undo = serve(hub, recorded)
      await test.step(recorded[0], async () => {
        await page.goto(GITHUB + recorded[1])
        await settled(page)
        await expect(page.locator('openmark-badge')).toHaveCount(1)
        await expect(badge).toContainText('MIT')
        const row = page.locator('#repository-container-header strong a').first()
        const [box, around] = await Promise.all([badge.boundingBox(), row.boundingBox()])
        expect(box && around && Math.abs(box.y + box.height / 2 - around.y - around.height / 2) < 8).toBe(
          true,
        )
      })
      undo()
    }
    expect(errors.filter((error) => /openmark|chrome-extension/i.test(error))).toEqual([])
  })

  test('signed in, it stands behind the breadcrumbs of the global bar', async ({ page, hub, badge }) => {
    const undo = serve(hub, SIGNED_IN, SIGNED_IN[2])
    await page.goto(GITHUB + SIGNED_IN[1])
    await settled(page)
    undo()
    await expect(badge).toBeVisible()
    await expect(page.locator('header.GlobalNav nav[aria-label="Breadcrumbs"] + openmark-badge')).toHaveCount(
      1,
    )
  })

  test('nothing of ours is on pages of no repository, nor where nothing says that it is public', async ({
    page,
    hub,
  }) => {
    for (const recorded of WITHOUT) {
      const undo = serve(hub, recorded)
      hub.resetLog()
      await test.step(recorded[0], async () => {
        await page.goto(GITHUB + recorded[1])
        await page.waitForTimeout(400)
        await expect(page.locator('openmark-badge')).toHaveCount(0)
        expect(
          hub.log.filter(({ host, path }) => host !== 'github.com' || path.includes('info/refs')),
        ).toEqual([])
      })
      undo()
    }
  })
})
