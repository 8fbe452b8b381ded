import type { Reading } from '../snapshot/reading'
import { type Detector, evidence, type Signal } from './collector'
import native from './native.json'

/**
 * Architectures that a released library implements: the model needs no code of its own, and that code is open under
 * the library's licence, not the model's. Model types are those of the `transformers` releases up to 4.57.
 */

const TYPES = new Set(native.transformers.split(' '))
const LIBRARIES = new Map(Object.entries(native.libraries))

export const detectNativeCode: Detector = function* (reading) {
  const model = reading.model
  if (!model) return
  const tags = model.tags ?? []
  const library = model.library_name ?? null
  const custom = tags.includes('custom_code') || hasOwnKeys(model.config?.auto_map)
  if (custom) yield* customCode(reading)
  else if (library === 'transformers' || (library === null && tags.includes('transformers'))) {
    const type = nativeType(model.config?.model_type ?? null, tags)
    if (type !== null) {
      yield* fromLibrary(
        reading,
        'huggingface/transformers',
        'Apache-2.0',
        type,
        `The architecture ${type} is implemented in the transformers library.`,
      )
    }
  } else {
    const named = library ?? tags.find((tag) => LIBRARIES.has(tag)) ?? ''
    const [repository, license] = LIBRARIES.get(named) ?? []
    if (
      repository &&
      license &&
      (named !== 'diffusers' || tags.some((tag) => tag.startsWith('diffusers:')))
    ) {
      yield* fromLibrary(
        reading,
        repository,
        license,
        named,
        `The architecture is implemented in the ${named} library.`,
      )
    }
  }
}

const hasOwnKeys = (value: object | null | undefined): boolean =>
  value != null && Object.keys(value).length > 0

function nativeType(declared: string | null, tags: readonly string[]): string | null {
  if (declared !== null) return TYPES.has(declared) ? declared : null
  return tags.find((tag) => TYPES.has(tag)) ?? null
}

function* fromLibrary(
  reading: Reading,
  repository: string,
  license: string,
  named: string,
  claim: string,
): Generator<Signal> {
  const url = `https://github.com/${repository}`
  yield {
    component: 'architecture_code',
    status: 'present',
    evidence: evidence(claim, named, url, `library: ${named}`, 'code.native', 'inferred'),
    license: { id: license, state: 'declared', inherited: false },
  }
  yield {
    component: 'inference_code',
    status: 'partial',
    evidence: evidence(
      'A released library loads and runs the model.',
      reading.model?.library_name ?? named,
      url,
      'model info: library_name',
      'code.library',
      'inferred',
    ),
    license: { id: license, state: 'declared', inherited: false },
  }
}

/** `auto_map` names classes in this repository (`modeling_x.Class`) or in another one (`owner/name--modeling_x.Class`). */
function* customCode(reading: Reading): Generator<Signal> {
  const targets = Object.values(reading.model?.config?.auto_map ?? {}).flat()
  const first = targets.find((target): target is string => typeof target === 'string')
  if (first === undefined) return
  const elsewhere = first.includes('--')
  yield {
    component: 'architecture_code',
    status: elsewhere ? 'mentioned' : 'present',
    evidence: evidence(
      elsewhere
        ? "The configuration takes the model's code from another repository."
        : "The configuration names the model's own code in this repository.",
      first,
      reading.url,
      'config: auto_map',
      'code.auto-map',
      'declared',
    ),
  }
}
