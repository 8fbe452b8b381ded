import type { ComponentId } from '../../components'
import type { Reading } from '../../snapshot/reading'
import { looksTuned } from '../dataset-roles'
import { LANGUAGES, type Language, type Wordings } from './languages'
import type { Sentence } from './prose'
import type { ReleasedThing } from './released-things'

/** What a sentence in another language than English says is not released. Careful rather than complete. */

const MAX_SENTENCE = 400
/** A name in Latin letters in a sentence that is not: somebody, or another model; these are none. */
const TECHNICAL =
  /^(?:API|RLHF|SFT|DPO|PPO|LoRA|QLoRA|GPU|TPU|CPU|LLM|AI|NLP|HF|Hugging|Face|GitHub|GGUF|ONNX|AI-Hub|Windows|Linux|PyTorch|Token|tokens?|web|JSON|MIT|Apache|CC|BY|NC|SA|ND|[A-Z])$/i

/** `language` is what `languageOf` answers for the sentence. */
export function deniedIn(language: Language, sentence: Sentence, reading: Reading): ReadonlySet<ComponentId> {
  const denied = new Set<ComponentId>()
  const { block } = sentence
  const text = sentence.text.replaceAll('’', "'")
  const words = LANGUAGES[language]
  if (text.length > MAX_SENTENCE || words.not.test(text) || namesOthers(language, text, reading))
    return denied
  const heading = (block.section.heading ?? '').slice(0, 120)
  for (const refusal of words.refusals) {
    const match = refusal.exec(text)
    if (!match) continue
    for (const thing of thingsAt(words, text, match.index, match[0].length, heading)) {
      denied.add(thing === 'data' ? stageIn(words, `${text} ${heading}`, reading) : thing)
    }
  }
  return denied
}

/** Chinese, Japanese and Korean sentences write names in Latin letters; the model's own and technical ones do not count. */
function namesOthers(language: Language, text: string, reading: Reading): boolean {
  if (language !== 'zh' && language !== 'ja' && language !== 'ko') return false
  const own = reading.id.toLowerCase()
  return (text.match(/[A-Za-z][\w.-]*/g) ?? []).some(
    (name) => name.length > 1 && !TECHNICAL.test(name) && !own.includes(name.toLowerCase()),
  )
}

interface At {
  thing: ReleasedThing
  start: number
  end: number
}

/**
 * The things that a refusal is about: the nearest before it in its clause, with those listed beside it; else the first
 * behind it there; else the nearest in the clauses before; else the heading's.
 */
function thingsAt(
  words: Wordings,
  text: string,
  start: number,
  length: number,
  heading: string,
): ReleasedThing[] {
  const all = thingsIn(words, text)
  const end = start + length
  const inside = all.filter((item) => item.start < end && item.end > start)
  if (inside.length > 0) return listed(all, inside, text)
  const clause = clauseStart(words, text, start)
  const before = all.filter((item) => item.end <= start)
  const near = before.filter((item) => item.start >= clause).at(-1)
  if (near) return listed(before, [near], text)
  const after = all.find((item) => item.start >= end && item.start - end < 60)
  if (after && !words.clause.test(text.slice(end, after.start))) return [after.thing]
  const last = before.at(-1)
  if (last) return listed(before, [last], text)
  return after
    ? [after.thing]
    : thingsIn(words, heading)
        .slice(0, 1)
        .map(({ thing }) => thing)
}

function clauseStart(words: Wordings, text: string, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) if (words.clause.test(text[index] ?? '')) return index + 1
  return 0
}

const AND =
  /^\s?(?:[,、]|和|与|及|や|と|および|및|와|과|et|ainsi que|und|sowie(?: unser)?|y|ni|ou|oder|o)\s?(?:les?|la|die|der|das|el|los|las|unser)?\s?$/

/** With the things that stand right before, joined by "and" or a comma. */
function listed(all: readonly At[], found: readonly At[], text: string): ReleasedThing[] {
  const things = found.map(({ thing }) => thing)
  let [first] = found
  for (const item of [...all].reverse()) {
    if (!first || item.end > first.start) continue
    if (!AND.test(text.slice(item.end, first.start))) break
    things.push(item.thing)
    first = item
  }
  return things
}

const MAX_THINGS = 6

function thingsIn(words: Wordings, text: string): At[] {
  const found: At[] = []
  for (const [thing, pattern] of words.things) {
    for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
      const [start, end] = [match.index, match.index + match[0].length]
      // What a narrower name holds is not found again in it.
      if (found.some((item) => start < item.end && end > item.start)) continue
      found.push({ thing, start, end })
      if (found.length >= MAX_THINGS) break
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function stageIn(words: Wordings, text: string, reading: Reading): ComponentId {
  if (words.base.test(text)) return 'training_data_base'
  if (words.tuned.test(text)) return 'training_data_tuned'
  return looksTuned(reading) ? 'training_data_tuned' : 'training_data_base'
}
