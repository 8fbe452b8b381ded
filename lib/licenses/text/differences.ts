import { isKept, type Rate, toFeature } from './features'
import type { ReferenceText } from './text-index'
import type { LicenseText } from './words'

/** Where a text and a reference differ, found on the pairs of words that both keep. */
export interface Differences {
  /** Share of the reference that the text holds, 0 to 1. */
  held: number
  /** Share of the reference that is missing in one piece at its end, 0 to 1: a text cut short. */
  cut: number
  /** First and last word of the text that belong to the reference; `last` is exclusive. */
  first: number
  last: number
  /** Words between them that the reference does not have. */
  added: Run[]
  addedWords: number
  /** How ill they fit, in words: the text's own that the reference lacks and the reverse; an end cut off counts little. */
  cost: number
  /** The same without the end that was cut off. */
  coreCost: number
  /** Longest piece of the reference that is missing elsewhere than at its end, in words. */
  longestGap: number
}

/** A stretch of the text's own words. */
export interface Run {
  first: number
  last: number
  words: string
}

/** More than this share missing at the end is not an end cut off. */
export const MAX_CUT = 0.2
const CUT_COST = 0.25
const MAX_QUOTE_WORDS = 30
/** Of so many kept pairs in a row most must agree before the text counts as begun: scattered accidents do not. */
const WINDOW = 12
const AGREEING = 0.7

export function quoteWords(text: LicenseText, first: number, last: number): string {
  const words = text.raw.slice(first, Math.min(last, first + MAX_QUOTE_WORDS)).join(' ')
  return last - first > MAX_QUOTE_WORDS ? `${words} …` : words
}

/** Compares words `from` to `to` of a text with a reference. One pass over each. */
export function compare(
  text: LicenseText,
  hashes: Uint32Array,
  reference: ReferenceText,
  from: number,
  to: number,
): Differences {
  const known = new Set(reference.features)
  const kept = keptPairs(hashes, reference.rate, from, to)
  const inText = new Set(kept.map(({ feature }) => feature))
  const held = reference.features.filter((feature) => inText.has(feature)).length

  const flags = kept.map(({ feature }) => known.has(feature))
  const firstKept = anchor(flags, 1)
  const lastKept = anchor(flags, -1)
  // Words next to the first and the last pair that agrees are the reference's until a pair that is kept says otherwise.
  const first = firstKept > 0 ? (kept[firstKept - 1]?.place ?? from) + 1 : from
  const last = lastKept < 0 ? from : lastKept + 1 < kept.length ? (kept[lastKept + 1]?.place ?? to) + 1 : to

  const added: Run[] = []
  let addedWords = 0
  for (let index = firstKept; index >= 0 && index <= lastKept; index += 1) {
    if (flags[index] !== false) continue
    const start = index
    while (index <= lastKept && flags[index] === false) index += 1
    const pair = kept[start]?.place ?? first
    const end = (kept[index - 1]?.place ?? pair) + 1
    // The first pair begins and the last one ends with a word of the reference's. Where every pair is kept, a single
    // strange pair is two words that met because something between them is gone; else it may hold a strange word.
    const [runFirst, runLast] =
      end > pair + 1 ? [pair + 1, end] : reference.rate === 1 ? [pair + 1, pair + 1] : [pair, pair + 2]
    addedWords += Math.max(1, runLast - runFirst)
    if (runLast > runFirst)
      added.push({ first: runFirst, last: runLast, words: quoteWords(text, runFirst, runLast) })
  }

  const gaps = missingRuns(reference.features, inText)
  const total = Math.max(1, reference.features.length)
  const tail = gaps.at(-1)
  const cut = tail && tail.end === reference.features.length ? tail.end - tail.start : 0
  const inner = cut > 0 ? gaps.slice(0, -1) : gaps
  const strange = kept.filter(({ feature }) => !known.has(feature)).length
  const missing = inner.reduce((sum, { start, end }) => sum + end - start, 0)
  const coreCost = reference.rate * (strange + missing)
  return {
    coreCost,
    cost: coreCost + reference.rate * cut * (cut > MAX_CUT * total ? 1 : CUT_COST),
    held: held / total,
    cut: cut / total,
    first,
    last: Math.min(last, to),
    added,
    addedWords,
    longestGap: Math.max(0, ...inner.map(({ start, end }) => (end - start) * reference.rate)),
  }
}

function keptPairs(hashes: Uint32Array, rate: Rate, from: number, to: number) {
  const kept: { place: number; feature: number }[] = []
  for (let place = from; place < Math.min(to - 1, hashes.length); place += 1) {
    const feature = toFeature(hashes[place] ?? 0)
    if (isKept(feature, rate)) kept.push({ place, feature })
  }
  return kept
}

/**
 * The first (or, backwards, the last) kept pair from which on the text agrees: most of a window does, and the pair
 * itself. -1 when none does.
 */
function anchor(flags: readonly boolean[], step: 1 | -1): number {
  const window = Math.min(WINDOW, flags.length)
  const need = Math.ceil(window * AGREEING)
  const at = (offset: number) => flags[step === 1 ? offset : flags.length - 1 - offset]
  let agreeing = 0
  for (let offset = 0; offset < window; offset += 1) if (at(offset)) agreeing += 1
  for (let offset = 0; offset + window <= flags.length && window > 0; offset += 1) {
    if (agreeing >= need && at(offset)) return step === 1 ? offset : flags.length - 1 - offset
    agreeing += Number(at(offset + window) ?? false) - Number(at(offset) ?? false)
  }
  return -1
}

function missingRuns(features: readonly number[], inText: ReadonlySet<number>) {
  const runs: { start: number; end: number }[] = []
  for (let index = 0; index < features.length; index += 1) {
    if (inText.has(features[index] ?? -1)) continue
    const start = index
    while (index < features.length && !inText.has(features[index] ?? -1)) index += 1
    runs.push({ start, end: index })
  }
  return runs
}
