import type { Facts, Headline, LicenseAnswer, QuestionAnswer } from './assessment'
import { askPolicy, type Policy } from './licenses/policy'
import { headlineBy } from './rubric/judge'
import type { Rubric, RubricOptions } from './rubric/schema'

/** What a list says of one model: a summary of the same assessment that badge and panel show. */
export interface Chip {
  /** The id that the list asked for, as it stands on the card. */
  id: string
  headline: Headline
  license: Pick<LicenseAnswer, 'id' | 'label' | 'class'>
  /** Licence sources contradict each other, as far as was looked. */
  conflict: boolean
  /** The answer to "may I use it commercially?". */
  commercial: QuestionAnswer['verdict']
  /** The reader's policy on the licence; null without one. */
  policy: 'allow' | 'review' | 'deny' | null
  /** A base that has a say and was not looked at; null where bases have none, or all were seen. */
  openBase: string | null
  /** metadata: from the list's own data · look: card, files and licence were looked at before. */
  basis: 'metadata' | 'look'
}

export interface ChipRules {
  rubric: Rubric
  options: RubricOptions | undefined
  derivatives: 'strict' | 'own-work'
  policy: Policy | null
}

/** Judges facts for a list. Pure. */
export function chipOf(id: string, facts: Facts, basis: Chip['basis'], rules: ChipRules): Chip {
  const { license } = facts
  const answer = license.answers?.find(({ question }) => question === 'commercial')
  const unseen = facts.lineage.ancestors?.find(({ state }) => state === 'unseen')
  return {
    id,
    headline: headlineBy(rules.rubric, facts, rules.options, rules.derivatives),
    license: { id: license.id, label: license.label, class: license.class },
    conflict: license.conflicts.some(({ severity }) => severity === 'conflict'),
    commercial: answer?.verdict ?? 'unknown',
    policy: rules.policy === null ? null : askPolicy(rules.policy, license).action,
    openBase: rules.derivatives === 'strict' ? (unseen?.id ?? null) : null,
    basis,
  }
}
