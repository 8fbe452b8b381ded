import type { ComputeFacts, Evidence } from '../../assessment'
import { MAX_ANCESTORS } from '../../lineage/ancestors'
import { parentsOf } from '../../lineage/bases'
import { linkedHub } from '../../lineage/linked'
import { relationOf } from '../../lineage/relation'
import { isThisModel } from '../../lineage/said'
import type { Reading } from '../../snapshot/reading'
import { evidence } from '../collector'
import { isElsewhere } from '../text/denials'
import { fromCard, type Sentence, sentencesOf } from '../text/prose'
import { type ComputeRange, readFlop, tierOf } from './flop'
import { addBases } from './inherited'
import { byArchitecture, byHardware, lowerBound, PEAK } from './methods'

/**
 * How much compute a model's training took, its bases' included: what its own page states, and what theirs do
 * (Commission guidelines, paragraph 121). Null where nothing is stated.
 */
export function estimateCompute(reading: Reading): ComputeFacts | null {
  return withBases(reading, reading, new Set())
}

function withBases(root: Reading, reading: Reading, seen: Set<string>): ComputeFacts | null {
  const own = ofPage(reading)
  const parents = parentsOf(reading)
  if (parents.length === 0) return own
  seen.add(reading.id.toLowerCase())
  const bases = parents.map(({ id }) => {
    const target = linkedHub(root, id)
    const known = target !== null && typeof target !== 'string' && !seen.has(target.id.toLowerCase())
    const compute = known && seen.size <= MAX_ANCESTORS ? withBases(root, target, seen) : null
    return compute && { id, compute }
  })
  return addBases(own, bases, relationOf(reading, parents))
}

/**
 * What one page states by itself: an amount, hardware and hours, or parameters and tokens, in this order; else a lower
 * bound from parameters.
 */
function ofPage(reading: Reading): ComputeFacts | null {
  const sentences = sentencesOf(reading).filter(({ text, english }) => english && !isElsewhere(text))
  return (
    stated(sentences, reading) ??
    hardware(sentences, reading) ??
    architecture(sentences, reading) ??
    bound(reading, sentences)
  )
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

/** "TPU v4-256", "TPUv4". */
const plainDevices = (text: string): string => text.replace(/TPU[- ]?v(\d)/g, 'TPUv$1')

/** "64 A100 GPUs for 19 days". */
const DEVICES_FOR =
  /(\d[\d,]{0,7})\s?(?:[x×]\s?)?(?:NVIDIA |Nvidia |AMD |Google )?(TPUv\d[a-z]?|[A-Z]{1,3}\d{2,3}X?)\b[^.;]{0,40}?\bfor (?:about |around |approximately |roughly |~)?(\d{1,5}(?:\.\d)?)\s?(hour|day|week)s?\b/
const HOURS_IN: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168 }

const HOURS =
  /(\d[\d,. ]{0,12}\d|\d)\s?(k|K|M|million|thousand)?\s?(?:(?:GPU|TPU|device|chip|accelerator)[- ]?hours?|([A-Z]{1,4}\d{2,3}[A-Z]?|TPUv\d[a-z]?)(?:[ -](?:GPU|TPU|chip|core))?[- ]hours?)/
/** Hours of a whole family say nothing of one model. */
const FAMILY = /\ball (?:the )?(?:models|sizes)\b|\bfamily\b|\bcumulative|\bcombined\b|\beach\b/i

function hardware(sentences: readonly Sentence[], reading: Reading): ComputeFacts | null {
  for (const { text, block } of sentences) {
    if (FAMILY.test(text)) continue
    const spent = deviceHours(plainDevices(text))
    const range = spent && byHardware(spent.device, spent.hours)
    if (range) {
      return facts('hardware', range, [
        fromCard(reading, block, text, 'The card states hardware and hours of training.', 'compute.hardware'),
      ])
    }
  }
  return null
}

function deviceHours(text: string): { device: string; hours: number } | null {
  const match = HOURS.exec(text)
  if (match) {
    const device = Object.keys(PEAK).find((name) => match[3] === name || text.includes(name))
    const hours = toCount(match[1], match[2])
    return device !== undefined && hours !== null ? { device, hours } : null
  }
  const [, count, device, time, unit] = DEVICES_FOR.exec(text) ?? []
  const [devices, length] = [toCount(count, undefined), toCount(time, undefined)]
  return device === undefined || devices === null || length === null
    ? null
    : { device, hours: devices * length * (HOURS_IN[unit ?? ''] ?? 0) }
}

/** "15T tokens", "2 trillion high-quality tokens"; not the "1T" of a model's size before them. */
const TOKENS =
  /(\d{1,4}(?:[.,]\d{1,3})?)\s?(T|B|trillion|billion)\s?\+?\s?(?:(?!param|model)[A-Za-z-]{1,30} ){0,3}tokens\b/
/** A count over several models says nothing of one; "each was trained on" does. */
const SHARED = /\bfamily\b|\bacross (?:all |the )?(?:models|sizes|variants)\b|\bcumulative|\bcombined\b/i
const NO_TOTAL = /context|window|batch|per step|sequence|vocab|each domain|up to \d/i

function architecture(sentences: readonly Sentence[], reading: Reading): ComputeFacts | null {
  if (!isLanguageModel(reading)) return null
  const parameters = activeParameters(reading, sentences)
  if (!parameters) return null
  for (const { text, block } of sentences) {
    const match = TOKENS.exec(text)
    if (!match || !/\btrain|\bpre-?train/i.test(text) || NO_TOTAL.test(text) || SHARED.test(text)) continue
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

function bound(reading: Reading, sentences: readonly Sentence[]): ComputeFacts | null {
  if (!isLanguageModel(reading) || reading.model?.pipeline_tag !== 'text-generation') return null
  const parameters = activeParameters(reading, sentences)
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
/** Element types of weight files that hold several parameters each, or may. */
const INTEGERS = /^(?:[IU](?:8|16|32|64)|F4|F6.*|F8.*)$/

/** The Hub counts the elements of a file, which are fewer than the parameters where they are packed. */
function isPacked({ model }: Reading): boolean {
  const counts = Object.entries(model?.safetensors?.parameters ?? {}).flatMap(([type, count]) =>
    typeof count === 'number' ? [{ type, count }] : [],
  )
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const packed = counts.filter(({ type }) => INTEGERS.test(type)).reduce((sum, { count }) => sum + count, 0)
  return (
    packed > all / 10 ||
    (model?.config?.quantization_config ?? null) !== null ||
    (model?.tags ?? []).some((tag) => PACKED.test(tag))
  )
}

/** "8x7B": several experts. */
const MIXTURE = /\dx\d|\bmoe\b/i
/** "7B" in a name, with or without a decimal. */
const SIZED = /(?:^|-)(\d{1,3}(?:\.\d{1,2})?)B(?:-|$)/i
/** "235B-A22B": parameters in all and active for a token. */
const ACTIVE = /\bA(\d{1,3}(?:\.\d)?)B\b/i

interface Parameters {
  count: number
  evidence: Evidence
}

/** "671B total parameters with 37B activated for each token", "activates 22B parameters". */
const ACTIVATED =
  /(\d{1,4}(?:\.\d{1,2})?)[ -]?(B|billion|M|million) (?:parameters )?(?:are |is )?(?:activated|active)\b|\bactivat(?:es|ed|ing) (?:only )?(\d{1,4}(?:\.\d{1,2})?)[ -]?(B|billion|M|million) (?:of its )?parameters/
/** "Rocket is a 7B-parameter model". */
const COUNTED = /(\d{1,4}(?:\.\d{1,2})?)[ -]?(T|B|M|trillion|billion|million)[ -]parameters?\b/

/** A number of parameters that the card gives, where it gives one only; with several, which is this model's is not told. */
function inCard(
  reading: Reading,
  sentences: readonly Sentence[],
  pattern: RegExp,
  claim: string,
  method: string,
): Parameters | null {
  const found = sentences.flatMap(({ text, block }) => {
    const match = pattern.exec(text)
    const count = toCount(match?.[1] ?? match?.[3], match?.[2] ?? match?.[4])
    return count === null ? [] : [{ count, evidence: fromCard(reading, block, text, claim, method) }]
  })
  return new Set(found.map(({ count }) => count)).size === 1 ? (found[0] ?? null) : null
}

function activeParameters(reading: Reading, sentences: readonly Sentence[]): Parameters | null {
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
  if (mixed) {
    return inCard(
      reading,
      sentences,
      ACTIVATED,
      'The card tells how many parameters are active for a token.',
      'compute.card-active',
    )
  }
  const packed = isPacked(reading)
  if ((!total || packed) && sized !== undefined) {
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
  if (!total || packed || total < 1e6) {
    const own = sentences.filter(({ text }) => isThisModel(reading, text))
    return inCard(
      reading,
      own,
      COUNTED,
      'The card tells the number of parameters.',
      'compute.card-parameters',
    )
  }
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
