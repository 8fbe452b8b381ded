import * as z from 'zod/mini'
import { crossCheck, type RubricFault } from './cross-check'
import { type Rubric, rubricSchema } from './schema'

export type { RubricFault }

export type ParsedRubric = { ok: true; rubric: Rubric } | { ok: false; faults: RubricFault[] }

const MAX_FAULTS = 50

/** Reads anybody's rubric: shape, bounds, and that every name it uses is one it defines. Never throws. */
export function parseRubric(input: unknown): ParsedRubric {
  const parsed = z.safeParse(rubricSchema, input)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }))
    return { ok: false, faults: faults.slice(0, MAX_FAULTS) }
  }
  const faults = crossCheck(parsed.data)
  return faults.length === 0
    ? { ok: true, rubric: parsed.data }
    : { ok: false, faults: faults.slice(0, MAX_FAULTS) }
}
