import type { ComputeFacts, Evidence } from '../../assessment'
import { parentsOf } from '../../lineage/bases'
import type { Reading } from '../../snapshot/reading'
import { evidence } from '../collector'
import { isElsewhere } from '../text/denials'
import { fromCard, type Sentence, sentencesOf } from '../text/prose'
import { type ComputeRange, readFlop, tierOf } from './flop'
import { byArchitecture, byHardware, lowerBound, PEAK } from './methods'

/**
 * How much compute a model's training took, from what its page states: a stated amount, hardware and hours, or
 * parameters and tokens, in this order; else a lower bound from parameters. Null where nothing is stated.
 */
export function estimateCompute(reading: Reading): ComputeFacts | null {
  const sentences = sentencesOf(reading).filter(({ text, english }) => english && !isElsewhere(text))
  const own =
    stated(sentences, reading) ??
    hardware(sentences, reading) ??
    architecture(sentences, reading) ??
    bound(reading)
  // What a base took comes on top, and this page does not say how much that was (guidelines, paragraph 121).
  return own && parentsOf(reading).length > 0 ? facts(own.method, { ...own, high: null }, own.inputs) : own
}

const facts = (method: ComputeFacts['method'], range: ComputeRange, inputs: Evidence[]): ComputeFacts => ({
  method,
  ...range,
  tier: tierOf(range),
  inputs,
})

const TRAINING = /\btrain(?:ed|ing)?\b|\bpre-?train|\bcompute\b|\bcomputation/i

function stated(sentences: readonly Sentence[], reading: Reading): ComputeFacts | null {
  for (const { text, block } of sentences) {
    if (!TRAINING.test(text)) continue
    const range = readFlop(text)
    if (range) {
      return facts('stated', range, [
        fromCard(reading, block, text, 'The card states the training compute.', 'compute.stated'),
      ])
    }
  }
  return null
}

const HOURS =
  /(\d[\d,. ]{0,12}\d|\d)\s?(k|K|M|million|thousand)?\s?(?:(?:GPU|TPU|device|chip|accelerator)[- ]?hours?|([A-Z]{1,4}\d{2,3}[A-Z]?)(?: GPU)?[- ]hours?)/
/** Hours of a whole family say nothing of one model. */
const FAMILY = /\ball (?:the )?(?:models|sizes)\b|\bfamily\b|\bcumulative|\bcombined\b|\beach\b/i

function hardware(sentences: readonly Sentence[], reading: Reading): ComputeFacts | null {
  for (const { text, block } of sentences) {
    const match = HOURS.exec(text)
    if (!match || FAMILY.test(text)) continue
    const device = Object.keys(PEAK).find((name) => match[3] === name || text.includes(name))
    const hours = toCount(match[1], match[2])
    const range = device && hours ? byHardware(device, hours) : null
    if (range) {
      return facts('hardware', range, [
        fromCard(reading, block, text, 'The card states hardware and hours of training.', 'compute.hardware'),
      ])
    }
  }
  return null
}

/** "15T tokens", "2 trillion tokens"; not a context length, not a batch. */
const TOKENS = /(\d{1,4}(?:[.,]\d{1,3})?)\s?(T|B|trillion|billion)\s?\+?\s?(?:[\w-]+ ){0,3}tokens\b/
const NO_TOTAL = /context|window|batch|per step|sequence|vocab|each domain|up to \d/i

function architecture(sentences: readonly Sentence[], reading: Reading): ComputeFacts | null {
  if (!isLanguageModel(reading)) return null
  const parameters = activeParameters(reading)
  if (!parameters) return null
  for (const { text, block } of sentences) {
    const match = TOKENS.exec(text)
    if (!match || !/\btrain|\bpre-?train/i.test(text) || NO_TOTAL.test(text)) continue
    const tokens = toCount(match[1], match[2])
    if (!tokens) continue
    return facts('architecture', byArchitecture(parameters.count, tokens), [
      parameters.evidence,
      fromCard(
        reading,
        block,
        text,
        'The card states how many tokens the model was trained on.',
        'compute.tokens',
      ),
    ])
  }
  return null
}

function bound(reading: Reading): ComputeFacts | null {
  if (!isLanguageModel(reading) || reading.model?.pipeline_tag !== 'text-generation') return null
  const parameters = activeParameters(reading)
  return parameters ? facts('lower-bound', lowerBound(parameters.count), [parameters.evidence]) : null
}

/** Images are counted in steps, not tokens; an adapter's parameters are not the model's. */
function isLanguageModel({ model }: Reading): boolean {
  const tags = model?.tags ?? []
  return (
    model !== null &&
    !/image|video|audio|speech|diffus/i.test(model.pipeline_tag ?? '') &&
    model.library_name !== 'peft' &&
    model.library_name !== 'diffusers' &&
    !tags.some((tag) => /^(?:diffusers|lora|adapter|peft)$/i.test(tag))
  )
}

/** Packed weights count less than there are. */
const PACKED = /^(?:gguf|gptq|awq|exl[23]|[2-8]-?bit|int[48]|fp8|bitsandbytes|compressed-tensors|mlx)$/i
/** "8x7B": several experts. */
const MIXTURE = /\d+x\d|\bmoe\b/i
/** "7B" in a name, with or without a decimal. */
const SIZED = /(?:^|-)(\d{1,3}(?:\.\d{1,2})?)B(?:-|$)/i
/** "235B-A22B": parameters in all and active for a token. */
const ACTIVE = /\bA(\d{1,3}(?:\.\d)?)B\b/i

function activeParameters(reading: Reading): { count: number; evidence: Evidence } | null {
  const name = reading.id.slice(reading.id.lastIndexOf('/') + 1).replaceAll('_', '-')
  const active = toCount(ACTIVE.exec(name)?.[1], 'B')
  if (active) {
    return {
      count: active,
      evidence: evidence(
        'The name tells how many parameters are active for a token.',
        name,
        reading.url,
        'name',
        'compute.active-parameters',
        'declared',
      ),
    }
  }
  const total = reading.model?.safetensors?.total ?? null
  const tags = reading.model?.tags ?? []
  const sized = SIZED.exec(name)?.[1]
  // A mixture of experts without its active count would be overstated.
  const mixed = MIXTURE.test(name) || tags.some((tag) => /moe|mixtral/i.test(tag))
  if (mixed || tags.some((tag) => PACKED.test(tag))) return null
  if (!total && sized !== undefined) {
    return {
      count: Number(sized) * 1e9,
      evidence: evidence(
        'The name tells the number of parameters.',
        name,
        reading.url,
        'name',
        'compute.named-parameters',
        'declared',
      ),
    }
  }
  if (!total || total < 1e6) return null
  return {
    count: total,
    evidence: evidence(
      'The headers of the weight files count the parameters.',
      `parameters: ${total}`,
      reading.url,
      'safetensors: total',
      'compute.parameters',
      'artefact',
    ),
  }
}

const UNITS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  million: 1e6,
  B: 1e9,
  billion: 1e9,
  T: 1e12,
  trillion: 1e12,
}

/** "370,000", "1.3" and its unit as a number; null for what is none. */
function toCount(digits: string | undefined, unit: string | undefined): number | null {
  if (digits === undefined) return null
  const plain = /^\d{1,3}(?:[, ]\d{3})+$/.test(digits)
    ? digits.replace(/[, ]/g, '')
    : digits.replace(',', '.')
  const factor = unit === undefined ? 1 : Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? 1) : 1
  const value = Number(plain) * factor
  return Number.isFinite(value) && value > 0 ? value : null
}
