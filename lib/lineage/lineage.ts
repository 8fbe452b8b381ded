import type { Lineage, Relation } from '../assessment'
import type { Reading } from '../snapshot/reading'
import { readBases } from './bases'
import { relationOf } from './relation'

/**
 * What a model says that it is derived from, and how far it is influenced. The level is our reading of the relation: a
 * quantised copy is a redistribution, a merge starts a new model from other weights, a fine-tune or adapter adapts one.
 */

const LEVEL: Record<Relation, Lineage['influence']['level']> = {
  quantized: 'redistribution',
  merge: 'direct-influence',
  finetune: 'adaptation',
  adapter: 'adaptation',
  'continued-pretraining': 'direct-influence',
  distillation: 'direct-influence',
}

/** The lineage that metadata declares; the bases' own pages are read by `inspectLineage`. */
export function readLineage(reading: Reading): Lineage {
  const bases = readBases(reading)
  const relation = relationOf(reading, bases)
  return {
    relation,
    bases: bases.map((base) => ({ ...base, license: null, resolved: false })),
    influence: relation
      ? { level: LEVEL[relation], basis: 'declared' }
      : { level: null, basis: 'not_determinable' },
  }
}
