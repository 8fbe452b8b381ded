import { Parser } from 'htmlparser2'
import type { Link } from './card'

/** HTML inside a card as headings, tables and text. Comments, scripts and styles are dropped; nothing is ever run. */
export type HtmlPart =
  | { kind: 'heading'; text: string; level: number; links: Link[] }
  | { kind: 'text'; text: string; links: Link[] }
  | { kind: 'table'; rows: string[][]; links: Link[] }

const BREAKING = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'ul',
  'ol',
  'hr',
  'section',
  'details',
  'summary',
  'blockquote',
  'center',
])
const DROPPED = new Set(['script', 'style', 'template', 'svg'])
const HEADING = /^h([1-6])$/

/** Reads one HTML block. `line` is given to every link. Linear in its input. */
export function readHtml(source: string, line: number): HtmlPart[] {
  const parts: HtmlPart[] = []
  let text = ''
  let links: Link[] = []
  let anchor: { url: string; from: number } | null = null
  let level = 0
  let dropped = 0
  let rows: string[][] | null = null

  const flush = () => {
    const plain = text.replace(/\s+/g, ' ').trim()
    if (plain !== '' || links.length > 0) {
      if (level > 0) parts.push({ kind: 'heading', text: plain, level, links })
      else parts.push({ kind: 'text', text: plain, links })
    }
    text = ''
    links = []
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const heading = HEADING.exec(name)
        if (DROPPED.has(name)) dropped += 1
        else if (name === 'a' && attributes.href) anchor = { url: attributes.href, from: text.length }
        else if (name === 'img' && attributes.src) {
          links.push({ text: attributes.alt ?? '', url: attributes.src, image: true, line })
        } else if (name === 'table' && rows === null) {
          flush()
          rows = []
        } else if (rows !== null && name === 'tr') rows.push([])
        else if (rows !== null && (name === 'td' || name === 'th')) text = ''
        else if (rows === null && heading) {
          flush()
          level = Number(heading[1])
        } else if (rows === null && level === 0 && BREAKING.has(name)) {
          if (name === 'br') text += ' '
          else flush()
        }
      },
      ontext(chunk) {
        if (dropped === 0) text += chunk
      },
      onclosetag(name) {
        if (DROPPED.has(name)) dropped = Math.max(0, dropped - 1)
        else if (name === 'a' && anchor) {
          links.push({ text: text.slice(anchor.from).trim(), url: anchor.url, image: false, line })
          anchor = null
        } else if (rows !== null && (name === 'td' || name === 'th')) {
          rows.at(-1)?.push(text.replace(/\s+/g, ' ').trim())
          text = ''
        } else if (rows !== null && name === 'table') {
          parts.push({ kind: 'table', rows: rows.filter((row) => row.length > 0), links })
          rows = null
          text = ''
          links = []
        } else if (rows === null && HEADING.test(name)) {
          flush()
          level = 0
        } else if (rows === null && level === 0 && BREAKING.has(name)) flush()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(source)
  parser.end()
  flush()
  return parts
}
