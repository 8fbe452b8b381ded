import { parseDocument } from 'yaml'
import { tooDeepAt } from '../nesting'
import { LIMITS } from './schema'

/**
 * The YAML block at the top of a README (hub-docs, model cards). Read as YAML 1.2 core: no custom tags, no dates,
 * no merge keys, aliases bounded (an alias bomb is refused), size and depth bounded.
 */

const MAX_FRONT_MATTER = 128 * 1024
const MAX_ALIASES = 50

export interface FrontMatter {
  /** The mapping as plain data with no prototype; empty when the block is empty or no mapping. */
  data: Readonly<Record<string, unknown>>
  /** 1-based line in the file for each top-level key. */
  lines: Readonly<Record<string, number>>
}

export interface SplitCard {
  /** Null: there is no front matter. `fault`: there is, and it cannot be read. */
  frontMatter: FrontMatter | null
  fault: 'malformed' | 'too-large' | null
  body: string
  /** Lines of the file before the body's first line. */
  bodyOffset: number
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n/
const CLOSING = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Splits a README as stored into front matter and body. Never throws. */
export function splitCard(card: string): SplitCard {
  const source = card.slice(0, LIMITS.card)
  const opening = OPENING.exec(source)
  if (!opening) return { frontMatter: null, fault: null, body: source, bodyOffset: 0 }
  // The newline that ends the opening fence may also begin the closing one: an empty block.
  const rest = source.slice(opening[0].length - 1)
  const closing = CLOSING.exec(rest)
  if (!closing) return { frontMatter: null, fault: null, body: source, bodyOffset: 0 }
  const yaml = rest.slice(1, Math.max(1, closing.index)).replaceAll('\r\n', '\n')
  const body = rest.slice(closing.index + closing[0].length)
  const bodyOffset = countLines(source.slice(0, source.length - body.length))
  if (yaml.length > MAX_FRONT_MATTER) return { frontMatter: null, fault: 'too-large', body, bodyOffset }
  const frontMatter = readYaml(yaml)
  return { frontMatter, fault: frontMatter ? null : 'malformed', body, bodyOffset }
}

function readYaml(yaml: string): FrontMatter | null {
  const data: Record<string, unknown> = Object.create(null)
  const lines: Record<string, number> = Object.create(null)
  if (tooDeepAt(yaml) !== -1) return null
  try {
    // Real cards repeat keys and forget quotes; a duplicate key is no reason to lose the rest.
    const parsed = parseDocument(yaml, {
      schema: 'core',
      version: '1.2',
      uniqueKeys: false,
      logLevel: 'silent',
      // Nobody reads them here, and each would quote its whole line: the square of a long line's length.
      prettyErrors: false,
    })
    if (parsed.errors.length > 0) return null
    const value: unknown = parsed.toJS({ maxAliasCount: MAX_ALIASES })
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { data, lines }
    for (const [key, item] of Object.entries(value)) data[key] = item
  } catch {
    return null
  }
  for (const [index, line] of yaml.split('\n').entries()) {
    const key = /^["']?([\w-]+)["']?\s*:/.exec(line)?.[1]
    if (key !== undefined && key in data) lines[key] = index + 2
  }
  return { data, lines }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
