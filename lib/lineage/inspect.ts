import type { Ancestor, Facts, Finding, Findings, Lineage } from '../assessment'
import { COMPONENT_IDS } from '../components'
import type { Reading } from '../snapshot/reading'
import { ancestorsOf, type Node } from './ancestors'
import { dutiesOf } from './duties'
import { readInfluence } from './influence'
import { linkedHub } from './linked'
import { matchesOf } from './matches'

/**
 * The lineage with everything that was looked at: the bases' own bases, what their licences ask, and files that are
 * another model's. `factsOf` reads a base as a page of its own.
 */
export function inspectLineage(
  reading: Reading,
  lineage: Lineage,
  readFacts: (base: Reading) => Pick<Facts, 'components' | 'license'>,
): Lineage {
  const factsOf = once(readFacts)
  const nodes = ancestorsOf(reading)
  const matches = matchesOf(reading, nodes)
  if (nodes.length === 0 && matches.length === 0) {
    const bases = lineage.bases.map((base) => resolve(base, reading, factsOf))
    // A page's own words on whom it learned from say more than what they inspired.
    return {
      ...lineage,
      bases,
      influence: bases.length > 0 ? lineage.influence : (readInfluence(reading) ?? lineage.influence),
    }
  }
  const ancestors = nodes.map((node) => describe(node, factsOf))
  return {
    ...lineage,
    bases: lineage.bases.map((base) => resolve(base, reading, factsOf)),
    ancestors,
    duties: dutiesOf(reading, nodes),
    matches,
    influence: influenceOf(reading.id, lineage, matches),
  }
}

/** Each page is read once, however often it is asked for. */
function once<T>(read: (base: Reading) => T): (base: Reading) => T {
  const known = new Map<Reading, T>()
  return (base) => {
    const found = known.get(base) ?? read(base)
    known.set(base, found)
    return found
  }
}

/** What a base's page declares, a teacher's too; one that moved is found by its former name. */
function resolve(
  base: Lineage['bases'][number],
  reading: Reading,
  factsOf: (base: Reading) => Pick<Facts, 'license'>,
): Lineage['bases'][number] {
  const target = linkedHub(reading, base.id)
  if (target === null || typeof target === 'string') return base
  return { ...base, license: factsOf(target).license.expression, resolved: true }
}

const NO_LICENSE: Ancestor['license'] = { id: null, expression: null, label: null, class: 'unknown' }

function describe(
  { id, depth, state, reading, relation, bases }: Node,
  factsOf: (base: Reading) => Pick<Facts, 'components' | 'license'>,
): Ancestor {
  const facts = reading === null ? null : factsOf(reading)
  const gated = reading?.model?.gated
  return {
    id,
    depth,
    state,
    gated: gated === 'auto' || gated === 'manual',
    license: facts === null ? NO_LICENSE : brief(facts.license),
    relation,
    bases: bases.map((base) => base.id),
    components: facts === null ? {} : known(facts.components),
  }
}

const brief = ({ id, expression, label, class: kind }: Facts['license']): Ancestor['license'] => ({
  id,
  expression,
  label,
  class: kind,
})

/** What is said of a base's components, each with its best proof. */
function known(components: Findings): Partial<Findings> {
  const kept: Partial<Findings> = {}
  for (const id of COMPONENT_IDS) {
    const finding = components[id]
    if (saysSomething(finding)) kept[id] = { ...finding, evidence: finding.evidence.slice(0, 1) }
  }
  return kept
}

const saysSomething = ({ status, licenseState }: Finding): boolean =>
  status !== 'unknown' || licenseState !== 'unknown'

/** Identical weights that the page does not account for are the one thing that is detected and not declared. */
function influenceOf(
  self: string,
  { influence, relation, bases }: Lineage,
  matches: NonNullable<Lineage['matches']>,
): Lineage['influence'] {
  // The later page of two owners: the earlier one may be the origin, and an owner's second page is no copying.
  const copied = matches.some(
    ({ what, declared, older, id }) =>
      what === 'weights' && !declared && older === true && ownerOf(id) !== ownerOf(self),
  )
  if (copied) return { level: 'wholesale-copying', basis: 'detected' }
  const same = matches.some(({ what, declared }) => what === 'weights' && declared)
  if (same && relation !== 'quantized') return { level: 'redistribution', basis: 'detected' }
  if (bases.length > 0) return influence
  const started = matches.some(({ what }) => what === 'some-weights')
  return started ? { level: 'direct-influence', basis: 'detected' } : influence
}

const ownerOf = (id: string): string => id.slice(0, id.indexOf('/')).toLowerCase()
