import AxeBuilder from '@axe-core/playwright'
import type { Page, Worker } from '@playwright/test'
import { expect, HUB, SHOTS, settled, test } from './extension'
import { kept } from './kept'

/** Nothing found, and something looked at: a closed root would pass every rule by hiding. */
async function accessible(page: Page, include?: string): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
    'best-practice',
  ])
  const { violations, passes } = await (include ? builder.include(include) : builder).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
  expect(passes.length).toBeGreaterThan(0)
}

test.describe('the panel', () => {
  test('opens and closes with the keyboard alone, and focus comes back', async ({ page, badge, panel }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    for (
      let presses = 0;
      presses < 40 && !(await badge.evaluate((node) => node.matches(':focus')));
      presses += 1
    )
      await page.keyboard.press('Tab')
    await expect(badge).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(panel).toBeVisible()
    await expect(panel).toBeFocused()
    await expect(badge).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Tab')
    await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(badge).toBeFocused()
    await expect(badge).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('Space')
    await expect(panel).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(panel).toHaveCount(0)
  })

  test('closes when the reader clicks elsewhere', async ({ page, badge, panel }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await badge.click()
    await expect(panel).toBeVisible()
    await page.mouse.click(1200, 850)
    await expect(panel).toHaveCount(0)
    await badge.click()
    await expect(panel).toBeVisible()
    await badge.click()
    await expect(panel).toHaveCount(0)
  })

  test('shows what is missing and what is there, each with a quote and a link to the revision', async ({
    page,
    badge,
    panel,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await badge.click()
    await expect(panel.getByRole('heading', { name: 'Missing for the next step' })).toBeVisible()
    const released = panel.locator('li.row', { hasText: 'Final weights' }).first()
    await expect(released).toContainText('model.safetensors')
    await expect(released.getByRole('link').first()).toHaveAttribute(
      'href',
      /^https:\/\/huggingface\.co\/allenai\/OLMo-7B\/blob\/46fba0de8af86b2eb5329fb11a2994e7c0df3eb9\//,
    )
    await expect(panel.locator('li.row', { hasText: 'Pre-training data' })).toContainText('Dolma')
    await expect(panel).toContainText('Not legal advice')
  })

  test('says which revision is assessed when the page shows another', async ({ page, badge, panel }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B/tree/step1000-tokens4B`)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('Assessed is revision 46fba0d')
  })

  test("reads a gated model's card off its page", async ({ page, badge, panel }) => {
    await page.goto(`${HUB}/meta-llama/Llama-3.1-8B`)
    await settled(page)
    await badge.click()
    await expect(panel.locator('li.row', { hasText: 'Evaluation results' })).toContainText('66.7')
  })

  test('is told apart by every state of the network', async ({ page, badge, panel, hub }) => {
    const states: [number, RegExp][] = [
      [500, /could not be reached/],
      [429, /asks for patience/],
    ]
    for (const [status, sentence] of states) {
      hub.fault(/^\/api\/models\/allenai/, {
        status,
        type: 'json',
        body: '{}',
        headers: { 'retry-after': '1' },
      })
      await page.goto(`${HUB}/allenai/OLMo-7B?status=${status}`)
      await settled(page)
      await expect(badge).toHaveAccessibleName(/Open weights/)
      await badge.click()
      await expect(panel).toContainText(sentence)
      hub.fault(/^\/api\/models\/allenai/, null)
      await page.waitForTimeout(1_100)
    }
  })

  test('says so when the site answers that the model is not there', async ({ page, badge, panel, hub }) => {
    hub.fault(/^\/api\/models\/EleutherAI/, {
      status: 401,
      type: 'json',
      body: '{"error":"Invalid username or password."}',
    })
    await page.goto(`${HUB}/EleutherAI/gpt-j-6b`)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('private or not there')
    hub.fault(/^\/api\/models\/EleutherAI/, null)
  })
})

test.describe('a hostile page', () => {
  test('whose data cannot be read gets a badge, a plain sentence and no exception', async ({
    page,
    badge,
    panel,
    errors,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B?props=broken`)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('What this page says about its model cannot be read')
    expect(errors).toEqual([])
  })

  test('with 20 MB of card, markup in every string and prototype keys does no harm', async ({
    page,
    badge,
    panel,
    hub,
    errors,
  }) => {
    const evil = '<img src=x onerror="window.pwned=1">'
    hub.fault(/\/raw\/[^/]+\/README\.md$/, {
      status: 200,
      type: 'text',
      body: `---\n__proto__:\n  polluted: true\nconstructor: {prototype: {polluted: true}}\nlicense: "${evil.replaceAll('"', "'")}"\n---\n# ${evil}\n\n## Training Data\n\nTrained on ${evil} data of 5 tokens. ${'word '.repeat(4_000_000)}`,
    })
    hub.fault(/^\/api\/models\/EleutherAI\/gpt-j-6b$/, {
      status: 200,
      type: 'json',
      body: JSON.stringify({
        id: 'EleutherAI/gpt-j-6b',
        author: evil,
        tags: [evil, `license:${evil}`],
        cardData: { license: [evil, 7], license_name: evil, base_model: evil },
        siblings: [{ rfilename: 'README.md' }, { rfilename: `${evil}.safetensors` }],
      }),
    })
    await page.goto(`${HUB}/EleutherAI/gpt-j-6b`)
    await settled(page)
    await badge.click()
    await expect(panel).toContainText('too long to be read whole')
    expect(await page.evaluate(() => ['pwned' in window, 'polluted' in {}])).toEqual([false, false])
    await expect(page.locator('openmark-badge img')).toHaveCount(0)
    expect(errors).toEqual([])
    hub.fault(/\/raw\/[^/]+\/README\.md$/, null)
    hub.fault(/^\/api\/models\/EleutherAI\/gpt-j-6b$/, null)
  })
})

test.describe('the popup', () => {
  const url = `popup.html?url=${encodeURIComponent(`${HUB}/meta-llama/Llama-3.1-8B`)}`

  test('shows the legend once, then the licence, with the keyboard alone', async ({ page, own }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(own(url))
    await expect(page.getByRole('heading', { name: 'How open is a model?' })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Got it' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Restricted weights' })).toBeVisible()
    await expect(page.getByText('Llama 3.1 · conditions')).toBeVisible()
    await kept(page, own('welcome.html'), 'welcomed')
    await page.reload()
    await expect(page.getByText('Llama 3.1 · conditions')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toBeVisible()
  })

  test('says that there is no model where there is none', async ({ page, own }) => {
    await page.goto(own(`popup.html?url=${encodeURIComponent('https://example.org/')}`))
    await page.getByRole('button', { name: 'Got it' }).click()
    await expect(page.getByRole('heading', { name: 'No model here' })).toBeVisible()
  })

  test("follows a rename to the model's new name", async ({ page, own, hub }) => {
    hub.resetLog()
    await page.goto(own(`popup.html?url=${encodeURIComponent(`${HUB}/runwayml/stable-diffusion-v1-5`)}`))
    await page.getByRole('button', { name: 'Got it' }).click()
    await expect(page.getByText('stable-diffusion-v1-5/stable-diffusion-v1-5')).toBeVisible()
    expect(
      hub.log.filter(({ path }) => path.startsWith('/api/') || path.includes('/raw/')).length,
    ).toBeLessThanOrEqual(6)
  })

  test('says so when a model is not there', async ({ page, own }) => {
    await page.goto(own(`popup.html?url=${encodeURIComponent(`${HUB}/nobody/nothing`)}`))
    await page.getByRole('button', { name: 'Got it' }).click()
    await expect(page.getByText('private or not there')).toBeVisible()
  })
})

test.describe('the toolbar icon', () => {
  const titles = (worker: Worker) =>
    worker.evaluate(async () => {
      interface Browser {
        tabs: { query(of: object): Promise<{ id: number }[]> }
        action: { getTitle(of: { tabId: number }): Promise<string> }
      }
      const { chrome } = globalThis as unknown as { chrome: Browser }
      const tabs = await chrome.tabs.query({})
      return Promise.all(tabs.map(({ id }) => chrome.action.getTitle({ tabId: id })))
    })

  test('tells the verdict of the tab, and nothing elsewhere', async ({ page, context }) => {
    await page.goto(`${HUB}/meta-llama/Llama-3.1-8B`)
    await settled(page)
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    await expect.poll(() => titles(worker)).toContain('meta-llama/Llama-3.1-8B: Restricted weights')
    await page.goto(`${HUB}/models`)
    await expect.poll(() => titles(worker)).not.toContain('meta-llama/Llama-3.1-8B: Restricted weights')
  })
})

test.describe('the page', () => {
  test('tells the popup what it knows, and opens its panel for the shortcut', async ({
    page,
    panel,
    context,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const ask = (question: 'current' | 'openPanel') =>
      worker.evaluate(async (name) => {
        interface Browser {
          tabs: { query(of: object): Promise<{ id: number; url?: string }[]> }
          scripting: { executeScript(of: object): Promise<{ result: unknown }[]> }
        }
        const { chrome } = globalThis as unknown as { chrome: Browser }
        const tabs = await chrome.tabs.query({ url: 'https://huggingface.co/*' })
        const [answer] = await chrome.scripting.executeScript({
          target: { tabId: tabs[0]?.id },
          func: (key: string) =>
            (globalThis as unknown as { openmarkPage: Record<string, () => unknown> }).openmarkPage[key]?.(),
          args: [name],
        })
        return answer?.result
      }, question)
    expect(await ask('current')).toMatchObject({
      id: 'allenai/OLMo-7B',
      facts: { depth: 'look', license: { id: 'Apache-2.0' } },
    })
    expect(await ask('openPanel')).toBe(true)
    await expect(panel).toBeVisible()
    // The page itself sees none of it.
    expect(await page.evaluate(() => ['openmarkPage' in window, 'openmarkPanel' in window])).toEqual([
      false,
      false,
    ])
  })
})

test.describe('the options', () => {
  test('change open pages at once and are kept', async ({ page, context, own, badge }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    const before = await badge.getAttribute('aria-label')
    const options = await context.newPage()
    await options.goto(own('options.html'))
    await options.getByRole('radio', { name: /Six open parts/ }).check()
    await expect(options.getByRole('status')).toHaveText('Saved')
    await expect.poll(() => badge.getAttribute('aria-label')).not.toBe(before)
    await expect(badge).toHaveAccessibleName(/Partly open/)
    await options.reload()
    await expect(options.getByRole('radio', { name: /Six open parts/ })).toBeChecked()
    await options.getByRole('checkbox', { name: /Badge on model pages/ }).uncheck()
    await expect(page.locator('openmark-badge')).toHaveCount(0)
    await options.getByRole('checkbox', { name: /Badge on model pages/ }).check()
    await expect(badge).toBeVisible()
    await options.close()
  })

  test('preview the rubric on three models, with the keyboard alone', async ({ page, own }) => {
    await page.goto(own('options.html'))
    await expect(page.getByRole('row')).toHaveCount(3)
    const before = await page.getByRole('row').first().textContent()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('radio', { name: /Model Openness Framework/ })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /Six open parts/ })).toBeChecked()
    await expect.poll(() => page.getByRole('row').first().textContent()).not.toBe(before)
  })
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme axe finds nothing`, () => {
    test('in the page and the panel', async ({ page, badge, panel }) => {
      for (const id of ['allenai/OLMo-7B', 'meta-llama/Llama-3.1-8B', 'example-org/no-license']) {
        await page.goto(`${HUB}/${id}?theme=${theme}`)
        await settled(page)
        await badge.click()
        await expect(panel).toBeVisible()
        await page.waitForTimeout(200)
        await page.screenshot({ path: `${SHOTS}/panel.${id.split('/')[1]}.${theme}.png` })
        await accessible(page, 'openmark-badge')
      }
    })

    for (const path of ['popup.html', 'options.html', 'welcome.html']) {
      test(`in ${path}`, async ({ page, own }) => {
        await page.emulateMedia({ colorScheme: theme })
        await page.goto(
          own(path === 'popup.html' ? `${path}?url=${encodeURIComponent(`${HUB}/allenai/OLMo-7B`)}` : path),
        )
        await page.waitForTimeout(300)
        await accessible(page)
        const done = page.getByRole('button', { name: 'Got it' })
        if (await done.count()) {
          await done.click()
          await page.waitForTimeout(500)
          await accessible(page)
        }
        await page.screenshot({ path: `${SHOTS}/${path.replace('.html', '')}.${theme}.png`, fullPage: true })
      })
    }
  })
}
