import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'
import { type Place, readJsonWithPlaces } from '../json-places'
import { parseRubric } from './parse'
import type { Rubric } from './schema'

/** Anybody's rubric as a file: JSON, refused with the place of every fault. */

// Says what was expected instead of a bare "Invalid input"; only where people read it.
z.config(en())

export interface RubricFileFault extends Place {
  /** "tiers.2.requires.0"; "" for the whole file. */
  path: string
  message: string
}

export type RubricFile =
  /** `input` is the file's own content: that is what is kept and exported, unchanged. */
  { ok: true; rubric: Rubric; input: unknown } | { ok: false; faults: RubricFileFault[] }

/** Longest file that is read, in characters: ten times the longest shipped rubric. */
export const MAX_RUBRIC_LENGTH = 200_000

/** Reads a rubric file. Never throws; the work is bounded by the file's length and the schema. */
export function readRubricFile(text: string): RubricFile {
  if (text.length > MAX_RUBRIC_LENGTH) {
    return { ok: false, faults: [{ line: 1, column: 1, path: '', message: 'The file is too long.' }] }
  }
  const json = readJsonWithPlaces(text)
  if (!json.ok) return { ok: false, faults: [{ ...json.place, path: '', message: json.message }] }
  const parsed = parseRubric(json.value)
  if (parsed.ok) return { ok: true, rubric: parsed.rubric, input: json.value }
  return {
    ok: false,
    faults: parsed.faults.map(({ path, message }) => {
      const steps =
        path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
      return { ...json.placeOf(steps), path, message }
    }),
  }
}

export const writeRubricFile = (input: unknown): string => `${JSON.stringify(input, null, 2)}\n`
