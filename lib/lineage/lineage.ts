import type { Lineage, Relation } from '../assessment'
import { answerLicense, type LicenseReading } from '../licenses/answer'
import type { Reading } from '../snapshot/reading'
import { type Base, readBases } from './bases'
import { linkedHub } from './linked'

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
  const relation = bases.length === 0 ? null : (firstRelation(bases) ?? inferRelation(reading, bases))
  return {
    relation,
    bases: bases.map(({ id }) => {
      const target = linkedHub(reading, id)
      const resolved = target !== null && typeof target !== 'string'
      return { id, license: resolved ? licenseOf(target).license : null, resolved }
    }),
    influence: relation
      ? { level: LEVEL[relation], basis: 'declared' }
      : { level: null, basis: 'not_determinable' },
  }
}

const firstRelation = (bases: readonly Base[]): Relation | null =>
  bases.find((base) => base.relation !== null)?.relation ?? null

const QUANTIZED = /^(?:gguf|gptq|awq|exl2|exl3|mlx-.*bit|[2-8]-bit|compressed-tensors|hqq|aqlm)$/i

/** The Hub infers the relation where none is set (hub-docs, model cards); this follows it. */
function inferRelation(reading: Reading, bases: readonly Base[]): Relation {
  const tags = reading.model?.tags ?? []
  const has = (test: RegExp) => tags.some((tag) => test.test(tag))
  const adapter = reading.model?.library_name === 'peft' || has(/^(?:peft|lora|adapter)$/i)
  if (adapter || (reading.files ?? []).some((file) => file.path === 'adapter_config.json')) return 'adapter'
  if (has(QUANTIZED)) return 'quantized'
  if (bases.length > 1 && has(/^(?:merge|mergekit|moerge)$/i)) return 'merge'
  return 'finetune'
}
