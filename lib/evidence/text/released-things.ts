import type { ComponentId } from '../../components'

/**
 * The things that a sentence may call released or not, from narrow to wide: "training code" is found before "code".
 * `data` stands for training data whose stage (base or tuned) the sentence and the model decide.
 */

export type ReleasedThing = ComponentId | 'data'

const CODE = '(?:source )?(?:code(?:base)?|scripts?|recipes?|pipelines?)'
const DATA = '(?:data(?:sets?)?|data sets?|corpus|corpora|(?:data )?mix(?:ture)?)'
const TUNING = '(?:fine-?tuning|instruction(?:[- ]tuning)?|tuning|sft|rlhf|dpo|preference|alignment)'
const STAGE = `(?:(?:pre-?|post-?)?training|${TUNING})`
const TO_TRAIN =
  '(?:used )?(?:for|to|in) (?:(?:pre-?)?train(?:ing)?|fine-?tun(?:e|ing))(?: (?:this|the|our|these|it) ?(?:models?)?)?'
const PREPARE =
  '(?:filter(?:ing)?|pre-?process(?:ing)?|prepar(?:e|ation|ing)|clean(?:ing)?|dedup\\w*|curat(?:e|ing|ion)|process(?:ing)?)'

/** What data can be called where the sentence says that the model was trained on them. */
const RECORDS =
  '(?:(?:chat )?logs|conversations|dialogues?|chats|images|recordings|documents|texts|articles|books|examples|records|annotations|pairs|tickets|transcripts|text|audio|footage|notes|reports|scans|messages|e-?mails|posts|songs|tracks|videos|clips|sequences|measurements|telemetry|samples|questions|answers)'
const TRAINED_ON =
  '(?:that |which )?(?:(?:this|the|our) [\\w-]{1,30}|it) (?:was|were|is|has been) (?:pre-?|post-?)?(?:trained|fine-?tuned|tuned) on|(?:that |which )?(?:this|the|our) [\\w-]{1,30} (?:learned|learnt) from'

const WORDS: readonly (readonly [ReleasedThing, string])[] = [
  [
    'data_processing_code',
    `${PREPARE}(?:,? and ${PREPARE})? ${CODE}|(?:data )?(?:pre-?processing|processing|preparation|filtering|curation|cleaning) ${CODE}|${CODE} (?:used )?(?:for|to) ${PREPARE} (?:the |our )?(?:training )?${DATA}|${CODE} (?:that|which) (?:we used to )?(?:filter|clean|dedup|process|prepar|curat)\\w*(?: and (?:filter|clean|dedup|process|prepar)\\w*)? (?:(?:the |our )?(?:training )?${DATA}|it|them)`,
  ],
  [
    'evaluation_code',
    `evaluation (?:${CODE}|framework|harness|suite|tool(?:s|kit)?)|${CODE} for (?:the )?evaluation`,
  ],
  ['inference_code', `inference ${CODE}|${CODE} for inference`],
  [
    'training_code',
    `${STAGE} ${CODE}|${CODE} ${TO_TRAIN}|${CODE} (?:that |which )?we (?:trained with|used (?:for|to) (?:train(?:ing)?|${TUNING}))|(?:the|our) trainer`,
  ],
  ['weights_intermediate', '(?:intermediate|earlier|previous) (?:model )?(?:checkpoints?|weights)'],
  ['optimizer_states', 'optimi[sz]er states?'],
  ['technical_report', 'technical reports?'],
  ['research_paper', '(?:research )?papers?(?! (?:trail|authors?))'],
  ['evaluation_results', '(?:benchmark|evaluation) (?:results|scores)'],
  [
    'training_config',
    'hyper-?parameters|learning rates?(?: schedule)?(?:(?:, | and |, and )(?:batch size|(?:learning rate )?schedule|optimi[sz]er|warm-?up))*|training (?:configuration|details|settings|recipe)',
  ],
  ['hardware_documentation', '(?:training )?(?:hardware|infrastructure|compute) (?:details|used)'],
  [
    'evaluation_data',
    `(?:evaluation|test|benchmark|held-out|validation) (?:${DATA}|sets?|splits?|questions|prompts)|(?:in-house|internal) (?:benchmark|test set)|(?:prompts|questions|items) of (?:our|the) [\\w-]{1,30} (?:benchmark|test ?set)`,
  ],
  [
    'data',
    `(?<!\\b(?:when|where|if) )(?:the|our) (?:labell?ed|annotated) ${DATA}|${STAGE} (?:${DATA}|sets?|${RECORDS}(?: used (?:for|in) \\w+)?)|(?:${DATA}|${RECORDS}) ${TRAINED_ON}|data mix(?:ture)?|${DATA} ${TO_TRAIN}|${DATA} (?:that |which )?(?:we|I) used (?:for|to|in) (?:(?:pre-?|post-?)?train(?:ing)?|this (?:one|model)|it)|${DATA} (?:that |which )?(?:we|it|the model|this model)(?: (?:was|were|is))? (?:(?:pre-?)?trained|fine-?tuned) on|(?:data ?sets?|corpus|corpora)`,
  ],
  ['architecture_code', '(?:model )?architecture(?: details)?'],
  [
    'weights_final',
    '(?:(?:final|trained|pre-?trained) )?(?:model )?(?:weights(?! (?:&|and) biases)|checkpoints?|parameters)|(?:this|our|(?:pre-?)?trained) model',
  ],
]

/** One pass over a sentence finds all of them: the first alternative that fits wins. */
const THINGS = new RegExp(
  `\\b(?:${WORDS.map(([id, words]) => `(?<${id}>${words})`).join('|')})\\b(?![-/])`,
  'gi',
)

export interface FoundThing {
  thing: ReleasedThing
  text: string
  start: number
  end: number
}

const MAX_THINGS = 8
/** "training code and data": the second is for training too. */
const AND_ITS = /^(?:,? (?:and|or|nor)|\s?\/)\s?(?:the |our )?(data|code)\b(?! (?:pre-?)?process)/i

/** The things named in a sentence, in order; no more than eight. Linear in the text. */
export function thingsIn(text: string): FoundThing[] {
  const found: FoundThing[] = []
  for (const match of text.matchAll(THINGS)) {
    const named = WORDS.find(([id]) => match.groups?.[id] !== undefined)
    if (!named) continue
    found.push({ thing: named[0], text: match[0], start: match.index, end: match.index + match[0].length })
    const listed = AND_ITS.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 30))
    if (listed?.[1] !== undefined && /^training_code$|^data$/.test(named[0])) {
      const start = match.index + match[0].length + listed[0].length - listed[1].length
      const thing = listed[1].toLowerCase() === 'data' ? 'data' : 'training_code'
      found.push({ thing, text: `${match[0]} ${listed[1]}`, start, end: start + listed[1].length })
    }
    if (found.length >= MAX_THINGS) break
  }
  return found
}
