import type { ComponentId } from '../../components'
import type { Reading } from '../../snapshot/reading'
import type { Detector } from '../collector'
import { looksTuned } from '../dataset-roles'
import { fromCard, type Sentence, sentencesOf } from './prose'

/** What the producer says is not released, sentence by sentence, with its subject. */

/** Sentences about somebody else, questions, conditions: no statement about this model. */
const ELSEWHERE =
  /\?\s*$|\bunlike\b|\bcompared (?:to|with)\b|\bother (?:models|labs|companies|projects)\b|\bmost (?:models|labs|companies)\b|\bif (?:you|the|we|your)\b|\bwhether\b|\b(?:their|your|users?'?) (?:own )?(?:data|code|weights|model)\b|\bnot to be confused\b|\bmany (?:models|providers)\b|\bGPT-4\b|\bOpenAI\b/i

/** Whether a sentence speaks of others, asks, or supposes. */
export const isElsewhere = (text: string): boolean => ELSEWHERE.test(text)

const RELEASE = '(?:releas|publish|public|shar|disclos|open|available|provid|distribut|reveal)'

/** What a denial may be about; the order is from narrow to wide. */
const OBJECTS: readonly { component: ComponentId | 'data'; words: string }[] = [
  {
    component: 'data_processing_code',
    words: '(?:data (?:pre-?)?processing|preprocessing|filtering|curation)(?: code| scripts?| pipeline)',
  },
  { component: 'training_code', words: '(?:pre-?|post-?)?training (?:code|scripts?|recipe)s?' },
  { component: 'evaluation_code', words: 'evaluation (?:code|scripts?|framework)' },
  { component: 'inference_code', words: 'inference (?:code|scripts?)' },
  { component: 'weights_intermediate', words: 'intermediate (?:checkpoints?|weights)' },
  { component: 'technical_report', words: 'technical reports?' },
  { component: 'research_paper', words: '(?:research )?papers?' },
  { component: 'evaluation_results', words: '(?:benchmark|evaluation) results' },
  { component: 'training_config', words: 'hyper-?parameters|training (?:configuration|details)' },
  {
    component: 'data',
    words:
      '(?:(?:pre-?|post-?)?training|fine-?tuning|instruction|tuning) (?:data(?:sets?)?|corpus|corpora|mixture)|(?:data ?sets?|corpus|corpora)',
  },
  { component: 'weights_final', words: '(?:model )?(?:weights|parameters|checkpoints?)' },
]

interface Denial {
  component: ComponentId | 'data'
  object: RegExp
  /** "X is not released": the thing comes first. */
  passive: RegExp
  /** "We do not release X": the thing comes last. */
  active: RegExp
}

const NOT = "(?:not|n[o']t|never|cannot)"

const DENIALS: readonly Denial[] = OBJECTS.map(({ component, words }) => ({
  component,
  object: new RegExp(`\\b(?:${words})\\b`, 'i'),
  passive: new RegExp(
    `\\b(?:${words})\\b[^.;:]{0,40}\\b${NOT}\\b[^.;:]{0,20}\\b(?:be(?:en)? )?${RELEASE}`,
    'i',
  ),
  active: new RegExp(
    `${NOT} (?:plan(?:ning)? to |be able to |be |going to )?(?:currently |yet )?${RELEASE}\\w*[^.;:]{0,50}\\b(?:${words})\\b`,
    'i',
  ),
}))

/** No denial does without one of these; most sentences have none. */
const DENYING =
  /n't\b|\b(?:not|never|cannot|no|only|exclusively|undisclosed|proprietary|confidential|in-?house|internal|non-?public|private)\b/i

const WITHHELD_DATA =
  /\b(?:undisclosed|proprietary|confidential|in-?house|internal|non-?public|private)\s+(?:[\w-]+\s+){0,2}(?:data(?:sets?)?|corpus|corpora|mixture)\b/i
const TRAINED = /\b(?:train|tun|learn)(?:ed|ing)?\b/i
const API_ONLY =
  /\b(?:only (?:available|accessible)|available only|accessible only|exclusively) (?:via|through|over) (?:the |our |an )?(?:[\w-]+ )?API\b/i
const FINAL_ONLY = /\bonly the final (?:checkpoint|weights|model)\b/i
const NONE_AVAILABLE =
  /^no\b[^.;]{3,160}\b(?:is|are|was|were|has been|have been|will be)\s+(?:publicly )?(?:available|released|published|provided|public|disclosed)\b/i
const TUNING = /fine-?tun|instruct|post-?train|sft|rlhf|dpo|preference/i

/** The data components that a sentence speaks of. */
function dataComponents(text: string, reading: Reading): ComponentId[] {
  if (/pre-?train/i.test(text)) return ['training_data_base']
  if (TUNING.test(text)) return ['training_data_tuned']
  return [looksTuned(reading) ? 'training_data_tuned' : 'training_data_base']
}

/** What was read of a sentence once; every detector asks. */
const read = new WeakMap<object, ReadonlySet<ComponentId>>()

/** Components that a sentence denies. */
export function deniedBy(
  sentence: Pick<Sentence, 'text' | 'english'>,
  reading: Reading,
): ReadonlySet<ComponentId> {
  const known = read.get(sentence)
  if (known) return known
  const denied = readDenials(sentence, reading)
  read.set(sentence, denied)
  return denied
}

function readDenials(
  { text, english }: Pick<Sentence, 'text' | 'english'>,
  reading: Reading,
): Set<ComponentId> {
  const denied = new Set<ComponentId>()
  if (!english || !DENYING.test(text) || ELSEWHERE.test(text)) return denied
  const add = (component: ComponentId | 'data') => {
    if (component === 'data') for (const id of dataComponents(text, reading)) denied.add(id)
    else denied.add(component)
  }
  if (NONE_AVAILABLE.test(text)) {
    for (const { component, object } of DENIALS) if (object.test(text)) add(component)
    return denied
  }
  for (const { component, passive, active } of DENIALS) {
    if (!passive.test(text) && !active.test(text)) continue
    add(component)
    // "The training code is not released" is no word on weights, though "model" stands nearby.
    break
  }
  if (WITHHELD_DATA.test(text) && TRAINED.test(text)) add('data')
  if (API_ONLY.test(text)) denied.add('weights_final')
  if (FINAL_ONLY.test(text)) denied.add('weights_intermediate')
  return denied
}

export const detectDenials: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    for (const component of deniedBy(sentence, reading)) {
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
}
