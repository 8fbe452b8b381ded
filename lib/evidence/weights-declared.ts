import type { Evidence } from '../assessment'
import { parentsOf } from '../lineage/bases'
import type { Reading } from '../snapshot/reading'
import { type Detector, evidence, type Signal } from './collector'
import { readGate } from './gate'

/** Weights by the Hub's own word, for when files were not, or not fully, seen. */

const FORMAT_TAGS = new Set([
  'safetensors',
  'pytorch',
  'jax',
  'tf',
  'gguf',
  'onnx',
  'flax',
  'tflite',
  'openvino',
  'coreml',
  'mlx',
  'nemo',
  'keras',
  'tf-keras',
])

export const detectDeclaredWeights: Detector = (reading) =>
  reading.site === 'huggingface' ? gated(reading, declaredFormats(reading)) : []

/** Signals on weights with the gate before them, which restricts what is there and nothing else. */
export function gated(reading: Reading, found: Iterable<Signal>): Signal[] {
  const signals = [...found]
  const gate = readGate(reading)
  const there = signals.find((signal) => signal.status === 'present' || signal.status === 'partial')
  if (gate && there)
    signals.push({ component: there.component, status: 'present_restricted', evidence: gate })
  return signals
}

/** Why listed weights are not the model's own complete parameters, or null. */
export function weightsCaveat(reading: Reading): string | null {
  if (parentsOf(reading).some((base) => base.relation === 'quantized'))
    return 'Quantised weights of another model are listed; the original parameters are not here.'
  if (/(?:^|[-_/])delta(?:[-_]|$)/i.test(reading.id))
    return 'The name says that these weights are a delta to be added to another model.'
  return null
}

/** What the Hub says of formats, for when the listing was not or not fully seen. */
export function* declaredFormats(reading: Reading, index: Evidence | null = null): Generator<Signal> {
  const model = reading.model
  const adapter = isAdapter(reading)
  const caveat = adapter
    ? 'Adapter weights only; the model that they adapt is elsewhere.'
    : weightsCaveat(reading)
  const signal = (proof: Evidence): Signal => ({
    component: 'weights_final',
    status: caveat ? 'partial' : 'present',
    evidence: caveat ? { ...proof, claim: caveat } : proof,
  })
  if (index) yield signal(index)
  const tag = model?.tags?.find((item) => FORMAT_TAGS.has(item))
  const parameters = model?.safetensors?.total ?? model?.gguf?.total ?? null
  if (parameters !== null) {
    yield signal(
      evidence(
        `The Hub counts ${parameters} parameters in its weight files.`,
        `total: ${parameters}`,
        reading.url,
        'model info: parameters',
        'weights.hub-parameters',
        'declared',
      ),
    )
  } else if (tag) {
    const claim = `The Hub tags the repository as holding ${tag} weights.`
    const proof = evidence(claim, tag, reading.url, `tag: ${tag}`, 'weights.format-tag', 'declared')
    yield signal(proof)
    if (adapter) yield { component: 'adapter_weights', status: 'present', evidence: proof }
  } else if (!index) {
    const pipeline = model?.tags?.find((item) => /^diffusers:\w+Pipeline$/.test(item))
    if (pipeline && model?.library_name === 'diffusers') {
      yield signal(
        evidence(
          'The Hub recognises a complete diffusers pipeline here.',
          pipeline,
          reading.url,
          `tag: ${pipeline}`,
          'weights.pipeline-tag',
          'inferred',
        ),
      )
    }
  }
}

/** The Hub or the library says that this is an adapter. */
const isAdapter = (reading: Reading): boolean =>
  reading.model?.library_name === 'peft' || parentsOf(reading).some((base) => base.relation === 'adapter')
