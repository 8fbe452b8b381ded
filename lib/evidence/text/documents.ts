import type { ComponentId } from '../../components'
import type { Block, Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { topicOf } from './headings'
import { isLimit, isPromise } from './limits'
import { fromCard, isEnglish, ownWords, proseOf } from './prose'
import { isForReader, isHeaded, TOPICS, type Topic } from './topics'

/** The card itself as a document: is it a model card, does it say how to use the model, what can go wrong. */

const SUBSTANTIAL = 600
const THIN = 200
const SECTION = 40
/** The Hub's default template with this many gaps left open is no card. */
const MANY_PLACEHOLDERS = 5

const CARD_TOPICS: readonly Topic[] = ['description', 'use', 'limits', 'training', 'evaluation']

/** "Intended uses & limitations": the heading of a template, under which often only one of the two is told. */
const isMixed = (heading: string): boolean => TOPICS.use.test(heading) && TOPICS.safety.test(heading)

/** What is told under a heading: its own blocks, and those of headings below that name no other topic. */
function told(reading: Reading, section: Section): Block[] {
  const sections = reading.card?.sections ?? []
  const at = sections.indexOf(section)
  const topic = topicOf(section.heading ?? '')
  const blocks = [...section.blocks]
  // The card's title heads everything and is about none of it.
  if (sections.findIndex(({ heading }) => heading !== null) === at) return blocks
  let other: number | null = null
  for (const below of sections.slice(at + 1)) {
    if (below.level <= section.level) break
    if (other !== null && below.level > other) continue
    const its = topicOf(below.heading ?? '')
    other = its !== null && its !== topic ? below.level : null
    if (other === null) blocks.push(...below.blocks)
  }
  return blocks
}

/** "Fine-tuning" under "Best practices" tells readers how to train it further, not how it was trained. */
const isAdvice = (section: Section): boolean =>
  isForReader(section) ||
  section.path.slice(1, -1).some((heading) => topicOf(heading) === 'usage' || /best practices/i.test(heading))

const isProse = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'item'

/** The first block of a section that is really about a topic: with prose, a table or code under its heading. */
function* sectionsAbout(reading: Reading, topic: Topic) {
  for (const section of reading.card?.sections ?? []) {
    if (!isHeaded(section, topic) || (topic === 'training' && isAdvice(section))) continue
    const blocks = told(reading, section).filter((block) => !isPromise(block.text))
    const words = (block: Block) => ownWords(block.text).length
    const prose = blocks.filter(isProse).reduce((sum, block) => sum + words(block), 0)
    const code = blocks.some(({ kind }) => kind === 'code')
    if (prose < SECTION && !code && !blocks.some(({ kind }) => kind === 'table')) continue
    // Under a mixed heading the words have to say which of the two they are about.
    const mixed = (topic === 'safety' || topic === 'limits') && isMixed(section.heading ?? '')
    const fitting = mixed ? blocks.filter((block) => isProse(block) && isLimit(block.text)) : blocks
    // The quote is the first thing said, not a picture or a caption.
    const first =
      fitting.find((block) => words(block) >= SECTION) ?? fitting.find((block) => words(block) > 0)
    if (first) yield { section, first, prose, code }
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
  for (const { first, prose: length, code } of about) {
    const long = total >= prose || length >= prose || (topic === 'use' && code)
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

const HARM = /\b(?:harmful|biased|hallucinat\w+|toxic\w*|offensive|stereotyp\w+)\b/i
/** Where toxicity is what a substance has. */
const CHEMISTRY =
  /\b(?:toxicit\w+|toxic)\b(?=[^.]{0,200}\b(?:solub|drug|molecul|compound|chemi|assay|synthesis))|\b(?:drugs?|molecul\w+|compounds?|chemi\w+|assays?)\b[^.]{0,200}\btoxic/i

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
      HARM.test(text) &&
      !CHEMISTRY.test(text) &&
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
