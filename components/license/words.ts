import type { LicenseReason, QuestionAnswer } from '../../lib/assessment'
import type { PolicyRule, PolicyWord } from '../../lib/licenses/policy'
import type { Texts } from '../text'

/** Words for the licence questions, their reasons and the policy. */

const key = (id: string) => id.replaceAll('-', '_')

/** A reason in the reader's language; under "yes, if" it is a clause of that sentence. */
export function reasonWords(texts: Texts, reason: LicenseReason, verdict: QuestionAnswer['verdict']): string {
  const name = `reason_${key(reason.id)}`
  const params = paramsOf(texts, reason)
  const conditional = verdict === 'if' && texts.maybe(`${name}_if`) !== null ? `${name}_if` : name
  return texts.t(conditional, ...params)
}

function paramsOf(texts: Texts, { id, params }: LicenseReason): string[] {
  const [first = '', period = '', third = '', fourth = ''] = params
  if (id.startsWith('users-')) return [texts.number(Number(first)), texts.t(`period_${period}`), third]
  if (id.startsWith('revenue-')) {
    return [texts.number(Number(first), third), texts.t(`period_${period}`), fourth]
  }
  if (id === 'sources-disagree') return [first, texts.t(`verdict_${period}`)]
  if (id.startsWith('territory')) return [first.split(', ').map(texts.region).join(', ')]
  return params
}

export const familyWords = (texts: Texts, family: string | null): string | null =>
  family === null ? null : (texts.maybe(`family_${key(family)}`) ?? family)

/** Why the policy says what it says. */
export function policyReason(texts: Texts, word: PolicyWord, rules: readonly PolicyRule[]): string {
  const rule = word.rule === null ? undefined : rules[word.rule - 1]
  if (!rule || word.rule === null) return texts.t(`policy_by_${word.because}`)
  return texts.t('policy_by_rule', word.rule, word.note ?? ruleWords(texts, rule))
}

export function ruleWords(texts: Texts, { when, action }: PolicyRule): string {
  const parts = [
    when.license ? `${texts.t('policy_kind_license')} ${when.license.join(', ')}` : null,
    when.family ? `${texts.t('policy_kind_family')} ${when.family.join(', ')}` : null,
    when.class
      ? `${texts.t('policy_kind_class')} ${when.class.map((name) => texts.t(`class_${name}`)).join(', ')}`
      : null,
    when.term
      ? `${texts.t(`term_${when.term.name}`)}: ${texts.maybe(`term_is_${when.term.is}`) ?? when.term.is}`
      : null,
  ].filter((part) => part !== null)
  return texts.t('policy_rule_words', parts.join(' + '), texts.t(`policy_action_${action}`))
}
