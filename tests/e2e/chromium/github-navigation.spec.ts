import { installSoftNavigation } from '../../lib/soft-navigation'
import { expect, settled, test } from './extension'

/** From page to page on GitHub, in its three headers: one badge always, never two, never left behind. */

const GITHUB = 'https://github.com'
const MODEL = '/allenai/OLMo'
const OTHER = '/example-org/rocket'
const NONE = '/example-org/interface-kit'

test.describe('on GitHub the badge follows', () => {
  for (const header of ['rails', 'react', 'global'] as const) {
    test(`Turbo: to issues and back, to other repositories, to the user, and back again, ${header} header`, async ({
      page,
      hub,
      errors,
    }) => {
      const badges = page.locator('openmark-badge')
      const at = (path: string) => `${path}?header=${header}`
      await page.goto(GITHUB + at(MODEL))
      await settled(page)
      await page.evaluate(installSoftNavigation, [MODEL, OTHER])
      hub.resetLog()
      const go = (path: string) => page.evaluate((to) => soft.turbo(to), at(path))
      await go(`${MODEL}/issues`)
      await expect(badges).toHaveCount(1)
      await expect(page.locator('openmark-badge button.badge')).toBeVisible()
      await go(MODEL)
      await expect(badges).toHaveCount(1)
      expect(hub.log.filter(({ host }) => host !== 'github.com')).toEqual([])
      await go(OTHER)
      await settled(page)
      await expect(page.locator('openmark-badge button.badge')).toContainText('MIT')
      await go(NONE)
      await expect(badges).toHaveCount(0)
      await go(MODEL)
      await expect(page.locator('openmark-badge button.badge')).toContainText('Apache-2.0')
      await go('/allenai')
      await expect(badges).toHaveCount(0)
      // Back: copies of pages that held our element come back with a dead copy of it.
      const back = () => page.evaluate(() => soft.back())
      await back()
      await expect(page.locator('openmark-badge button.badge')).toContainText('Apache-2.0')
      await back()
      await expect(badges).toHaveCount(0)
      await back()
      await expect(page.locator('openmark-badge button.badge')).toContainText('MIT')
      expect(await page.evaluate(() => soft.seen())).toEqual({ most: 1, astray: 0 })
      expect(errors).toEqual([])
    })
  }

  for (const header of ['react', 'global'] as const) {
    test(`React, which changes names in place and the address last, ${header} header`, async ({
      page,
      errors,
    }) => {
      const badge = page.locator('openmark-badge button.badge')
      const at = (path: string) => `${path}?header=${header}`
      await page.goto(GITHUB + at(MODEL))
      await settled(page)
      await page.evaluate(installSoftNavigation, [MODEL, OTHER])
      const go = (path: string) => page.evaluate((to) => soft.react(to), at(path))
      await go(OTHER)
      await expect(badge).toContainText('MIT')
      await go(NONE)
      await expect(page.locator('openmark-badge')).toHaveCount(0)
      await go(MODEL)
      await expect(badge).toContainText('Apache-2.0')
      await go('/example-org/secret-model')
      await expect(page.locator('openmark-badge')).toHaveCount(0)
      expect(await page.evaluate(() => soft.seen())).toEqual({ most: 1, astray: 0 })
      expect(errors).toEqual([])
    })
  }

  test('a page that is drawn anew around it, or that drops it', async ({ page, errors }) => {
    await page.goto(`${GITHUB}${MODEL}?header=global`)
    await settled(page)
    await page.evaluate(installSoftNavigation, [MODEL, OTHER])
    for (const damage of [
      '#repo-title-component',
      '[data-target="react-partial.reactRoot"]',
      'main',
      'body',
    ]) {
      await page.evaluate((selector) => {
        const element = document.querySelector(selector)
        if (element) element.innerHTML = `${element.innerHTML}`
        document.querySelector('openmark-badge')?.remove()
      }, damage)
      await expect(page.locator('openmark-badge')).toHaveCount(1)
      await expect(page.locator('openmark-badge button.badge')).toBeVisible()
    }
    expect(await page.evaluate(() => soft.seen())).toEqual({ most: 1, astray: 0 })
    expect(errors).toEqual([])
  })

  test('the browser: a page loaded anew, and back to the one before', async ({ page, errors }) => {
    await page.goto(GITHUB + MODEL)
    await settled(page)
    await page.goto(GITHUB + NONE)
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    await page.goBack({ waitUntil: 'commit' })
    await settled(page)
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    await page.goForward({ waitUntil: 'commit' })
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    expect(errors).toEqual([])
  })

  test('a header that a narrow window hides', async ({ page, badge }) => {
    await page.goto(`${GITHUB}${MODEL}?header=global`)
    await settled(page)
    await expect(badge).toBeVisible()
    await page.setViewportSize({ width: 420, height: 800 })
    await expect(badge).toBeVisible()
    expect(await badge.evaluate((button) => button.getBoundingClientRect().right)).toBeLessThanOrEqual(420)
    // The page is as wide as it is without us.
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    const withUs = await width()
    await page.addStyleTag({ content: 'openmark-badge { display: none !important }' })
    expect(withUs).toBe(await width())
    await page.addStyleTag({ content: 'openmark-badge { display: inline-flex !important }' })
    await page.setViewportSize({ width: 1280, height: 800 })
    await expect(badge).toBeVisible()
    await expect(page.locator('#repo-title-component openmark-badge')).toHaveCount(1)
  })
})
