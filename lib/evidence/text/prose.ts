import type { Evidence, Strength } from '../../assessment'
import type { Block, CardDocument, Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import { fileUrl } from '../../snapshot/urls'
import { evidence } from '../collector'

/** The card's prose as sentences with their place. Code, BibTeX, tables and quotations of others make no claims. */

export interface Sentence {
  text: string
  block: Block
  /** Written in English, as far as its block shows; only then are phrases read. */
  english: boolean
}

const MAX_SENTENCE = 1_000
const PROSE = new Set(['paragraph', 'item'])
const ENGLISH =
  /\b(?:the|of|and|to|is|are|was|were|with|for|on|in|by|from|this|that|we|not|model|data|no|available|released?|trained|under|code)\b/gi

/** Small words that English does not have. "no", "in" and "code" stand in many languages. */
const FOREIGN =
  /\b(?:los|las|del|una|unos|con|que|por|sus?|se|und|der|das|dem|nicht|wird|werden|zur|für|mit|auf|les?|la|des|du|et|sur|une|est|sont|pas|ne|pour|dans|avec|ses|nous|el|un|de|son|tenemos|podemos)\b/gi

const SHORT = 120

const LETTER = /\p{L}/u

/** Letters of a text, and those of the plain Latin alphabet; counted without a list of them, for this runs on every block. */
function countLetters(text: string): { letters: number; latin: number } {
  let letters = 0
  let latin = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
      letters += 1
      latin += 1
    } else if (code > 127 && LETTER.test(character)) letters += 1
  }
  return { letters, latin }
}

const isLatin = (text: string): boolean => {
  const { letters, latin } = countLetters(text)
  return latin >= 0.85 * letters
}

/** Mostly Latin letters and some of the commonest English words. */
export function isEnglish(text: string): boolean {
  const sample = text.slice(0, 3_000)
  const { letters, latin } = countLetters(sample)
  if (letters === 0 || latin / letters < 0.85) return false
  const words = sample.split(/\s+/).length
  const english = sample.match(ENGLISH)?.length ?? 0
  return english / words > 0.08 && english > (sample.match(FOREIGN)?.length ?? 0)
}

const sentencesByCard = new WeakMap<CardDocument, Sentence[]>()

/** All sentences of a card, split once: it stays the same while more of what it leads to is looked at. */
export function sentencesOf({ card }: Reading): readonly Sentence[] {
  if (card === null) return []
  const known = sentencesByCard.get(card)
  if (known) return known
  const sentences: Sentence[] = []
  const { blocks } = card
  // A short item ("Core repo: …") has too few words to tell; it follows the card.
  const whole = isEnglish(
    blocks
      .filter(({ kind }) => PROSE.has(kind))
      .map(({ text }) => text.slice(0, 200))
      .join(' ')
      .slice(0, 3_000),
  )
  for (const block of blocks) {
    if (!PROSE.has(block.kind)) continue
    const english = isEnglish(block.text) || (whole && isLatin(block.text) && block.text.length < SHORT)
    for (const part of block.text.split(/(?<=[.!?。！？])\s+(?=\S)|\s[;•]\s/)) {
      const text = part.trim().slice(0, MAX_SENTENCE)
      if (text !== '') sentences.push({ text, block, english })
    }
  }
  sentencesByCard.set(card, sentences)
  return sentences
}

/** Where a section stands, outermost heading first. */
export const placeOf = (section: Section): string =>
  section.path.length === 0 ? 'section: top' : `section: ${section.path.join(' > ').slice(0, 160)}`

/** Evidence from the card, linked to its line where the stored card was read. */
export function fromCard(
  reading: Reading,
  block: Pick<Block, 'line' | 'section'>,
  quoted: string,
  claim: string,
  method: string,
  strength: Strength = 'declared',
): Evidence {
  const url =
    reading.cardSource === null
      ? reading.url
      : fileUrl(reading.site, reading.id, reading.revision, 'README.md', block.line)
  return evidence(claim, quoted, url, placeOf(block.section), method, strength)
}

/** What the Hub's default template puts into every card. */
const TEMPLATE =
  /\[?more information needed\]?|use the code below to get started with the model\.?|users \(both direct and downstream\) should be made aware of the risks,? biases,? and limitations of the model\.?|for further recommendations\.?|carbon emissions can be estimated using the machine learning impact calculator presented in lacoste et al\. \(2019\)\.?/gi

/** Boilerplate whose gap nobody filled in: "see [Insert link here]". */
const UNFILLED = /\[insert\b[^\][]{0,120}\]/i

/** A block's text without what a template put there. */
export const ownWords = (text: string): string =>
  UNFILLED.test(text) ? '' : text.replace(TEMPLATE, '').trim()

/** Characters of prose, placeholders not counted. */
export function proseIn(blocks: readonly Block[]): number {
  let length = 0
  for (const block of blocks) {
    if (PROSE.has(block.kind)) length += ownWords(block.text).length
  }
  return length
}

/** Characters of prose right under a heading. */
export const proseOf = (section: Section): number => proseIn(section.blocks)
