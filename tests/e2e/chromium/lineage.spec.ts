import AxeBuilder from '@axe-core/playwright'
import { expect, HUB, SHOTS, settled, test } from './extension'

/** Where a model comes from: the tree in the panel, followed base by base, in the built extension. */

test.describe('the lineage', () => {
  test('is no section where a model names no base', async ({ page, badge, panel }) => {
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await badge.click()
    await expect(panel.getByRole('heading', { name: 'Licence' })).toBeVisible()
    await expect(panel.getByRole('heading', { name: 'Derived from' })).toHaveCount(0)
  })

  const CASES: readonly [name: string, id: string, lines: readonly (string | RegExp)[]][] = [
    [
      'relabelled',
      'example-org/meadow-7b',
      [/Llama-2-7b-hf.*Llama 2 · conditions.*files on request/, 'fine-tuned to meadow-7b'],
    ],
    [
      'conversion',
      'ggml-org/gemma-3-1b-it-GGUF',
      [
        /gemma-3-1b-pt.*private, or not there/,
        'fine-tuned to gemma-3-1b-it',
        /google\/gemma-3-1b-it.*Gemma/,
        'converted to gemma-3-1b-it-GGUF',
      ],
    ],
    ['adapter', 'example-org/harbor-lora', [/gpt-j-6b.*Apache-2.0/, 'adapted by harbor-lora']],
    [
      'merge',
      'example-org/Llama-quartet-8b',
      [/Llama-3.1-8B.*Llama 3.1/, /brook-8b/, /creek-8b/, /delta-8b/, /relabelled-8b.*Apache-2.0/],
    ],
    ['gone', 'example-org/orphan-3b', [/taken-down-3b.*private, or not there/, 'fine-tuned to orphan-3b']],
    ['circle', 'example-org/ouro-a', [/example-org\/ouro-b/, 'fine-tuned to ouro-a']],
  ]

  for (const [name, id, lines] of CASES) {
    for (const theme of ['light', 'dark'] as const) {
      test(`${name}, ${theme}`, async ({ page, badge, panel }) => {
        await page.goto(`${HUB}/${id}${theme === 'dark' ? '?theme=dark' : ''}`)
        await settled(page)
        await badge.click()
        const tree = panel.getByRole('list', { name: 'From the farthest base to this model' })
        for (const line of lines) {
          await expect(tree.locator('li', { hasText: line }).first()).toBeVisible()
        }
        await expect(tree).not.toContainText('being looked up')
        await expect(tree.locator('li').last()).toContainText('this model')
        await panel.getByRole('heading', { name: 'Derived from' }).scrollIntoViewIfNeeded()
        await page.screenshot({ path: `${SHOTS}/lineage-${name}-${theme}.png` })
        const { violations } = await new AxeBuilder({ page }).include('openmark-badge').analyze()
        expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html.slice(0, 160)])).toEqual([])
      })
    }
  }

  test('is asked for only while the panel is open, each base once, and never again on a second visit', async ({
    page,
    hub,
    badge,
    panel,
  }) => {
    const asked = () =>
      hub.log.filter(({ path }) => /^\/api\/models\/[^/]+\/[^/?]+(?:\?|$)/.test(path)).length
    await page.goto(`${HUB}/example-org/Llama-quartet-8b`)
    await settled(page)
    // Model info, and two of the four bases at most.
    expect(asked()).toBeLessThanOrEqual(3)
    await badge.click()
    await expect(panel.getByRole('list', { name: /farthest base/ })).toContainText('meta-llama/Llama-3.1-8B')
    await expect(panel.getByRole('list', { name: /farthest base/ })).not.toContainText('being looked up')
    // The model, four bases, and the one that all of them come from.
    expect(asked()).toBe(6)
    hub.resetLog()
    await page.reload()
    await settled(page)
    await badge.click()
    await expect(panel.getByRole('list', { name: /farthest base/ })).toContainText('meta-llama/Llama-3.1-8B')
    expect(asked()).toBe(0)
  })

  test('counts, or does not, as the reader chooses, at once on open pages', async ({
    page,
    context,
    own,
    badge,
    panel,
  }) => {
    await page.goto(`${HUB}/example-org/meadow-7b`)
    await settled(page)
    // Llama 2 forbids other terms for what is derived from it: the free tag does not stand alone.
    await expect(badge).toContainText('Open weights · conditions')
    await badge.click()
    await expect(panel).toContainText('Strict lineage')
    const options = await context.newPage()
    await options.goto(own('options.html'))
    await options.getByLabel('Own work: judge only this step').check()
    await expect(badge).not.toContainText('conditions')
    await expect(panel).toContainText('Own work only')
    await options.getByLabel('Strict: inherit what the bases withhold').check()
    await expect(badge).toContainText('Open weights · conditions')
    await options.screenshot({ path: `${SHOTS}/options-lineage.png`, fullPage: true })
  })

  test('is one sentence in the popup', async ({ page, own }) => {
    await page.goto(own(`popup.html?url=${encodeURIComponent(`${HUB}/example-org/meadow-7b`)}`))
    await page.getByRole('button', { name: 'Got it' }).click()
    await expect(page.getByText('Fine-tune of meta-llama/Llama-2-7b-hf (llama2).')).toBeVisible()
    await page.screenshot({ path: `${SHOTS}/lineage-popup.png` })
  })
})
