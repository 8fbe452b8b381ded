import type { Headline, LicenseAnswer } from '../lib/assessment'
import type { Action } from '../lib/licenses/policy'
import { PolicyMark } from './license/PolicyMark'
import { Meter } from './Meter'
import type { Texts } from './text'
import { WarningMark } from './WarningMark'
import { headlineWords, licenseChip } from './words'

export interface BadgeProps {
  texts: Texts
  headline: Headline
  license: LicenseAnswer
  /** Id of the rubric that the headline speaks for. */
  rubric: string
  /** The reader's own policy on the licence; null without one. */
  policy: Action | null
  open: boolean
  onClick(): void
  /** The reader seems about to open the panel. */
  onWanted(): void
}

/** Beside the model's name: meter, headline, licence. Never wraps; in a narrow place it ends in an ellipsis. */
export function Badge({ texts, headline, license, rubric, policy, open, onClick, onWanted }: BadgeProps) {
  const { low, high } = headlineWords(texts, rubric, headline)
  const chip = licenseChip(texts, license)
  const disagree = license.conflicts.some((conflict) => conflict.severity === 'conflict')
  const verdict = high === null ? low : texts.t('range', low, high)
  const name = [
    texts.t('badge_name', verdict, chip),
    disagree ? texts.t('badge_conflict') : '',
    policy === null ? '' : `${texts.t(`policy_${policy}`)}.`,
  ]
  return (
    <button
      type="button"
      class="badge"
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-label={name.filter(Boolean).join(' ')}
      title={`${verdict} · ${chip}`}
      onClick={onClick}
      onPointerEnter={onWanted}
      onFocus={onWanted}
    >
      <span class="badge-verdict">
        <Meter low={headline.meter} high={headline.high.meter} />
        <span class="badge-words">
          <b>{low}</b>
          {high === null ? null : ` – ${high}`}
        </span>
      </span>
      <span class="badge-license">
        <span class="badge-words">{chip}</span>
        {disagree ? <WarningMark /> : null}
        {policy === null ? null : <PolicyMark action={policy} />}
      </span>
    </button>
  )
}
