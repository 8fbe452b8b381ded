import AxeBuilder from '@axe-core/playwright'
import { expect, HUB, SHOTS, settled, test } from './extension'

/** Several definitions side by side, and the reader's own, in the built extension. */

const OWN = {
  id: 'weights-and-card',
  title: 'Weights and a card',
  version: '1',
  publisher: 'A reader',
  criteria: [
    { id: 'weights', label: 'Weights', components: ['weights_final'] },
    { id: 'card', label: 'Card', components: ['model_card'] },
  ],
  tiers: [
    { id: 'no', label: 'Not both' },
    { id: 'both', label: 'Both are there', requires: ['weights', 'card'] },
  ],
  headline: [
    { id: 'own-both', label: 'Both are there', meter: 4, tier: 'both' },
    { id: 'own-no', label: 'Not both', meter: 0 },
  ],
}

test.describe('the rubrics', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`stand side by side in the panel, each with its criteria, ${theme}`, async ({
      page,
      badge,
      panel,
    }) => {
      await page.goto(`${HUB}/allenai/OLMo-7B${theme === 'dark' ? '?theme=dark' : ''}`)
      await settled(page)
      await badge.click()
      const section = panel.locator('.rubrics')
      const named = (title: string) => section.locator('summary', { hasText: title })
      await expect(named('Open Source AI Definition')).toBeVisible()
      await expect(named('European Open Source AI Index')).toBeVisible()
      await named('Open Source AI Definition').click()
      await expect(section.locator('li', { hasText: 'Open Source AI Definition' }).first()).toContainText(
        'Data information',
      )
      const dolma = section.locator('.criterion', { hasText: 'allenai/dolma' })
      await expect(dolma).toContainText(/Open|Public/)
      await dolma.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${SHOTS}/data-classes-${theme}.png` })
      await named('European Open Source AI Index').click()
      await expect(section).toContainText('Availability')
      await expect(section).not.toContainText('is Open Source AI')
      await named('Open Source AI Definition').scrollIntoViewIfNeeded()
      const { violations } = await new AxeBuilder({ page }).include('openmark-badge').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
      await page.screenshot({ path: `${SHOTS}/rubrics-panel-${theme}.png` })
    })
  }

  test('drive the badge at once, also one that the page does not carry', async ({
    page,
    badge,
    context,
    own,
    errors,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    const options = await context.newPage()
    await options.goto(own('options.html'))
    await options.getByRole('radio', { name: /European Open Source AI Index/ }).check()
    await expect(badge).toContainText('Index')
    await page.reload()
    await settled(page)
    await expect(badge).toContainText('Index')
    expect(errors).toEqual([])
  })

  test('and their options are honoured by every surface at once', async ({
    page,
    badge,
    panel,
    context,
    own,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await badge.click()
    const other = await context.newPage()
    await other.goto(`${HUB}/example-org/harbor-lora`)
    await settled(other)
    const popup = await context.newPage()
    await popup.goto(own(`popup.html?url=${encodeURIComponent(`${HUB}/allenai/OLMo-7B`)}`))
    await popup.getByRole('button', { name: 'Got it' }).click()
    const options = await context.newPage()
    await options.goto(own('options.html'))
    await options.getByRole('radio', { name: /Lessig: four components/ }).check()
    for (const surface of [badge, other.locator('openmark-badge button').first(), popup.locator('main')])
      await expect(surface).toContainText(/Weights|All four/)
    await expect(panel.locator('.rubrics summary').first()).toContainText('Lessig')
    const titles = () =>
      context.serviceWorkers()[0]?.evaluate(async () => {
        interface Browser {
          tabs: { query(of: object): Promise<{ id: number }[]> }
          action: { getTitle(of: { tabId: number }): Promise<string> }
        }
        const { chrome } = globalThis as unknown as { chrome: Browser }
        const tabs = await chrome.tabs.query({ url: 'https://huggingface.co/*' })
        return Promise.all(tabs.map(({ id }) => chrome.action.getTitle({ tabId: id })))
      })
    await expect
      .poll(titles)
      .toEqual([
        expect.stringMatching(/OLMo-7B: (?:Weights|All four)/),
        expect.stringMatching(/harbor-lora: (?:Weights|Open weights)/),
      ])
    // The third component read as training data: said in the panel that is open, and kept.
    await expect(
      panel.locator('.criterion', { hasText: 'Data pipeline and evaluation tools' }),
    ).toContainText(/code/)
    await options.getByRole('radio', { name: 'Training data', exact: true }).check()
    await expect(
      panel.locator('.criterion', { hasText: 'Data pipeline and evaluation tools' }),
    ).toContainText('Pre-training data')
    await options.getByRole('radio', { name: /Model Openness Framework/ }).check()
    await expect(badge).toContainText('Open weights')
    await expect(options.getByRole('radio', { name: 'Training data', exact: true })).toBeChecked()
    await options.screenshot({ path: `${SHOTS}/options-both.png`, fullPage: true })
  })

  test('can be the reader’s own: imported, tried, saved, shown, exported unchanged', async ({
    page,
    badge,
    context,
    own,
  }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    const options = await context.newPage()
    await options.goto(own('options.html'))
    const file = { name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(OWN)) }
    await options.locator('section[aria-labelledby="own-rubrics"] input[type="file"]').setInputFiles(file)
    await expect(options.getByText('Valid. The examples show what it says.')).toBeVisible()
    await expect(options.locator('table.examples')).toContainText('Both are there')
    await expect(options.locator('table.examples')).toContainText('open tab')
    await options.getByRole('button', { name: 'Save', exact: true }).click()
    await options.getByRole('radio', { name: /Weights and a card/ }).check()
    await expect(badge).toContainText('Both are there')
    const download = options.waitForEvent('download')
    await options.getByRole('button', { name: 'Export: Weights and a card' }).click()
    const stream = await (await download).createReadStream()
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    expect(JSON.parse(text)).toEqual(OWN)
  })

  test('survive two tabs that save at once', async ({ page, context, own }) => {
    const tabs = [page, await context.newPage(), await context.newPage()]
    for (const [index, tab] of tabs.entries()) {
      await tab.goto(own('options.html'))
      await tab.getByRole('button', { name: 'Write one' }).click()
      const editor = tab.getByRole('textbox', { name: 'Rubric as JSON' })
      await editor.fill(JSON.stringify({ ...OWN, id: `own-${index}`, title: `Own number ${index}` }))
    }
    await Promise.all(
      tabs.map((tab) =>
        tab.getByRole('button', { name: 'Save', exact: true }).evaluate((button) => {
          if (button instanceof HTMLElement) button.click()
        }),
      ),
    )
    // A page that is left takes back what it has not written yet: each says so by closing its editor.
    for (const tab of tabs) await expect(tab.getByRole('textbox', { name: 'Rubric as JSON' })).toBeHidden()
    await page.reload()
    for (const index of tabs.keys()) {
      await expect(page.getByRole('radio', { name: new RegExp(`Own number ${index}`) })).toBeVisible()
    }
  })

  test('are refused with the place of the fault', async ({ page, own }) => {
    await page.goto(own('options.html'))
    await page.getByRole('button', { name: 'Write one' }).click()
    const editor = page.getByRole('textbox', { name: 'Rubric as JSON' })
    const valid = await editor.inputValue()
    await editor.fill(valid.replace('"training_code"', '"training-kode"'))
    await expect(page.locator('#rubric-faults')).toContainText('criteria.1.components.0')
    await expect(page.locator('#rubric-faults')).toContainText(/Line \d\d/)
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
    await editor.fill(`${valid.slice(0, 40)}`)
    await expect(page.locator('#rubric-faults')).toContainText('Not valid yet')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Copy and edit: Open Source AI Definition' }).click()
    await expect(editor).toHaveValue(/"id": "my-osaid"/)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
    await page.setViewportSize({ width: 900, height: 900 })
    await page.screenshot({ path: `${SHOTS}/options-rubrics.png`, fullPage: true })
  })
})
