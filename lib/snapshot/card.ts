import MarkdownIt from 'markdown-it'
import { readHtml } from './card-html'

/**
 * A model card's body as sections and blocks of plain text with line numbers. Comments are dropped (the Hub's
 * default template hides whole instructions in them), code and BibTeX are kept apart so that no claim is read from them.
 */

export interface Link {
  text: string
  /** As written; may be relative. */
  url: string
  image: boolean
  /** 1-based line in the stored file. */
  line: number
}

export type BlockKind = 'paragraph' | 'item' | 'table' | 'code' | 'bibtex' | 'quote'

export interface Block {
  kind: BlockKind
  /** Plain text without markup; the code itself for `code` and `bibtex`; cells joined by " | " for tables. */
  text: string
  /** The bold or colon-ended words that a paragraph or list item starts with ("License:"), without the colon. */
  label: string | null
  /** Lines that end in a colon, and items over a nested list, that this stands under; outermost first. */
  leads: readonly string[]
  /** 1-based line in the stored file. */
  line: number
  links: readonly Link[]
  /** Cells by row, header first, for tables; else empty. */
  rows: readonly (readonly string[])[]
  /** Language of a code fence, lower case; else null. */
  language: string | null
  section: Section
}

export interface Section {
  /** Null for what stands before the first heading. */
  heading: string | null
  /** Headings from the outermost to this one. */
  path: readonly string[]
  /** 0 before the first heading, 1 to 6, 7 for a line of bold text used as a heading. */
  level: number
  line: number
  blocks: readonly Block[]
}

export interface CardDocument {
  sections: readonly Section[]
  /** All blocks in order. */
  blocks: readonly Block[]
  links: readonly Link[]
  /** How often the Hub's template placeholder "[More Information Needed]" is left in. */
  placeholders: number
  /** Characters of prose: paragraphs, items and quotes, placeholders not counted. */
  proseLength: number
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const markdown = new MarkdownIt({ html: true, linkify: true })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
boundLinks(markdown.linkify)

export const PLACEHOLDER = /\[?more information needed\]?/gi
const PSEUDO_HEADING_LENGTH = 80
/** Longer ones are no links: addresses written one into the other took linkify-it (6.1) the square of their length. */
const MAX_BARE_LINK = 2_000

/** Looks for bare addresses in one run without white space after the other, since none holds any. */
function boundLinks(linkify: InstanceType<typeof MarkdownIt>['linkify']): void {
  const match = linkify.match.bind(linkify)
  const matchAtStart = linkify.matchAtStart.bind(linkify)
  // `match` has the last word.
  linkify.test = (text) => text.includes(':')
  linkify.match = (text) => {
    const found: NonNullable<ReturnType<typeof match>> = []
    for (const { 0: run, index } of text.matchAll(/\S+/g)) {
      if (run.length > MAX_BARE_LINK || !run.includes(':')) continue
      for (const link of match(run) ?? []) {
        link.index += index
        link.lastIndex += index
        found.push(link)
      }
    }
    return found
  }
  linkify.matchAtStart = (text) => {
    const [run = ''] = text.slice(0, MAX_BARE_LINK + 1).split(/\s/, 1)
    return run.length > MAX_BARE_LINK ? null : matchAtStart(run)
  }
}

/** Reads the body of a card. `offset`: lines of the stored file before the body. Never throws; linear in its input. */
export function readCard(body: string, offset = 0): CardDocument {
  const builder = new Builder(offset)
  builder.read(markdown.parse(body, {}))
  return builder.finish()
}

/** Reads a card from the HTML that its page shows. There are no lines in it: every line is 1. Never throws; linear. */
export function readRenderedCard(html: string): CardDocument {
  const builder = new Builder(0)
  builder.readHtmlParts(html, 1)
  return builder.finish()
}

interface MutableSection extends Section {
  blocks: Block[]
}

/** A line that introduces what follows: how deep in lists it stands, and whether nothing has followed yet. */
interface Lead {
  text: string
  depth: number
  fresh: boolean
}

const MAX_LEAD = 160
const MAX_LEADS = 8
/** An item without a colon is over the list nested in it only if it is as short as a heading. */
const MAX_ITEM_LEAD = 60

class Builder {
  private readonly sections: MutableSection[] = []
  private readonly stack: { level: number; heading: string }[] = []
  private current: MutableSection
  private leads: Lead[] = []
  private itemDepth = 0
  private quoteDepth = 0

  constructor(private readonly offset: number) {
    this.current = { heading: null, path: [], level: 0, line: offset + 1, blocks: [] }
    this.sections.push(this.current)
  }

  read(tokens: Token[]): void {
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index]
      if (!token) continue
      if (token.type === 'list_item_open') this.openItem()
      else if (token.type === 'list_item_close') this.itemDepth -= 1
      else if (token.type === 'blockquote_open') this.quoteDepth += 1
      else if (token.type === 'blockquote_close') this.quoteDepth -= 1
      else if (token.type === 'heading_open') {
        const inline = readInline(tokens[index + 1]?.children, this.line(token))
        this.open(inline.text, Number(token.tag.slice(1)), this.line(token))
        if (inline.links.length > 0) this.add('paragraph', inline, this.line(token))
        index += 2
      } else if (token.type === 'table_open') index = this.table(tokens, index)
      else if (token.type === 'inline') this.paragraph(token)
      else if (token.type === 'fence' || token.type === 'code_block') this.code(token)
      else if (token.type === 'html_block') this.html(token)
    }
  }

  finish(): CardDocument {
    const blocks = this.sections.flatMap((section) => section.blocks)
    let placeholders = 0
    let proseLength = 0
    for (const block of blocks) {
      if (block.kind === 'code' || block.kind === 'bibtex') continue
      placeholders += block.text.match(PLACEHOLDER)?.length ?? 0
      if (block.kind !== 'table') proseLength += block.text.replace(PLACEHOLDER, '').trim().length
    }
    return {
      sections: this.sections,
      blocks,
      links: blocks.flatMap((block) => block.links),
      placeholders,
      proseLength,
    }
  }

  private openItem(): void {
    this.itemDepth += 1
    this.leads = this.leads.filter(({ depth }) => depth < this.itemDepth)
  }

  private line(token: Token): number {
    return (token.map?.[0] ?? 0) + 1 + this.offset
  }

  private open(heading: string, level: number, line: number): void {
    const title = heading.trim()
    if (title === '') return
    while (this.stack.length > 0 && (this.stack.at(-1)?.level ?? 0) >= level) this.stack.pop()
    this.stack.push({ level, heading: title })
    this.leads = []
    this.current = { heading: title, path: this.stack.map((entry) => entry.heading), level, line, blocks: [] }
    this.sections.push(this.current)
  }

  private add(
    kind: BlockKind,
    inline: Inline,
    line: number,
    rows: string[][] = [],
    language: string | null = null,
  ): void {
    const text = kind === 'code' || kind === 'bibtex' ? inline.text : inline.text.replace(/\s+/g, ' ').trim()
    if (text === '' && inline.links.length === 0) return
    const prose = kind === 'paragraph' || kind === 'item' || kind === 'quote'
    const depth = Math.max(this.itemDepth, kind === 'item' ? 1 : 0)
    // The next paragraph ends what a line is over, unless nothing stood between them.
    this.leads = this.leads.filter(
      (lead) => lead.depth < depth || (lead.depth === depth && (!prose || lead.fresh)),
    )
    this.current.blocks.push({
      kind,
      text,
      label: inline.label,
      leads: this.leads.map((lead) => lead.text),
      line,
      links: inline.links,
      rows,
      language,
      section: this.current,
    })
    for (const lead of this.leads) lead.fresh = false
    if (kind === 'paragraph' || kind === 'item') this.lead(text, depth)
  }

  private lead(text: string, depth: number): void {
    const introduces = /[:：]$/.test(text)
      ? text.length <= MAX_LEAD
      : depth > 0 && text.length <= MAX_ITEM_LEAD && !/[.。!?]$/.test(text)
    if (!introduces || this.leads.length >= MAX_LEADS) return
    this.leads = this.leads.filter((lead) => lead.depth < depth)
    this.leads.push({ text: text.replace(/\s?[:：]$/, ''), depth, fresh: true })
  }

  private paragraph(token: Token): void {
    const line = this.line(token)
    const lines = linesOf(token.children ?? [])
    const parts = isRecord(lines) ? lines : [token.children ?? []]
    for (const [below, part] of parts.entries())
      this.addProse(readInline(part, line + below), this.itemDepth > 0, line + below)
  }

  private addProse(inline: Inline, item: boolean, line: number): void {
    const label = inline.label?.replace(/(?<!\s)\s*:\s*$/, '').trim() || labelBeforeColon(inline.text)
    if (inline.allBold && !item && inline.text.length <= PSEUDO_HEADING_LENGTH) {
      this.open(inline.text.replace(/:\s*$/, ''), 7, line)
    } else this.add(this.quoteDepth > 0 ? 'quote' : item ? 'item' : 'paragraph', { ...inline, label }, line)
  }

  private code(token: Token): void {
    const language = token.info.trim().split(/[\s{]/)[0]?.toLowerCase() || null
    this.addCode(token.content, language, this.line(token))
  }

  private addCode(text: string, language: string | null, line: number): void {
    const bibtex = language === 'bibtex' || language === 'bib' || /^\s*@\w+\s*\{/.test(text)
    this.add(bibtex ? 'bibtex' : 'code', { ...NOTHING, text }, line, [], language)
  }

  private table(tokens: Token[], start: number): number {
    const rows: string[][] = []
    const links: Link[] = []
    let index = start
    for (; index < tokens.length; index += 1) {
      const token = tokens[index]
      if (!token || token.type === 'table_close') break
      if (token.type === 'tr_open') rows.push([])
      if (token.type !== 'inline') continue
      const cell = readInline(token.children, this.line(token))
      rows.at(-1)?.push(cell.text.replace(/\s+/g, ' ').trim())
      links.push(...cell.links)
    }
    const open = tokens[start]
    if (open) this.addTable(rows, links, this.line(open))
    return index
  }

  private addTable(rows: string[][], links: Link[], line: number): void {
    this.add('table', { ...NOTHING, text: rows.map((row) => row.join(' | ')).join(' ; '), links }, line, rows)
  }

  private html(token: Token): void {
    this.readHtmlParts(token.content, this.line(token))
  }

  readHtmlParts(source: string, line: number): void {
    for (const part of readHtml(source, line)) {
      if (part.kind === 'heading') {
        this.open(part.text, part.level, line)
        if (part.links.length > 0) this.add('paragraph', { ...NOTHING, ...part, label: null }, line)
      } else if (part.kind === 'table') this.addTable(part.rows, part.links, line)
      else if (part.kind === 'code') this.addCode(part.text, null, line)
      else this.addProse(part, part.item || this.itemDepth > 0, line)
    }
  }
}

const isBreak = ({ type }: Token): boolean => type === 'softbreak' || type === 'hardbreak'

/** The lines of a paragraph as they were written, each with the break before it. */
function linesOf(children: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const child of children) {
    if (isBreak(child)) lines.push([])
    lines.at(-1)?.push(child)
  }
  return lines
}

/** "License: MIT" over "Language: en": a record whose lines were written as one paragraph. */
function isRecord(lines: readonly Token[][]): boolean {
  if (lines.length < 2) return false
  return lines.every((line) => {
    const parts = line.filter(({ content, type }) => type !== 'text' || content.trim() !== '')
    const [first] = parts.filter((part) => !isBreak(part))
    const text = line
      .map(({ content }) => content)
      .join('')
      .trim()
    return (
      (first?.type === 'strong_open' && /^[^:：]{1,60}[:：]/.test(text)) || labelBeforeColon(text) !== null
    )
  })
}

interface Inline {
  text: string
  label: string | null
  links: Link[]
  /** The whole is one run of bold text. */
  allBold: boolean
}

const NOTHING: Inline = { text: '', label: null, links: [], allBold: false }

/** Plain text, links and leading label of one inline token. Inline HTML tags vanish, their text stays. */
function readInline(children: readonly Token[] | null | undefined, line: number): Inline {
  const parts: string[] = []
  const links: Link[] = []
  let bold = 0
  let outside = false
  let leading: string[] | null = []
  let open: { url: string; from: number } | null = null
  for (const child of children ?? []) {
    if (child.type === 'strong_open') bold += 1
    else if (child.type === 'strong_close') bold -= 1
    else if (child.type === 'link_open')
      open = { url: String(child.attrGet('href') ?? ''), from: parts.length }
    else if (child.type === 'link_close' && open) {
      links.push({ text: parts.slice(open.from).join('').trim(), url: open.url, image: false, line })
      open = null
    } else if (child.type === 'image') {
      links.push({ text: child.content, url: String(child.attrGet('src') ?? ''), image: true, line })
    } else if (child.type === 'html_inline') {
      const url = /^<a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)/i.exec(child.content)?.[1]
      if (url !== undefined) open = { url, from: parts.length }
      else if (/^<\/a\s*>/i.test(child.content) && open) {
        links.push({ text: parts.slice(open.from).join('').trim(), url: open.url, image: false, line })
        open = null
      } else if (/^<br/i.test(child.content)) parts.push(' ')
      else {
        const image = /^<(?:img|audio|video|source)\s[^>]*?src\s*=\s*["']?([^"'\s>]+)/i.exec(
          child.content,
        )?.[1]
        if (image !== undefined) links.push({ text: '', url: image, image: true, line })
      }
    } else {
      const text = child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content
      parts.push(text)
      if (text.trim() === '') continue
      if (bold > 0 && leading && !outside) leading.push(text)
      else if (bold === 0) {
        if (leading?.length === 0) leading = null
        outside = true
      }
    }
  }
  const text = parts.join('')
  const label = leading && leading.length > 0 ? leading.join('').trim() : null
  return {
    text,
    label,
    links,
    allBold: leading !== null && leading.length > 0 && !outside && text.trim() !== '',
  }
}

/** "License: MIT" without any bold. */
function labelBeforeColon(text: string): string | null {
  return /^([^.:!?]{2,40}):\s/.exec(text.trim())?.[1] ?? null
}
