import type { Page } from '@playwright/test'
import { expect, HUB, settled, test } from './extension'

/** What the browser stores for the extension: full, shared, from the future, from before. Its own limits, none played. */

interface Area {
  set(items: object): Promise<void>
  remove(keys: string[]): Promise<void>
}
interface Browser {
  chrome: { storage: Record<'sync' | 'local', Area & { QUOTA_BYTES: number }> }
}

const rubric = (id: string) =>
  JSON.stringify({
    id,
    title: `The rubric ${id}`,
    version: '1',
    publisher: 'A reader',
    licenseSets: { open: { label: 'an open licence', classes: ['open'] } },
    criteria: [{ id: 'weights', label: 'Weights', components: ['weights_final'], license: 'open' }],
    tiers: [
      { id: 'no', label: 'Not enough' },
      { id: 'yes', label: 'Good enough', requires: ['weights'] },
    ],
    headline: [
      { id: 'good', label: 'Good enough', meter: 4, tier: 'yes' },
      { id: 'not', label: 'Not enough', meter: 0 },
    ],
  })

const status = (page: Page) => page.locator('p.saved')

/** Takes all of both areas, by pieces that become smaller, so that not even a word more fits in. */
const fill = (page: Page) =>
  page.evaluate(async () => {
    const { storage } = (globalThis as unknown as Browser).chrome
    const names: string[] = []
    for (const area of ['sync', 'local'] as const) {
      for (let size = area === 'sync' ? 8_000 : 4_000_000; size >= 1; ) {
        const name = `filler.${names.length}`
        try {
          await storage[area].set({ [name]: 'x'.repeat(size) })
          names.push(name)
        } catch {
          size = Math.floor(size / 4)
        }
      }
    }
    return names
  })
const empty = (page: Page, names: string[]) =>
  page.evaluate(async (keys) => {
    const { storage } = (globalThis as unknown as Browser).chrome
    await storage.sync.remove(keys)
    await storage.local.remove(keys)
  }, names)

test('a full disk is said wherever something is kept, loses nothing, and passes', async ({
  page,
  context,
  own,
  badge,
  extensionId,
  errors,
}) => {
  await page.goto(own('options.html'))
  await page.getByRole('radio', { name: /Six open parts/ }).check()
  await expect(status(page)).toHaveText('Saved')
  const names = await fill(page)
  // A rubric of one's own that cannot be kept stays in the editor.
  await page.getByRole('button', { name: 'Write one' }).click()
  const editor = page.locator('#rubric-text')
  await editor.fill(rubric('mine'))
  await page.locator('section[aria-labelledby="own-rubrics"] .button.primary').click()
  await expect(status(page)).toContainText('Could not be saved')
  await expect(editor).toHaveValue(rubric('mine'))
  await page.getByLabel('Own work: judge only this step').click()
  await expect(status(page)).toContainText('Could not be saved')
  await expect(page.getByLabel('Strict: inherit what the bases withhold')).toBeChecked()
  await page.getByLabel('Token').fill(`ghp_${'a1B2'.repeat(9)}`)
  await page.getByRole('button', { name: 'Save the token' }).click()
  await expect(status(page)).toContainText('Could not be saved')
  const popup = await context.newPage()
  await popup.goto(own('popup.html?check=llama3.1'))
  await popup.getByRole('combobox', { name: 'I want to …' }).selectOption('train')
  await expect(popup.getByText('Could not be saved')).toBeVisible()
  await expect(popup.locator('.answer-card')).toContainText('begins with “Llama”')
  // The database of answers is full as well: the badge and the panel do not care.
  const protocol = await context.newCDPSession(popup)
  const origin = `chrome-extension://${extensionId}`
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  const model = await context.newPage()
  model.on('pageerror', ({ message }) => errors.push(message))
  await model.goto(`${HUB}/allenai/OLMo-7B`)
  await settled(model)
  await expect(model.locator('openmark-badge button.badge')).toHaveAccessibleName(/Partly open/)
  await protocol.send('Storage.overrideQuotaForOrigin', { origin })
  await empty(page, names)
  await page.locator('section[aria-labelledby="own-rubrics"] .button.primary').click()
  await expect(status(page)).toHaveText('Saved')
  await page.reload()
  await expect(page.getByRole('radio', { name: /The rubric mine/ })).toBeVisible()
  await expect(page.getByRole('radio', { name: /Six open parts/ })).toBeChecked()
  await expect(badge).toHaveCount(0)
  expect(errors).toEqual([])
})

test('two tabs that write at once lose nothing to each other', async ({ page, context, own }) => {
  const other = await context.newPage()
  const tabs = [page, other]
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(own('options.html'))
    await tab.getByRole('button', { name: 'Write one' }).click()
    await tab.locator('#rubric-text').fill(rubric(`tab-${index}`))
  }
  const press = (tab: Page) =>
    tab.evaluate(() =>
      document.querySelector<HTMLElement>('section[aria-labelledby="own-rubrics"] .button.primary')?.click(),
    )
  await Promise.all([
    press(page),
    press(other),
    // Pressed, not more: what the other tab has just saved may be drawn before this is.
    page.getByRole('checkbox', { name: /Badge on model pages/ }).click(),
    other.getByLabel('Own work: judge only this step').click(),
  ])
  for (const tab of tabs) {
    for (const name of ['The rubric tab-0', 'The rubric tab-1'])
      await expect(tab.getByRole('radio', { name: new RegExp(name) })).toBeVisible()
    await expect(tab.getByRole('checkbox', { name: /Badge on model pages/ })).not.toBeChecked()
    await expect(tab.getByLabel('Own work: judge only this step')).toBeChecked()
  }
})

/** Opens the database as the extension does, hands its store to the work, and lets go. */
const inDatabase = (page: Page, version: number, work: string): Promise<unknown> =>
  page.evaluate(
    ({ wanted, source }) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('openmark', wanted)
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore('answers', { keyPath: 'key' }).createIndex('storedAt', 'storedAt')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('answers', 'readwrite')
          const store = transaction.objectStore('answers')
          const all = store.getAll()
          all.onsuccess = () => {
            if (source !== '')
              for (const entry of all.result) store.put({ ...entry, storedAt: Date.now() + 3.2e10 })
          }
          transaction.oncomplete = () => {
            opening.result.close()
            resolve(all.result.map(({ key }: { key: string }) => key))
          }
        }
      }),
    { wanted: version, source: work },
  )

for (const [version, outdated] of [
  [1, ['facts/7/acme/rocket@', 'repository/1/acme/rocket']],
  [2, ['facts/8/acme/rocket@']],
] as const)
  test(`answers that version ${version} kept are dropped where nobody would find them, hashes of weights stay`, async ({
    page,
    own,
    hub,
  }) => {
    await page.goto(own('welcome.html'))
    await page.evaluate(
      ([before, keys]) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('openmark', before)
          opening.onupgradeneeded = () =>
            opening.result
              .createObjectStore('answers', { keyPath: 'key' })
              .createIndex('storedAt', 'storedAt')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('answers', 'readwrite')
            for (const key of [...keys, 'weights/1/aa', 'base/1/acme/seed'])
              transaction.objectStore('answers').put({ key, storedAt: Date.now(), value: {} })
            transaction.oncomplete = () => {
              opening.result.close()
              resolve()
            }
          }
        }),
      [version, outdated] as const,
    )
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    await page.goto(own('welcome.html'))
    const keys = await inDatabase(page, 3, '')
    expect(keys).toEqual(expect.arrayContaining(['base/1/acme/seed', 'weights/1/aa']))
    expect(keys).toEqual(expect.arrayContaining([expect.stringMatching(/^facts\/9\/allenai\/OLMo-7B@/)]))
    for (const key of outdated) expect(keys).not.toContain(key)
    // The clock is set back by a year: what is kept seems to be from the future, and is asked for again.
    hub.resetLog()
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    expect(hub.log.filter(({ path }) => path.startsWith('/api/'))).toEqual([])
    await page.goto(own('welcome.html'))
    await inDatabase(page, 3, 'future')
    await page.goto(`${HUB}/allenai/OLMo-7B`)
    await settled(page)
    expect(hub.log.filter(({ path }) => path.startsWith('/api/')).length).toBeGreaterThan(0)
  })
