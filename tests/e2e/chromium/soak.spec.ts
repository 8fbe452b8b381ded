import { meterOf, ROUND, soak } from '../../soak/soak'
import { expect, settled, test } from './extension'
import { turbo } from './turbo'

/** What is left after many navigations, counted and not timed; `npm run soak` also weighs the heaps. */

test('sixty navigations across both sites leave nothing behind', async ({ page, context, errors }) => {
  test.setTimeout(120_000)
  const [first, ...later] = await soak(context, page, { navigations: 6 * ROUND, every: 2 * ROUND })
  if (!first) throw new Error('nothing was measured')
  expect(later).toHaveLength(2)
  for (const { nodes, listeners, observers } of later) {
    expect(observers).toBe(first.observers)
    expect(listeners).toBeLessThanOrEqual(first.listeners)
    expect(nodes).toBeLessThanOrEqual(first.nodes)
  }
  expect(errors).toEqual([])
})

test('a hundred soft navigations within one document leave nothing behind', async ({
  page,
  context,
  errors,
}) => {
  test.setTimeout(90_000)
  await page.goto('https://github.com/allenai/OLMo')
  await settled(page)
  const meter = await meterOf(context, page)
  const around = async (times: number) => {
    for (let turn = 0; turn < times; turn += 1) {
      await turbo(page, '/example-org/interface-kit')
      await expect(page.locator('openmark-badge')).toHaveCount(0)
      await turbo(page, '/allenai/OLMo')
      await settled(page)
    }
  }
  // Until it levels off: the page's own parser keeps the documents of the last few alive, with what stood in them.
  await around(25)
  const before = await meter()
  await around(50)
  const after = await meter()
  console.log(`a hundred soft navigations: ${JSON.stringify(before)} then ${JSON.stringify(after)}`)
  expect(after.observers).toBe(before.observers)
  // A document more or less; what is left behind a hundred times would be hundreds.
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 9)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.25)
  expect(errors).toEqual([])
})
