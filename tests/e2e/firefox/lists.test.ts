import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HUB, type Session, SHOTS, startFirefox } from './extension'

let session: Session

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  session = await startFirefox()
})
afterAll(() => session?.close())

/** What stands in each card of the page, and how it lies in the row of facts. */
const cards = () =>
  session.page.evaluate(() =>
    [...document.querySelectorAll('article')].slice(0, 6).map((card) => {
      const chip = card.querySelector('openmark-chip')
      const row = card.querySelector('.facts')?.getBoundingClientRect()
      const box = chip?.getBoundingClientRect()
      return {
        chips: card.querySelectorAll('openmark-chip').length,
        words: chip?.shadowRoot?.textContent?.includes('Open weights') ?? false,
        inRow:
          box && row
            ? box.top >= row.top - 2 && box.bottom <= row.bottom + 2 && box.right <= row.right + 1
            : null,
      }
    }),
  )

describe('in Firefox a list', () => {
  test('has a chip in the row of each card, from one request', async () => {
    session.hub.resetLog()
    await session.page.goto(`${HUB}/models`)
    await session.page.waitForFunction(
      () =>
        [...document.querySelectorAll('article')]
          .slice(0, 6)
          .every((card) => card.querySelector('openmark-chip')),
      { timeout: 15_000 },
    )
    const seen = await cards()
    expect(seen.map(({ chips }) => chips)).toEqual([1, 1, 1, 1, 1, 1])
    expect(seen.map(({ inRow }) => inRow)).toEqual([true, true, true, true, true, true])
    expect(seen.some(({ words }) => words)).toBe(true)
    const asked = session.hub.log.filter(({ path }) => path.startsWith('/api/'))
    expect(asked.map(({ path, cookie, referer }) => [path.slice(0, 12), cookie, referer])).toEqual([
      ['/api/models?', null, null],
    ])
    await session.page.screenshot({ path: `${SHOTS}/firefox.list.png` })
  })

  test('has a bar that dims what does not fit, and remembers', async () => {
    const bar = (question: string) =>
      session.page.evaluate((name) => {
        const labels = document.querySelector('openmark-bar')?.shadowRoot?.querySelectorAll('label') ?? []
        for (const label of labels) if (label.textContent?.includes(name)) label.click()
      }, question)
    await bar('commercial')
    await session.page.waitForSelector('article[data-openmark-out="dim"]', { timeout: 8_000 })
    await session.page.goto(`${HUB}/models`)
    await session.page.waitForSelector('article[data-openmark-out="dim"]', { timeout: 15_000 })
    expect(session.errors).toEqual([])
  })
})
