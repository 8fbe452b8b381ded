import type { LicenseClass } from '../assessment'
import { isPlaceholder, type NormalizedLicense, normalizeLicense } from './normalize'

/** Several licences read as one expression. */
export interface Expression {
  parts: NormalizedLicense[]
  /** `AND` unless the source says `OR`. */
  operator: 'AND' | 'OR'
  /** Ids joined, verbatim where unknown. */
  text: string
  class: Exclude<LicenseClass, 'none'>
}

const MAX_PARTS = 16
/** From the freest to the least free; what nobody has classified stands between, so that it never improves a class. */
const ORDER = ['open', 'unknown', 'conditional', 'restricted'] as const

/** The id to show for one part: the registry's, else the words as written. */
export function partId(part: Pick<NormalizedLicense, 'entry' | 'raw'>): string {
  return part.entry && !isPlaceholder(part.entry) ? part.entry.id : part.raw || (part.entry?.id ?? '')
}

/**
 * Reads a declared licence: one id, an SPDX-like `A OR B` / `A AND B`, or a list. A list on the Hub means that several
 * licences are named and not whether one may choose (hub-docs, repositories-licenses), so it is read as `AND`.
 */
export function readExpression(
  declared: readonly string[],
  beside: { name?: string | null; link?: string | null } = {},
): Expression | null {
  const [first] = declared
  const choice = declared.length === 1 && first !== undefined && / OR /.test(first)
  const names = declared
    .flatMap((item) => item.slice(0, 500).split(choice ? ' OR ' : ' AND '))
    .map((item) => item.replace(/^[\s(]+|(?<![\s)])[\s)]+$/g, ''))
    .filter((item) => item !== '')
    .slice(0, MAX_PARTS)
  const parts = names.map((name) => normalizeLicense(name, beside))
  if (parts.length === 0) return null
  const ids = [...new Set(parts.map(partId))]
  const operator = choice ? 'OR' : 'AND'
  return { parts, operator, text: ids.join(` ${operator} `), class: combine(parts, operator) }
}

function combine(parts: readonly NormalizedLicense[], operator: 'AND' | 'OR'): Expression['class'] {
  const ranks = parts.map((part) => ORDER.indexOf(part.entry?.class ?? 'unknown'))
  return ORDER[operator === 'OR' ? Math.min(...ranks) : Math.max(...ranks)] ?? 'unknown'
}
