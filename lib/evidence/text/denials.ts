import type { ComponentId } from '../../components'
import type { Block } from '../../snapshot/card'
import { onceFor } from '../../snapshot/once'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { looksTuned } from '../dataset-roles'
import { stemWords } from '../paper'
import { deniedIn } from './denials-by-language'
import { languageOf } from './languages'
import { fromCard, type Sentence, sentencesOf } from './prose'
import {
  ADVERB,
  AFTER_ALL,
  ALL_OF_IT,
  ALONE,
  AND_NO_MORE,
  ANOTHER_SIZE,
  BUT_NOT,
  EARLIER,
  IS_DONE,
  IS_NOT,
  KEEPING,
  NAMED_OTHERWISE,
  NONE_OF,
  REFUSED,
  REFUSING,
  RELEASING,
  REMOVED_FROM,
  SOMEBODY_ELSES,
  THERE_IS_NO,
  TO_OURSELVES,
  WHICH_DATA,
} from './refusals'
import { type FoundThing, type ReleasedThing, thingsIn } from './released-things'
import { isTestData } from './topics'

/** What the producer says is not released, sentence by sentence, with its subject. */

/** No denial does without one of these; most sentences have none. */
const DENYING =
  /n't\b|\b(?:not|never|cannot|no|neither|only|exclusively|undisclosed|unreleased|unavailable|unable|unwilling|withheld|secrets?|closed|declined?|refrain(?:ed)?|against|proprietary|confidential|in-?house|internal|non-?public|private)\b/i

/** Sentences about somebody else, questions, conditions: no statement about this model. */
const ELSEWHERE =
  /\?\s*$|\bunlike\b|\bcompared (?:to|with)\b|\bother (?:models|labs|companies|projects)\b|\bmost (?:models|labs|companies)\b|\bif (?:you|the|we|your)\b|\bwhether\b|\b(?:their|your|users?'?) (?:own )?(?:training |evaluation )?(?:data|code|weights|model)\b|\b(?:of|for|from) (?:our|the) (?:previous|earlier|first|last) (?:model|version|generation|release)\b|\b(?:in|for|with) (?:the |our )?(?:next|future|upcoming) (?:version|release|model|generation)s?\b|\bnot to be confused\b|\bmany (?:models|providers)\b|\bGPT-4\b|\bOpenAI\b/i
/** A refusal is tied to its own subject, so "due to OpenAI's terms" does not undo it; these do. */
const SUPPOSED =
  /\?\s*$|\bunlike\b|\bcompared (?:to|with)\b|\b(?:other|most|many|some) (?:\w+ )?(?:models|labs|companies|projects|providers)\b|(?:^|[,;:] |\()if\b|\bif (?:you|the|we|your|our|training|model)\b|\bwhether\b|\bnot to be confused\b|\b(?:until|unless|before) you\b|\bwithout (?:accept|agree|log|request)/i

/** Whether a sentence speaks of others, asks, or supposes. */
export const isElsewhere = (text: string): boolean => ELSEWHERE.test(text)

const WITHHELD_DATA =
  '(?:undisclosed|proprietary|confidential|in-?house|internal|non-?public|private)\\s+(?:[\\w-]+\\s+){0,2}(?:data(?:sets?)?|corpus|corpora|mixture|collection|archive|audio|recordings|documents|records|conversations|images|footage|transcripts|text)\\b'
/** "trained on our proprietary corpus", "a proprietary corpus was used for training". */
const TRAINED_ON_WITHHELD = new RegExp(
  `\\b(?:trained|training|tuned|tuning|learned)\\b[^.;]{0,80}?\\b(?:on|using|with|from|of|uses?)\\s(?:[^.;]|\\d\\.\\d){0,60}?\\b${WITHHELD_DATA}|\\b${WITHHELD_DATA}[^.;]{0,30}\\bused (?:for|to|in) (?:pre-?)?train`,
  'i',
)
const NOT_WITHHELD =
  /\b(?:not|no|never|without|cannot|none|you|your|users?|public(?:ly)?|open(?:ly)?|evaluat\w*|test(?:ed|ing)?|benchmark\w*|baselines?|held-out|valid\w*|remov\w*|exclud\w*|filter\w*)\b|n't\b|^(?:train|fine-?tune|use)\b/i

const API_ONLY =
  /\b(?:(?:this|the|our) (?:model|weights?)|it|¤)\s(?:itself )?(?:is|are) (?:available|accessible|reachable|offered|usable) (?:only|exclusively|solely) (?:via|through|over|behind) (?:the |our |an? )?(?:[\w-]+ ){0,2}(?:endpoint|cloud service|hosted service|platform)\b|\b(?:(?:this|the|our) (?:model|weights?)|it|¤)\s(?:itself )?(?:is|are|will be) (?:currently )?(?:(?:only|exclusively) (?:available|accessible|offered|provided) |(?:available|accessible|offered|provided) (?:only|exclusively) |(?=via [^.]{0,30}\bonly))(?:via|through|over) (?:the |our |an? )?(?:[\w-]+ ){0,2}APIs?\b/i
const FINAL_ONLY = /\bonly the final (?:checkpoint|weights|model)\b/i

const TUNING = /fine-?tun|instruct|post-?train|\bsft\b|rlhf|\bdpo\b|preference|alignment/i

/** The data components that a sentence speaks of. */
export function stageOf(words: string, reading: Reading): ComponentId {
  if (/pre-?train/i.test(words)) return 'training_data_base'
  if (TUNING.test(words)) return 'training_data_tuned'
  return looksTuned(reading) ? 'training_data_tuned' : 'training_data_base'
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The model's own name, its family's and its owner's, as a card may write them. */
const ownNames = onceFor((reading: Reading): RegExp => {
  const owner = reading.id.includes('/') ? reading.id.slice(0, reading.id.indexOf('/')).slice(0, 60) : ''
  const stem = stemWords(reading.id)
  const names = [stem.slice(0, 6).map(literal).join('[-_ ]?'), literal(stem[0] ?? ''), literal(owner)]
  const long = names.filter((name) => name.length >= 4)
  return new RegExp(long.length === 0 ? '(?!)' : `\\b(?:${long.join('|')})\\b`, 'gi')
})

const THEIRS =
  /\b(?:code(?:base)?|scripts?|repository|data(?:set)?|corpus|weights|checkpoints?) (?:of|behind|from) (?:the )?(?:original )?(?!(?:Hugging|GitHub|The|This|Our|I|Python|PyTorch|JAX|Zenodo|Kaggle)\b)[A-Z][\w.-]+|\b(?!(?:Model|It|Let|Here|That|What)['’])[A-Z][\w.-]{2,40}['’]s (?:own |original )?(?:training |pre-?training |evaluation )?(?:code(?:base)?|scripts?|data(?:set)?|corpus|weights)\b/

/** Whether a sentence speaks of a thing that is somebody else's: "the training code of Falcon", "Comet's corpus". */
export const isOfOthers = (text: string, reading: Reading): boolean =>
  THEIRS.test(text.replace(ownNames(reading), '¤'))

/** What was read of a sentence once; every detector asks. Which data it speaks of depends on whether the model is tuned. */
const read = new WeakMap<object, { tuned: boolean; denied: ReadonlySet<ComponentId> }>()

/** Components that a sentence denies. */
export function deniedBy(
  sentence: Pick<Sentence, 'text' | 'english'> & Partial<Pick<Sentence, 'block'>>,
  reading: Reading,
): ReadonlySet<ComponentId> {
  const known = read.get(sentence)
  const tuned = looksTuned(reading)
  if (known && known.tuned === tuned) return known.denied
  const denied = sentence.english ? readDenials(sentence, reading) : deniedElsewhere(sentence, reading)
  read.set(sentence, { tuned, denied })
  return denied
}

/** A sentence that is not English is read in its own language, where that is known. */
function deniedElsewhere(
  sentence: Pick<Sentence, 'text' | 'english'> & Partial<Pick<Sentence, 'block'>>,
  reading: Reading,
): ReadonlySet<ComponentId> {
  const { text, block } = sentence
  const language = BARE_REFUSAL.test(text) ? null : languageOf(text)
  if (language === null || !block) return readDenials(sentence, reading)
  return deniedIn(language, { ...sentence, block }, reading)
}

const NOTHING: ReadonlySet<ComponentId> = new Set()

function readDenials(
  { text: raw, english, block }: Pick<Sentence, 'text' | 'english'> & Partial<Pick<Sentence, 'block'>>,
  reading: Reading,
): ReadonlySet<ComponentId> {
  if (
    !(english || BARE_REFUSAL.test(raw)) ||
    !DENYING.test(raw.replaceAll('’', "'")) ||
    SUPPOSED.test(raw) ||
    AFTER_ALL.test(raw)
  )
    return NOTHING
  const text = raw.replaceAll('’', "'").replace(ownNames(reading), '¤').replace(ADVERB, '').trim()
  const denied = new Set<ComponentId>()
  const add = (thing: ReleasedThing, words: string) => {
    if (thing !== 'data') denied.add(thing)
    else if (!block || !isTestData(block.section)) denied.add(stageOf(words, reading))
  }
  const things = thingsIn(text)
  for (const found of things) if (isRefused(text, things, found)) add(found.thing, found.text)
  if (block && things.length === 0)
    for (const thing of refusedUnder(text, block)) add(thing, headingOf(block))
  if (TRAINED_ON_WITHHELD.test(text) && !NOT_WITHHELD.test(text)) add('data', text)
  if (API_ONLY.test(text)) denied.add('weights_final')
  if (FINAL_ONLY.test(text)) denied.add('weights_intermediate')
  return denied
}

const WINDOW = 200

/** Whether the sentence refuses one thing: the words before it or behind it say so, other things standing in as `§`. */
function isRefused(text: string, things: readonly FoundThing[], found: FoundThing): boolean {
  const before = masked(text, things, 0, found.start).slice(-WINDOW)
  const after = masked(text, things, found.end, text.length).slice(0, WINDOW)
  const named = found.thing === 'data' ? before.replace(WHICH_DATA, '') : before
  if (named !== before && ALL_OF_IT.test(after) && REFUSING.some((pattern) => pattern.test(named)))
    return true
  if (
    [SOMEBODY_ELSES, NAMED_OTHERWISE, ANOTHER_SIZE, EARLIER, REMOVED_FROM].some((pattern) =>
      pattern.test(before),
    )
  )
    return false
  const isModel = found.thing === 'weights_final' && /model$/i.test(found.text)
  // "Our model is not open": a word on its terms or its limits, hardly on whether there are weights.
  if (isModel && !/\b(?:releas|publish|available|downloadable)/i.test(text)) return false
  if (REFUSING.some((pattern) => pattern.test(before))) return ALL_OF_IT.test(after)
  if (KEEPING.test(before) && TO_OURSELVES.test(after)) return true
  if (REFUSED.some((pattern) => pattern.test(after))) return true
  if (NONE_OF.test(before) && IS_DONE.test(after)) return true
  if (THERE_IS_NO.test(before) && AND_NO_MORE.test(after)) return true
  if (!RELEASING.test(before)) return false
  return IS_NOT.test(after) || (BUT_NOT.test(before) && ALONE.test(after))
}

function masked(text: string, things: readonly FoundThing[], from: number, to: number): string {
  let result = ''
  let at = from
  for (const { start, end } of things) {
    if (start < from || end > to) continue
    result += `${text.slice(at, start)}§`
    at = end
  }
  return result + text.slice(at, to)
}

const BARE_REFUSAL =
  /^(?:(?:this|it|the data|they|these|details) (?:is|are|has been|have been|will be) )?(?:currently )?(?:not (?:be )?(?:yet |publicly |currently )?(?:disclosed|released|available|public|provided|shared|published|open[- ]sourced)|undisclosed|proprietary|confidential|unreleased|withheld|private|internal|in-house|closed(?: source)?|secret|trade secret|not for redistribution)(?: (?:yet|at this time|publicly))?(?: \([^)]{1,60}\))?(?:, (?:not (?:shared|released|public|for redistribution)|undisclosed))?\s*[.!]?$/i

const headingOf = (block: Sentence['block']): string => (block.section.heading ?? '').slice(0, 120)

/** "Not disclosed." under a heading that names the thing. */
function refusedUnder(text: string, block: Sentence['block']): ReleasedThing[] {
  if (!BARE_REFUSAL.test(text)) return []
  return thingsIn(headingOf(block)).map(({ thing }) => thing)
}

export const detectDenials: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const denied = deniedBy(sentence, reading)
    for (const component of withInformation(denied, sentence)) {
      yield {
        component,
        status: 'absent_stated',
        evidence: fromCard(
          reading,
          sentence.block,
          sentence.text,
          'The card says that this is not released.',
          'text.denial',
        ),
      }
    }
  }
  yield* deniedInTables(reading)
}

/** A table of what is available, with plain answers. */
const AVAILABLE =
  /^(?:is it )?(?:available|availability|released|release|open(?:[- ]sourced?)?|public(?:ly available)?)\??$/i
const NO = /^(?:no|✗|✘|✖|❌|×)$/i
/** Who does not disclose the training data does not describe them either; who does not release them still may. */
const UNDISCLOSED =
  /\b(?:not|never|n['’]t|without|declined? to|refus\w+ to)\b[^.;]{0,30}\bdisclos|\bundisclosed\b/i

const withInformation = (denied: Iterable<ComponentId>, { text, english }: Sentence): ComponentId[] => {
  const all = [...denied]
  const data = all.some((id) => id === 'training_data_base' || id === 'training_data_tuned')
  return data && english && UNDISCLOSED.test(text) ? [...all, 'data_information'] : all
}

/** "| Training data | not disclosed |" */
function* deniedInTables(reading: Reading): Generator<Signal> {
  for (const block of reading.card?.blocks ?? []) {
    const asked = AVAILABLE.test(block.rows[0]?.[1] ?? '')
    for (const [name = '', value = '', ...more] of block.rows) {
      if (more.length > 0 || name.length > 80 || value.length > 120) continue
      if (asked && NO.test(value)) {
        const [named] = thingsIn(name)
        const component = named?.thing === 'data' ? stageOf(named.text, reading) : named?.thing
        if (component === undefined) continue
        const proof = fromCard(
          reading,
          block,
          `${name} | ${value}`,
          'The card says that this is not released.',
          'text.denial',
        )
        yield { component, status: 'absent_stated', evidence: proof }
        continue
      }
      for (const component of deniedInRow(name, value, block, reading)) {
        const claim = 'The card says that this is not released.'
        const proof = fromCard(reading, block, `${name} | ${value}`, claim, 'text.denial')
        yield { component, status: 'absent_stated', evidence: proof }
      }
    }
  }
}

function deniedInRow(name: string, value: string, block: Block, reading: Reading): Iterable<ComponentId> {
  if (BARE_REFUSAL.test(value)) {
    const [named] = thingsIn(name)
    return named ? [named.thing === 'data' ? stageOf(named.text, reading) : named.thing] : []
  }
  const text = `${name}: ${value}`
  const language = languageOf(text)
  return language === null ? [] : deniedIn(language, { text, block, english: false }, reading)
}
