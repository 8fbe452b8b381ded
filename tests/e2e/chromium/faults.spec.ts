import type { BrowserContext, Page } from '@playwright/test'
import type { Trouble } from '../../../scripts/lib/offline/server'
import { expect, HUB, settled, test } from './extension'

/** What goes wrong, and that it shows a sentence, harms nothing else, and passes by itself. */

const MODEL = `${HUB}/allenai/OLMo-7B`
const API = /^\/api\/models\/allenai\/OLMo-7B$/
const GITHUB = 'https://github.com'

const json = (status: number, body = '{}', headers: Record<string, string> = {}) => ({
  status,
  type: 'json' as const,
  body,
  headers,
})

/** Both panels: the whole one, and the sentence in its place. */
const dialog = (page: Page) => page.locator('openmark-badge').getByRole('dialog')

async function worker(context: BrowserContext) {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker')
}

/** The browser ends the worker, as it does when it is idle or short of memory. */
async function endWorker(context: BrowserContext): Promise<void> {
  const protocol = await context.browser()?.newBrowserCDPSession()
  if (!protocol) throw new Error('no connection to the browser')
  const { targetInfos } = await protocol.send('Target.getTargets')
  const workers = targetInfos.filter(({ type }) => type === 'service_worker')
  for (const { targetId } of workers) await protocol.send('Target.closeTarget', { targetId })
}

/** The whole look has arrived: a file that only the site's answer names is shown. */
async function looked(page: Page): Promise<void> {
  await settled(page)
  await expect(dialog(page).locator('li.row', { hasText: 'Final weights' }).first()).toContainText(
    'model.safetensors',
    { timeout: 15_000 },
  )
  await expect(dialog(page).locator('.notices')).toHaveText('')
}

test.describe('what the site answers', () => {
  test.afterEach(({ hub }) => hub.fault(API, null))

  const ANSWERS: readonly [what: string, answer: ReturnType<typeof json> | Trouble, says: RegExp][] = [
    ['401', json(401, '{"error":"Invalid username or password."}'), /private or not there/],
    ['403', json(403), /private or not there/],
    ['404', json(404), /private or not there/],
    ['410', json(410), /private or not there/],
    ['429', json(429, '{}', { 'retry-after': '60' }), /asks for patience/],
    ['500', json(500, 'oops'), /could not be reached/],
    ['503', json(503), /could not be reached/],
    ['malformed JSON', json(200, '{"id":"allenai/OLMo-7B","siblings":[{'), /answer cannot be read/],
    ['a login page', json(200, '<html>Welcome to our hotel</html>'), /answer cannot be read/],
    ['another shape', json(200, '[1, null, "x"]'), /answer cannot be read/],
    ['half of it', 'cut', /could not be reached/],
    ['a connection that breaks off', 'reset', /could not be reached/],
  ]

  test('is told in a sentence beside what the page knows; on the next visit all is well', async ({
    page,
    hub,
    badge,
    context,
    errors,
  }) => {
    test.setTimeout(60_000)
    for (const [what, answer, says] of ANSWERS) {
      hub.fault(API, answer)
      await page.goto(MODEL)
      await settled(page)
      await expect(badge, what).toHaveAccessibleName(/Open weights.*Apache-2\.0/)
      await badge.click()
      await expect(dialog(page), what).toContainText(says)
      hub.fault(API, null)
      // The minute that was asked for is over.
      await (await worker(context)).evaluate('chrome.storage.session.clear()')
      if (what === '429') await endWorker(context)
    }
    await page.goto(MODEL)
    await badge.click()
    await looked(page)
    expect(errors).toEqual([])
  })

  test('after the time that it asked for is looked past by itself, without being asked before', async ({
    page,
    hub,
    badge,
    errors,
  }) => {
    hub.fault(API, json(429, '{}', { 'retry-after': '2' }))
    hub.resetLog()
    await page.goto(MODEL)
    await settled(page)
    await badge.click()
    await expect(dialog(page)).toContainText('asks for patience')
    hub.fault(API, null)
    await looked(page)
    const asked = hub.log.filter(({ path }) => API.test(path.replace(/\?.*/, ''))).map(({ at }) => at)
    expect(asked).toHaveLength(2)
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(1_900)
    expect(errors).toEqual([])
  })

  test('never comes: after fifteen seconds (shortened here) the page says so', async ({
    page,
    hub,
    badge,
    context,
    errors,
  }) => {
    hub.fault(API, 'stall')
    const asked = await (await worker(context)).evaluate(() => {
      const original = AbortSignal.timeout
      const waits: number[] = []
      Object.assign(globalThis, { waits })
      AbortSignal.timeout = (milliseconds) => {
        waits.push(milliseconds)
        return original.call(AbortSignal, milliseconds / 50)
      }
      return true
    })
    expect(asked).toBe(true)
    await page.goto(MODEL)
    await settled(page)
    await badge.click()
    await expect(dialog(page)).toContainText('could not be reached')
    expect(await (await worker(context)).evaluate(() => Reflect.get(globalThis, 'waits')[0])).toBe(15_000)
    hub.fault(API, null)
    await page.goto(MODEL)
    await badge.click()
    await looked(page)
    expect(errors).toEqual([])
  })

  test('lacks a part: that is said, the rest stands, and it is not kept', async ({ page, hub, badge }) => {
    const refs = /^\/api\/models\/allenai\/OLMo-7B\/refs$/
    for (const answer of [json(500), json(200, '{"branches"'), 'reset' as const]) {
      hub.fault(refs, answer)
      await page.goto(MODEL)
      await settled(page)
      await badge.click()
      await expect(dialog(page)).toContainText('Part of what the site knows could not be had')
      await expect(dialog(page)).toContainText('model.safetensors')
      // Everything else that can be followed is.
      await expect(dialog(page).locator('details.sources summary')).toContainText('3 of 3')
      hub.fault(refs, null)
    }
    hub.resetLog()
    await page.goto(MODEL)
    await badge.click()
    await looked(page)
    expect(hub.log.filter(({ path }) => path.endsWith('/refs'))).toHaveLength(1)
  })
})

test.describe('the network', () => {
  test('goes and comes back: what the page knows stands, and the rest comes by itself', async ({
    page,
    context,
    badge,
    errors,
  }) => {
    const names = async (route: import('@playwright/test').Route) => route.abort('namenotresolved')
    await context.route(/\/api\/models\//, names)
    await page.goto(MODEL)
    await settled(page)
    await badge.click()
    await expect(dialog(page)).toContainText('could not be reached')
    await context.setOffline(true)
    await context.unroute(/\/api\/models\//, names)
    await expect(dialog(page)).toContainText('could not be reached')
    await context.setOffline(false)
    await looked(page)
    expect(errors).toEqual([])
  })

  test('goes while sources are followed: that is said, and they are followed when it is back', async ({
    page,
    context,
    badge,
    errors,
  }) => {
    await page.goto(MODEL)
    await settled(page)
    const nobody = async (route: import('@playwright/test').Route) => route.abort('internetdisconnected')
    const elsewhere = /info\/refs|api\.github\.com|\/api\/(?:datasets|papers)\//
    await context.route(elsewhere, nobody)
    await badge.click()
    await expect(dialog(page)).toContainText('Some of what this page leads to could not be reached')
    await expect(dialog(page)).toContainText('model.safetensors')
    await context.unroute(elsewhere, nobody)
    await context.setOffline(true)
    await context.setOffline(false)
    await expect(dialog(page).locator('details.sources summary')).toContainText('3 of 3')
    await expect(dialog(page).locator('.notices')).toHaveText('')
    expect(errors).toEqual([])
  })

  test('fails on a repository’s page, which gets its badge when it is back', async ({
    page,
    hub,
    context,
    errors,
  }) => {
    const refs = /\/info\/refs$/
    const api = /^\/repos\//
    hub.fault(refs, 'reset')
    hub.fault(api, 'reset')
    await page.goto(`${GITHUB}/allenai/OLMo`)
    await expect.poll(() => hub.log.some(({ host }) => host === 'api.github.com')).toBe(true)
    // A repository that nobody could look at gets no badge: nothing is known of it.
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    hub.fault(refs, null)
    hub.fault(api, null)
    await context.setOffline(true)
    await context.setOffline(false)
    await settled(page)
    await expect(page.locator('openmark-badge')).toHaveCount(1)
    expect(errors).toEqual([])
  })
})

test.describe('the worker', () => {
  test('is ended while it asks: the page asks it again', async ({ page, hub, context, badge, errors }) => {
    hub.fault(API, 'stall')
    await page.goto(MODEL)
    await expect(badge).toBeVisible()
    await expect.poll(() => hub.log.some(({ path }) => path.startsWith('/api/'))).toBe(true)
    hub.fault(API, null)
    await endWorker(context)
    await badge.click()
    await looked(page)
    expect(errors).toEqual([])
  })

  test('is ended while a panel follows its sources: the panel goes on', async ({
    page,
    hub,
    context,
    badge,
    errors,
  }) => {
    const dataset = /^\/api\/datasets\//
    await page.goto(MODEL)
    await settled(page)
    hub.fault(dataset, 'stall')
    await badge.click()
    await expect.poll(() => hub.log.some(({ path }) => dataset.test(path))).toBe(true)
    hub.fault(dataset, null)
    await endWorker(context)
    await expect(dialog(page).locator('details.sources summary')).toContainText('3 of 3')
    await expect(dialog(page)).not.toContainText('Reload the page')
    expect(errors).toEqual([])
  })
})
