import { mkdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  answerForAll,
  OWNERS,
  RECORDED,
  SIGNED_IN,
  serve,
  WITH_HEADER,
  WITHOUT,
} from '../../lib/recorded-github'
import { installSoftNavigation } from '../../lib/soft-navigation'
import { readBadge, type Session, SHOTS, settled, startFirefox } from './extension'

/** The same in Firefox as in Chromium: mounting in three headers, going from page to page, whom the token goes to. */

declare const browser: {
  storage: Record<'local' | 'sync', { set(items: object): Promise<void>; clear(): Promise<void> }>
}

const GITHUB = 'https://github.com'
const MODEL = '/allenai/OLMo'
const OTHER = '/example-org/rocket'
const NONE = '/example-org/interface-kit'

let session: Session

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  session = await startFirefox()
})
afterAll(() => session?.close())
beforeEach(() => {
  session.hub.resetLog()
  session.errors.splice(0)
})
afterEach(() => expect(session.errors.filter((error) => /openmark|moz-extension/i.test(error))).toEqual([]))

const count = () => session.page.evaluate(() => document.querySelectorAll('openmark-badge').length)
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
/** Waits until the one badge says this, or until there is none. */
const until = (words: string | null) =>
  session.page.waitForFunction(
    (expected) => {
      const hosts = document.querySelectorAll('openmark-badge')
      const text = hosts[0]?.shadowRoot?.querySelector('button.badge')?.textContent ?? null
      return expected === null
        ? hosts.length === 0
        : hosts.length === 1 && text !== null && text.includes(expected)
    },
    { timeout: 10_000 },
    words,
  )
const store = (area: 'local' | 'sync', items: Record<string, unknown>) =>
  session.page.evaluate((where, what) => browser.storage[where].set(what), area, items)

describe('in Firefox on GitHub the badge', () => {
  test.each(['rails', 'react', 'global'])('stands once, on every tab, %s header', async (header) => {
    for (const path of [MODEL, `${MODEL}/issues`, `${MODEL}/tree/main/olmo`]) {
      await session.page.goto(`${GITHUB}${path}?header=${header}`)
      await until('Apache-2.0')
    }
    await session.page.goto(`${GITHUB}${MODEL}?header=${header}`)
    await settled(session.page)
    await session.page.screenshot({ path: `${SHOTS}/firefox.github.${header}.png` })
    expect(await readBadge(session.page)).toMatchObject({ hosts: 1 })
  })

  test.each(['rails', 'react', 'global'])(
    'follows Turbo to issues and back, to other repositories, to the user, and back again, %s header',
    async (header) => {
      const at = (path: string) => `${path}?header=${header}`
      await session.page.goto(GITHUB + at(MODEL))
      await settled(session.page)
      await session.page.evaluate(installSoftNavigation, [MODEL, OTHER])
      const go = (path: string) => session.page.evaluate((to) => soft.turbo(to), at(path))
      await go(`${MODEL}/issues`)
      await until('Apache-2.0')
      await go(MODEL)
      await until('Apache-2.0')
      await go(OTHER)
      await until('MIT')
      await go(NONE)
      await until(null)
      await go(MODEL)
      await until('Apache-2.0')
      await go('/allenai')
      await until(null)
      for (const words of ['Apache-2.0', null, 'MIT']) {
        await session.page.evaluate(() => soft.back())
        await until(words)
      }
      expect(await session.page.evaluate(() => soft.seen())).toEqual({ most: 1, astray: 0 })
    },
  )

  test.each(['react', 'global'])('follows React, which changes names in place, %s header', async (header) => {
    const at = (path: string) => `${path}?header=${header}`
    await session.page.goto(GITHUB + at(MODEL))
    await settled(session.page)
    await session.page.evaluate(installSoftNavigation, [MODEL, OTHER])
    for (const [path, words] of [
      [OTHER, 'MIT'],
      [NONE, null],
      [MODEL, 'Apache-2.0'],
      ['/example-org/secret-model', null],
    ] as const) {
      await session.page.evaluate((to) => soft.react(to), at(path))
      await until(words)
    }
    expect(await session.page.evaluate(() => soft.seen())).toEqual({ most: 1, astray: 0 })
  })

  test('is put back where the page drops it or draws it anew', async () => {
    await session.page.goto(`${GITHUB}${MODEL}?header=global`)
    await settled(session.page)
    for (const damage of [
      '#repo-title-component',
      '[data-target="react-partial.reactRoot"]',
      'main',
      'body',
    ]) {
      await session.page.evaluate((selector) => {
        const element = document.querySelector(selector)
        if (element) element.innerHTML = `${element.innerHTML}`
        document.querySelector('openmark-badge')?.remove()
      }, damage)
      await until('Apache-2.0')
    }
  })

  test('is nowhere near a private repository: nothing is asked', async () => {
    for (const query of ['', '?header=react', '?header=global', '?header=react&metas=none']) {
      session.hub.resetLog()
      await session.page.goto(`${GITHUB}/example-org/secret-model${query}`)
      await pause(400)
      expect(await count()).toBe(0)
      expect(
        session.hub.log.filter(({ host, path }) => host !== 'github.com' || path.includes('info/refs')),
      ).toEqual([])
    }
  })

  test('asks GitHub’s API with the reader’s token, and nobody else', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`
    await session.showOwn('welcome.html', 'ul.steps li')
    await store('local', { 'github.token': token })
    await session.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('openmark')
          opening.onsuccess = () => {
            const clearing = opening.result.transaction('answers', 'readwrite').objectStore('answers').clear()
            clearing.onsuccess = () => resolve()
          }
        }),
    )
    session.hub.resetLog()
    await session.page.goto(`${GITHUB}${MODEL}`)
    await settled(session.page)
    const asked = session.hub.log.filter(({ method }) => method !== 'OPTIONS')
    expect(
      asked.filter(({ host }) => host === 'api.github.com').map(({ authorization }) => authorization),
    ).toEqual([`Bearer ${token}`])
    expect(
      asked.filter(({ host, authorization }) => host !== 'api.github.com' && authorization !== null),
    ).toEqual([])
    expect(session.hub.log.filter(({ method }) => method === 'OPTIONS').map(({ host }) => host)).toEqual([
      'api.github.com',
    ])
  })
})

describe.skipIf(!RECORDED)(
  'in Firefox on GitHub’s pages as the site served them (skipped where reference pages are not here)',
  () => {
    beforeAll(async () => {
      await session.showOwn('welcome.html', 'ul.steps li')
      const value = Object.fromEntries(OWNERS.map((owner) => [owner.toLowerCase(), 'on']))
      await store('sync', { 'settings.repositories': { value, at: Date.now() } })
      answerForAll(session.hub)
    })

    test.each(WITH_HEADER)('one badge stands in %s', async (file, path) => {
      const undo = serve(session.hub, [file, path])
      await session.page.goto(GITHUB + path)
      await until('MIT')
      undo()
    })

    test('one badge stands behind the breadcrumbs of the global bar', async () => {
      const undo = serve(session.hub, SIGNED_IN, SIGNED_IN[2])
      await session.page.goto(GITHUB + SIGNED_IN[1])
      await until('MIT')
      undo()
    })

    test.each(WITHOUT)('nothing of ours is in %s', async (file, path) => {
      const undo = serve(session.hub, [file, path])
      session.hub.resetLog()
      await session.page.goto(GITHUB + path)
      await pause(300)
      expect(await count()).toBe(0)
      expect(session.hub.log.filter(({ host }) => host !== 'github.com')).toEqual([])
      undo()
    })
  },
)
