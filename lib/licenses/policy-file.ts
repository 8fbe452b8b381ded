import type * as z from 'zod/mini'
import { parseBounded } from '../bounds'
import { readJsonWithPlaces } from '../json-places'
import { type Policy, policySchema } from './policy'

/** A policy as a file: JSON, read with the place of every fault. */

export interface PolicyFault {
  /** From 1. */
  line: number
  column: number
  /** "rules.2.when.family"; "" for the whole file. */
  path: string
  kind: 'syntax' | 'type' | 'value' | 'key' | 'size' | 'other'
  /** What was expected, or what is not known. */
  detail: string
}

export type PolicyFile = { ok: true; policy: Policy } | { ok: false; faults: PolicyFault[] }

const MAX_LENGTH = 200_000
const MAX_FAULTS = 20

/** Reads a policy file. Never throws. */
export function readPolicyFile(text: string): PolicyFile {
  if (text.length > MAX_LENGTH) {
    return { ok: false, faults: [{ line: 1, column: 1, path: '', kind: 'size', detail: '' }] }
  }
  const json = readJsonWithPlaces(text)
  if (!json.ok)
    return { ok: false, faults: [{ ...json.place, path: '', kind: 'syntax', detail: json.message }] }
  const parsed = parseBounded(policySchema, json.value)
  if (!parsed) return { ok: false, faults: [{ line: 1, column: 1, path: '', kind: 'other', detail: '' }] }
  if (parsed.success) return { ok: true, policy: parsed.data }
  return {
    ok: false,
    faults: parsed.error.issues.slice(0, MAX_FAULTS).map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part))
      const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
      return { ...json.placeOf(path, key), path: path.join('.'), ...explain(issue) }
    }),
  }
}

type Issue = z.core.$ZodIssue

function explain(issue: Issue): Pick<PolicyFault, 'kind' | 'detail'> {
  switch (issue.code) {
    case 'invalid_type':
      return { kind: 'type', detail: issue.expected }
    case 'invalid_value':
      return { kind: 'value', detail: issue.values.map(String).join(', ') }
    case 'unrecognized_keys':
      return { kind: 'key', detail: issue.keys.join(', ') }
    case 'too_big':
    case 'too_small':
      return { kind: 'size', detail: '' }
    default:
      return { kind: 'other', detail: '' }
  }
}

/** The file of a policy; the schema's address lets editors check it. */
export const writePolicyFile = (policy: Policy): string => `${JSON.stringify(policy, null, 2)}\n`

/** What a careful firm may begin with. */
export const EXAMPLE_POLICY: Policy = {
  version: 1,
  rules: [
    { when: { class: ['restricted'] }, action: 'deny' },
    { when: { term: { name: 'userThreshold', is: 'yes' } }, action: 'review' },
    { when: { family: ['network-copyleft'] }, action: 'review' },
    { when: { class: ['open'] }, action: 'allow' },
  ],
  otherwise: 'review',
  unknown: 'review',
  none: 'deny',
}
