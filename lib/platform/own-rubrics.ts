import { exclusively } from './exclusive'
import { loadSettings, type Settings, saveSettings } from './settings'

/** The reader's own rubrics: each kept exactly as its file stood, one per id. */

const listOf = ({ ownRubrics }: Pick<Settings, 'ownRubrics'>): unknown[] =>
  Array.isArray(ownRubrics) ? ownRubrics : []

const idOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string'
    ? input.id
    : null

/** What is kept under this id, as it was imported; null when there is none. */
export const ownRubric = (settings: Pick<Settings, 'ownRubrics'>, id: string): unknown =>
  listOf(settings).find((input) => idOf(input) === id) ?? null

/** Ids of all that is kept, readable or not. */
export const ownRubricIds = (settings: Pick<Settings, 'ownRubrics'>): string[] =>
  listOf(settings).flatMap((input) => idOf(input) ?? [])

/**
 * Keeps a rubric in place of one with the same id. What another tab stored meanwhile stands.
 * @throws when storage is full; what was stored before stands.
 */
export const keepOwnRubric = (input: unknown): Promise<void> =>
  exclusively('own-rubrics', async () => {
    const others = listOf(await loadSettings()).filter((known) => idOf(known) !== idOf(input))
    await saveSettings({ ownRubrics: [...others, input] })
  })

/** @throws when storage is full. */
export const removeOwnRubric = (id: string): Promise<void> =>
  exclusively('own-rubrics', async () => {
    await saveSettings({ ownRubrics: listOf(await loadSettings()).filter((known) => idOf(known) !== id) })
  })
