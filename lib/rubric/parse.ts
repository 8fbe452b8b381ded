import type * as z from 'zod/mini'
import { parseBounded } from '../bounds'
import { crossCheck, type RubricFault } from './cross-check'
import { type Rubric, rubricSchema } from './schema'

export type { RubricFault }

export type ParsedRubric = { ok: true; rubric: Rubric } | { ok: false; faults: RubricFault[] }

const MAX_FAULTS = 50

/** Reads anybody's rubric: shape, bounds, and that every name it uses is one it defines. Never throws. */
export function parseRubric(input: unknown): ParsedRubric {
  const parsed = parseBounded(rubricSchema, input)
  if (!parsed) return { ok: false, faults: [{ path: '', message: 'A length is no number.' }] }
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.slice(0, MAX_FAULTS).flatMap(faultsOf) }
  }
  const faults = crossCheck(parsed.data)
  return faults.length === 0
    ? { ok: true, rubric: parsed.data }
    : { ok: false, faults: faults.slice(0, MAX_FAULTS) }
}

function faultsOf(issue: z.core.$ZodIssue): RubricFault[] {
  const at = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') return [{ path: at, message: issue.message }]
  return issue.keys.slice(0, MAX_FAULTS).map((key) => ({
    path: [...issue.path, key].join('.'),
    message: `There is no such key: "${key.slice(0, 100)}"`,
  }))
}
