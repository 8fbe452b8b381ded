import type { Evidence } from '../assessment'
import { parentsOf } from '../lineage/bases'
import { linkedHub } from '../lineage/linked'
import type { Reading } from '../snapshot/reading'
import { treeUrl } from '../snapshot/urls'
import { type Detector, evidence, type Signal } from './collector'
import { type FileGroup, groupFiles } from './files'
import { fileEvidence } from './proof'
import { declaredFormats, gated, weightsCaveat } from './weights-declared'

/**
 * Final, adapter and base weights, told by listed files, else by the Hub's own format tags. Trainer state, tokenizer
 * models, LFS pointers and helper networks are no weights; an adapter alone leaves the model's own parameters out.
 */

export const detectWeights: Detector = (reading) =>
  reading.site === 'huggingface' ? gated(reading, ungated(reading)) : []

function* ungated(reading: Reading): Generator<Signal> {
  const groups = groupFiles(reading.files)
  const found = groups.get('weights')
  const adapter = groups.get('adapter')
  const complete = reading.files !== null && !reading.filesTruncated
  if (adapter) yield* adapterSignals(reading, adapter, found === undefined)
  if (found) yield listed(reading, found)
  else if (adapter) return
  else if (groups.has('weights-part') || groups.has('checkpoint-weights')) yield* onlyParts(reading)
  else if (!complete) yield* declaredFormats(reading, indexOf(reading))
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
  const caveat = weightsCaveat(reading)
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
  if (reading.filesTruncated && !groups.has('checkpoint-weights'))
    return yield* declaredFormats(reading, indexOf(reading))
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

/** An index names the shards that a cut listing did not show. */
function indexOf(reading: Reading): Evidence | null {
  const index = groupFiles(reading.files).get('weights-index')?.first[0]
  return index
    ? fileEvidence(reading, index, 'An index of weight files is listed.', 'weights.index', 'declared')
    : null
}

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
  for (const base of parentsOf(reading)) {
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
