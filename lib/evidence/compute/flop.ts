/**
 * Training compute in FLOP, always as an interval. A presumption from numbers that somebody published, never a test of
 * what a model can do.
 */
export interface ComputeRange {
  /** Best single number; null where only a bound is known. */
  estimate: number | null
  low: number
  /** Null: no upper bound. */
  high: number | null
}

/**
 * Thresholds of cumulative training compute: indicative for general-purpose AI (Commission guidelines of 2025-07-18,
 * paragraph 17), presumption of systemic risk (AI Act, Art. 51(2)), frontier laws of US states (California SB 53).
 */
export const TIER_BOUNDS = [1e23, 1e25, 1e26] as const

/** 0 below the general-purpose threshold, 1 above it, 2 systemic risk presumed, 3 frontier. The higher end is open where no upper bound is known. */
export function tierOf({ low, high }: ComputeRange): { low: number; high: number } {
  const above = (value: number) => TIER_BOUNDS.filter((bound) => value > bound).length
  return { low: above(low), high: high === null ? TIER_BOUNDS.length : above(high) }
}

const SUPERSCRIPT: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
}

const NUMBER = String.raw`(\d{1,6}(?:[.,]\d{1,6})?)\s?(?:[eE]\s?\+?(\d{1,2})|[x×*·]\s?10\s?\^?\s?\{?(\d{1,2})\}?)`
const FLOP = String.raw`\s?(?:(?:zetta|yotta)?flops?\b|floating[- ]point operations)`
const ORDERS = /(?:\+-|±|\+\/-)\s?(\d(?:\.\d{1,2})?)\s?(?:OoM|orders? of magnitude)/i

/** A sentence that speaks of speed, not of a total: "989e12 FLOP/s". */
const PER_SECOND = /flops?\s?(?:\/|per )\s?s|flop\/s|flops\/s|per second/i

/** "3,640 petaflop/s-days": a total, though it speaks of seconds. */
const DAYS = /(\d[\d,]{0,12}(?:\.\d{1,4})?)\s?(?:peta-?flops?(?:\/s)?|PFLOPS?(?:\/s)?|PF)[- ]days?\b/i

/**
 * Reads a stated amount: "6.74e+24 FLOP", "~5.64e+23 FLOP +- 0.30 OoM", ">= 2.4e+20 FLOP (lower bound …)", "3×10²⁴
 * FLOPs", "~3e+20 FLOP to ~1e+21 FLOP". Null where none is stated, or only a speed.
 */
export function readFlop(text: string): ComputeRange | null {
  const plain = text
    .slice(0, 2_000)
    .replace(
      /10([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})/g,
      (_, digits: string) => `10^${[...digits].map((digit) => SUPERSCRIPT[digit]).join('')}`,
    )
  const days = DAYS.exec(plain)
  if (days) {
    const value = Number((days[1] ?? '').replaceAll(',', '')) * 1e15 * 86_400
    return value >= 1e12 ? { estimate: value, low: value, high: value } : null
  }
  if (PER_SECOND.test(plain) || /\bunknown \(~|\?\)/.test(plain)) return null
  const tolerance = ORDERS.exec(plain)
  // A tolerance in orders of magnitude says by itself that FLOP are meant.
  const pattern = new RegExp(tolerance ? `${NUMBER}(?:${FLOP})?` : `${NUMBER}${FLOP}`, 'gi')
  const values = [...plain.matchAll(pattern)]
    .map((match) => toNumber(match[1], match[2] ?? match[3]))
    .filter((value) => value >= 1e12)
  const [first, second] = values
  if (first === undefined) return null
  const bounded = new RegExp(`(?:>=|≥|at least|more than|>)\\s?~?\\s?${NUMBER}`, 'i').test(plain)
  const factor = tolerance ? 10 ** Number(tolerance[1]) : 1
  if (bounded) return { estimate: null, low: first, high: null }
  if (second !== undefined && /\bto\b|–|—/.test(plain) && second > first) {
    return { estimate: Math.sqrt(first * second), low: first, high: second }
  }
  return { estimate: first, low: first / factor, high: first * factor }
}

const toNumber = (mantissa: string | undefined, exponent: string | undefined): number =>
  Number((mantissa ?? '').replace(',', '.')) * 10 ** Number(exponent ?? 0)
