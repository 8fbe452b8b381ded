import type { Lineage, Relation } from '../assessment'
import { answerLicense, type LicenseReading } from '../licenses/answer'
import type { Reading } from '../snapshot/reading'
import { readBases } from './bases'
import { linkedHub } from './linked'
import { relationOf } from './relation'

/**
 * What a model is derived from, and how far it is influenced. The level is our reading of the relation: a quantised copy
 * is a redistribution, a merge starts a new model from other weights, a fine-tune or adapter adapts one.
 */

const LEVEL: Record<Relation, Lineage['influence']['level']> = {
  quantized: 'redistribution',
  merge: 'direct-influence',
  finetune: 'adaptation',
  adapter: 'adaptation',
  'continued-pretraining': 'direct-influence',
  distillation: 'direct-influence',
}

/** The lineage that metadata declares. `resolved`: the base's own page was looked at; `licenseOf` reads its licence. */
export function readLineage(
  reading: Reading,
  licenseOf: (base: Reading) => LicenseReading = answerLicense,
): Lineage {
  const bases = readBases(reading)
  const relation = relationOf(reading, bases)
  return {
    relation,
    bases: bases.map(({ id, relation: declared, evidence }) => {
      const target = linkedHub(reading, id)
      const resolved = target !== null && typeof target !== 'string'
      const license = resolved ? licenseOf(target).license : null
      return { id, license, resolved, relation: declared, evidence }
    }),
    influence: relation
      ? { level: LEVEL[relation], basis: 'declared' }
      : { level: null, basis: 'not_determinable' },
  }
}
