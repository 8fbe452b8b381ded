import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, HUB, SHOTS, settled, test } from './extension'
import { kept } from './kept'

/** The quick licence check in the built extension. */

const MIT_TEXT = `MIT License

Copyright (c) 2026 Example Ltd.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

/** The popup as a page that knows the legend already. */
async function openPopup(page: Page, own: (path: string) => string, query = ''): Promise<void> {
  await page.setViewportSize({ width: 360, height: 600 })
  await page.goto(own(`popup.html${query}`))
  const done = page.getByRole('button', { name: 'Got it' })
  const box = page.getByRole('textbox', { name: 'Check a model or a licence' })
  await expect(done.or(box).first()).toBeVisible()
  if (await done.isVisible()) await done.click()
  await expect(box).toBeVisible()
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Check a model or a licence' })
const answer = (page: Page) => page.locator('.answer-card')

test.describe('the licence check', () => {
  test('answers ids, names and expressions without a request', async ({ page, own, hub }) => {
    await openPopup(page, own, `?url=${encodeURIComponent('https://example.org/')}`)
    hub.resetLog()
    await box(page).fill('llama3.1')
    await expect(answer(page)).toContainText('Yes, if')
    await expect(answer(page)).toContainText('700,000,000')
    await expect(answer(page)).toContainText('clause 2')
    await box(page).fill('Apache 2.0')
    await expect(answer(page)).toContainText('Yes')
    await box(page).fill('MIT AND CC-BY-NC-4.0')
    await expect(answer(page)).toContainText('No')
    await box(page).fill('MIT OR CC-BY-NC-4.0')
    await expect(answer(page)).toContainText('Yes')
    await box(page).fill('gplv3')
    await expect(page.getByRole('heading', { level: 1 }).first()).toContainText(
      'GNU General Public License v3.0',
    )
    await box(page).fill('no-such-licence at all')
    await expect(page.getByText('is no licence that is known here')).toBeVisible()
    expect(hub.log).toEqual([])
  })

  test('answers soon after typing stops (reported)', async ({ page, own }) => {
    await openPopup(page, own, `?url=${encodeURIComponent('https://example.org/')}`)
    await box(page).fill('mit')
    await expect(answer(page)).toBeVisible()
    const times: number[] = []
    for (const query of [
      'llama3.1',
      'gemma',
      'MIT OR Apache-2.0',
      'CC-BY-NC-4.0',
      'GPL-3.0-or-later AND MIT',
    ]) {
      times.push(
        await page.evaluate(async (text) => {
          const area = document.querySelector('textarea')
          if (!area) throw new Error('no box')
          const before = document.querySelector('h1')?.textContent
          const started = performance.now()
          area.value = text
          area.dispatchEvent(new InputEvent('input', { bubbles: true }))
          while (document.querySelector('h1')?.textContent === before) {
            await new Promise((resolve) => requestAnimationFrame(resolve))
          }
          return performance.now() - started
        }, query),
      )
    }
    times.sort((a, b) => a - b)
    console.log(
      `licence check: median ${times[2]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms after the last key`,
    )
    expect(times).toHaveLength(5)
  })

  test('recognises a pasted text, and one with a further condition', async ({ page, own }) => {
    await openPopup(page, own, `?url=${encodeURIComponent('https://example.org/')}`)
    await box(page).fill(MIT_TEXT)
    await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('MIT')
    await expect(page.getByText('word for word')).toBeVisible()
    await box(page).fill(`${MIT_TEXT}\nThe Software may not be used for commercial purposes by anybody.\n`)
    await expect(page.getByText('Reads as MIT, modified')).toBeVisible()
    await expect(page.locator('.differences q').first()).toContainText('commercial')
    await expect(answer(page)).toHaveCount(0)
  })

  test('asks the Hub for a model only when told to, and keeps the last checks', async ({
    page,
    own,
    hub,
  }) => {
    await openPopup(page, own, `?url=${encodeURIComponent('https://example.org/')}`)
    hub.resetLog()
    await box(page).fill('allenai/OLMo-7B')
    await expect(
      page.getByRole('button', { name: /Ask huggingface.co about allenai\/OLMo-7B/ }),
    ).toBeVisible()
    expect(hub.log).toEqual([])
    await box(page).press('Enter')
    await expect(page.locator('.model-name')).toHaveText('allenai/OLMo-7B')
    await expect(answer(page)).toContainText('Yes')
    // A check is kept once it has stood for a second.
    await expect(page.getByText('Last checks')).toBeVisible()
    await kept(page, own('welcome.html'), 'allenai/OLMo-7B')
    await page.reload()
    await page.getByText('Last checks').click()
    await page.getByRole('button', { name: 'allenai/OLMo-7B', exact: true }).click()
    await expect(box(page)).toHaveValue('allenai/OLMo-7B')
  })

  test('remembers what the reader wants to do', async ({ page, own }) => {
    await openPopup(page, own, '?check=llama3.1')
    await page.getByRole('combobox', { name: 'I want to …' }).selectOption('train')
    await expect(answer(page)).toContainText('begins with “Llama”')
    await kept(page, own('welcome.html'), '"train"')
    await page.reload()
    await expect(page.getByRole('combobox', { name: 'I want to …' })).toHaveValue('train')
  })

  test('shows the policy in the popup, the panel and the badge, at once', async ({
    page,
    own,
    context,
    badge,
    panel,
  }) => {
    await page.goto(`${HUB}/meta-llama/Llama-3.1-8B`)
    await settled(page)
    const options = await context.newPage()
    await options.goto(own('options.html'))
    await options.getByRole('button', { name: 'Start with an example' }).click()
    await expect(options.getByRole('combobox', { name: 'What rule 2 says' })).toHaveValue('review')
    await options.getByRole('combobox', { name: 'What rule 2 says' }).selectOption('deny')
    await expect(badge).toHaveAccessibleName(/Your policy: denied\./)
    await badge.click()
    await expect(panel.locator('.policy-line')).toContainText('Rule 2')
    const popup = await context.newPage()
    await openPopup(popup, own, '?check=llama3.1')
    await expect(popup.locator('.policy-line')).toContainText('Your policy: denied')
  })

  test('refuses a malformed policy with the place of the fault and keeps the old one', async ({
    page,
    own,
  }) => {
    await page.goto(own('options.html'))
    await page.getByRole('button', { name: 'Start with an example' }).click()
    await expect(page.getByRole('combobox', { name: 'What rule 1 says' })).toHaveValue('deny')
    await page.locator('section[aria-labelledby="policy-title"] input[type="file"]').setInputFiles({
      name: 'policy.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        '{\n  "version": 1,\n  "rules": [{ "when": { "licence": ["MIT"] }, "action": "allow" }],\n  "otherwise": "perhaps", "unknown": "deny", "none": "deny"\n}\n',
      ),
    })
    const fault = page.getByRole('alert')
    await expect(fault).toContainText('Line 3')
    await expect(fault).toContainText('licence')
    await expect(fault).toContainText('Line 4')
    await expect(fault).toContainText('otherwise')
    await kept(page, own('welcome.html'), '"deny"')
    await page.reload()
    await expect(page.getByRole('combobox', { name: 'What rule 1 says' })).toHaveValue('deny')
    await expect(page.getByRole('combobox', { name: 'What rule 4 says' })).toHaveValue('allow')
  })

  for (const theme of ['light', 'dark'] as const) {
    test(`looks right and is accessible, ${theme}`, async ({ page, own }) => {
      await page.emulateMedia({ colorScheme: theme })
      const cases: [name: string, query: string][] = [
        ['apache', '?check=Apache-2.0'],
        ['llama', '?check=llama3.1'],
        ['gemma', '?check=gemma'],
        ['cc-by-nc', '?check=CC-BY-NC-4.0'],
        ['none', `?url=${encodeURIComponent(`${HUB}/example-org/no-license`)}`],
        ['contradiction', `?url=${encodeURIComponent(`${HUB}/example-org/relabelled-8b`)}`],
      ]
      for (const [name, query] of cases) {
        await openPopup(page, own, query)
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
        await expect(answer(page).or(page.locator('.license-line')).first()).toBeVisible()
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
        await page.screenshot({ path: `${SHOTS}/check-${name}-${theme}.png`, fullPage: true })
      }
      await page.setViewportSize({ width: 900, height: 900 })
      await page.goto(own('options.html'))
      await page.getByRole('button', { name: 'Start with an example' }).click()
      await expect(page.getByRole('combobox', { name: 'What rule 1 says' })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
      await page.screenshot({ path: `${SHOTS}/options-policy-${theme}.png`, fullPage: true })
      await openPopup(page, own, '?check=CC-BY-NC-4.0')
      await expect(page.locator('.policy-line')).toContainText('denied')
      await page.screenshot({ path: `${SHOTS}/check-denied-${theme}.png`, fullPage: true })
    })
  }
})
