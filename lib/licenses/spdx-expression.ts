import parseSpdx from 'spdx-expression-parse'
import type { LicenseAnswer, QuestionAnswer } from '../assessment'
import { knowledgeOf } from './knowledge'
import { isPlaceholder, type NormalizedLicense, normalizeLicense } from './normalize'
import { answersOf, combineAnswers, plainTerms } from './terms'

/**
 * SPDX license expressions with brackets, `AND`, `OR`, `WITH` and `+` (SPDX specification, annex "SPDX license
 * expressions"). The grammar is spdx-expression-parse's; names that it does not know are handed to it as references, so
 * that an expression may hold the Hub's ids and loose names too.
 */

export interface ReadLicenses {
  parts: NormalizedLicense[]
  /** Exceptions named after `WITH`. They add permissions to their licence. */
  exceptions: string[]
  /** How the parts hang together; null for a single licence. */
  operator: 'AND' | 'OR' | 'mixed' | null
  answers: QuestionAnswer[]
  /** Terms by licence id, where somebody has read them. */
  terms: Record<string, LicenseAnswer['terms']>
  /** The expression with ids of the registry. */
  text: string
}

const MAX_LENGTH = 1_000
const MAX_PARTS = 40
const OPERATOR = /(?<!\s)\s+(AND|OR|WITH)\s+|([()])/

/** Reads an expression; null when it is not one, or names a licence that nobody knows. */
export function readSpdxExpression(source: string): ReadLicenses | null {
  const text = source.trim().slice(0, MAX_LENGTH)
  const parts: NormalizedLicense[] = []
  const exceptions: string[] = []
  const tokens = text.split(OPERATOR).filter((token) => token !== undefined && token.trim() !== '')
  let afterWith = false
  const rewritten: string[] = []
  for (const token of tokens) {
    const word = token.trim()
    if (/^(?:AND|OR|WITH|[()])$/.test(word)) {
      afterWith = word === 'WITH'
      rewritten.push(word)
    } else if (afterWith) {
      exceptions.push(word)
      afterWith = false
      rewritten.push(word)
    } else {
      const part = normalizeLicense(word)
      const known = orLater(word) ?? (part.entry && !isPlaceholder(part.entry) ? part : null)
      if (!known || parts.length >= MAX_PARTS) return null
      rewritten.push(`LicenseRef-${parts.length}`)
      parts.push(known)
    }
  }
  if (parts.length === 0) return null
  try {
    const tree = parseSpdx(rewritten.join(' '))
    const { answers, shown } = walk(tree, parts)
    const operators = new Set(rewritten.filter((word) => word === 'AND' || word === 'OR'))
    const [operator = null] = operators
    return {
      parts,
      exceptions,
      operator: operators.size > 1 ? 'mixed' : operator === 'AND' || operator === 'OR' ? operator : null,
      answers,
      terms: termsOf(parts),
      text: shown,
    }
  } catch {
    return null
  }
}

function termsOf(parts: readonly NormalizedLicense[]): ReadLicenses['terms'] {
  const found: ReadLicenses['terms'] = {}
  for (const { entry } of parts) {
    const knowledge = entry && knowledgeOf(entry.id)
    if (entry && knowledge) found[entry.id] = plainTerms(knowledge)
  }
  return found
}

/** "GPL-2.0+" is "or any later version" in the older way of writing. */
function orLater(word: string): NormalizedLicense | null {
  if (!word.endsWith('+')) return null
  const later = normalizeLicense(`${word.slice(0, -1)}-or-later`)
  if (later.entry && !isPlaceholder(later.entry)) return later
  const plain = normalizeLicense(word.slice(0, -1))
  return plain.entry && !isPlaceholder(plain.entry) ? plain : null
}

function walk(
  node: parseSpdx.Info,
  parts: readonly NormalizedLicense[],
  depth = 0,
): { answers: QuestionAnswer[]; shown: string } {
  if ('conjunction' in node) {
    const left = walk(node.left, parts, depth + 1)
    const right = walk(node.right, parts, depth + 1)
    const operator = node.conjunction === 'and' ? 'AND' : 'OR'
    const shown = `${left.shown} ${operator} ${right.shown}`
    return {
      answers: combineAnswers(left.answers, right.answers, operator),
      shown: depth > 0 && operator === 'OR' ? `(${shown})` : shown,
    }
  }
  const part = parts[Number(node.license.replace('LicenseRef-', ''))]
  const id = part?.entry?.id ?? node.license
  return { answers: answersOf(id), shown: node.exception ? `${id} WITH ${node.exception}` : id }
}
