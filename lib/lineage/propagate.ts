import type { Ancestor, Conflict, Facts, Finding, Findings, Status } from '../assessment'
import type { ComponentId } from '../components'
import { unknown } from '../evidence/collector'
import { isTeacher } from './bases'
import { givenFacts, takenFrom, wholeAncestors } from './stand-in'

/**
 * What bases add to a model's findings. `strict`: a model is made of everything that its bases are made of, so the
 * weakest of them decides (a position of the OSAID forum, "the lack of transparency about the data used in the original
 * model cannot be compensated by transparency downstream"). `own-work`: only what this step did is asked about.
 */

export const DERIVATIVES = ['strict', 'own-work'] as const
export type Derivatives = (typeof DERIVATIVES)[number]

/** The findings that rubrics judge by. The same object where nothing is derived. Linear in the ancestors. */
export function propagate(facts: Facts, derivatives: Derivatives): Findings {
  const { components, lineage } = facts
  if (lineage.bases.every(isTeacher)) return components
  if (derivatives === 'own-work') {
    const own = givenFacts(facts)?.components ?? components
    return { ...own, weights_base: NOT_ASKED, training_data_base: NOT_ASKED }
  }
  const ancestors = wholeAncestors(lineage.ancestors ?? [])
  const merged: Findings = { ...components, ...restricted(components, facts.license.conflicts) }
  if (ancestors.length === 0)
    return lineage.relation === 'quantized' ? { ...merged, ...takenFrom(undefined, merged) } : merged
  merged.weights_final = ofSystem({ ...facts, components: merged }, ancestors)
  merged.weights_base = inherit(components.weights_base, ancestors.map(weightsOf))
  // A conversion or a merge trains on nothing: what its bases were trained on is all there is.
  merged.training_data_base = inherit(
    components.training_data_base,
    ancestors.flatMap((ancestor) => dataOf(ancestor)),
  )
  if (lineage.relation === 'quantized') {
    // What its parent was trained on is already the weakest of the whole line.
    const { training_data_base } = merged
    return { ...merged, ...takenFrom(ancestors[0], merged), training_data_base }
  }
  if (lineage.relation === 'merge' && components.training_data_tuned.status === 'unknown') {
    merged.training_data_tuned = NOT_ASKED
  }
  return merged
}

/**
 * The weights of a stand-in once its parents' are known to be there. A conversion can be had without its parent's gate,
 * under its own licence; an adapter is of no use without its base.
 */
function ofSystem(facts: Facts, ancestors: readonly Ancestor[]): Finding {
  const own = facts.components.weights_final
  const given = givenFacts(facts)?.components.weights_final
  const parents = ancestors.filter(({ depth }) => depth === 1).map(weightsOf)
  if (!given || parents.length === 0 || parents.some(({ status }) => !THERE.includes(status))) return own
  return facts.lineage.relation === 'adapter' ? (weakestOf([given, ...parents]) ?? own) : given
}

const THERE: readonly Status[] = ['present', 'present_restricted']

const NOT_ASKED: Finding = {
  status: 'n_a',
  unknownBecause: null,
  license: null,
  licenseState: 'unknown',
  licenseInherited: false,
  evidence: [],
}

/** What an ancestor's page shows of one component; unknown where the page was not seen. */
function findingOf({ state, components }: Ancestor, id: ComponentId): Finding {
  const unreachable = state === 'denied' || state === 'missing'
  return components[id] ?? unknown(unreachable ? 'unreachable' : 'not_looked')
}

const weightsOf = (ancestor: Ancestor): Finding => findingOf(ancestor, 'weights_final')

/** The data that one ancestor was made from itself: what its own bases were made from, they say. */
function dataOf(ancestor: Ancestor): Finding[] {
  const { relation, bases, state } = ancestor
  if (state !== 'seen') return [findingOf(ancestor, 'training_data_base')]
  const tuned = findingOf(ancestor, 'training_data_tuned')
  if (bases.length > 0) return relation === 'quantized' || relation === 'merge' ? [] : [tuned]
  const base = findingOf(ancestor, 'training_data_base')
  return tuned.status === 'unknown' ? [base] : [base, tuned]
}

/** The bases' word counts about the bases; only where all of them are silent, the model's own word on them stands. */
function inherit(own: Finding, findings: readonly Finding[]): Finding {
  const weakest = weakestOf(findings)
  const silent = findings.every(({ status }) => status === 'unknown' || status === 'n_a')
  return weakest === null || (silent && own.status !== 'unknown') ? own : weakest
}

/** Weakest first. What is not known may be absent as well, so only an absence comes before it. */
const ORDER: readonly Status[] = [
  'absent_stated',
  'absent_inspected',
  'unknown',
  'mentioned',
  'partial',
  'present_restricted',
  'present',
]

/** The weakest of several findings under all of their licences; null where the question arises for none. */
export function weakestOf(findings: readonly Finding[]): Finding | null {
  const asked = findings.filter(({ status }) => status !== 'n_a')
  const [first, ...rest] = asked
  if (!first) return null
  const weakest = rest.reduce(
    (least, item) => (ORDER.indexOf(item.status) < ORDER.indexOf(least.status) ? item : least),
    first,
  )
  const licensed = asked.filter(({ licenseState }) => licenseState === 'declared')
  const none = asked.some(({ licenseState }) => licenseState === 'none')
  const all = licensed.length === asked.length
  const licenses = [...new Set(licensed.flatMap(({ license }) => (license === null ? [] : [license])))]
  // Beside one that is only mentioned, the licences of those that are there count all the same.
  const open = weakest.status === 'mentioned' && asked.some(({ status }) => THERE.includes(status))
  return {
    ...weakest,
    ...(open ? { status: 'unknown', unknownBecause: 'not_found' } : {}),
    license: none || licenses.length === 0 ? null : joined(all ? licenses : [...licenses, UNSAID]),
    licenseState: none ? 'none' : licenses.length === 0 ? 'unknown' : 'declared',
    evidence: asked
      .filter(({ status }) => status === weakest.status)
      .flatMap(({ evidence }) => evidence)
      .slice(0, 8),
  }
}

/** SPDX's word for a licence that nobody said. */
const UNSAID = 'NOASSERTION'

const joined = (licenses: readonly string[]): string =>
  licenses.length === 1
    ? (licenses[0] ?? '')
    : licenses.map((license) => (/ OR /.test(license) ? `(${license})` : license)).join(' AND ')

const BASE_KINDS: readonly Conflict['kind'][] = ['base-conflict', 'adapter-vs-base', 'quantized-vs-base']
const WEIGHTS: readonly ComponentId[] = ['weights_final', 'adapter_weights']

/** A licence that a base's own forbids for what is derived from it does not stand alone: the base's holds as well. */
function restricted(components: Findings, conflicts: readonly Conflict[]): Partial<Findings> {
  const forbidding = conflicts.filter(
    ({ kind, severity }) => BASE_KINDS.includes(kind) && severity === 'conflict',
  )
  if (forbidding.length === 0) return {}
  const theirs = forbidding.flatMap(({ between }) => between.slice(1, 2))
  const changed: Partial<Findings> = {}
  for (const id of WEIGHTS) {
    const finding = components[id]
    if (finding.license === null) continue
    changed[id] = {
      ...finding,
      license: joined([...new Set([finding.license, ...theirs])]),
      licenseInherited: true,
      evidence: [...finding.evidence, ...forbidding.flatMap(({ evidence }) => evidence.slice(-1))].slice(
        0,
        8,
      ),
    }
  }
  return changed
}
