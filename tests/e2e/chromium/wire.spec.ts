import type { Page } from '@playwright/test'
import { HOSTS } from '../../../scripts/lib/offline/flags'
import type { Logged } from '../../../scripts/lib/offline/server'
import { expect, HUB, settled, test } from './extension'

/**
 * What goes over the wire, as a server sees it that stands for every host there is: twenty pages and every surface, from
 * the moment of installation.
 */

test.use({ everyHost: true })

const GITHUB = 'https://github.com'
/** Chromium's own questions (its updates, its accounts), which no flag turns off; no extension's page could ask them. */
const BROWSERS_OWN = /(?:^|\.)(?:google|googleapis|gvt1)\.com$/
const sent = (log: readonly Logged[]) => log.filter(({ host }) => !BROWSERS_OWN.test(host))

/** Pages with a badge, then pages without one. */
const MODELS = [
  `${HUB}/allenai/OLMo-7B`,
  `${HUB}/allenai/OLMo-7B/tree/main`,
  `${HUB}/allenai/OLMo-7B/tree/step1000-tokens4B`,
  `${HUB}/allenai/OLMo-7B/discussions`,
  `${HUB}/EleutherAI/gpt-j-6b`,
  `${HUB}/meta-llama/Llama-3.1-8B`,
  `${HUB}/CohereForAI/c4ai-command-r-plus`,
  `${HUB}/ggml-org/gemma-3-1b-it-GGUF`,
  `${HUB}/example-org/rocket-1b`,
  `${HUB}/example-org/Llama-quartet-8b`,
  `${HUB}/example-org/orphan-3b`,
  `${HUB}/example-org/no-license`,
  `${GITHUB}/allenai/OLMo`,
  `${GITHUB}/allenai/OLMo/issues`,
]
const OTHERS = [
  `${HUB}/`,
  `${HUB}/models`,
  `${HUB}/datasets/allenai/dolma`,
  `${GITHUB}/`,
  `${GITHUB}/example-org/secret-model`,
  `${GITHUB}/example-org/interface-kit`,
]

/** Half of a licence: read all the same, and recognised as none. */
const LICENSE = `MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction.`

const box = (page: Page) => page.getByRole('textbox', { name: 'Check a model or a licence' })

test('a browser with the extension that nobody uses asks nobody anything', async ({ page, hub, context }) => {
  // The page of the extension that was opened to see that it is there is one that a reader opens, too.
  await expect.poll(() => context.serviceWorkers().length).toBeGreaterThan(0)
  // Absence has no event to wait for.
  await page.waitForTimeout(3_000)
  expect(sent(hub.log)).toEqual([])
})

test('twenty pages and every surface: four hosts, no cookie, no referrer, nothing but questions', async ({
  page,
  context,
  hub,
  badge,
  panel,
  own,
  errors,
}) => {
  test.setTimeout(90_000)
  await context.addCookies(
    HOSTS.map((domain) => ({
      name: 'token',
      value: 'secret',
      domain,
      path: '/',
      secure: true,
      sameSite: 'None' as const,
    })),
  )
  const visited: string[] = []
  const visit = async (address: string) => {
    const { host, pathname } = new URL(address)
    visited.push(host + pathname)
    await page.goto(address)
  }
  for (const address of MODELS) {
    await visit(address)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('Not legal advice')
    await expect(panel.locator('.notices')).not.toContainText('Looking')
  }
  for (const address of OTHERS) await visit(address)
  await visit(`${HUB}/models`)
  await expect(page.locator('openmark-chip').first()).toBeVisible()
  expect(new Set(visited).size).toBe(20)

  // The popup: the legend, the model of a page, a licence, a text, a model, a repository's licence, a licence file.
  await page.goto(own(`popup.html?url=${encodeURIComponent(`${HUB}/example-org/meadow-7b`)}`))
  await page.getByRole('button', { name: 'Got it' }).click()
  await expect(page.getByText('Fine-tune of meta-llama/Llama-2-7b-hf')).toBeVisible()
  await box(page).fill('llama3.1')
  await expect(page.locator('.answer-card')).toContainText('700,000,000')
  await box(page).fill(LICENSE)
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('No licence that is known')
  await box(page).fill('stabilityai/none-such')
  await box(page).press('Enter')
  await expect(page.locator('main')).toContainText('none-such')
  await box(page).fill('allenai/OLMo-7B')
  await box(page).press('Enter')
  await expect(page.locator('.model-name')).toHaveText('allenai/OLMo-7B')
  await box(page).fill('https://github.com/allenai/OLMo')
  await box(page).press('Enter')
  await expect(page.locator('main [role="status"].working')).toHaveCount(0)
  await page.goto(own('popup.html?check=https%3A%2F%2Fhuggingface.co%2Fmeta-llama%2FLlama-3.1-8B'))
  await expect(page.locator('.model-name')).toHaveText('meta-llama/Llama-3.1-8B')
  await page.goto(own('options.html'))
  await page.getByRole('radio', { name: /Six open parts/ }).check()
  await expect(page.getByRole('status')).toHaveText('Saved')
  await page.getByRole('button', { name: 'Start with an example' }).click()
  await expect(page.getByRole('combobox', { name: 'What rule 1 says' })).toBeVisible()
  await page.goto(own('welcome.html'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  // The browser asks for a page's icon as the page would.
  const isVisit = ({ host, path }: Logged) => path === '/favicon.ico' || visited.includes(host + path)
  const log = sent(hub.log)
  const asked = log.filter((request) => !isVisit(request))
  console.log(
    `${asked.length} requests of the extension: ${HOSTS.map((host) => `${host} ${asked.filter((request) => request.host === host).length}`).join(', ')}`,
  )
  // Whatever was asked, by whomever: these hosts alone.
  expect([...new Set(log.map(({ host }) => host))].sort()).toEqual([...HOSTS].sort())
  expect(asked.filter(({ cookie, referer }) => cookie !== null || referer !== null)).toEqual([])
  // The pages themselves do carry the cookie, and the log would have shown one.
  expect(log.filter(isVisit).every(({ cookie }) => cookie?.includes('token=secret'))).toBe(true)
  expect([...new Set(asked.map(({ method }) => method))]).toEqual(['GET'])
  for (const { referer, host } of log)
    if (referer !== null) expect([host, new URL(referer).host]).toEqual([host, host])
  expect(errors).toEqual([])
})

test('what the extension may not ask, its own pages and its worker cannot ask either', async ({
  page,
  context,
  hub,
  own,
}) => {
  await page.goto(own('options.html'))
  await expect(page.getByRole('radio', { name: /Six open parts/ })).toBeVisible()
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  hub.resetLog()
  const elsewhere = 'https://elsewhere.example/x'
  const attempt = async (address: string) =>
    fetch(address, { mode: 'no-cors' }).then(
      () => 'asked',
      () => 'blocked',
    )
  expect([await page.evaluate(attempt, elsewhere), await worker.evaluate(attempt, elsewhere)]).toEqual([
    'blocked',
    'blocked',
  ])
  // Neither may a script, a picture, a frame or a style come from there, nor markup be made of text.
  const violated = await page.evaluate(async (address) => {
    const seen = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      seen.add(effectiveDirective),
    )
    for (const [name, key] of [
      ['script', 'src'],
      ['img', 'src'],
      ['iframe', 'src'],
      ['link', 'href'],
    ] as const) {
      const element = document.createElement(name)
      if (name === 'link') element.setAttribute('rel', 'stylesheet')
      try {
        element.setAttribute(key, address)
      } catch {
        seen.add(`${name} refused`)
      }
      document.body.append(element)
    }
    const markup = (() => {
      try {
        Reflect.set(document.createElement('p'), 'innerHTML', '<b>x</b>')
        return 'made'
      } catch {
        return 'refused'
      }
    })()
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { seen: [...seen].sort(), markup }
  }, elsewhere)
  expect(violated).toEqual({
    seen: ['frame-src', 'img-src', 'require-trusted-types-for', 'script refused', 'style-src-elem'],
    markup: 'refused',
  })
  expect(sent(hub.log)).toEqual([])
  // The server does stand for that host, too: another page reaches it.
  await page.goto(`${HUB}/models`)
  expect(await page.evaluate(attempt, elsewhere)).toBe('asked')
  expect(sent(hub.log).map(({ host }) => host)).toContain('elsewhere.example')
})
