import type { Ancestor, Facts, Finding, Findings, LicenseClass, Relation, Status } from '../assessment'
import { COMPONENT_IDS, type ComponentId } from '../components'
import { unknown } from '../evidence/collector'

/**
 * A labelled conversion or adapter stands for the model that it was made from: its files are not that model's own
 * parameters, and with them they make a system (rubrics/02_osaid.md, 2.6: "quantized/converted = parent's verdict with
 * self licence check; adapter = adapter judged + base judged separately").
 */

export const isStandIn = (relation: Relation | null, weights: Finding | undefined): boolean =>
  (relation === 'quantized' || relation === 'adapter') && weights?.status === 'partial'

/** Its files for what they are: all the weights that this step has to give. */
export const asGiven = (weights: Finding, kind: LicenseClass): Finding => ({
  ...weights,
  status: kind === 'restricted' ? 'present_restricted' : 'present',
})

/** The facts with a stand-in's weights as given; null where the model is none. */
export function givenFacts(facts: Facts): Facts | null {
  const { components, license, lineage } = facts
  return isStandIn(lineage.relation, components.weights_final)
    ? withWeights(facts, asGiven(components.weights_final, license.class))
    : null
}

/**
 * What a stand-in may come to once its parent is seen: all that its files allow, and for an adapter no more than its
 * base's gate and licence allow. Empty where the model is none, or its parent decided.
 */
export function possibleFacts(facts: Facts): Facts[] {
  const given = givenFacts(facts)
  if (!given) return []
  const { weights_final: weights } = facts.components
  const terms = { license: null, licenseState: 'unknown' } as const
  const gated = withWeights(facts, { ...weights, ...terms, status: 'present_restricted' })
  return facts.lineage.relation === 'adapter' ? [given, gated] : [given]
}

const withWeights = (facts: Facts, weights_final: Finding): Facts => ({
  ...facts,
  components: { ...facts.components, weights_final },
})

/** Ancestors that stand for their own parents, made whole: theirs is the parent's verdict under their own licence. */
export function wholeAncestors(ancestors: readonly Ancestor[]): Ancestor[] {
  const whole = new Map(ancestors.map((ancestor) => [ancestor.id.toLowerCase(), ancestor]))
  // Nearest first: from the farthest on, so that what a conversion was made from is whole before it is.
  for (const ancestor of [...ancestors].reverse()) {
    const { id, relation, bases, components, license } = ancestor
    const weights = components.weights_final
    const parent = whole.get((bases[0] ?? '').toLowerCase())
    whole.set(id.toLowerCase(), {
      ...ancestor,
      components: {
        ...components,
        ...(weights && isStandIn(relation, weights)
          ? { weights_final: asGiven(weights, license.class) }
          : {}),
        ...(relation === 'quantized' ? takenFrom(parent, components) : {}),
      },
    })
  }
  return ancestors.map((ancestor) => whole.get(ancestor.id.toLowerCase()) ?? ancestor)
}

const OWN: readonly ComponentId[] = [
  'weights_final',
  'adapter_weights',
  'weights_base',
  'license_model',
  'lineage',
]
/** Where a conversion's own page has no word of its own on the model: its parent's counts. */
const SILENT: readonly Status[] = ['unknown', 'absent_inspected', 'mentioned', 'partial']
const FULLER: readonly Status[] = ['present', 'present_restricted']

/**
 * A conversion is its parent in another format: what the parent's page shows holds for it, under its own licence. Where
 * the parent's word is not known, what the conversion's own files lack may be there.
 */
export function takenFrom(parent: Ancestor | undefined, own: Partial<Findings>): Partial<Findings> {
  const taken: Partial<Findings> = {}
  for (const id of COMPONENT_IDS) {
    const [mine, theirs] = [own[id], parent?.components[id]]
    const status = mine?.status ?? 'unknown'
    if (OWN.includes(id) || !SILENT.includes(status)) continue
    if (theirs && theirs.status !== 'unknown') {
      if (status !== 'partial' || FULLER.includes(theirs.status))
        taken[id] = { ...theirs, licenseInherited: theirs.license !== null }
    } else if (mine && status !== 'unknown') {
      taken[id] = { ...unknown('not_looked'), evidence: mine.evidence }
    }
  }
  return taken
}
