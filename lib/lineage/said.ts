import type { Relation } from '../assessment'
import { isElsewhere } from '../evidence/text/denials'
import { topicOf } from '../evidence/text/headings'
import { fromCard, sentencesOf } from '../evidence/text/prose'
import type { Block, Section } from '../snapshot/card'
import { onceFor } from '../snapshot/once'
import type { Reading } from '../snapshot/reading'
import type { Base } from './bases'
import { type Expects, type Found, modelsIn } from './model-names'
import { withSubject } from './own-name'
import { placesElsewhere } from './said-elsewhere'
import { labelledBases } from './said-labels'

/** Bases in the card's own words: labels, sentences with this model as their subject, and titles. */

/** "This model is a fine-tuned version of …": the subject is this model, the object a model on the Hub. */
const SUBJECT =
  /^(?:this (?:model(?! card (?!describes|is for))|repo(?:sitory)?|checkpoint|adapter|is)\b|it (?:is|was|has been)\b|the model (?:is|was|has been)\b|(?:the )?model (?:parameters|weights) (?:are|were)\b|¤)/i

/** Whether a sentence's subject is the model of this page. */
export const isThisModel = (reading: Reading, text: string): boolean =>
  SUBJECT.test(withSubject(reading, text))

type Pattern = readonly [RegExp, Relation | null, Expects]

const DERIVED: readonly Pattern[] = [
  [
    /\b(?:quantized|quantised|gguf|awq|gptq|mlx)\b[^.]{0,60}\b(?:versions?|conversions?|quants?|files?|format)?\b[^.]{0,20}\b(?:of|from|for)\b/i,
    'quantized',
    'model',
  ],
  [/\b(?:lora|qlora|peft|adapter)\b[^.]{0,60}\b(?:of|for|from|on top of)\b/i, 'adapter', 'likely'],
  [/\bmerge(?:d)?\b[^.]{0,40}\b(?:of|from|between)\b/i, 'merge', 'likely'],
  [
    /\bcontinu(?:ed|al(?:ly)?)[- ]pre-?train(?:ed|ing)\b[^.]{0,40}\b(?:of|from)\b/i,
    'continued-pretraining',
    'model',
  ],
  [/\bfine-? ?tun(?:ed?|ing)\b[^.]{0,60}\b(?:of|from|version of|on top of)\b/i, 'finetune', 'likely'],
  [/\bfine-? ?tuned (?:version|variant|model|checkpoint) of\b/i, 'finetune', 'model'],
  [/\bfine-? ?tun(?:ed?|ing) (?:created |made |built )?(?:on|using|with)\b/i, 'finetune', 'data'],
  [/\bdistil(?:led|lation)\b[^.]{0,40}\b(?:of|from)\b/i, 'distillation', 'model'],
  // The model itself, not "an architecture based on …": the verb follows the subject, or the word for a model.
  [
    /^(?:¤|this model|the model|it|(?:the )?model (?:parameters|weights))[^.;,]{0,40}? (?:is|was|are|were|has been|have been) (?:\w+ )?(?:initiali[sz]ed|warm-?started) (?:from|with|using)\b/i,
    null,
    'model',
  ],
  [
    /^(?:¤|this model|the model|it)[^.;,]{0,40}? (?:is|was|has been) (?:\w+ )?(?:based|built|derived|developed|adapted|(?:instruction[- ]|fine-?)tuned|trained) (?:on top of|from)\b/i,
    null,
    'likely',
  ],
  [
    /^(?:¤|this model|the model|it)[^.;,]{0,70}? (?:is|was|has been) (?:\w+ )?(?:based|built|developed) (?:(?:up)?on|with)\b/i,
    null,
    'likely',
  ],
  [
    /\b(?:models?|LLMs?|checkpoint|version|variant|encoder|network)\b(?: (?:created|made|trained|developed|released) by [\w ]{1,40})?(?:,? (?:that|which) (?:is|was))? (?:based|built|derived|developed|adapted) (?:on top of|(?:up)?on|from|with)\b/i,
    null,
    'likely',
  ],
  [
    /\b(?:models?|LLMs?|checkpoint|encoder|network)\b(?:,? (?:that|which) (?:is|was))? initiali[sz]ed (?:from|with|using)\b/i,
    null,
    'model',
  ],
  [/\b(?:with|using) an? fine-?tuned(?= [^.;,]{2,50} model\b)/i, 'finetune', 'likely'],
  [/\btransfer learning (?:on|from|with|using)\b/i, 'finetune', 'likely'],
]

/** The makers, or the way the model was made, are the subject. */
const MADE: readonly Pattern[] = [
  [
    /\b(?:developed|obtained|created|built|trained|produced) (?:the|this|our) (?:\w+ )?model by (?:\w+ )?fine-?tuning\b/i,
    'finetune',
    'model',
  ],
  [
    /^(?:¤|this model|the model|it)[^.;,]{0,60}? (?:is|was|has been) (?:developed|obtained|created|built|trained|produced|made) by (?:\w+ )?fine-?tuning\b/i,
    'finetune',
    'model',
  ],
  [
    /\b(?:we|i)\b[^.;]{0,160}? (?:initiali[sz]ed?|warm-?start(?:ed)?) (?:the|this|our) (?:[\w-]+ ){0,4}(?:model|weights|parameters|network|backbone|llm) (?:from|with|using)\b/i,
    null,
    'model',
  ],
  [
    /^(?:here,? )?(?:we|i) (?:\w+ )?(?:adapt(?:ed)?|fine-?tuned?)\b(?=[^.;]{1,80} (?:to|on|for|using|with|via)\b)/i,
    'finetune',
    'model',
  ],
  [
    /^(?:here,? )?(?:we|i) (?:\w+ )?(?:(?:further|continued?(?: to)?) pre-?train(?:ed|ing)?)(?: of)?\b/i,
    'continued-pretraining',
    'model',
  ],
]

/** The first sentence of a card may do without a subject: "Fine-tuned version of …", "[X] fine-tuned on …". */
const OPENING: readonly Pattern[] = [
  [/^(?:an? |the |this )?fine-?tuned (?:version|variant|checkpoint) (?:of|from)\b/i, 'finetune', 'model'],
  [/^fine-?tuned (?:on|from)\b/i, 'finetune', 'data'],
  [/^(?:fine-?tuned|finetune of)(?= \[?[\w.-]{1,60}\/[\w.-]{1,96}\]? )/i, 'finetune', 'likely'],
  [
    /^(?=[^.;,:]{3,80}?(?: (?:base )?(?:model|checkpoint))?,? (?:further )?fine-?tuned (?:on|for)\b)/i,
    'finetune',
    'model',
  ],
]
const OPENINGS = 6

/** "Based on X, Rocket is …" */
const BASED_FIRST =
  /^(?:based|built) (?:on top of|(?:up)?on) ([^,;]{2,60}), (?:¤|(?:this model|the model|it)\b)/i

/** "This model is a bert-base-cased model that was fine-tuned on …" */
const TUNED_FIRST =
  /^(?:specifically, |in short, )?(?:¤(?: \([^)]{1,40}\))?|this model|the model|this|it) is (?:an? |the )?(?:model )?(?:fine-?tuned )?([^.;]{3,180}?),? (?:that |which |and )?(?:(?:was|has been|is) )?(?:further )?fine-? ?tuned (?:on|for|using|with)\b/i

/** It is said not to be so, or that it could be. */
const NOT_SO =
  /\b(?:not|never|nor|no longer|without|rather than|instead of|can(?:not)?|could|may|might|should|would|let us|let's) (?:\w+ ){0,2}(?:be |a |an )?(?:\w+ )?(?:fine-?tun|based|initiali|built|derived|distil|adapt|quanti|continu|merge|train)|\bto (?:be )?(?:fine-?tun|initiali|distil|adapt|continue pre|merge)|n['’]t\b|\brandomly\b|\b(?:for|when|before|after|during|without|enabl\w+|support\w*) (?:further |the )?fine-?tun/i
/** Others were tuned as well, to be compared with. */
const COMPARES = /\bbaselines?\b|\bcompar|\beach\b|\bdownstream\b|\bablation|\bfor (?:evaluation|testing)\b/i
const CONTINUED = /\b(?:continu\w+|further|additional(?:ly)?) pre-?train/i
/** Pre-trained itself, and not a pre-trained model's offspring. */
const PRETRAINED =
  /\b(?:is|was|been|and) (?:\w+ )?pre-?trained\b|\bpre-?trained (?:[\w-]+ ){0,2}model (?:that is )?based on\b/i
/** A student that took over layers of the model that taught it began with them. */
const TOOK_LAYERS =
  /\b(?:copy|copied|copying|take|took|keep|kept)\b[^.;]{0,40}\blayers? (?:of|from)\b|\binitiali[sz]ed (?:from|with)\b[^.;]{0,40}\bteacher/i

/** What the words between speak of was taken over, and not the model. */
const OF_A_PART = /\barchitectures?\b|\btokeni[sz]er\b|\bapproach\b|\bmethod\b|\bvocabulary\b/i

/** Versions keep their point, and it ends no sentence. */
const pointless = (text: string): string => text.replace(/(\d)\.(?=\d)/g, '$1·')
const pointed = (text: string): string => text.replaceAll('·', '.')

interface Place {
  rest: string
  relation: Relation | null
  expects: Expects
}

function placesIn(about: string, opening: string | null): Place[] {
  const places: Place[] = []
  const add = (rest: string, relation: Relation | null, expects: Expects) =>
    places.push({ rest: pointed(rest), relation, expects })
  const first = BASED_FIRST.exec(about)?.[1]
  if (first !== undefined) add(first, null, 'likely')
  const tuned = TUNED_FIRST.exec(about)?.[1]
  if (tuned !== undefined) add(tuned, 'finetune', 'likely')
  const look = (patterns: readonly Pattern[], text = about) => {
    for (const [pattern, relation, expects] of patterns) {
      const match = pattern.exec(text)
      if (match && !OF_A_PART.test(match[0].slice(-60)))
        add(text.slice(match.index + match[0].length), relation, expects)
    }
  }
  if (SUBJECT.test(about)) look(DERIVED)
  if (!COMPARES.test(about)) look(MADE)
  // Its base may be called as the model itself is, but for what it was tuned on.
  if (opening !== null) look(OPENING, opening)
  return places
}

/** What a card says on where its model comes from; null where it says that there is no base. */
export function saidBases(reading: Reading): Base[] | null {
  const labelled = labelledBases(reading)
  if (labelled === null || labelled.length > 0) return labelled
  const said = inSentences(reading)
  return said.length > 0 ? said : inTitles(reading)
}

function inSentences(reading: Reading): Base[] {
  const sentences = sentencesOf(reading)
  for (const [index, { text, block, english }] of sentences.entries()) {
    const about = withSubject(reading, pointless(text))
    if (english ? isOfOthers(text) : false) continue
    const opens = index < OPENINGS || (block.section.level <= 1 && block.text.startsWith(text))
    const tested = isTested(block.section)
    const places = english
      ? placesIn(about, opens && block.text.startsWith(text) ? pointless(text) : null).filter(
          () => !tested || SUBJECT.test(about),
        )
      : placesElsewhere(about).map(
          (rest): Place => ({ rest: pointed(rest), relation: null, expects: 'likely' }),
        )
    if (english && NOT_SO.test(about)) continue
    for (const place of places) {
      const found = foundIn(reading, block, text, place)
      if (found.length > 0) return found
    }
  }
  return []
}

/** Who made a base is not whom the sentence is about. */
const isOfOthers = (text: string): boolean =>
  isElsewhere(text.replace(/\b(?:at|by|from) OpenAI\b|\bOpenAI['’]s(?= \w)/g, ''))

const isTested = ({ heading }: Section): boolean => heading !== null && topicOf(heading) === 'evaluation'

/** "# Comet-base fine-tuned on letters" */
function inTitles(reading: Reading): Base[] {
  for (const section of (reading.card?.sections ?? []).slice(0, 3)) {
    const { heading, line } = section
    if (heading === null || heading.length > 160 || section.level !== 1 || NOT_SO.test(heading)) continue
    const about = withSubject(reading, pointless(heading))
    if (isOfOthers(heading)) continue
    for (const place of placesIn(about, pointless(heading))) {
      const found = foundIn(reading, { links: [], line, section }, heading, place)
      if (found.length > 0) return found
    }
  }
  return []
}

function foundIn(
  reading: Reading,
  block: Pick<Block, 'links' | 'line' | 'section'>,
  text: string,
  { rest, relation, expects }: Place,
): Base[] {
  const limit = relation === 'merge' ? 8 : relation === null ? 4 : 1
  const models = modelsIn(reading, block, rest, limit, expects)
  // "based on GPT-2 and pre-trained on …": built like it, unless a page is named.
  if (
    relation === null &&
    expects === 'likely' &&
    PRETRAINED.test(text) &&
    models.every(({ named }) => named)
  )
    return []
  const told = relationIn(reading, text, relation)
  return models.map((model) => toBase(reading, block, text, model, told))
}

function relationIn(reading: Reading, text: string, relation: Relation | null): Relation | null {
  if ((relation === null || relation === 'finetune') && CONTINUED.test(text)) return 'continued-pretraining'
  if (relation === null && /\binitiali[sz]ed\b/i.test(text) && isHeadedPretraining(reading))
    return 'continued-pretraining'
  if (relation !== 'distillation') return relation
  return sentencesOf(reading).some(({ text: other }) => TOOK_LAYERS.test(other)) ? 'finetune' : relation
}

/** The card tells of pre-training under a heading of its own, and of no tuning. */
function isHeadedPretraining(reading: Reading): boolean {
  const headings = (reading.card?.sections ?? []).map(({ heading }) => heading ?? '')
  return (
    headings.some((heading) => /^(?:\d+\.? )?(?:continued |further )?pre-?training\b/i.test(heading)) &&
    !headings.some((heading) => /fine-?tun|instruct|alignment|\bsft\b/i.test(heading))
  )
}

const TUNED =
  /\b(?:is|was|are|were|has been|have been) (?:(?:further|also|then|additionally) )?(?:(?:supervised|instruction)[- ])?(?:fine-? ?tuned|instruction[- ]tuned)\b/i
/** Made from nothing by the same makers: its data are pre-training data where nothing else is said. */
const FROM_NOTHING = /\bpre-?trained\b|\bfrom scratch\b/i
const JUDGES = /\b(?:reward|preference) model\b/i

/** Whether the card says of its model that it was tuned, though it names no base; asked by many. */
export const saysTuned = onceFor((reading: Reading): boolean => {
  const title = reading.card?.sections.find(({ level }) => level === 1)?.heading ?? ''
  if (JUDGES.test(title.slice(0, 160))) return true
  const own = sentencesOf(reading).filter(
    ({ text, block, english }) => english && isThisModel(reading, text) && !isTested(block.section),
  )
  return (
    own.some(
      ({ text }) => TUNED.test(text) && !NOT_SO.test(text) && !COMPARES.test(text) && !isOfOthers(text),
    ) && !own.some(({ text }) => FROM_NOTHING.test(text))
  )
})

const toBase = (
  reading: Reading,
  block: Pick<Block, 'line' | 'section'>,
  text: string,
  { id, named }: Found,
  relation: Relation | null,
): Base => ({
  id,
  relation,
  ...(named ? { named } : {}),
  evidence: fromCard(
    reading,
    block,
    text,
    `The card says that the model comes from ${id}.`,
    'lineage.statement',
  ),
})
