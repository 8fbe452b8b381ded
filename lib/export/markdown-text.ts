/** Text from a page, made safe to stand in Markdown: it can neither become markup nor break a table or a list. */

const MAX_INLINE = 300

/** One line of plain text; every character that Markdown or HTML would read is escaped. */
export function inline(text: string): string {
  // Controls, and the marks that turn the reading direction around, have no place in a report.
  const plain = text
    .slice(0, MAX_INLINE)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
  return plain
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)|#(?=\d)|(?:https?|ftp|www)(?=[:.])/gi, '$&&#8203;')
    .replace(/^(?:[-+#=!]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}&#8203;` : `\\${start}`))
}

/** A link where the address is an https one, else its text alone. */
export function link(text: string, url: string | null): string {
  if (url === null || !/^https:\/\/[^\s<>"'`\\]{1,1000}$/.test(url)) return inline(text)
  return `[${inline(text)}](<${url.replaceAll('|', '%7C')}>)`
}

/** A table row. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
