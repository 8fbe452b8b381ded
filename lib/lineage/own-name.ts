import { familyWords } from '../evidence/own-sources'
import { squeeze } from '../evidence/paper'
import { onceFor } from '../snapshot/once'
import type { Reading } from '../snapshot/reading'

/** What a card calls its own model, so that a sentence's subject is known: the id's name, however it is joined, or the title. */

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Sizes, versions and variants behind a name, which a card may leave out. */
const TAIL =
  '(?:[-_. ](?:v?\\d[\\w.]{0,12}|base|chat|instruct|large|small|mini|medium|tiny|xl|lora|cased|uncased)){0,3}'
const IS_TAIL =
  /^(?:v?\d[\w.]{0,12}|base|chat|instruct|large|small|mini|medium|tiny|xl|lora|cased|uncased|hf)$/i

const nameOf = (reading: Reading): string => reading.id.slice(reading.id.indexOf('/') + 1).slice(0, 96)

/** The first heading where it is the model's name and not what any card may begin with. */
const titleOf = (reading: Reading): string | null => {
  const heading = reading.card?.sections.find(({ level }) => level === 1)?.heading ?? ''
  const title = heading
    .slice(0, 120)
    .replace(/<[^<>]*>|[*_`#]|\p{Extended_Pictographic}|\ufe0f/gu, '')
    .replace(/^\s*model card(?: for|:)?/i, '')
    .trim()
  const plain = squeeze(title)
  if (plain.length < 3 || title.length > 40 || /\s(?:for|of|on|in)\s/.test(title)) return null
  const name = nameOf(reading)
  const own = squeeze(name)
  return own.includes(plain) || familyWords(name).some((word) => word.length >= 4 && plain.includes(word))
    ? title
    : null
}

const wordsOf = (reading: Reading): string[] =>
  nameOf(reading)
    .split(/[-_. ]+/)
    .filter((word) => word !== '')

const stemOf = (words: readonly string[]): readonly string[] => {
  let stem = words
  while (stem.length > 1 && IS_TAIL.test(stem.at(-1) ?? '')) stem = stem.slice(0, -1)
  return stem
}

/** Whether a name is this very model's, with or without its size. */
export const isOwnName = (reading: Reading, name: string): boolean => {
  const words = wordsOf(reading)
  return [squeeze(words.join('')), squeeze(stemOf(words).join(''))].includes(squeeze(name))
}

const subjectOf = onceFor((reading: Reading): RegExp => {
  const words = wordsOf(reading)
  const stem = stemOf(words)
  const [word = ''] = words
  const title = titleOf(reading)
  const names = [
    words.map(literal).join('[-_. ]?'),
    ...(stem.length > 1 || (stem[0] ?? '').length >= 4 ? [stem.map(literal).join('[-_. ]?')] : []),
    ...(title === null ? [] : [literal(title)]),
    ...(word.length >= 4 ? [literal(word)] : []),
  ]
  return new RegExp(
    `(^|, )(?:The )?(?:${names.join('|')})${TAIL}(?=[ (]|[은는이가를을](?= )|は|を|が|$)`,
    'iu',
  )
})

/** The model's own name, whole or without its size, as `¤` where a clause begins with it. */
export const withSubject = (reading: Reading, text: string): string => text.replace(subjectOf(reading), '$1¤')
