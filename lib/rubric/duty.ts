import type { ConflictKind } from '../assessment'
import { type Bound, CANNOT_TELL, MET, NOT_MET } from './bound'
import type { Judged, SpecialFacts } from './criterion'
import type { Criterion } from './schema'

/**
 * What a learner owes those that it learned from, as far as pages show it (rubrics/05_influence_spectrum.md, 5.3).
 * Facts only: "no conflict found" is never "lawful".
 */
export function dutyOf({ duty }: Criterion, facts: SpecialFacts): Judged | null {
  switch (duty) {
    case 'attribution':
      return attribution(facts)
    case 'license':
      return license(facts)
    case 'value':
      return value(facts)
    default:
      return null
  }
}

const PARTLY: Bound = { low: 0.5, high: 0.5 }

/** Bases named, and the notices and names that their licences ask for shown. */
function attribution({ lineage }: SpecialFacts): Judged | null {
  const unnamed = lineage.matches?.find(
    ({ what, declared, older }) => what === 'weights' && !declared && older,
  )
  if (unnamed)
    return { bound: NOT_MET, reason: `The weights are those of ${unnamed.id}; this page does not name it.` }
  // Nothing says that there is a base: then the question stays open, as the component says.
  if (lineage.bases.length === 0) return null
  const names = `Named: ${listed(lineage.bases.map(({ id }) => id))}.`
  const asked = (lineage.duties ?? []).filter(
    ({ duty }) => duty === 'naming' || duty === 'attribution-notice',
  )
  const short = asked.find(({ state }) => state === 'not_found')
  if (short)
    return {
      bound: PARTLY,
      reason: `${names} Not found: what ${short.license}, clause ${short.clause}, asks to be shown.`,
    }
  const open = lineage.bases.some(({ resolved }) => !resolved) || asked.some(({ state }) => state !== 'met')
  return open
    ? {
        bound: { low: 0.5, high: 1 },
        reason: `${names} What their licences ask to be shown was not all seen.`,
      }
    : { bound: MET, reason: names }
}

const BASE_KINDS: readonly ConflictKind[] = ['base-conflict', 'adapter-vs-base', 'quantized-vs-base']

/** A licence is declared, and no base's forbids it. */
function license({ lineage, license: own }: SpecialFacts): Judged | null {
  const conflict = own.conflicts.find(
    ({ kind, severity }) => BASE_KINDS.includes(kind) && severity === 'conflict',
  )
  if (conflict) return { bound: NOT_MET, reason: conflict.explanation }
  if (lineage.bases.length === 0 || own.class === 'none' || own.class === 'unknown') return null
  const unread = lineage.bases.filter((base) => base.license === null)
  return unread.length > 0
    ? { bound: CANNOT_TELL, reason: `The licence of ${listed(unread.map(({ id }) => id))} is not known.` }
    : {
        bound: MET,
        reason: `No conflict was found with ${listed(lineage.bases.map((base) => `${base.id} (${base.license})`))}.`,
      }
}

/** Weights that are another page's, byte for byte, add nothing. */
function value({ lineage }: SpecialFacts): Judged | null {
  const same = lineage.matches?.find(({ what }) => what === 'weights')
  return same ? { bound: NOT_MET, reason: `The weights are byte-identical to those of ${same.id}.` } : null
}

const MAX_LISTED = 4

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, MAX_LISTED)
    .map((name) => name.slice(0, 120))
    .join(', ')}${names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : ''}`
