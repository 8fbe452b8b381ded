import type { Findings } from '../assessment'
import { COMPONENT_IDS, type ComponentId } from '../components'
import type { Reading } from '../snapshot/reading'
import type { Signal } from './collector'
import { belongTogether } from './joining'

/**
 * A repository's own models on the Hub: weights, card and data mostly stand there, code here. What the Hub's page shows
 * of a component is taken over with its proof, its licence and its place; what it lacks says nothing of the repository.
 */

export const hubModelsOf = (reading: Reading): Reading[] =>
  reading.site === 'github'
    ? [...reading.linked.values()].filter(
        (target): target is Reading =>
          typeof target !== 'string' &&
          target.site === 'huggingface' &&
          target.model !== null &&
          belongTogether(reading, target),
      )
    : []

/** The repository is the place for these. */
const OF_THE_REPOSITORY: ReadonlySet<ComponentId> = new Set<ComponentId>([
  'license_code',
  'project_process',
  'code_documentation',
])

/** What a model's page on the Hub shows, as words on the repository's components. */
export function* takenOver(model: Reading, components: Findings): Generator<Signal> {
  for (const component of COMPONENT_IDS) {
    const { status, evidence, license, licenseState, licenseInherited } = components[component]
    if (status === 'unknown' || status === 'n_a' || status === 'absent_inspected') continue
    if (OF_THE_REPOSITORY.has(component)) continue
    for (const proof of evidence.slice(0, 2)) {
      yield {
        component,
        status,
        license: { id: license, state: licenseState, inherited: licenseInherited },
        evidence: { ...proof, locator: `${model.id}: ${proof.locator}` },
      }
    }
  }
}
