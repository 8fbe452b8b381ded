/**
 * What can be read of a card that was cut somewhere: its finished sentences and lines. "The training code is not released"
 * may go on with "under these terms, but", and half a table row or half a front matter says something else than the whole.
 */
export function finishedPart(card: string): string {
  const opening = OPENING.exec(card)?.[0].length ?? 0
  const closing = opening === 0 ? null : CLOSED.exec(card.slice(opening - 1))
  if (opening > 0 && closing === null) return ''
  const body = closing === null ? 0 : opening - 1 + closing.index + closing[0].length
  const lines = card.slice(0, card.lastIndexOf('\n') + 1)
  const last = lines.trimEnd().lastIndexOf('\n') + 1
  if (/^\s*\|/.test(lines.slice(last))) return lines
  const gap = Math.max(lines.trimEnd().lastIndexOf('\n\n'), lines.trimEnd().lastIndexOf('\n\r\n'))
  const paragraph = Math.max(body, gap + 1)
  let end = paragraph
  for (const match of lines.slice(paragraph).matchAll(SENTENCE_END))
    end = paragraph + match.index + match[0].length
  // A heading is finished with its line; it has no full stop.
  if (end === paragraph && /^#{1,6} /.test(lines.slice(last))) return lines
  return lines.slice(0, end)
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n/
const CLOSED = /\r?\n(?:---|\.\.\.)[ \t]*\r?\n/
const SENTENCE_END = /[.!?。！？]["'”’)\]*_`]{0,4}(?=\s)/g
