import type { Ancestor, Facts, Finding, Findings, LicenseClass, Relation, Status } from '../assessment'
import { COMPONENT_IDS, type ComponentId } from '../components'

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
  if (!isStandIn(lineage.relation, components.weights_final)) return null
  return {
    ...facts,
    components: { ...components, weights_final: asGiven(components.weights_final, license.class) },
  }
}

/** Ancestors that stand for their own parents, made whole: theirs is the parent's verdict under their own licence. */
export function wholeAncestors(ancestors: readonly Ancestor[]): Ancestor[] {
  const whole = new Map(ancestors.map((ancestor) => [ancestor.id.toLowerCase(), ancestor]))
  // Nearest first: from the farthest on, so that what a conversion was made from is whole before it is.
  for (const ancestor of [...ancestors].reverse()) {
    const { id, relation, bases, components, license } = ancestor
    const weights = components.weights_final
    const parent = relation === 'quantized' ? whole.get((bases[0] ?? '').toLowerCase()) : undefined
    whole.set(id.toLowerCase(), {
      ...ancestor,
      components: {
        ...components,
        ...(weights && isStandIn(relation, weights)
          ? { weights_final: asGiven(weights, license.class) }
          : {}),
        ...takenFrom(parent, components),
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
const SILENT: readonly Status[] = ['unknown', 'absent_inspected', 'mentioned', 'partial']

/** A conversion is its parent in another format: what the parent's page shows holds for it, under its own licence. */
export function takenFrom(parent: Ancestor | undefined, own: Partial<Findings>): Partial<Findings> {
  const taken: Partial<Findings> = {}
  for (const id of COMPONENT_IDS) {
    const theirs = parent?.components[id]
    if (OWN.includes(id) || !theirs || !SILENT.includes(own[id]?.status ?? 'unknown')) continue
    if (theirs.status !== 'unknown') taken[id] = { ...theirs, licenseInherited: theirs.license !== null }
  }
  return taken
}
