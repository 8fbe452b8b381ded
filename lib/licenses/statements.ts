import type { Evidence } from '../assessment'
import { isElsewhere } from '../evidence/text/denials'
import { fromCard, type Sentence, sentencesOf } from '../evidence/text/prose'
import type { Section } from '../snapshot/card'
import type { Reading } from '../snapshot/reading'
import { keptByReading } from './kept'
import { lookupLink } from './links'
import { lookupName } from './names'
import { isPlaceholder } from './normalize'
import { lookupLicense } from './registry'
import type { LicenseEntry } from './types'

/** What the card's prose says of licences, each statement with its subject: the weights, the code or the data. */

export interface Statement {
  /** model: the page's own model, with nothing said of a part. */
  about: 'model' | 'code' | 'data'
  says:
    | { kind: 'license'; entry: LicenseEntry }
    /** No commercial use, or research only. */
    | { kind: 'noncommercial' }
    /** The word "open source" for this model. */
    | { kind: 'open-source' }
  evidence: Evidence
}

const MAX_STATEMENTS = 40

const NONCOMMERCIAL =
  /\b(?:(?:only |solely |strictly )?(?:for|to) (?:the )?(?:purposes? of )?(?:non-?commercial|academic|(?:scientific )?research)(?:[ ,/](?:and|or|non-?commercial|academic|research|educational|personal|scientific)){0,6} (?:use|usage|uses|purposes?)(?: only)?|non-?commercial (?:use|usage|purposes?|research)(?: purposes?)? only|(?:non-?commercial|research)[- ]only|commercial (?:use|usage|purposes?) (?:is|are) (?:strictly )?(?:not (?:permitted|allowed)|prohibited|forbidden)|(?:not|cannot|can't|may not|must not) (?:be )?(?:used )?(?:for|in) (?:any )?commercial|prohibits? (?:any )?commercial use|no commercial use)\b/i
/** A limit that the sentence names must really be one: "for research use" alone is an aim. */
const LIMITING =
  /\bonly\b|\bsolely\b|\bstrictly\b|\bnot\b|\bcannot\b|\bprohibit|\bforbid|\bmust\b|\blicen[cs]ed?\b|\brestricted\b|\bno commercial\b|-only\b/i
const UNLIMITED =
  /\bboth\b|\bas well as commercial\b|\band commercial\b|\bcommercial and\b|\bnot (?:limited|restricted) to\b/i

const LICENSE_WORD = /licen[cs]e|released under|available under|distributed under|under (?:the |an? )/i
const NAMED =
  /\b(?:under|licen[cs]e(?:d)?(?: is| of [\w ]{3,30} is)?|follows?|adopts?|uses?)[:\s]+(?:the |an? |terms of the )?([^.;,()\n]{2,90}|[^;,()\n]{2,90})/gi

const CODE = /\b(?:code(?:base)?|scripts?|source(?! of)|software|repository|repo)\b/i
const DATA = /\b(?:data ?sets?|data|corpus|corpora|annotations?|images?)\b/i
const MODEL = /\b(?:weights?|models?|checkpoints?|parameters)\b/i

const OPEN_SOURCE: readonly RegExp[] = [
  /\b(?:this|our|the) (?:[\w.-]+ ){0,4}(?:is|are) (?:an? |the |fully |completely |truly |released as |now )*open[- ]sourced?\b(?! (?:framework|library|tool|toolkit|data|dataset|communit|software|project|implementation))/i,
  /\bwe (?:have |are |will |hereby |also |fully |proudly )*open[- ]sourc(?:e|ed|ing) (?:the |our |this |all |both )?(?:[\w.-]+ ){0,4}(?:models?|weights?|checkpoints?|series)\b/i,
  /(?<!\w)¤ (?:[\w.-]+ ){0,2}(?:is|are) (?:an? |the |fully |our |completely |truly |[\w-]+ ){0,4}open[- ]sourced? (?:[\w-]+ ){0,5}(?:models?|LLMs?|weights|series|family)\b/i,
]

/** Sections that speak of other people's work. */
const isOthers = ({ path }: Section): boolean =>
  path.some((heading) => /acknowledg|citation|cite|related|credits?\b|references/i.test(heading))

/** All statements on licences in the card's prose. */
export const readStatements = keptByReading(findStatements, ({ card }) => card)

function findStatements(reading: Reading): readonly Statement[] {
  const found: Statement[] = []
  for (const sentence of sentencesOf(reading)) {
    if (found.length >= MAX_STATEMENTS) break
    if (!sentence.english || isOthers(sentence.block.section)) continue
    found.push(...readSentence(sentence, reading))
  }
  return found
}

function readSentence(sentence: Sentence, reading: Reading): Statement[] {
  const { text, block } = sentence
  const found: Statement[] = []
  const proof = (claim: string, quoted: string, method: string) =>
    fromCard(reading, block, quoted, claim, method)
  if (isElsewhere(text)) return found

  for (const { entry, about, part } of licensesIn(sentence)) {
    found.push({
      about,
      says: { kind: 'license', entry },
      evidence: proof(`The card says that the ${about} is under ${entry.id}.`, part, 'license.statement'),
    })
  }
  if (
    NONCOMMERCIAL.test(text) &&
    LIMITING.test(text) &&
    !UNLIMITED.test(text) &&
    !found.some(({ says }) => says.kind === 'license' && says.entry.class === 'open')
  ) {
    found.push({
      about: subjectOf(text.slice(0, NONCOMMERCIAL.exec(text)?.index ?? 0), block.label ?? ''),
      says: { kind: 'noncommercial' },
      evidence: proof('The card allows no commercial use.', text, 'license.statement'),
    })
  }
  const own = ownName(reading)
  const named = own === null ? text : text.replace(own, '¤')
  // The word itself holds "source", which elsewhere speaks of code.
  const others = text.replace(/\bopen[- ]sourc\w*/gi, '')
  if (OPEN_SOURCE.some((pattern) => pattern.test(named)) && !CODE.test(others)) {
    found.push({
      about: 'model',
      says: { kind: 'open-source' },
      evidence: proof('The card calls the model open source.', text, 'license.wording'),
    })
  }
  return found
}

/** The model's own name as a card writes it; null where it is too short to tell. */
function ownName(reading: Reading): RegExp | null {
  const name = reading.id.slice(reading.id.indexOf('/') + 1).slice(0, 60)
  const stem = name.split(/[-_]/)[0] ?? ''
  if (stem.length < 3) return null
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?:${literal(name)}|\\b${literal(stem)})[\\w.-]*`, 'gi')
}

/** Where a sentence turns to another subject: "the code is under MIT, the weights are …". */
const CLAUSE =
  /;|, (?=(?:and |while |but |whereas )?(?:the |our |model |code |data)?\w+ (?:is|are|weights|model|under))|\b(?:while|whereas)\b|, and (?=the )/

/** Licences that a sentence names, clause by clause, each with what it is said of. */
function* licensesIn({ text, block }: Sentence): Generator<{
  entry: LicenseEntry
  about: Statement['about']
  part: string
}> {
  const inSection = /licen[cs]e/i.test(block.section.heading ?? '') || /licen[cs]e/i.test(block.label ?? '')
  if (!LICENSE_WORD.test(text) && !inSection) return
  let before = ''
  for (const part of text.split(CLAUSE)) {
    const entry = licenseIn(part, block, inSection)
    if (entry) yield { entry, about: subjectOf(part, block.label ?? '', before), part: part.trim() || text }
    before += part
  }
}

/** The subject in the first of these texts that names one. */
function subjectOf(...texts: string[]): Statement['about'] {
  for (const text of texts) {
    const about = nearest(text)
    if (about) return about
  }
  return 'model'
}

/** The first subject that a clause names; "code and model weights" is about the model. */
function nearest(text: string): Statement['about'] | null {
  if (MODEL.test(text)) return 'model'
  const code = CODE.exec(text)?.index ?? Number.POSITIVE_INFINITY
  const data = DATA.exec(text)?.index ?? Number.POSITIVE_INFINITY
  if (code === data) return null
  return code < data ? 'code' : 'data'
}

function licenseIn(part: string, block: Sentence['block'], inSection: boolean): LicenseEntry | null {
  for (const match of part.matchAll(NAMED)) {
    const entry = longestName(match[1] ?? '')
    if (entry) return entry
  }
  if (inSection) {
    const stated = /\b(?:is|are) (?:the |an? )?([^;,()\n]{2,60})$/i.exec(
      part.replace(/(?<![.\s])[.\s]+$/, ''),
    )?.[1]
    const whole = longestName(part.replace(/^[^:]{0,40}:\s*/, '')) ?? longestName(stated ?? '')
    if (whole) return whole
  }
  for (const { url, text } of block.links) {
    if (text === '' || !part.includes(text)) continue
    const entry = lookupLink(url)
    if (speaks(entry)) return entry
  }
  return null
}

const speaks = (entry: LicenseEntry | null): entry is LicenseEntry =>
  entry !== null && !isPlaceholder(entry) && entry.family !== 'family'

/** The licence named by the longest run of words at the start: "Apache 2.0 license and …"; or by the `whole` text only. */
export function longestName(text: string, whole = false): LicenseEntry | null {
  const words = text
    .trim()
    .replace(/^(?:the )?terms of (?:the |an? )?/, '')
    .replace(/^(?:[Nn]on-?[Cc]ommercial|permissive|open-source) (?=[A-Z])/, '')
    // "BY-NC-SA 4.0" is Creative Commons, whoever leaves that out.
    .replace(/^(?=BY-(?:NC|SA|ND)\b)/, 'CC-')
    .split(/\s+/)
    .slice(0, whole ? 12 : 9)
  for (let length = words.length; length > (whole ? words.length - 1 : 0); length -= 1) {
    const name = words
      .slice(0, length)
      .join(' ')
      .replace(/^["'“]|(?<!["'”.:])["'”.:]+$/g, '')
    const entry = lookupLicense(name) ?? lookupName(name)
    if (speaks(entry)) return entry
  }
  return null
}
