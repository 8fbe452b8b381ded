import { byWords } from '../../snapshot/by-words'
import type { Block, Section } from '../../snapshot/card'
import { type HeadingTopic, topicOf } from './headings'
import { NOT_USE, OTHER_WORDS } from './topic-words'

/** What a heading is about, as detectors ask it. */

export const TOPICS = {
  description:
    /\b(?:description|overview|summary|introduction|about|model details|model information)\b|model card/i,
  use: /\b(?:intended|direct|downstream) use|\buses?\b|\busage\b|how to|quick ?start|get(?:ting)? started|\b(?:inference|deploy\w*|run(?:ning)?|install\w*|load)\b|prompt (?:format|template)|^examples?(?: (?:usage|code|pipeline|use))?$/i,
  /** How to use it well, which is no description of the model. */
  tips: /^best practices$|^(?:usage )?tips\b/i,
  limits: /limitation|\bbias|\brisks?\b|out-of-scope|misuse|caveat/i,
  training: /\btrain(?:ing|ed)?\b|pre-?training|fine-?tun|hyper-?param/i,
  data: /\b(?:data ?sets?|corpus|corpora|(?:pre-?|post-?)?train(?:ing)? data|data sources?|data)\b/i,
  evaluation: /evaluat|benchmark|\bresults?\b|performance|metrics|comparison|\baccuracy\b/i,
  safety: /safety|red.?team|ethic|responsib|\bbias|\brisks?\b|limitation|\bharm|toxicity|misuse/i,
  hardware: /hardware|compute|infrastructure|environmental|carbon|\bco2/i,
  samples: /\b(?:examples?|samples?|completions?|demos?|gallery|generations?)\b/i,
} as const

export type Topic = keyof typeof TOPICS

/** Sections do not change, and every detector asks of every sentence: each question is answered once per section. */
function oncePerSection(ask: (section: Section) => boolean): (section: Section) => boolean {
  const known = new WeakMap<Section, boolean>()
  return (section) => {
    let answer = known.get(section)
    if (answer === undefined) {
      answer = ask(section)
      known.set(section, answer)
    }
    return answer
  }
}

const perTopic = (ask: (section: Section, topic: Topic) => boolean) => {
  const asked = new Map<Topic, (section: Section) => boolean>()
  return (section: Section, topic: Topic): boolean => {
    const known = asked.get(topic)
    if (known) return known(section)
    const once = oncePerSection((one) => ask(one, topic))
    asked.set(topic, once)
    return once(section)
  }
}

/**
 * Whether a section, or one that it stands in, is about the topic. The card's title is no topic. Under "Training and
 * evaluation", a heading that names something itself says which of them is meant.
 */
export const isAbout = perTopic((section, topic) => {
  const headings = section.path.length > 1 ? section.path.slice(-3) : section.path
  let told = false
  for (const heading of headings.toReversed()) {
    if (names(heading, topic) && !(told && namesSeveral(heading))) return true
    told ||= topicOf(heading) !== null
  }
  return false
})

/**
 * Whether a section is told under the topic: its own heading names it, or names nothing ("Preprocessing") and stands
 * below one that does.
 */
export const isUnder = perTopic((section, topic) => {
  for (const heading of section.path.toReversed()) {
    if (names(heading, topic)) return true
    if (topicOf(heading) !== null) return false
  }
  return false
})

/** Whether the section's own heading is about the topic. */
export const isHeaded = perTopic(
  (section, topic) => section.heading !== null && names(section.heading, topic),
)

const OF_HEADING: Partial<Record<HeadingTopic, Topic>> = {
  data: 'data',
  training: 'training',
  evaluation: 'evaluation',
  usage: 'use',
  limitations: 'limits',
  hardware: 'hardware',
  safety: 'safety',
}

/** "Training and evaluation": what stands on both sides of the "and" are topics, and not the same. */
function namesSeveral(heading: string): boolean {
  const parts = heading
    .slice(0, 120)
    .split(/\s?(?:\band\b|&|\/|,|\+|\bund\b|\bet\b|\by\b|与|和|及|と|및)\s?/i)
  return new Set(parts.map(topicOf).filter((topic) => topic !== null)).size > 1
}

/** "Training and evaluation data" is a heading on data, as trainers write it, and on training first. */
const BOTH_DATA =
  /\btrain\w{0,6}(?:, |\s?(?:and|&|\/)\s?)(?:(?:validation|test\w{0,3}),? (?:and |& )?)?(?:eval\w{0,6}|test\w{0,3}|validation) (?:data\w{0,4}|sets?|corpus|corpora)\b/i

/** Lines and labels that act as headings say the same words again and again. */
const asked = new Map<Topic, (heading: string) => boolean>()
function names(heading: string, topic: Topic): boolean {
  if (heading.length > 120) return false
  let ask = asked.get(topic)
  if (!ask) {
    ask = byWords((words) => namesTopic(words, topic))
    asked.set(topic, ask)
  }
  return ask(heading)
}

/** By any English word in it, or by the one topic that it has in any language. */
function namesTopic(heading: string, topic: Topic): boolean {
  if (topic === 'evaluation' && BOTH_DATA.test(heading)) return false
  if (topic === 'use' && NOT_USE.test(heading)) return false
  return (
    TOPICS[topic].test(heading) ||
    inOtherWords(heading, topic) ||
    OF_HEADING[topicOf(heading) ?? 'weights'] === topic
  )
}

/** What a model cannot do is a matter of its safety too. */
function inOtherWords(heading: string, topic: Topic): boolean {
  if (topic === 'safety' || topic === 'limits')
    return (OTHER_WORDS.limits.test(heading) || topicOf(heading) === 'limitations') && !NOT_USE.test(heading)
  return (topic === 'use' || topic === 'samples') && OTHER_WORDS[topic].test(heading)
}

/** Headings that speak of other models, other people's work or of testing rather than of this model's training. */
export const isForeign = oncePerSection((section) =>
  section.path.some((heading) =>
    /acknowledg|citation|cite|related|credits?|license|licence|contact|disclaimer/i.test(heading),
  ),
)

const YOUR_OWN = /\b(?:your|custom) (?:own )?(?:data\w*|corpus|model|task|images?|voice)\b/i
/** What the reader has to bring: "Input data", "Sample dataset", "Preparing the data". */
const BROUGHT =
  /\b(?:inputs?|samples?|examples?|toy|dummy) (?:[\w-]{1,20} ){0,2}data(?:sets?)?\b(?! sources?)|\b(?:prepar(?:e|ing)|format(?:ting)?|convert(?:ing)?|download(?:ing)?) (?:[\w-]{1,20} ){0,2}data(?:sets?)?\b|\bdata(?:set)? format\b|(?:输入|示例|样例|样本)数据|数据格式|准备数据|(?:入力|サンプル)データ|データ形式|(?:입력|예시|샘플) ?데이터|데이터 형식|\b(?:eingabe|beispiel)daten|données d['’](?:entrée|exemple)|datos de (?:entrada|ejemplo)/i
/** May be either; instructions come with something to run. */
const PREPARATION =
  /\bdata(?:set)? prep(?:aration)?\b|数据准备|データの?準備|데이터 준비|datenvorbereitung|préparation des données|preparación de (?:los )?datos/i

/**
 * A section that shows readers how to train further, or what to put in: what stands there is about their data, machines
 * and settings. A title says so only where it speaks of the reader's own.
 */
export const isForReader = oncePerSection((section) => {
  const [title = '', ...below] = section.path
  return (
    YOUR_OWN.test(title) ||
    below.some(
      (heading) => YOUR_OWN.test(heading) || /^(?:how to |guide to )(?:fine-?tun|train)/i.test(heading),
    ) ||
    section.path.some((heading) => BROUGHT.test(heading.slice(0, 120))) ||
    (PREPARATION.test(section.heading ?? '') && section.blocks.some(({ kind }) => kind === 'code'))
  )
})

/** Whether a data section is about data to evaluate on. The innermost heading that tells decides. */
export const isTestData = oncePerSection((section) => {
  for (const heading of section.path.toReversed()) {
    if (/(?:test|evaluation|eval|benchmark)\w{0,20}\s+(?:data|set|corpus)/i.test(heading))
      return !BOTH_DATA.test(heading.slice(0, 160))
    if (/\b(?:pre-?)?train\w{0,4} (?:data|set|corpus|corpora)/i.test(heading)) return false
  }
  return false
})

/** A sentence that ends in a colon is no heading, nor is a label that is one. */
const SENTENCE =
  /\b(?:is|are|was|were|has|have|had|can|may|must|should|will|we|you|they|it|this|these|note)\b|[.!?。！？]/i
const MAX_NAME = 80

const isName = (words: string): boolean =>
  words.length <= MAX_NAME && !SENTENCE.test(words) && topicOf(words) !== null

const headedByLine = new WeakMap<Block, Section>()

/**
 * The section that a block stands in, where a line ending in a colon ("Training data:"), an item over a nested list or
 * the block's own label ("Dataset: …") is taken for the heading that it is.
 */
export function standsIn(block: Block): Section {
  const known = headedByLine.get(block)
  if (known) return known
  const { section, leads, label, line } = block
  const words = label === null ? leads : [...leads, label]
  const names = words.map((one) => one.replace(/\s?\([^()]{0,120}\)/g, '')).filter(isName)
  const found: Section =
    names.length === 0
      ? section
      : { heading: names.at(-1) ?? null, path: [...section.path, ...names], level: 8, line, blocks: [block] }
  headedByLine.set(block, found)
  return found
}
