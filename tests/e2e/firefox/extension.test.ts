import { mkdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RUBRIC_IDS } from '../../../rubrics'
import { HUB, readBadge, type Session, SHOTS, settled, startFirefox } from './extension'

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
afterEach(() => expect(session.errors).toEqual([]))

const focused = () =>
  session.page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element?.className ?? ''
  })
const panelText = () =>
  session.page.evaluate(
    () =>
      document.querySelector('openmark-badge')?.shadowRoot?.querySelector('[role="dialog"]')?.textContent ??
      null,
  )
const until = (shown: boolean) =>
  session.page.waitForFunction(
    (expected) =>
      (document.querySelector('openmark-badge')?.shadowRoot?.querySelector('[role="dialog"]') !== null) ===
      expected,
    { timeout: 8_000 },
    shown,
  )

describe('in Firefox the wire', () => {
  const click = () =>
    session.page.evaluate(() =>
      document
        .querySelector('openmark-badge')
        ?.shadowRoot?.querySelector<HTMLElement>('button.badge')
        ?.click(),
    )

  test('shows four hosts, no cookie and no referrer of the extension’s, and nothing before a page is opened', async () => {
    expect([session.hub.log, session.elsewhere()]).toEqual([[], []])
    const visited = ['/allenai/OLMo-7B', '/meta-llama/Llama-3.1-8B', '/models']
    await session.page.goto(`${HUB}/`)
    for (const path of visited) {
      await session.page.goto(HUB + path)
      if (path === '/models') continue
      await settled(session.page)
      await click()
      await until(true)
    }
    await session.page.goto('https://github.com/allenai/OLMo')
    await settled(session.page)
    await session.showOwn('popup.html?check=allenai%2FOLMo-7B', 'main.om')
    await session.page.evaluate(() => document.querySelector<HTMLElement>('button.primary')?.click())
    await session.page.waitForFunction(() => document.body.textContent?.includes('Apache-2.0'))
    await session.showOwn('options.html', 'table.examples tr')
    const visits = new Set(['/', '/favicon.ico', '/allenai/OLMo', ...visited])
    const asked = session.hub.log.filter(({ path }) => !visits.has(path))
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter(({ cookie, referer }) => cookie !== null || referer !== null)).toEqual([])
    expect([...new Set(asked.map(({ host }) => host))].sort()).toEqual([
      'api.github.com',
      'github.com',
      'huggingface.co',
      'raw.githubusercontent.com',
    ])
    expect(session.elsewhere()).toEqual([])
  })

  test('carries nothing that the policy of the own pages forbids', async () => {
    const attempt = (address: string) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      )
    await session.showOwn('options.html', 'table.examples tr')
    expect(await session.page.evaluate(attempt, 'https://elsewhere.example/own')).toBe(false)
    expect(session.elsewhere()).toEqual([])
    // The proxy does see a page that asks the same.
    await session.page.goto(`${HUB}/models`)
    await session.page.evaluate(attempt, 'https://elsewhere.example/page')
    expect(session.elsewhere()).toEqual(['elsewhere.example'])
  })
})

describe('in Firefox the badge', () => {
  test('stands once on a model page and says how open the model is', async () => {
    await session.page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(session.page)
    expect(await readBadge(session.page)).toMatchObject({
      hosts: 1,
      name: expect.stringMatching(/Openness: Open .*Apache-2\.0/),
    })
    await session.page.screenshot({ path: `${SHOTS}/firefox.page.png` })
  })

  test("asks the model's host alone, at most six times, without the reader's cookies", async () => {
    // Any page of the recorded Hub sets a cookie; the page's own request below carries it.
    await session.page.goto(`${HUB}/`)
    session.hub.resetLog()
    await session.page.goto(`${HUB}/EleutherAI/gpt-j-6b`)
    await settled(session.page)
    expect(session.hub.log.find(({ path }) => path === '/EleutherAI/gpt-j-6b')?.cookie).toContain('session=')
    const asked = session.hub.log.filter(({ path }) => path.startsWith('/api/') || path.includes('/raw/'))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(6)
    expect(asked.map(({ host, cookie, referer }) => [host, cookie, referer])).toEqual(
      asked.map(() => ['huggingface.co', null, null]),
    )
  })

  test('is on no other page', async () => {
    for (const path of ['/', '/models', '/datasets/allenai/dolma', '/docs/hub/index', '/nobody/nothing']) {
      await session.page.goto(`${HUB}${path}`)
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(await readBadge(session.page), path).toBeNull()
    }
  })

  test.each(['hydrate', 'rerender', 'wipe'])('survives when the page does: %s', async (mode) => {
    await session.page.goto(`${HUB}/allenai/OLMo-7B?${mode}=1`)
    await settled(session.page)
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect(await readBadge(session.page)).toMatchObject({ hosts: 1 })
  })

  test('stands on a page whose data cannot be read, and the panel says so', async () => {
    await session.page.goto(`${HUB}/allenai/OLMo-7B?props=broken`)
    await settled(session.page)
    await session.page.evaluate(() =>
      document
        .querySelector('openmark-badge')
        ?.shadowRoot?.querySelector<HTMLElement>('button.badge')
        ?.focus(),
    )
    await session.page.keyboard.press('Enter')
    await until(true)
    expect(await panelText()).toContain('What this page says about its model cannot be read')
  })
})

describe('in Firefox the panel', () => {
  test('opens with Enter, closes with Escape, and focus returns to the badge', async () => {
    await session.page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(session.page)
    for (let presses = 0; presses < 40 && !(await focused()).includes('badge'); presses += 1) {
      await session.page.keyboard.press('Tab')
    }
    expect(await focused()).toContain('badge')
    await session.page.keyboard.press('Enter')
    await until(true)
    expect(await focused()).toContain('panel')
    expect(await panelText()).toContain('Not legal advice')
    await session.page.screenshot({ path: `${SHOTS}/firefox.panel.png` })
    await session.page.keyboard.press('Escape')
    await until(false)
    expect(await focused()).toContain('badge')
  })
})

describe('in Firefox the lineage', () => {
  test('is followed while the panel is open, base by base', async () => {
    await session.page.goto(`${HUB}/ggml-org/gemma-3-1b-it-GGUF`)
    await settled(session.page)
    await session.page.evaluate(() =>
      document
        .querySelector('openmark-badge')
        ?.shadowRoot?.querySelector<HTMLElement>('button.badge')
        ?.click(),
    )
    await session.page.waitForFunction(
      () =>
        document
          .querySelector('openmark-badge')
          ?.shadowRoot?.querySelector('ol.tree')
          ?.textContent?.includes('private, or not there'),
      { timeout: 15_000 },
    )
    expect(await panelText()).toContain('converted to gemma-3-1b-it-GGUF')
    await session.page.evaluate(() =>
      document.querySelector('openmark-badge')?.shadowRoot?.querySelector('ol.tree')?.scrollIntoView(),
    )
    await session.page.screenshot({ path: `${SHOTS}/firefox.lineage.png` })
  })
})

describe('in Firefox on GitHub', () => {
  const hosts = () => session.page.evaluate(() => document.querySelectorAll('openmark-badge').length)

  test('the badge stands once on a model’s repository, also after a soft navigation, and nowhere else', async () => {
    await session.page.goto('https://github.com/allenai/OLMo')
    await settled(session.page)
    expect(await readBadge(session.page)).toMatchObject({ hosts: 1 })
    await session.page.screenshot({ path: `${SHOTS}/firefox.github.png` })
    const go = (path: string) =>
      session.page.evaluate(async (to) => {
        const next = new DOMParser().parseFromString(await (await fetch(to)).text(), 'text/html')
        history.pushState({}, '', to)
        for (const meta of document.head.querySelectorAll('meta[name^="octolytics"]')) meta.remove()
        document.head.append(...next.head.querySelectorAll('meta[name^="octolytics"]'))
        document.body.className = next.body.className
        document.body.replaceChildren(...next.body.childNodes)
      }, path)
    await go('/allenai/OLMo/issues')
    await session.page.waitForFunction(() => document.querySelectorAll('openmark-badge').length === 1)
    await go('/example-org/interface-kit')
    await session.page.waitForFunction(() => document.querySelectorAll('openmark-badge').length === 0)
    await session.page.goto('https://github.com/example-org/secret-model')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await hosts()).toBe(0)
  })
})

describe('in Firefox the own pages', () => {
  test('the popup names the licence of the model asked about', async () => {
    const url = encodeURIComponent(`${HUB}/meta-llama/Llama-3.1-8B`)
    await session.showOwn(`popup.html?url=${url}`, 'main.om')
    await session.page.evaluate(() => document.querySelector<HTMLElement>('button.primary')?.click())
    await session.page.waitForFunction(() => document.body.textContent?.includes('Llama 3.1'), {
      timeout: 15_000,
    })
    await session.page.screenshot({ path: `${SHOTS}/firefox.popup.png` })
  })

  test('the licence check answers an id with its clauses', async () => {
    await session.showOwn('popup.html?check=llama3.1', 'main.om')
    await session.page.waitForFunction(() => document.body.textContent?.includes('700,000,000'), {
      timeout: 15_000,
    })
    expect(await session.page.evaluate(() => document.querySelector('.answer-card')?.textContent)).toContain(
      'clause 2',
    )
    await session.page.screenshot({ path: `${SHOTS}/firefox.license-check.png` })
  })

  test('the options show every rubric and three models to try it on', async () => {
    await session.showOwn('options.html', 'table.examples tr')
    const counts = await session.page.evaluate(() => [
      document.querySelectorAll('input[name="rubric"]').length,
      document.querySelectorAll('table.examples tr').length,
    ])
    expect(counts[0]).toBe(RUBRIC_IDS.length)
    // The three examples, and a fourth row where a model page is open in another tab.
    expect(counts[1]).toBeGreaterThanOrEqual(3)
    await session.page.screenshot({ path: `${SHOTS}/firefox.options.png` })
  })

  test("the first page explains the meter's steps", async () => {
    await session.showOwn('welcome.html', 'ul.steps li')
    expect(
      await session.page.evaluate(() => document.querySelectorAll('ul.steps li').length),
    ).toBeGreaterThan(4)
  })
})
