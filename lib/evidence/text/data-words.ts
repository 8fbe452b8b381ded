import { isElsewhere } from './denials'
import { isPaper } from './links'
import type { Sentence } from './prose'

/** How sentences speak of the data that a model was trained on, and how they only seem to. */

export const TRAINED_ON =
  /\b(?:(?:pre-?|post-?|fine[- ]?|continually |further )?(?:trained|tuned|training|tuning|finetuned|finetuning)|learned)\b[^.;]{0,60}\b(?:on|using|with|from|data|data ?sets?|corpus|corpora)\b|\bwe (?:(?:were|are) able to |could |then |first |also |jointly )?(?:pre-?|fine[- ]?)?(?:train|tune)\b[^.;]{0,60}\b(?:on|using|with)\b|\badapt(?:ed)?\b[^.;]{0,40}\bto\b(?:[^.;]|\.\d){0,100}\bpre-?training\b/i
const NEGATED = /\b(?:not|n't|never)\s+(?:been\s+)?(?:pre-?|fine-?)?(?:trained|tuned)\b/i
export const DATA_NOUNS =
  'data(?:sets?|bases?)?|corpus|corpora|tokens|texts?|documents|examples|instructions|images|pairs|samples|sentences|dialogues?|conversations|articles|papers|abstracts|books|pages|questions|reviews|comments|tweets|posts|messages|tracks|notes|records|recordings|speech|audio|hours|videos?|clips|scans|slides|spectra|sequences|structures|molecules|compounds|SMILES|proteins|genomes?|cells|transcriptomes|time series|time points|simulations|observations|measurements|poems|songs|stories|commits'
export const DATA_WORD = new RegExp(`\\b(?:${DATA_NOUNS})\\b`, 'i')
/** "These messages …" goes on about the data that were named; "the model" does not. */
export const THESE_DATA = new RegExp(
  `^(?:these|this|the|all|each|every|those|in total|overall),? (?:(?!model)[\\w-]{1,20} ){0,3}(?:${DATA_NOUNS})\\b`,
  'i',
)
/** "Trained on" something that is no data. */
const NOT_DATA =
  /\b(?:suitable|intended|designed|ready|meant|recommended|useful) (?:for|to be) (?:further )?(?:fine-?tun|train)|\bcan (?:also |then |easily )?be (?:further )?(?:fine-?tun|train)|\b(?:context|sequence) length\b|\bchat template\b|\btrained (?:on|using|with) (?:\w+ ){0,3}(?:GPUs?|TPUs?|nodes|machines|platform)\b/i

/** "A script to fine-tune on …", "Prepare your data …": shows how the reader might train. */
const SHOWN_HOW =
  /^(?:an? |the |this )?(?:example |sample )?(?:script|notebook|tutorial|recipe|colab|guide)\b|^(?:prepare|run|download|put|place|convert|install|clone|fine[- ]?tune|train)\b/i
/** Helpers of the model learn from data of their own. */
export const HELPER =
  /^(?:the|our|its|an?) (?:[\w-]+ ){0,2}(?:tokeni[sz]er|vocabulary|reward model|classifier|filter|judge|verifier|safety checker|vae|vocoder|text encoder|discriminator|draft model|teacher(?: model)?)\b/i

/** "A diff model is a model trained on …" says what the word means. */
const DEFINES = /^an? (?:[\w-]+ ){1,4}(?:models?|networks?|transformers?|encoders?) (?:is|are) (?:an? |the )/i
/** Nobody has done it yet. */
const PLANNED = /^\W{0,4}\[ ?\]|^(?:todo|to-do)\b|^once (?:a|the|your) model (?:is|has)\b/i

const TUNE = '(?:re-?|pre-?|fine[- ]?)?(?:train|tun)(?:e|ing)?'
const OPEN_DATA =
  "(?:an? |your |another |any |custom |other |new |(?:their|its|one['’]s|the user['’]s) own |downstream |additional |specific |different |users?['’]? )"
/**
 * What could be done: training with data that the reader would choose, an offer, a purpose. By training, through and after
 * it, something was done.
 */
const POSSIBLE = [
  // "Finetuning on a dataset", "to fine-tune it on your own data"; "by fine-tuning X on a dataset of …" was done.
  new RegExp(
    `(?<!\\b(?:by|via|through|after|from) )\\b${TUNE}\\b(?: (?!on\\b|using\\b|with\\b)[\\w-]{1,24}){0,4} (?:on|using|with) (?:top of )?${OPEN_DATA}(?:[\\w-]{1,24} ){0,3}(?:data ?sets?|data|corpus|corpora|tasks?|domains?|texts?|images?|documents?|languages?)\\b(?! (?:of(?! your)|from|that|with|containing|called|named)\\b)`,
    'gi',
  ),
  // "for fine-tuning on …", "enable fine-tuning of … with …"
  /\b(?:for|enabl\w{1,3}|support\w{0,3}|allow\w{0,3}|before|when|want to|wish to|like to|need to|able to be|ready to|possible to|easy to|recommend\w{0,3}|pipeline for|code (?:for|to)|scripts? (?:for|to)|instructions? (?:for|to)|how to) (?:(?:the|further|efficient|easy|task-specific|your|full|quick) ){0,2}fine[- ]?tun(?:e|ing)\b/gi,
  /\b(?:minimal|little|limited|few) (?:labell?ed )?data and (?:[\w-]+ )?fine[- ]?tuning\b/gi,
] as const
/** "a pre-trained checkpoint for …": what the thing is, and not what it was trained on. */
const ATTRIBUTE =
  /\b(?:pre-?trained|fine[- ]?tuned|trained) (?:[\w-]{1,24} ){0,2}(?:models?|checkpoints?|weights|backbones?|encoders?) (?:for|with|can|to|using)\b/gi
/** "trained to predict … on the 14 categories": a task and its classes. */
const TASK =
  /\b(?:trained|tuned|learned) to [a-z]{2,20}\b[^.;]{0,60}? (?:on|into|under|across) (?:[\w-]{1,20} ){0,3}(?:categories|classes|labels|taxonom(?:y|ies)|polic(?:y|ies)|guidelines|rubrics?)\b/gi

/** A sentence without what only could be done, is an attribute or a task. */
export function withoutPossible(text: string): string {
  let rest = text
  for (const possible of POSSIBLE) rest = rest.replace(possible, ' ¤ ')
  return rest.replace(ATTRIBUTE, ' ¤ ').replace(TASK, ' ¤ ')
}

const saysTrained = (text: string): boolean => TRAINED_ON.test(withoutPossible(text))

/** Whether an English sentence tells what something was trained on; of what is not said. */
export const tellsData = (text: string): boolean =>
  saysTrained(text) &&
  !NEGATED.test(text) &&
  !NOT_DATA.test(text) &&
  !PLANNED.test(text) &&
  !DEFINES.test(text)

export const tellsTraining = ({ text, english }: Sentence): boolean =>
  english && !SHOWN_HOW.test(text) && !HELPER.test(text) && tellsData(text) && !isElsewhere(text)

/** A journal's article on a data set leads to the data, where other articles do not. */
const DESCRIPTOR = /nature\.com\/articles\/sdata\d/i

export const isNoData = (url: string): boolean => isPaper(url) && !DESCRIPTOR.test(url)

/** Sends the reader somewhere else, and tells nothing itself. */
export const REFERS =
  /\b(?:please )?refer to\b|\b(?:for|on) (?:more |further |detailed |additional )?(?:details|information)\b|\b(?:details|information) (?:on|about|of)\b[^.;]{0,80}\b(?:can be found|see|in)\b/i
