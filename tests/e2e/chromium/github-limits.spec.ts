import type { Page } from '@playwright/test'
import type { Reply } from '../../../scripts/lib/offline/routes'
import { expect, settled, test } from './extension'
import { kept } from './kept'

/** What GitHub's API does not answer, in words for the reader; and what is asked, of whom, with which token. */

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } }

const GITHUB = 'https://github.com'
const MODEL = `${GITHUB}/allenai/OLMo`
const TREE = /\/git\/trees\//
const REFS = /\.git\/info\/refs$/
const API_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, X-RateLimit-Remaining, X-RateLimit-Reset',
}

const denied = (message: string, headers: Record<string, string>, status = 403): Reply => ({
  status,
  type: 'json',
  body: JSON.stringify({ message }),
  headers: { ...API_HEADERS, ...headers },
})
const inMinutes = (minutes: number) => Math.ceil(Date.now() / 1_000) + minutes * 60
const usedUp = () =>
  denied('API rate limit exceeded for 203.0.113.9.', {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': `${inMinutes(40)}`,
  })

/** Ages all that is kept. */
async function threeDaysLater(page: Page, own: (path: string) => string): Promise<void> {
  await page.goto(own('welcome.html'))
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('openmark')
        opening.onsuccess = () => {
          const store = opening.result.transaction('answers', 'readwrite').objectStore('answers')
          store.openCursor().onsuccess = (event) => {
            const cursor = event.target instanceof IDBRequest ? event.target.result : null
            if (!(cursor instanceof IDBCursorWithValue)) return resolve()
            cursor.update({ ...cursor.value, storedAt: cursor.value.storedAt - 3 * 86_400_000 })
            cursor.continue()
          }
        }
      }),
  )
}

test.describe('where GitHub’s API', () => {
  test.afterEach(({ hub }) => {
    for (const pattern of [TREE, REFS, /\/commits\/HEAD$/, /README\.md$/]) hub.fault(pattern, null)
  })

  for (const [what, reply, minutes] of [
    ['has answered all it would this hour', usedUp, 40],
    [
      'says that too much came at once, and how long to wait',
      () => denied('You have exceeded a secondary rate limit.', { 'retry-after': '300' }),
      5,
    ],
    [
      'says so in words alone',
      () => denied('You have exceeded a secondary rate limit. Please wait a few minutes.', {}),
      1,
    ],
  ] as const) {
    test(`${what}, the panel says until when, and shows what raw files tell`, async ({
      page,
      hub,
      badge,
      panel,
      errors,
    }) => {
      hub.fault(TREE, reply())
      await page.goto(MODEL)
      await settled(page)
      await expect(badge).toContainText('Apache-2.0')
      await badge.click()
      const until = new Date(Date.now() + minutes * 60_000)
      await expect(panel).toContainText('GitHub answers no more questions until')
      const words = (await panel.textContent()) ?? ''
      const [, hour = '', minute = ''] = /until [^.]*?(\d{1,2}):(\d{2})/.exec(words) ?? []
      const told = Number(minute) + 60 * Number(hour)
      expect(Math.abs((told - until.getMinutes() - 60 * until.getHours()) % (12 * 60))).toBeLessThanOrEqual(2)
      // Files were not seen: nothing of them is said to be missing.
      expect(words).not.toContain('looked, not there')
      hub.resetLog()
      await page.reload()
      await settled(page)
      expect(hub.log.filter(({ host }) => host === 'api.github.com')).toEqual([])
      expect(errors).toEqual([])
    })
  }

  test('is used up, what was found before stands', async ({ page, hub, badge, panel, own }) => {
    await page.goto(MODEL)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('Training code')
    // Three days later; meanwhile somebody has pushed.
    await threeDaysLater(page, own)
    const sha = 'f'.repeat(40)
    hub.fault(REFS, {
      status: 200,
      type: 'text',
      body: `001e# service=git-upload-pack\n00000153${sha} HEAD\0multi_ack\n003d${sha} refs/heads/main\n0000`,
    })
    hub.fault(TREE, usedUp())
    await page.goto(MODEL)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('GitHub answers no more questions until')
    await expect(panel).toContainText('Training code')
  })

  test('does not know the repository, nothing is shown, and the popup says why', async ({
    page,
    hub,
    own,
    errors,
  }) => {
    const missing = denied('Not Found', {}, 404)
    hub.fault(REFS, { status: 401, type: 'text', body: 'Repository not found.' })
    hub.fault(/\/commits\/HEAD$/, missing)
    await page.goto(MODEL)
    await page.waitForTimeout(700)
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    expect(errors).toEqual([])
    await page.goto(own(`popup.html?url=${encodeURIComponent(MODEL)}`))
    await page.getByRole('button', { name: 'Got it' }).click()
    await page.getByRole('button', { name: 'Check it' }).click()
    await expect(page.locator('main')).toContainText('private or not there')
  })

  test('knows it under another name, that is followed', async ({ page, hub, badge }) => {
    await page.goto(`${GITHUB}/example-org/rocket-old`)
    await settled(page)
    await expect(badge).toContainText('MIT')
    expect(page.url()).toBe(`${GITHUB}/example-org/rocket`)
    expect(
      hub.log.filter(({ host, path }) => host === 'api.github.com' && path.includes('rocket-old')),
    ).toEqual([])
  })

  test('says that the repository is empty, so does the panel', async ({ page, hub, badge, panel, own }) => {
    hub.fault(REFS, { status: 200, type: 'text', body: '001e# service=git-upload-pack\n000000000000' })
    hub.fault(/\/commits\/HEAD$/, denied('Git Repository is empty.', {}, 409))
    await page.goto(own(`popup.html?url=${encodeURIComponent(MODEL)}`))
    await page.getByRole('button', { name: 'Got it' }).click()
    await page.getByLabel('Badge on allenai/OLMo').selectOption('always')
    await kept(page, own('welcome.html'), '"allenai/olmo":"on"')
    await page.goto(MODEL)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('The repository is empty.')
  })

  test('lists a part of very many files, that is said, and nothing is called missing', async ({
    page,
    hub,
    badge,
    panel,
  }) => {
    const tree = Array.from({ length: 60_000 }, (_, index) => ({
      path: `lib/part${index}.txt`,
      type: 'blob',
      size: 1,
    }))
    const body = JSON.stringify({
      truncated: true,
      tree: [{ path: 'README.md', type: 'blob' }, { path: 'LICENSE', type: 'blob' }, ...tree],
    })
    hub.fault(TREE, { status: 200, type: 'json', body, headers: API_HEADERS })
    await page.goto(MODEL)
    const start = Date.now()
    await settled(page)
    expect(Date.now() - start).toBeLessThan(8_000)
    await badge.click()
    await expect(panel).toContainText('Not all files could be listed.')
    await expect(panel).not.toContainText('looked, not there')
  })

  test('is asked at most twice for a repository, without cookies, and by nobody but the worker', async ({
    page,
    hub,
    errors,
  }) => {
    for (const git of [true, false]) {
      if (!git) hub.fault(REFS, { status: 503, type: 'text', body: '' })
      await page.goto(`${GITHUB}/${git ? 'allenai/OLMo' : 'example-org/rocket'}`)
      await settled(page)
      const api = hub.log.filter(({ host }) => host === 'api.github.com')
      expect(api.map(({ path }) => path.replace(/[0-9a-f]{40}/, 'SHA'))).toEqual(
        git
          ? ['/repos/allenai/OLMo/git/trees/SHA?recursive=1']
          : ['/repos/example-org/rocket/commits/HEAD', '/repos/example-org/rocket/git/trees/SHA?recursive=1'],
      )
      const ours = hub.log.filter(({ host, path }) => host !== 'github.com' || path.includes('info/refs'))
      expect(ours.filter(({ cookie, referer }) => cookie !== null || referer !== null)).toEqual([])
      hub.resetLog()
    }
    expect(errors).toEqual([])
  })

  test('told of the head commit, it is only asked whether that has changed', async ({
    page,
    hub,
    badge,
    own,
  }) => {
    hub.fault(REFS, { status: 503, type: 'text', body: '' })
    await page.goto(MODEL)
    await settled(page)
    await threeDaysLater(page, own)
    hub.resetLog()
    await page.goto(MODEL)
    await settled(page)
    await expect(badge).toContainText('Apache-2.0')
    const api = hub.log.filter(({ host, method }) => host === 'api.github.com' && method === 'GET')
    expect(api.map(({ path, etag }) => [path, etag !== null])).toEqual([
      ['/repos/allenai/OLMo/commits/HEAD', true],
    ])
    expect(hub.log.filter(({ host }) => host === 'raw.githubusercontent.com')).toEqual([])
  })

  test('is given a token, nobody else is, and a preflight lets it through', async ({
    page,
    hub,
    own,
    errors,
  }) => {
    const token = `ghp_${'a1B2'.repeat(9)}`
    await page.goto(own('welcome.html'))
    await page.evaluate((value) => chrome.storage.local.set({ 'github.token': value }), token)
    await page.goto(MODEL)
    await settled(page)
    const asked = hub.log.filter(({ method }) => method !== 'OPTIONS')
    const api = asked.filter(({ host }) => host === 'api.github.com')
    expect(api.map(({ authorization }) => authorization)).toEqual([`Bearer ${token}`])
    expect(
      asked.filter(({ host, authorization }) => host !== 'api.github.com' && authorization !== null),
    ).toEqual([])
    expect(hub.log.filter(({ method }) => method === 'OPTIONS').map(({ host }) => host)).toEqual([
      'api.github.com',
    ])
    expect(errors).toEqual([])
  })
})

test.describe('GitHub’s own list of models', () => {
  test('has the badge of the model on the Hub that a page links, and none where it links none', async ({
    page,
    badge,
    errors,
  }) => {
    await page.goto(`${GITHUB}/marketplace/models/azureml/OLMo-7B?model=allenai/OLMo-7B`)
    await settled(page)
    await expect(badge).toContainText('Apache-2.0')
    await expect(page.locator('main h1 + openmark-badge')).toHaveCount(1)
    await page.goto(`${GITHUB}/marketplace/models/azure-openai/gpt-4o`)
    await page.waitForTimeout(500)
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    await page.goto(`${GITHUB}/marketplace/models`)
    await page.waitForTimeout(300)
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    expect(errors).toEqual([])
  })
})
