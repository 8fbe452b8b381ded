import type { Reading } from '../snapshot/reading'
import { treeUrl } from '../snapshot/urls'
import { type Detector, evidence, type Signal } from './collector'
import { groupFiles } from './files'
import { fileEvidence } from './proof'

/**
 * Checkpoints from along the way, published as branches, tags or folders. Pull requests, conversions, quantised variants
 * and releases are no checkpoints; folders of an adapter's trainer are its leftovers.
 */

const MAX_REF = 200
const STEP = /(?:^|[/_-])(?:global_?step|steps?|iter|ckpt|checkpoint|stage\d+-step)[-_]?\d+/i
const TOKENS = /(?:^|[/_-])(?:tokens?[-_]?\d+(?:\.\d+)?[bmt]|\d+(?:\.\d+)?[bmt][-_]?tokens?)(?:$|[-_])/i
const EPOCH = /(?:^|[/_-])epoch[-_]?\d+/i
const OTHER = /^refs\/(?:pr|convert)\/|gptq|awq|gguf|exl2|exl3|\d-?bit|onnx|openvino/i

export const detectCheckpoints: Detector = function* (reading) {
  if (reading.site !== 'huggingface') return
  yield* fromRefs(reading)
  yield* fromFolders(reading)
  yield* optimizerStates(reading)
}

function* fromRefs(reading: Reading): Generator<Signal> {
  let steps = 0
  let epochs = 0
  let first: string | null = null
  for (const ref of reading.refs ?? []) {
    if (ref.length > MAX_REF || OTHER.test(ref)) continue
    if (STEP.test(ref) || TOKENS.test(ref)) steps += 1
    else if (EPOCH.test(ref)) epochs += 1
    else continue
    first ??= ref
  }
  if (first === null) return
  const enough = steps >= 2
  yield {
    component: 'weights_intermediate',
    status: enough ? 'present' : 'partial',
    evidence: evidence(
      enough
        ? `${steps} branches or tags are named after training steps.`
        : `Only ${steps + epochs} branch or tag is named after a step or epoch of training.`,
      first,
      treeUrl(reading.site, reading.id, first),
      `branch: ${first}`,
      'checkpoints.refs',
      'artefact',
    ),
  }
}

function* fromFolders(reading: Reading): Generator<Signal> {
  const groups = groupFiles(reading.files)
  const group = groups.get('checkpoint-weights')
  if (!group || groups.has('adapter') || groups.has('adapter-config')) return
  yield {
    component: 'weights_intermediate',
    status: 'partial',
    evidence: fileEvidence(
      reading,
      group.first[0],
      'Weights are listed in folders named after training steps.',
      'checkpoints.folders',
    ),
  }
}

function* optimizerStates(reading: Reading): Generator<Signal> {
  const groups = groupFiles(reading.files)
  const sharded = groups.get('sharded-optimizer')
  const single = groups.get('optimizer')
  const group = sharded ?? single
  if (!group) return
  yield {
    component: 'optimizer_states',
    status: sharded && sharded.count > 1 ? 'present' : 'partial',
    evidence: fileEvidence(
      reading,
      group.first[0],
      sharded && sharded.count > 1
        ? 'Optimizer states are listed.'
        : 'A trainer left an optimizer or scheduler state behind.',
      'checkpoints.optimizer',
    ),
  }
}
