import type { ComponentId } from '../../components'
import type { Block, Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { topicOf } from './headings'
import { fromCard, isEnglish, ownWords, proseIn, proseOf } from './prose'
import { SNIPPET } from './running'
import { isHeaded, TOPICS, type Topic } from './topics'

/** The card itself as a document: is it a model card, does it say how to use the model, what can go wrong. */

const SUBSTANTIAL = 600
const THIN = 200
const SECTION = 40
/** The Hub's default template with this many gaps left open is no card. */
const MANY_PLACEHOLDERS = 5

const CARD_TOPICS: readonly Topic[] = ['description', 'use', 'limits', 'training', 'evaluation']

interface About {
  section: Section
  /** What is told under the heading. */
  blocks: readonly Block[]
  first: Block
}

/** Sections that are really about a topic: with prose, a table or code under their own heading, or below it. */
function* sectionsAbout(reading: Reading, topic: Topic): Generator<About> {
  const sections = reading.card?.sections ?? []
  const title = sections.findIndex(({ heading }) => heading !== null)
  for (const [index, section] of sections.entries()) {
    if (!isHeaded(section, topic)) continue
    // "Usage" over "In PyTorch" and "In JAX" has nothing of its own. A card's title is over everything.
    const blocks =
      isFilled(section.blocks) || index === title ? section.blocks : blocksBelow(sections, index, topic)
    // The quote is the first thing said, not a picture or a caption.
    const first =
      blocks.find(({ text }) => ownWords(text).length >= SECTION) ??
      blocks.find(({ text }) => ownWords(text) !== '')
    if (isFilled(blocks) && first) yield { section, blocks, first }
  }
}

const isFilled = (blocks: readonly Block[]): boolean =>
  proseIn(blocks) >= SECTION || blocks.some(({ kind }) => kind === 'code' || kind === 'table')

/** A section's blocks with those of the sections below it that are about nothing else. */
function blocksBelow(sections: readonly Section[], index: number, topic: Topic): Block[] {
  const [section, ...rest] = sections.slice(index, index + 40)
  const blocks = [...(section?.blocks ?? [])]
  for (const below of rest) {
    if (!section || below.level <= section.level) break
    if (topicOf(below.heading ?? '') === null || isHeaded(below, topic)) blocks.push(...below.blocks)
  }
  return blocks
}

export const detectModelCard: Detector = function* (reading) {
  const { card } = reading
  const first =
    card?.blocks.find(({ kind, text }) => kind === 'paragraph' && text.length >= SECTION) ?? card?.blocks[0]
  if (!card || !first || card.proseLength < THIN) return
  if (card.placeholders > MANY_PLACEHOLDERS && card.proseLength < 5 * SUBSTANTIAL) return
  const topics = CARD_TOPICS.filter((topic) => [...sectionsAbout(reading, topic)].length > 0)
  if (!topics.includes('description') && proseOf(first.section) >= 150) topics.push('description')
  // Who says nothing of how the model was made or where it fails has written an introduction, not a card.
  const telling = topics.includes('limits') || topics.includes('training')
  const full = card.proseLength >= SUBSTANTIAL && topics.length >= 3 && telling
  const generated = /automatically generated|generated from the information the Trainer|AutoTrain/i.test(
    card.blocks.map(({ text }) => text.slice(0, 200)).join(' '),
  )
  yield {
    component: 'model_card',
    status: full && !generated ? 'present' : 'partial',
    evidence: fromCard(
      reading,
      first,
      first.text,
      full && !generated
        ? `The card speaks of ${topics.join(', ')}.`
        : 'There is a card, and it leaves out most of what a model card tells.',
      'card.topics',
      'artefact',
    ),
  }
}

/** Characters of prose under a heading and under those below it. */
function proseUnder(reading: Reading, section: Section): number {
  const sections = reading.card?.sections ?? []
  let length = proseOf(section)
  for (const below of sections.slice(sections.indexOf(section) + 1)) {
    if (below.level <= section.level) break
    length += proseOf(below)
  }
  return length
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Chinese, Japanese and Korean say in a character what others say in two and more. */
const lengthOf = (text: string, prose: number): number => (CJK.test(text) ? 2 * prose : prose)

function* headed(
  reading: Reading,
  component: ComponentId,
  topic: Topic,
  prose: number,
  claim: string,
): Generator<Signal> {
  const about = [...sectionsAbout(reading, topic)].flatMap((one) =>
    topic === 'safety' ? limitsIn(one) : one,
  )
  // Several short sections ("Limitations", "Bias") tell together what one long one does.
  const total = about.reduce((sum, { blocks, first }) => sum + lengthOf(first.text, proseIn(blocks)), 0)
  for (const { section, blocks, first } of about) {
    const long =
      total >= prose ||
      (!isMixed(section) && proseUnder(reading, section) >= prose) ||
      (topic === 'use' && blocks.some(({ kind }) => kind === 'code'))
    yield {
      component,
      status: long ? 'present' : 'partial',
      evidence: fromCard(reading, first, first.text, claim, `card.${topic}`, 'artefact'),
    }
    if (long) return
  }
}

/** "Intended uses & limitations" is a template's heading, and may hold the one without the other. */
const isMixed = (section: Section): boolean => isHeaded(section, 'use') && isHeaded(section, 'safety')

const LIMIT =
  /\b(?:limit(?:s|ed|ations?)?|bias\w*|fail(?:s|ed|ures?)?|harm\w*|risks?|misus\w*|offensive|toxic\w*|hallucinat\w*|inaccura\w*|incorrect\w*|errors?|poor(?:ly)?|worse|struggl\w*|unreliable|caution|out[- ]of[- ]scope|cannot|(?:may|might|should|must|does|do|is|are|has|have|was|were|can)(?: not|n['’]t)|only (?:works?|supports?|trained|tested|suitable|intended))\b|不(?:能|会|适|应)|无法|局限|偏见|风险|ません|限界|않|못|한계|편향|\bnicht\b|\bkeine?\b|\bpas\b|\bsesgos?\b|\bno (?:es|debe|puede)\b/i

/** Under a heading of both, only what tells of a limit. */
function limitsIn(about: About): About[] {
  if (!isMixed(about.section)) return [about]
  const blocks = about.blocks.filter(
    ({ kind, text }) => kind !== 'code' && LIMIT.test(ownWords(text).slice(0, 4_000)),
  )
  const [first] = blocks
  return first ? [{ ...about, blocks, first }] : []
}

const HOW = 'A section of the card says how the model is used.'
/** What a command or a snippet does other than using the model. */
const OTHER_PURPOSE = /train|fine-?tun|evaluat|benchmark|convert|export|reproduc|quanti[sz]/i

export const detectUsage: Detector = function* (reading) {
  yield* headed(reading, 'usage_information', 'use', 80, HOW)
  yield* headed(reading, 'usage_information', 'tips', 80, HOW)
  const name = reading.id.slice(reading.id.indexOf('/') + 1)
  for (const block of reading.card?.blocks ?? []) {
    const lead = block.leads.at(-1)
    // "Example usage:" over a snippet that loads this very model, whatever the section is called.
    if (lead === undefined || block.kind !== 'code' || !TOPICS.use.test(lead) || OTHER_PURPOSE.test(lead))
      continue
    const code = block.text.slice(0, 20_000)
    if (!SNIPPET.test(code) || !code.includes(name) || isHeaded(block.section, 'training')) continue
    yield {
      component: 'usage_information',
      status: 'present',
      evidence: fromCard(reading, block, code, HOW, 'card.use.lead', 'artefact'),
    }
    return
  }
}

/** Poison rather than language: the toxicity of molecules is what a model of chemistry is about. */
const OF_SUBSTANCES =
  /\b(?:molecul\w*|compounds?|chemi\w*|drugs?|solubility|substances?|dos(?:e|age)s?|proteins?|clinical)\b/i

export const detectSafety: Detector = function* (reading) {
  yield* headed(
    reading,
    'safety_evidence',
    'safety',
    120,
    'A section of the card speaks of risks and limits.',
  )
  const block = reading.card?.blocks.find(
    ({ kind, text }) =>
      (kind === 'paragraph' || kind === 'item') &&
      (/\b(?:harmful|biased|hallucinat\w+|offensive|stereotyp\w+)\b/i.test(text) ||
        (/\btoxic\w*/i.test(text) && !OF_SUBSTANCES.test(text))) &&
      isEnglish(text),
  )
  if (block) {
    yield {
      component: 'safety_evidence',
      status: 'partial',
      evidence: fromCard(
        reading,
        block,
        block.text,
        'A sentence of the card speaks of harm or errors.',
        'card.harm',
        'inferred',
      ),
    }
  }
}
