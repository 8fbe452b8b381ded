import { type Bound, best, CANNOT_TELL, weakest } from './bound'

/** Longest expression that is read, in characters and in tokens. */
const MAX_LENGTH = 1_000
const MAX_TOKENS = 120
const MAX_DEPTH = 16

/**
 * Judges an SPDX expression leaf by leaf: `OR` is satisfied by any part, `AND` needs all, `AND` binds closer, and an
 * exception (`WITH …`) only adds permissions (SPDX specification, annex "SPDX license expressions"). Text that is no
 * expression is one leaf. Linear in the text.
 */
export function judgeExpression(text: string, judgeLeaf: (id: string) => Bound): Bound {
  if (!/ (?:OR|AND|WITH) /.test(text)) return judgeLeaf(text)
  if (text.length > MAX_LENGTH) return CANNOT_TELL
  const tokens = text.replace(/[()]/g, ' $& ').trim().split(/\s+/)
  if (tokens.length > MAX_TOKENS) return CANNOT_TELL
  let at = 0

  const anyOf = (depth: number): Bound | null => list('OR', depth, () => allOf(depth), best)
  const allOf = (depth: number): Bound | null => list('AND', depth, () => part(depth), weakest)

  function list(word: string, depth: number, read: () => Bound | null, combine: typeof best): Bound | null {
    if (depth > MAX_DEPTH) return null
    const parts: Bound[] = []
    do {
      const bound = read()
      if (bound === null) return null
      parts.push(bound)
    } while (tokens[at] === word && ++at)
    return combine(parts)
  }

  function part(depth: number): Bound | null {
    if (tokens[at] === '(') {
      at += 1
      const inner = anyOf(depth + 1)
      return inner !== null && tokens[at++] === ')' ? inner : null
    }
    // A name may hold spaces: everything up to the next operator or bracket is one leaf.
    const start = at
    while (at < tokens.length && !/^(?:OR|AND|WITH|[()])$/.test(tokens[at] ?? '')) at += 1
    if (at === start) return null
    const name = tokens.slice(start, at).join(' ')
    if (tokens[at] === 'WITH') at += 2
    return judgeLeaf(name)
  }

  const bound = anyOf(0)
  return bound !== null && at === tokens.length ? bound : judgeLeaf(text)
}
