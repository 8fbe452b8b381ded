import type { ComponentId } from '../../components'
import type { Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { fromCard, isEnglish, ownWords, proseOf } from './prose'
import { isHeaded, type Topic } from './topics'

/** The card itself as a document: is it a model card, does it say how to use the model, what can go wrong. */

const SUBSTANTIAL = 600
const THIN = 200
const SECTION = 40
/** The Hub's default template with this many gaps left open is no card. */
const MANY_PLACEHOLDERS = 5

const CARD_TOPICS: readonly Topic[] = ['description', 'use', 'limits', 'training', 'evaluation']

/** The first block of a section that is really about a topic: with prose, a table or code under its own heading. */
function* sectionsAbout(reading: Reading, topic: Topic) {
  for (const section of reading.card?.sections ?? []) {
    if (!isHeaded(section, topic)) continue
    const filled =
      proseOf(section) >= SECTION || section.blocks.some(({ kind }) => kind === 'code' || kind === 'table')
    // The quote is the first thing said, not a picture or a caption.
    const first =
      section.blocks.find(({ text }) => ownWords(text).length >= SECTION) ??
      section.blocks.find(({ text }) => ownWords(text) !== '')
    if (filled && first) yield { section, first }
  }
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

function* headed(
  reading: Reading,
  component: ComponentId,
  topic: Topic,
  prose: number,
  claim: string,
): Generator<Signal> {
  const about = [...sectionsAbout(reading, topic)]
  // Several short sections ("Limitations", "Bias") tell together what one long one does.
  const total = about.reduce((sum, { section }) => sum + proseOf(section), 0)
  for (const { section, first } of about) {
    const long =
      total >= prose ||
      proseUnder(reading, section) >= prose ||
      (topic === 'use' && section.blocks.some(({ kind }) => kind === 'code'))
    yield {
      component,
      status: long ? 'present' : 'partial',
      evidence: fromCard(reading, first, first.text, claim, `card.${topic}`, 'artefact'),
    }
    if (long) return
  }
}

export const detectUsage: Detector = (reading) =>
  headed(reading, 'usage_information', 'use', 80, 'A section of the card says how the model is used.')

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
      /\b(?:harmful|biased|hallucinat\w+|toxic\w*|offensive|stereotyp\w+)\b/i.test(text) &&
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
