import type { Relation } from '../assessment'
import type { Reading } from '../snapshot/reading'
import { type Base, isTeacher } from './bases'

/** What a model is to its bases where it does not say so: read from its tags, its library and its files. */

const QUANTIZED = /^(?:gguf|gptq|awq|exl2|exl3|mlx-.*bit|[2-8]-bit|compressed-tensors|hqq|aqlm)$/i
const CONVERTED = /^(?:mlx|onnx)$/i
const ADAPTER = /^(?:peft|lora|adapter)$/i
const MERGED = /^(?:merge|mergekit|moerge)$/i

const hasTag = (reading: Reading, test: RegExp): boolean =>
  (reading.model?.tags ?? []).some((tag) => test.test(tag))

export const looksQuantized = (reading: Reading): boolean => hasTag(reading, QUANTIZED)

/** The same weights in another format, whether or not fewer bits are kept. */
export const looksCopied = (reading: Reading): boolean =>
  looksQuantized(reading) || hasTag(reading, CONVERTED)

export const looksAdapter = (reading: Reading): boolean =>
  reading.model?.library_name === 'peft' ||
  hasTag(reading, ADAPTER) ||
  (reading.files ?? []).some((file) => file.path === 'adapter_config.json')

/** The Hub infers the relation where none is set (hub-docs, model cards); this follows it. */
export function inferRelation(reading: Reading, bases: number): Relation {
  if (looksAdapter(reading)) return 'adapter'
  if (looksQuantized(reading)) return 'quantized'
  if (bases > 1 && hasTag(reading, MERGED)) return 'merge'
  return 'finetune'
}

/** What a model is to its bases, as declared, else inferred; null without bases. */
export const relationOf = (reading: Reading, bases: readonly Base[]): Relation | null =>
  bases.length === 0
    ? null
    : (bases.find(({ relation }) => relation !== null && relation !== 'distillation')?.relation ??
      (bases.every(isTeacher) ? 'distillation' : null) ??
      inferRelation(reading, bases.length))
