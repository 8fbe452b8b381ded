import type { Facts, LicenseClass, Status } from '../../lib/assessment'
import { COMPONENTS } from '../../lib/component-names'
import type { ComponentId } from '../../lib/components'

/** Scores facts against readings of the same card: groups, precision, recall, agreement, coverage, absences. */

export type Group = 'present' | 'partly' | 'absent' | 'nothing'

/** One reader's word on one component. */
export interface Reading {
  status: Status
  quote: string
}

export interface Labels {
  id: string
  components: Record<string, { a?: Reading | null; b?: Reading | null; consensus: Group | null }>
  license: Record<string, { tag: string | null; openClass: LicenseClass } | null>
  lineage: Record<string, { bases: string[]; relation: string | null } | null>
}

export const groupOf = (status: Status): Group => {
  if (status === 'present') return 'present'
  if (status === 'partial' || status === 'present_restricted' || status === 'mentioned') return 'partly'
  return status === 'absent_stated' || status === 'absent_inspected' ? 'absent' : 'nothing'
}

export interface Judgement {
  model: string
  component: string
  answer: Group
  label: Group
  status: Status
  /** The answer's proof, and the reader's. */
  quotes: [ours: string, theirs: string]
}

/** One judgement per label with a consensus. */
export const judgeModel = (facts: Facts, labels: Labels): Judgement[] =>
  judgeStatuses(
    Object.fromEntries(COMPONENTS.map(({ id }) => [id, facts.components[id].status])),
    labels,
    (id) => facts.components[id].evidence[0]?.quote ?? '',
  )

/** The same for whatever else answers; what it does not mention is unknown. */
export function judgeStatuses(
  statuses: Partial<Record<ComponentId, Status>>,
  labels: Labels,
  quoteOf: (id: ComponentId) => string = () => '',
): Judgement[] {
  const found: Judgement[] = []
  for (const { id } of COMPONENTS) {
    const read = labels.components[id]
    if (!read?.consensus) continue
    const status = statuses[id] ?? 'unknown'
    found.push({
      model: labels.id,
      component: id,
      answer: groupOf(status),
      label: read.consensus,
      status,
      quotes: [quoteOf(id), (read.a ?? read.b)?.quote ?? ''],
    })
  }
  return found
}

export interface Score {
  labels: number
  precisionPresent: number
  recallPresent: number
  precisionPartly: number
  agreement: number
  coverage: number
  absences: number
  precisionAbsent: number
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

export function score(all: readonly Judgement[]): Score {
  const count = (test: (item: Judgement) => boolean) => all.filter(test).length
  return {
    labels: all.length,
    precisionPresent: share(
      count((item) => item.answer === 'present' && item.label === 'present'),
      count((item) => item.answer === 'present'),
    ),
    recallPresent: share(
      count((item) => item.answer === 'present' && item.label === 'present'),
      count((item) => item.label === 'present'),
    ),
    precisionPartly: share(
      count((item) => item.answer === 'partly' && item.label === 'partly'),
      count((item) => item.answer === 'partly'),
    ),
    agreement: share(
      count((item) => item.answer === item.label),
      all.length,
    ),
    coverage: share(
      count((item) => item.label !== 'nothing' && item.status !== 'unknown'),
      count((item) => item.label !== 'nothing'),
    ),
    absences: count((item) => item.answer === 'absent'),
    precisionAbsent: share(
      count((item) => item.answer === 'absent' && item.label === 'absent'),
      count((item) => item.answer === 'absent'),
    ),
  }
}

/** Where two readings exist and disagree, neither counts. */
export function agreed<T>(readings: Record<string, T | null>, key: (reading: T) => string): T | null {
  const given = [readings.a, readings.b].filter((reading): reading is T => reading != null)
  const [first] = given
  return first !== undefined && given.every((reading) => key(reading) === key(first)) ? first : null
}
