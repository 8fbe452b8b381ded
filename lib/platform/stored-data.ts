import { browser } from 'wxt/browser'

/**
 * The version of what is stored in the browser's storage areas, and how data of an earlier one becomes the next. (The
 * answers in IndexedDB have a version of their own, see `cache`.) Until now every version only added to the one before,
 * and what is missing reads as its default, so that no step is needed:
 *
 * 1. `settings.{rubric,rubricOptions,badge,welcomed}`, each `{ value, at }`, synced or local
 * 2. and `settings.{policy,question}`; `recent` (local)
 * 3. and `settings.{compared,ownRubrics}`; any word in `question`
 * 4. and `settings.derivatives`
 * 5. and `settings.repositories`; `github.token` (local)
 * 6. and `settings.{lists,listFilter}`
 * 7. and this number (local)
 *
 * An example of each is in tests/fixtures/stored, read by tests/unit/platform/stored-data.test.ts.
 */
export const DATA_VERSION = 7

const KEY = 'data.version'

/** `steps[n]` makes version n of what is stored into version n + 1. */
export type Steps = Readonly<Record<number, () => Promise<void>>>

const STEPS: Steps = {}

/**
 * Brings what is stored to this version, step by step; a step that fails is taken again at the next start. Data of a
 * newer version (the extension was set back) are left as they are. Never rejects.
 */
export async function migrateStoredData(steps: Steps = STEPS, to: number = DATA_VERSION): Promise<void> {
  try {
    for (let version = await storedVersion(); version < to; version += 1) {
      await steps[version]?.()
      await browser.storage.local.set({ [KEY]: version + 1 })
    }
  } catch {
    // Readers take old data as they are, field by field.
  }
}

/** Data from before there was a number may be of any of the first six versions: the first step that is due comes after. */
async function storedVersion(): Promise<number> {
  const { [KEY]: version } = await browser.storage.local.get(KEY)
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1
}
