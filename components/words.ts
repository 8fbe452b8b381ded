import type { Facts, Finding, Headline, HeadlineStep, LicenseAnswer, MissingWhy } from '../lib/assessment'
import type { ComponentId } from '../lib/components'
import type { Rubric } from '../lib/rubric/schema'
import type { Texts } from './text'

/** Words for ids: the locale's where it has them, else what the data says itself (a stranger's rubric). */

const key = (...parts: string[]) => parts.join('_').replaceAll('-', '_')

export const componentName = (texts: Texts, id: ComponentId): string => texts.t(key('component', id))

export const stepLabel = (texts: Texts, rubric: string, step: HeadlineStep): string =>
  texts.maybe(key('headline', rubric, step.id)) ?? texts.maybe(key('headline', step.id)) ?? step.label

/** The two ends of a headline; `high` is null when it is a point. */
export function headlineWords(
  texts: Texts,
  rubric: string,
  headline: Headline,
): { low: string; high: string | null } {
  const low = stepLabel(texts, rubric, headline)
  const high = headline.high.id === headline.id ? null : stepLabel(texts, rubric, headline.high)
  return { low, high: high === low ? null : high }
}

export const tierLabel = (texts: Texts, rubric: Rubric, id: string): string =>
  texts.maybe(key('tier', rubric.id, id)) ?? rubric.tiers.find((tier) => tier.id === id)?.label ?? id

/** "Apache-2.0", "Llama 3.1 · conditions", "No licence", "Licence unknown". */
export function licenseChip(texts: Texts, license: Pick<LicenseAnswer, 'class' | 'label' | 'id'>): string {
  if (license.class === 'none') return texts.t('license_none')
  const label = license.label ?? license.id
  if (label === null) return texts.t('license_unknown')
  if (license.class === 'conditional') return texts.t('license_with_conditions', label)
  return label
}

export const statusWords = (texts: Texts, finding: Finding): string =>
  finding.status === 'unknown'
    ? texts.t(key('because', finding.unknownBecause ?? 'not_found'))
    : texts.t(key('status', finding.status))

export const whyWords = (texts: Texts, why: MissingWhy): string => texts.t(key('why', why))

export const faultWords = (texts: Texts, fault: Facts['faults'][number]): string =>
  fault.id === 'github-limit'
    ? texts.t('fault_github_limit', timeOf(fault.detail))
    : (texts.maybe(key('fault', fault.id, fault.detail)) ?? texts.t(key('fault', fault.id)))

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

/** Where a licence is declared: "tag", "front matter", a file's name. */
export const sourceWords = (texts: Texts, place: string): string =>
  texts.maybe(key('declared', place.replaceAll(' ', '_'))) ?? place
