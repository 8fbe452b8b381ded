import AxeBuilder from '@axe-core/playwright'
import { expect, SHOTS, settled, test } from './extension'
import { turbo } from './turbo'

/** Repositories on GitHub, under its own rules on what a page may load. */

const GITHUB = 'https://github.com'
const one = async (page: import('@playwright/test').Page) => page.locator('openmark-badge').count()

test.describe('on GitHub the badge', () => {
  for (const header of ['rails', 'react'] as const) {
    test(`stands behind the name of a model's repository, ${header} header`, async ({
      page,
      badge,
      panel,
      errors,
    }) => {
      await page.goto(`${GITHUB}/allenai/OLMo?header=${header}`)
      await settled(page)
      expect(await one(page)).toBe(1)
      await expect(badge).toContainText('Apache-2.0')
      await badge.click()
      await expect(panel).toContainText('Training code')
      await expect(panel).toContainText('model.safetensors')
      expect(errors).toEqual([])
    })
  }

  test('is on no other repository, and nothing is asked for those that show no sign', async ({
    page,
    hub,
  }) => {
    for (const path of [
      '/',
      '/allenai',
      '/example-org/interface-kit',
      '/example-org/serving-engine',
      '/features/x',
    ]) {
      hub.resetLog()
      await page.goto(`${GITHUB}${path}`)
      await page.waitForTimeout(700)
      expect([path, await one(page)]).toEqual([path, 0])
      const asked = hub.log.filter(({ host, path: at }) => host !== 'github.com' || at.includes('info/refs'))
      // A page that links models is worth a look, and the look says that it is no model's.
      if (path !== '/example-org/serving-engine') expect([path, asked]).toEqual([path, []])
    }
  })

  test('is nowhere near a private repository: nothing is asked and nothing shown', async ({ page, hub }) => {
    for (const query of ['', '?header=react', '?header=react&metas=none']) {
      hub.resetLog()
      await page.goto(`${GITHUB}/example-org/secret-model${query}`)
      await page.waitForTimeout(700)
      expect(await one(page)).toBe(0)
      expect(hub.log.filter(({ host, path }) => host !== 'github.com' || path.includes('info/refs'))).toEqual(
        [],
      )
    }
  })

  test('follows soft navigation: to issues and back, to another repository, to the user', async ({
    page,
    hub,
    errors,
  }) => {
    await page.goto(`${GITHUB}/allenai/OLMo`)
    await settled(page)
    const go = (path: string) => turbo(page, path)
    hub.resetLog()
    await go('/allenai/OLMo/issues')
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    await go('/allenai/OLMo')
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    expect(hub.log.filter(({ host }) => host !== 'github.com')).toEqual([])
    await go('/example-org/interface-kit')
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    await go('/allenai/OLMo')
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    await go('/allenai')
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    expect(errors).toEqual([])
  })

  test('is where the reader wants it: always, never, by repository or by owner', async ({
    page,
    badge,
    context,
    own,
    hub,
  }) => {
    const popup = await context.newPage()
    const open = (id: string) => popup.goto(own(`popup.html?url=${encodeURIComponent(`${GITHUB}/${id}`)}`))
    await open('example-org/interface-kit')
    await popup.getByRole('button', { name: 'Got it' }).click()
    hub.resetLog()
    await expect(popup.locator('main')).toContainText('nobody was asked')
    expect(hub.log).toEqual([])
    await popup.getByLabel('Badge on example-org/interface-kit').selectOption('always')
    await popup.screenshot({ path: `${SHOTS}/github-popup-offer.png` })
    await page.goto(`${GITHUB}/example-org/interface-kit`)
    await settled(page)
    await expect(badge).toBeVisible()
    await popup.getByLabel('On all of example-org').selectOption('never')
    // The narrower word counts.
    await page.reload()
    await settled(page)
    await expect(badge).toBeVisible()
    await popup.getByLabel('Badge on example-org/interface-kit').selectOption('where it is a model’s')
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    await open('allenai/OLMo')
    await popup.getByRole('button', { name: 'Check it' }).click()
    await expect(popup.locator('main')).toContainText('allenai/OLMo')
    await expect(popup.locator('main')).toContainText('Apache-2.0')
    await popup.getByLabel('Badge on allenai/OLMo').selectOption('never')
    // What the popup is still looking at is no request of the page, and its choice is stored before it closes.
    await expect(popup.locator('p.notice')).toHaveCount(0)
    await expect
      .poll(() => popup.evaluate("chrome.storage.sync.get('settings.repositories').then(JSON.stringify)"))
      .toContain('"allenai/olmo":"off"')
    await popup.close()
    hub.resetLog()
    await page.goto(`${GITHUB}/allenai/OLMo`)
    await page.waitForTimeout(700)
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    expect(hub.log.filter(({ host, path }) => host !== 'github.com' || path.includes('info/refs'))).toEqual(
      [],
    )
  })

  for (const theme of ['light', 'light-contrast', 'dark', 'dimmed', 'contrast'] as const) {
    test(`belongs there, ${theme}, in every header, wide and narrow`, async ({ page, badge, panel }) => {
      // A page of talk shows nothing of the repository; what was looked at before is known there.
      await page.goto(`${GITHUB}/allenai/OLMo`)
      await settled(page)
      for (const [header, width] of [
        ['global', 1280],
        ['global', 420],
        ['rails', 420],
        ['rails', 1280],
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(
          `${GITHUB}/allenai/OLMo${header === 'global' ? '/issues' : ''}?theme=${theme}&header=${header}`,
        )
        await settled(page)
        await page.screenshot({ path: `${SHOTS}/github-${theme}-${header}-${width}.png` })
        // As high as the row, and inside the window.
        const box = await badge.boundingBox()
        expect(box && box.height <= 28 && box.x >= 0 && box.x + box.width <= width).toBe(true)
      }
      await badge.click()
      await expect(panel).toBeVisible()
      await page.waitForTimeout(400)
      await page.screenshot({ path: `${SHOTS}/github-panel-${theme}.png` })
      const { violations } = await new AxeBuilder({ page }).include('openmark-badge').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
    })
  }

  test('opens all that the Hub’s pages have: lineage, other rubrics, sources, licences, and the popup', async ({
    page,
    badge,
    panel,
    own,
    errors,
  }) => {
    await page.goto(`${GITHUB}/allenai/OLMo`)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('By each definition')
    await expect(panel).toContainText('looked at')
    await page.goto(own(`popup.html?url=${encodeURIComponent(`${GITHUB}/allenai/OLMo`)}`))
    await page.getByRole('button', { name: 'Got it' }).click()
    await page.getByRole('button', { name: 'Check it' }).click()
    await expect(page.locator('main')).toContainText('Apache-2.0')
    await page.screenshot({ path: `${SHOTS}/github-popup.png` })
    expect(errors).toEqual([])
  })
})
