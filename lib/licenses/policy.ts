import * as z from 'zod/mini'
import type { LicenseAnswer, LicensePart } from '../assessment'
import { TERM_KEYS } from './answer'

/**
 * A person's own rules on licences. Rules are asked from the first to the last; the first that fits decides. What no
 * rule fits is `otherwise`; a licence that nobody knows, and no licence at all, have words of their own.
 */

export const ACTIONS = ['allow', 'review', 'deny'] as const
export type Action = (typeof ACTIONS)[number]

const action = z.enum(ACTIONS)
const words = z
  .array(z.string().check(z.minLength(1), z.maxLength(80)))
  .check(z.minLength(1), z.maxLength(50))

export const policyRuleSchema = z.strictObject({
  /** All that is given must fit. */
  when: z.strictObject({
    /** SPDX or registry ids, in any case; `*` at the end stands for the rest. */
    license: z.optional(words),
    family: z.optional(words),
    class: z.optional(
      z.array(z.enum(['open', 'conditional', 'restricted', 'unknown'])).check(z.minLength(1)),
    ),
    /**
     * What the text says: `yes` where the term is there at all (a threshold, a naming duty, use restrictions), `no` where
     * the text has none, else the value itself ("conditional", "forbidden").
     */
    term: z.optional(
      z.strictObject({ name: z.enum(TERM_KEYS), is: z.string().check(z.minLength(1), z.maxLength(40)) }),
    ),
  }),
  action,
  /** In the person's words; shown when the rule fires. */
  note: z.optional(z.string().check(z.maxLength(200))),
})

export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  rules: z.array(policyRuleSchema).check(z.maxLength(100)),
  otherwise: action,
  /** A licence that nobody knows, or that nobody has looked for yet. */
  unknown: action,
  /** Looked, and there is none. */
  none: action,
})

export type Policy = z.output<typeof policySchema>
export type PolicyRule = z.output<typeof policyRuleSchema>

export interface PolicyWord {
  action: Action
  /** 1-based number of the rule that fired; null where `otherwise`, `unknown` or `none` decided. */
  rule: number | null
  because: 'rule' | 'otherwise' | 'unknown' | 'none'
  note: string | null
  /** The licence that it is about. */
  license: string
}

/** The policy's word on a licence. Where one may choose between licences the best counts, else the worst. */
export function askPolicy(
  policy: Policy,
  license: Pick<LicenseAnswer, 'class' | 'parts' | 'operator'>,
): PolicyWord {
  if (license.class === 'none')
    return { action: policy.none, rule: null, because: 'none', note: null, license: '' }
  const found = license.parts.map((part) => askForPart(policy, part))
  const order = license.operator === 'OR' ? 1 : -1
  found.sort((a, b) => order * (ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action)))
  return found[0] ?? { action: policy.unknown, rule: null, because: 'unknown', note: null, license: '' }
}

function askForPart(policy: Policy, part: LicensePart): PolicyWord {
  const index = policy.rules.findIndex((rule) => fits(rule.when, part))
  const rule = policy.rules[index]
  if (rule)
    return {
      action: rule.action,
      rule: index + 1,
      because: 'rule',
      note: rule.note ?? null,
      license: part.id,
    }
  const unknown = part.class === 'unknown' && part.family === null
  return {
    action: unknown ? policy.unknown : policy.otherwise,
    rule: null,
    because: unknown ? 'unknown' : 'otherwise',
    note: null,
    license: part.id,
  }
}

function fits(when: PolicyRule['when'], part: LicensePart): boolean {
  const { license, family, term } = when
  if (license && !license.some((pattern) => matches(pattern, part.id))) return false
  if (family && !family.some((name) => name.toLowerCase() === part.family?.toLowerCase())) return false
  if (when.class && !when.class.some((name) => name === part.class)) return false
  if (term && !termIs(part.terms?.[term.name], term.is)) return false
  return Boolean(license ?? family ?? when.class ?? term)
}

const matches = (pattern: string, id: string): boolean => {
  const [wanted, given] = [pattern.toLowerCase(), id.toLowerCase()]
  return wanted.endsWith('*') ? given.startsWith(wanted.slice(0, -1)) : given === wanted
}

/** A term that nobody has read fits no rule. */
function termIs(value: string | boolean | number | null | undefined, is: string): boolean {
  if (value === null || value === undefined) return false
  if (is === 'no') return value === false || value === 'no'
  if (is === 'yes') return value !== false && value !== 'no' && value !== 'silent'
  return String(value) === is
}
