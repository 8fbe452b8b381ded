import { Parser } from 'htmlparser2'
import type { Link } from './card'

/** HTML in a card as headings, tables, code and text. Comments, scripts and styles are dropped; nothing is ever run. */
export type HtmlPart =
  | { kind: 'heading'; text: string; level: number; links: Link[] }
  | { kind: 'text'; text: string; links: Link[]; item: boolean; label: string | null; allBold: boolean }
  | { kind: 'table'; rows: string[][]; links: Link[] }
  | { kind: 'code'; text: string }

const BREAKING = new Set(
  'p div br li tr ul ol hr section details summary blockquote center article dl dt dd'.split(' '),
)
const DROPPED = new Set(['script', 'style', 'template', 'svg', 'button'])
const MEDIA = new Set(['img', 'audio', 'video', 'source'])
const BOLD = new Set(['b', 'strong'])
const HEADING = /^h([1-6])$/

/** Elements inside each other, as Chromium bounds them. The parser's own list of open elements takes its length per tag. */
const MAX_DEPTH = 512

/** Reads HTML. `line` is given to every link. Linear in its input; unclosed and stray tags do no harm. */
export function readHtml(source: string, line: number): HtmlPart[] {
  const reader = new HtmlReader(line)
  for (let rest = source; rest !== ''; ) rest = rest.slice(readUntilTooDeep(rest, reader))
  return reader.finish()
}

/** Answers where it stopped: at the end, or where elements lie too deep; whatever was open there is closed. */
function readUntilTooDeep(source: string, reader: HtmlReader): number {
  const open: string[] = []
  let end = source.length
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name)
        reader.open(name, attributes)
        if (open.length < MAX_DEPTH) return
        parser.pause()
        end = parser.endIndex + 1
      },
      ontext: (chunk) => reader.text(chunk),
      onclosetag(name) {
        open.pop()
        reader.close(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(source)
  if (end === source.length) parser.end()
  else for (const name of open.reverse()) reader.close(name)
  return end
}

class HtmlReader {
  private readonly parts: HtmlPart[] = []
  private buffer = ''
  private links: Link[] = []
  private anchor: { url: string; from: number } | null = null
  private level = 0
  private dropped = 0
  private bold = 0
  private pre = false
  private item = false
  private rows: string[][] | null = null
  /** Text in bold before any other text; null once other text came first. */
  private lead: string | null = ''
  private plain = false

  constructor(private readonly line: number) {}

  open(name: string, attributes: Record<string, string>): void {
    if (DROPPED.has(name)) this.dropped += 1
    else if (BOLD.has(name)) this.bold += 1
    else if (name === 'a' && attributes.href) this.anchor = { url: attributes.href, from: this.buffer.length }
    // Sounds and films are shown as pictures are.
    else if (MEDIA.has(name) && attributes.src) {
      this.links.push({ text: attributes.alt ?? '', url: attributes.src, image: true, line: this.line })
    } else if (this.rows !== null) this.openInTable(name)
    else if (name === 'table') {
      this.flush()
      this.rows = []
    } else if (name === 'pre') {
      this.flush()
      this.pre = true
    } else if (HEADING.test(name)) {
      this.flush()
      this.level = Number(name.slice(1))
    } else if (this.level === 0 && !this.pre && BREAKING.has(name)) {
      if (name === 'br') this.buffer += ' '
      else {
        this.flush()
        if (name === 'li') this.item = true
      }
    }
  }

  text(chunk: string): void {
    if (this.dropped > 0) return
    this.buffer += chunk
    if (chunk.trim() === '') return
    if (this.bold === 0) {
      this.plain = true
      if (this.lead === '') this.lead = null
    } else if (!this.plain && this.lead !== null) this.lead += chunk
  }

  close(name: string): void {
    if (DROPPED.has(name)) this.dropped = Math.max(0, this.dropped - 1)
    else if (BOLD.has(name)) this.bold = Math.max(0, this.bold - 1)
    else if (name === 'a' && this.anchor) {
      const text = this.buffer.slice(this.anchor.from).trim()
      this.links.push({ text, url: this.anchor.url, image: false, line: this.line })
      this.anchor = null
    } else if (this.rows !== null) this.closeInTable(name, this.rows)
    else if (name === 'pre' && this.pre) {
      if (this.buffer.trim() !== '') this.parts.push({ kind: 'code', text: this.buffer })
      this.reset()
      this.pre = false
    } else if (HEADING.test(name)) {
      this.flush()
      this.level = 0
    } else if (this.level === 0 && !this.pre && BREAKING.has(name)) this.flush()
  }

  finish(): HtmlPart[] {
    if (this.rows) this.closeInTable('table', this.rows)
    this.flush()
    return this.parts
  }

  private openInTable(name: string): void {
    if (name === 'tr') this.rows?.push([])
    else if (name === 'td' || name === 'th') this.buffer = ''
  }

  private closeInTable(name: string, rows: string[][]): void {
    if (name === 'td' || name === 'th') {
      rows.at(-1)?.push(this.buffer.replace(/\s+/g, ' ').trim())
      this.buffer = ''
    } else if (name === 'table') {
      this.parts.push({ kind: 'table', rows: rows.filter((row) => row.length > 0), links: this.links })
      this.rows = null
      this.reset()
    }
  }

  private flush(): void {
    const text = this.buffer.replace(/\s+/g, ' ').trim()
    const { links, lead } = this
    if (text !== '' || links.length > 0) {
      if (this.level > 0) this.parts.push({ kind: 'heading', text, level: this.level, links })
      else {
        const label = lead?.trim() || null
        this.parts.push({
          kind: 'text',
          text,
          links,
          item: this.item,
          label,
          allBold: label !== null && !this.plain,
        })
      }
    }
    this.reset()
  }

  private reset(): void {
    this.buffer = ''
    this.links = []
    this.lead = ''
    this.plain = false
    this.item = false
    this.anchor = null
  }
}
