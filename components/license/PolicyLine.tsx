import type { PolicyRule, PolicyWord } from '../../lib/licenses/policy'
import { useTexts } from '../text'
import { PolicyMark } from './PolicyMark'
import { policyReason } from './words'

/** What the reader's own policy says of a licence, with the rule that fired. */
export function PolicyLine({ word, rules }: { word: PolicyWord | null; rules: readonly PolicyRule[] }) {
  const texts = useTexts()
  if (word === null) return null
  return (
    <p class={`policy-line ${word.action}`}>
      <PolicyMark action={word.action} />
      <span>
        <b>{texts.t(`policy_${word.action}`)}</b> <span dir="auto">{policyReason(texts, word, rules)}</span>
      </span>
    </p>
  )
}
