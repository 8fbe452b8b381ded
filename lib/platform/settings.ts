import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { exclusively } from './exclusive'
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from './settings-schema'

/**
 * Settings, one storage key each, so that two tabs writing different settings at once both win. Synced where the browser
 * syncs; where sync refuses (quota, policy) the local area keeps the value. The newer of the two is read. A stamp is never
 * older than the one before it, so that the last write wins also after the clock was set back.
 */

const PREFIX = 'settings.'

/** What a storage area holds for a key: the value and when it was written (milliseconds since 1970). */
interface Stamped {
  value: unknown
  at: number
}

const isStamped = (input: unknown): input is Stamped =>
  typeof input === 'object' &&
  input !== null &&
  'at' in input &&
  typeof input.at === 'number' &&
  Number.isFinite(input.at) &&
  'value' in input

async function readArea(area: 'sync' | 'local'): Promise<Map<string, Stamped>> {
  const found = new Map<string, Stamped>()
  try {
    const keys = Object.keys(DEFAULT_SETTINGS).map((key) => PREFIX + key)
    for (const [key, input] of Object.entries(await browser.storage[area].get(keys))) {
      if (isStamped(input)) found.set(key.slice(PREFIX.length), input)
    }
  } catch {
    // An area that cannot be read holds nothing; the other one and the defaults stand.
  }
  return found
}

/** All settings; a value that cannot be read is its default. Never rejects. */
export async function loadSettings(): Promise<Settings> {
  const [synced, local] = await Promise.all([readArea('sync'), readArea('local')])
  const merged: Record<string, unknown> = {}
  for (const key of Object.keys(DEFAULT_SETTINGS)) {
    const [a, b] = [synced.get(key), local.get(key)]
    const newest = a && b ? (b.at >= a.at ? b : a) : (a ?? b)
    if (newest) merged[key] = newest.value
  }
  const parsed = z.safeParse(settingsSchema, merged)
  return parsed.success ? parsed.data : DEFAULT_SETTINGS
}

/**
 * Writes some settings.
 * @throws when neither area takes them (full disk): the caller says so; what was stored before stands.
 */
export const saveSettings = (patch: Partial<Settings>): Promise<void> =>
  exclusively('settings', async () => {
    const areas = await Promise.all([readArea('sync'), readArea('local')])
    const items: Record<string, Stamped> = {}
    for (const [key, value] of Object.entries(patch)) {
      const before = areas.map((area) => area.get(key)?.at ?? 0)
      items[PREFIX + key] = { value, at: Math.max(Date.now(), ...before.map((at) => at + 1)) }
    }
    try {
      await browser.storage.sync.set(items)
    } catch {
      await browser.storage.local.set(items)
    }
  })

/** Sets one option of one rubric and leaves all others as they are now. */
export const saveRubricOption = (rubric: string, option: string, value: string): Promise<void> =>
  exclusively('rubric-options', async () => {
    const { rubricOptions } = await loadSettings()
    await saveSettings({
      rubricOptions: { ...rubricOptions, [rubric]: { ...rubricOptions[rubric], [option]: value } },
    })
  })

/** Says whether a repository, or all of an owner, is a model's; null leaves it to the page. */
export const saveRepositoryChoice = (key: string, choice: 'on' | 'off' | null): Promise<void> =>
  exclusively('repositories', async () => {
    const { repositories } = await loadSettings()
    const { [key.toLowerCase()]: _, ...others } = repositories
    await saveSettings({
      repositories: choice === null ? others : { ...others, [key.toLowerCase()]: choice },
    })
  })

/** What the reader has said of a repository (`owner/name`); null: nothing. */
export function repositoryChoice(settings: Settings, id: string): 'on' | 'off' | null {
  const key = id.toLowerCase()
  const of = (name: string) =>
    Object.hasOwn(settings.repositories, name) ? settings.repositories[name] : undefined
  return of(key) ?? of(key.slice(0, key.indexOf('/'))) ?? null
}

/** Calls back with all settings after every change, in any tab. Ends with the signal. */
export function watchSettings(changed: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (!Object.keys(changes).some((key) => key.startsWith(PREFIX))) return
    loadSettings().then((settings) => {
      if (!signal.aborted) changed(settings)
    })
  }
  browser.storage.onChanged.addListener(listener)
  const stop = () => {
    try {
      browser.storage.onChanged.removeListener(listener)
    } catch {
      // The extension was updated under this page: nobody calls any more.
    }
  }
  signal.addEventListener('abort', stop, { once: true })
}

export type { Settings }
