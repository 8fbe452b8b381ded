import type { BrowserContext, Page } from '@playwright/test'
import { modelPage } from '../../../scripts/lib/offline/page'
import { sampleById } from '../../../scripts/samples'
import { expect, HUB, settled, test } from './extension'

/** Holds every answer of the site to the extension back until it is told to let them go. */
async function hold(context: BrowserContext): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await context.route(/huggingface\.co\/(?:api\/|.*\/raw\/)/, async (route) => {
    await released
    // The page that wanted it may be gone.
    await route.continue().catch(() => {})
  })
  return release
}

/** Where everything of the site's own header stands, in CSS pixels. */
const boxes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-target="ModelHeader"] :is(h1 > *, .tags > *, .tabs > *), main')].map(
      (element) => {
        const { x, y, width } = element.getBoundingClientRect()
        return [element.className, x, y, width]
      },
    ),
  )

test.describe('while the site is being asked', () => {
  for (const width of [360, 768, 1280, 1600]) {
    test(`nothing of the page moves, ${width} pixels wide`, async ({ page, context, badge }) => {
      await page.setViewportSize({ width, height: 900 })
      const release = await hold(context)
      await page.addInitScript(() => {
        const shifted: string[] = []
        Object.assign(globalThis, { shifted })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { sources = [] } = entry as PerformanceEntry & { sources?: { node: Node | null }[] }
            if (!document.querySelector('openmark-badge')) continue
            shifted.push(...sources.map(({ node }) => node?.nodeName ?? 'removed'))
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(`${HUB}/allenai/OLMo-7B`)
      await expect(badge).toBeVisible()
      await expect(page.locator('openmark-badge[data-state="looking"]')).toHaveCount(1)
      const before = await boxes(page)
      release()
      await settled(page)
      await page.waitForTimeout(200)
      expect(await boxes(page)).toEqual(before)
      expect(await page.evaluate(() => (globalThis as unknown as { shifted: string[] }).shifted)).toEqual([])
    })
  }

  test('the badge says what the page knows, and the panel that more is on its way', async ({
    page,
    context,
    badge,
    panel,
  }) => {
    const release = await hold(context)
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await expect(badge).toHaveAccessibleName(/Openness: .*Apache-2\.0/)
    await badge.click()
    await expect(panel).toContainText("Looking at the model's files and card")
    release()
    await settled(page)
    await expect(panel).not.toContainText("Looking at the model's files and card")
    await expect(panel).toContainText('model.safetensors')
  })

  test('a page that is left at once leaves no error behind', async ({ page, context, badge, errors }) => {
    const release = await hold(context)
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await expect(badge).toBeVisible()
    await page.goto(`${HUB}/EleutherAI/gpt-j-6b`)
    release()
    await settled(page)
    await expect(badge).toHaveAccessibleName(/Apache-2\.0/)
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    expect(errors).toEqual([])
  })
})

test.describe('under a policy that forbids the page everything', () => {
  test('the badge and the panel look and work as ever', async ({ page, hub, badge, panel }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    const look = () =>
      badge.evaluate((element) => {
        const { backgroundColor, borderRadius, display, height } = getComputedStyle(element)
        return { backgroundColor, borderRadius, display, height }
      })
    const free = await look()
    const sample = sampleById('allenai/OLMo-7B')
    if (!sample) throw new Error('the sample is gone')
    const pattern = /^\/allenai\/OLMo-7B$/
    hub.fault(pattern, {
      status: 200,
      type: 'html',
      body: modelPage(sample, 'card', new URLSearchParams()),
      headers: {
        'content-security-policy':
          "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    })
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    hub.fault(pattern, null)
    await settled(page)
    expect(await look()).toEqual(free)
    await badge.click()
    await expect(panel).toContainText('Not legal advice')
    const box = await panel.boundingBox()
    expect(box?.width).toBeGreaterThan(300)
  })
})

test.describe('when the browser', () => {
  test('has put the worker to sleep, the next page and the panel wake it', async ({
    page,
    context,
    badge,
    panel,
  }) => {
    const browser = context.browser()
    if (!browser) throw new Error('no connection to the browser')
    const protocol = await browser.newBrowserCDPSession()
    const sleep = async () => {
      const { targetInfos } = await protocol.send('Target.getTargets')
      const workers = targetInfos.filter(({ type }) => type === 'service_worker')
      for (const { targetId } of workers) await protocol.send('Target.closeTarget', { targetId })
    }
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await sleep()
    await badge.click()
    await expect(panel).toBeVisible()
    await sleep()
    await page.goto(`${HUB}/EleutherAI/gpt-j-6b`)
    await settled(page)
    await badge.click()
    await expect(panel).not.toContainText('could not be reached')
    await expect(panel).toContainText('pytorch_model.bin')
  })

  test('has updated the extension under an open page, the badge stays and the panel says why', async ({
    page,
    context,
    own,
    badge,
    errors,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    const options = await context.newPage()
    await options.goto(own('options.html'))
    const gone = options.waitForEvent('close')
    await options.evaluate('setTimeout(() => chrome.runtime.reload(), 0)').catch(() => {})
    await gone
    await expect(badge).toBeVisible()
    await badge.click()
    await expect(page.locator('openmark-badge').getByRole('dialog')).toContainText('Reload the page')
    await page.keyboard.press('Escape')
    await expect(page.locator('openmark-badge').getByRole('dialog')).toHaveCount(0)
    // The old script knows no words for another model: it goes, and says nothing more.
    await page.evaluate(() => {
      history.pushState({}, '', '/models')
      document.querySelector('[data-target="ModelHeader"]')?.remove()
    })
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    const again = await context.newPage()
    await expect(async () => void (await again.goto(own('welcome.html')))).toPass({ timeout: 15_000 })
    await again.close()
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    await badge.click()
    await expect(page.locator('openmark-badge').getByRole('dialog')).toContainText('model.safetensors')
    expect(errors).toEqual([])
  })

  test('brings a page back from its back and forward cache, there is one badge and it works', async ({
    page,
    badge,
    panel,
    errors,
  }) => {
    await page.addInitScript(() =>
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted })),
    )
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await page.goto(`${HUB}/docs/hub/index`)
    await page.goBack({ waitUntil: 'commit' })
    await expect(badge).toBeVisible()
    expect(await page.evaluate(() => (globalThis as unknown as { persisted: boolean }).persisted)).toBe(true)
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    await badge.click()
    await expect(panel).toContainText('model.safetensors')
    expect(errors).toEqual([])
  })

  test('has no network, the panel says so and what the page knows stands', async ({
    page,
    context,
    badge,
    panel,
    errors,
  }) => {
    await context.route(/huggingface\.co\/api\//, (route) => route.abort('internetdisconnected'))
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await expect(badge).toHaveAccessibleName(/Apache-2\.0/)
    await badge.click()
    await expect(panel).toContainText('could not be reached')
    expect(errors).toEqual([])
  })
})
