import type { Chip } from '../../lib/chip'
import { Meter } from '../Meter'
import type { Texts } from '../text'
import { WarningMark } from '../WarningMark'
import { headlineWords, licenseChip } from '../words'

export interface ChipViewProps {
  texts: Texts
  chip: Chip
  /** Id of the rubric that the headline speaks for. */
  rubric: string
  open: boolean
  onClick(): void
}

/** In a list's row of facts: meter, headline, licence class. Always as wide and as high as its room. */
export function ChipView({ texts, chip, rubric, open, onClick }: ChipViewProps) {
  const { low, high } = headlineWords(texts, rubric, chip.headline)
  return (
    <button
      type="button"
      class="chip"
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-label={texts.t('chip_name', chip.id, chipSentence(texts, chip, rubric))}
      onClick={onClick}
    >
      <Meter low={chip.headline.meter} high={chip.headline.high.meter} />
      <span class="chip-word">
        {word(texts, chip.headline) ?? low}
        {high === null || chip.headline.meter === 0 ? null : <span class="chip-more">+</span>}
      </span>
      <span class={`chip-license ${chip.license.class}`}>
        <LicenseMark of={chip.license.class} />
        <span class="chip-class">{texts.t(`chip_class_${chip.license.class}`)}</span>
        {chip.conflict ? <WarningMark /> : null}
      </span>
    </button>
  )
}

/** A shorter word where the badge's is too long; a range that begins at nothing says nothing. */
function word({ t, maybe }: Texts, { id, meter, high }: Chip['headline']): string | null {
  return meter === 0 && high.meter > 0
    ? t('chip_word_unclear')
    : maybe(`chip_word_${id.replaceAll('-', '_')}`)
}

/** The line that hover and focus show: both ends of the verdict, the licence, the policy's word, and what it rests on. */
export function chipSentence(texts: Texts, chip: Chip, rubric: string): string {
  const { low, high } = headlineWords(texts, rubric, chip.headline)
  return [
    high === null ? low : texts.t('range', low, high),
    licenseChip(texts, chip.license),
    chip.conflict ? texts.t('badge_conflict') : '',
    chip.policy === null ? '' : texts.t(`policy_${chip.policy}`),
    chip.openBase === null ? '' : texts.t('chip_open_base', chip.openBase),
    texts.t(chip.basis === 'metadata' ? 'chip_from_metadata' : 'chip_from_look'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A shape per licence class: full, half, barred, empty, dashed. */
function LicenseMark({ of }: { of: Chip['license']['class'] }) {
  return (
    <svg class="license-mark" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" focusable="false">
      <circle
        cx="6"
        cy="6"
        r="4.9"
        fill={of === 'open' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.3"
        stroke-dasharray={of === 'unknown' ? '2 1.9' : undefined}
      />
      {of === 'conditional' ? <path d="M6 1.1a4.9 4.9 0 0 1 0 9.8z" fill="currentColor" /> : null}
      {of === 'restricted' ? <path d="M2.6 9.4l6.8-6.8" stroke="currentColor" stroke-width="1.4" /> : null}
    </svg>
  )
}
