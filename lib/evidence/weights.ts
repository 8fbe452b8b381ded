import type { Evidence } from '../assessment'
import { type Base, readBases } from '../lineage/bases'
import { linkedHub } from '../lineage/linked'
import type { Reading } from '../snapshot/reading'
import { treeUrl } from '../snapshot/urls'
import { type Detector, evidence, type Signal } from './collector'
import { type FileGroup, groupFiles } from './files'
import { readGate } from './gate'
import { fileEvidence } from './proof'

/**
 * Final, adapter and base weights, told by listed files, else by the Hub's own format tags. Trainer state, tokenizer
 * models, LFS pointers and helper networks are no weights; an adapter alone leaves the model's own parameters out.
 */

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

export const detectWeights: Detector = (reading) => {
  if (reading.site !== 'huggingface') return []
  const signals = [...ungated(reading)]
  const gate = readGate(reading)
  const there = signals.find((signal) => signal.status === 'present' || signal.status === 'partial')
  if (gate && there)
    signals.push({ component: there.component, status: 'present_restricted', evidence: gate })
  return signals
}

function* ungated(reading: Reading): Generator<Signal> {
  const groups = groupFiles(reading.files)
  const found = groups.get('weights')
  const adapter = groups.get('adapter')
  const complete = reading.files !== null && !reading.filesTruncated
  if (adapter) yield* adapterSignals(reading, adapter, found === undefined)
  if (found) yield listed(reading, found)
  else if (adapter) return
  else if (groups.has('weights-part') || groups.has('checkpoint-weights')) yield* onlyParts(reading)
  else if (!complete) yield* declaredFormats(reading)
  else if (groups.has('pointer')) yield pointerOnly(reading)
  else if (!groups.has('opaque') && reading.model?.safetensors == null && reading.model?.gguf == null) {
    yield {
      component: 'weights_final',
      status: 'absent_inspected',
      evidence: evidence(
        'The complete listing of files holds no weight file.',
        `${reading.files?.length ?? 0} files listed`,
        treeUrl(reading.site, reading.id, reading.revision),
        'files',
        'weights.none-listed',
        'artefact',
      ),
    }
  }
}

function listed(reading: Reading, group: FileGroup): Signal {
  const { count } = group
  const caveat = limits(reading)
  return {
    component: 'weights_final',
    status: caveat ? 'partial' : 'present',
    evidence: fileEvidence(
      reading,
      group.first[0],
      caveat ?? (count === 1 ? 'A weight file is listed.' : `${count} weight files are listed.`),
      'weights.listed',
    ),
  }
}

/** Why listed weights are not the model's own complete parameters, or null. */
function limits(reading: Reading): string | null {
  const quantized = readBases(reading).some((base: Base) => base.relation === 'quantized')
  if (quantized) return 'Quantised weights of another model are listed; the original parameters are not here.'
  if (/(?:^|[-_/])delta(?:[-_]|$)/i.test(reading.id))
    return 'The name says that these weights are a delta to be added to another model.'
  return null
}

function* adapterSignals(reading: Reading, group: FileGroup, alone: boolean): Generator<Signal> {
  yield {
    component: 'adapter_weights',
    status: 'present',
    evidence: fileEvidence(reading, group.first[0], 'Adapter weights are listed.', 'weights.adapter'),
  }
  if (!alone) return
  yield {
    component: 'weights_final',
    status: 'partial',
    evidence: fileEvidence(
      reading,
      group.first[0],
      'Only adapter weights are listed; the model that they adapt is elsewhere.',
      'weights.adapter-only',
    ),
  }
}

function* onlyParts(reading: Reading): Generator<Signal> {
  const groups = groupFiles(reading.files)
  const group = groups.get('checkpoint-weights') ?? groups.get('weights-part')
  if (reading.filesTruncated && !groups.has('checkpoint-weights')) return yield* declaredFormats(reading)
  yield {
    component: 'weights_final',
    status: 'partial',
    evidence: fileEvidence(
      reading,
      group?.first[0],
      groups.has('checkpoint-weights')
        ? 'Weights are listed in checkpoint folders only.'
        : 'Weights of single parts are listed (encoder, decoder), not of the whole model.',
      'weights.parts',
    ),
  }
}

/** What the Hub says of formats, for when the listing was not or not fully seen. */
function* declaredFormats(reading: Reading): Generator<Signal> {
  const model = reading.model
  const index = groupFiles(reading.files).get('weights-index')?.first[0]
  const signal = (proof: Evidence): Signal => ({
    component: model?.library_name === 'peft' ? 'adapter_weights' : 'weights_final',
    status: declaredLimit(reading) ? 'partial' : 'present',
    evidence: proof,
  })
  if (index)
    yield signal(
      fileEvidence(reading, index, 'An index of weight files is listed.', 'weights.index', 'declared'),
    )
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
    yield signal(
      evidence(
        `The Hub tags the repository as holding ${tag} weights.`,
        tag,
        reading.url,
        `tag: ${tag}`,
        'weights.format-tag',
        'declared',
      ),
    )
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

const declaredLimit = (reading: Reading): boolean =>
  readBases(reading).some((base) => base.relation === 'quantized') || reading.model?.library_name === 'peft'

function pointerOnly(reading: Reading): Signal {
  return {
    component: 'weights_final',
    status: 'mentioned',
    evidence: fileEvidence(
      reading,
      groupFiles(reading.files).get('pointer')?.first[0],
      'A weight file is listed, but it is a pointer or empty.',
      'weights.pointer',
    ),
  }
}

/** The base models' weights, where their pages were looked at. A base model without bases mirrors nothing. */
export const detectBaseWeights: Detector = function* (reading) {
  for (const base of readBases(reading)) {
    const target = linkedHub(reading, base.id)
    if (target === null) continue
    if (target === 'missing' || target === 'denied') {
      yield {
        component: 'weights_base',
        status: 'mentioned',
        evidence: {
          ...base.evidence,
          claim: `The base model ${base.id} could not be reached.`,
          method: 'weights.base-unreachable',
        },
      }
      continue
    }
    for (const signal of detectWeights(target)) {
      if (signal.component !== 'weights_final') continue
      yield { ...signal, component: 'weights_base' }
    }
  }
}
