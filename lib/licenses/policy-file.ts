import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod/mini'
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
  const lines = new LineCounter()
  // JSON is YAML's flow style; the YAML reader keeps the place of every value, which JSON.parse does not.
  const tree = parseDocument(text, {
    schema: 'json',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const value = parseJson(text)
  if (value instanceof SyntaxError) {
    const [first] = tree.errors
    const detail = (first?.message ?? value.message).split('\n')[0]?.slice(0, 160) ?? ''
    return { ok: false, faults: [{ ...place(first?.pos[0] ?? 0), path: '', kind: 'syntax', detail }] }
  }
  const parsed = z.safeParse(policySchema, value)
  if (parsed.success) return { ok: true, policy: parsed.data }
  return {
    ok: false,
    faults: parsed.error.issues.slice(0, MAX_FAULTS).map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part))
      return { ...place(offsetOf(tree, path, issue)), path: path.join('.'), ...explain(issue) }
    }),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError('not JSON')
  }
}

type Issue = z.core.$ZodIssue

/** Where the faulty value, or the key that is not known, begins. */
function offsetOf(tree: ReturnType<typeof parseDocument>, path: (string | number)[], issue: Issue): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? tree.contents : tree.getIn(path.slice(0, length), true)
    if (issue.code === 'unrecognized_keys' && length === path.length && isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && issue.keys.includes(String(key.value)))
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
    }
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]) || 0
    }
  }
  return 0
}

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
