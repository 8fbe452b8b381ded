import type { Link } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { classifyPath } from '../file-kinds'
import { isLibrary, sharesOwner } from '../own-sources'
import { repositoryLinks } from '../repository-links'
import { deniedBy, isElsewhere, isOfOthers } from './denials'
import { githubOf } from './links'
import { isOwnCode, speaksOfOwnCode } from './own-code'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isForeign, isForReader, isHeaded } from './topics'

/** The code that the model was trained with. */

const TRAINING_CODE = /\b(?:pre-?train|train|fine-?tun)\w*\b/i
const CODE = /\b(?:code(?:base)?|scripts?|repo(?:sitory)?|recipes?|framework|library|notebooks?)\b/i
const TRAINED_WITH =
  /\b(?:used (?:as|for) (?:the )?training|(?:trained|training) (?:\w+ ){0,3}(?:using|with|by)|codebase that trained|training (?:code|scripts?|framework|repository))\b/i
/** What everybody trains with is nobody's training code. */
const FRAMEWORK =
  /^(?:google\/(?:jax|flax)|jax-ml\/|pytorch\/|tensorflow\/|huggingface\/(?:transformers|trl|peft|accelerate|diffusers)$|microsoft\/deepspeed|deepspeedai\/|nvidia\/|(?:axolotl-ai-cloud|openaccess-ai-collective)\/|ukplab\/sentence-transformers|facebookresearch\/fairseq|pytorch\/fairseq|opennmt\/|project-monai\/|keras-team\/|lightning-ai\/|flairnlp\/|espnet\/|open-mmlab\/|ultralytics\/|hiyouga\/|unslothai\/)/i
const LATER = /\bfine-?tun(?:e|ing)\b|\btrain your\b|\bfurther train/i
const MENTION =
  /\b(?:training (?:code|scripts?|libraries|framework)|custom training|(?:code|scripts?|notebooks?|recipes?|instructions) (?:for|to|on how to) (?:pre-?train|train|fine-?tun)(?!ed)\w*)\b/i

/** A script or a recipe in a framework's repository is what the model was trained with, not what everybody trains with. */
const FILE_OF_IT = /\/(?:blob|tree)\/[^?#]{1,200}\.(?:py|sh|ipynb|ya?ml)(?:$|[?#])/i

/** "Using the comet recipe in …" names the recipe as well as an address does. */
const RECIPE_IN = /\b[\w-]{2,60} recipe (?:in|of|from)\b/i

/** What trains and does little else. */
const TRAINER = /\b(?:axolotl|llama-?factory|unsloth|ms-?swift|xtuner|torchtune|open-?rlhf)\b/i
const TRAINS_WITH =
  /\b(?:built|made|created|(?:fine-?)?tuned|trained) (?:with|using|by|via)\b|訓練|学習|训练|微调|학습|파인튜닝|\bentra[iî]n|\bentren|\bschulung|\btrainier|\bfine-?ge?tun/i

/** "The model was trained with code from X's repository": the code is X's, the training this model's. */
const WITH_CODE_OF =
  /\b(?:(?:the|this|our) models?|it|they|we)\b[^.;]{0,40}\b(?:pre-?|fine-?)?(?:trained|tuned)\b[^.;]{0,20}\b(?:using|with) (?:the )?(?:\w+ )?(?:code|scripts?) (?:from|in|of|at)\b/i
/** The reader is to make this very model, not one of his own. */
const AGAIN = /\btrain (?:this|these|the same) models? (?:yourself|again|from scratch)\b/i
const HOW_MADE =
  /\bhow (?:it|this|(?:the|this) model) (?:was|has been) (?:created|made|built|(?:pre-?|fine-?)?(?:trained|tuned))\b/i
/** What stands right before the tool: "fine-tuned using the …". */
const BY_MEANS = /\b(?:using|with|by|via) (?:the )?$/i
const CODE_FILE = /\.(?:py|ipynb|sh)(?:$|[?#])/i
const REFERRED =
  /\b(?:refer to|see|found (?:in|at|on)|check(?: out)?|consult|available (?:in|at|on))\b[^.;]{0,60}\b(?:github|repo(?:sitory)?|codebase)\b/i

/** A trainer by its name, in any language: the code is known, and not what was done with it. */
function* namedTrainer(reading: Reading, sentence: Sentence): Generator<Signal> {
  const { text, block, english } = sentence
  if (!TRAINER.test(text) || !TRAINS_WITH.test(text) || LATER.test(text)) return
  if (english && (isElsewhere(text) || deniedBy(sentence, reading).size > 0)) return
  if (isForReader(block.section)) return
  yield mentions(reading, sentence, 'mentioned', 'text.trainer')
}

const USED_TO_TRAIN = /\bwe (?:have )?used? (?:to|for) (?:pre-?)?train|\bused to (?:pre-?)?train\b/i

/** The address of a training script among the links of a sentence that lies in the model's own code. */
const ownFileOf = (reading: Reading, links: readonly Link[]): string | undefined =>
  links
    .map(({ url }) => url.split(/[?#]/, 1)[0] ?? '')
    .find(
      (url) =>
        CODE_FILE.test(url) &&
        isOwnCode(reading, { url, image: false }) &&
        TRAINING_KIND.has(classifyPath(url.replace(/^\.\//, '')) ?? ''),
    )
const TRAINING_KIND: ReadonlySet<string> = new Set(['training', 'finetuning'])

const mentions = (
  reading: Reading,
  { block, text }: Sentence,
  status: Signal['status'],
  method: string,
): Signal => ({
  component: 'training_code',
  status,
  evidence: fromCard(reading, block, text, 'The card speaks of code for training.', method),
  license: { id: null, state: 'unknown', inherited: false },
})

export const detectTrainingCode: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    yield* namedTrainer(reading, sentence)
    if (!english || (isElsewhere(text) && !AGAIN.test(text)) || deniedBy(sentence, reading).size > 0) continue
    const links = block.links.filter(({ text: words }) => words === '' || text.includes(words))
    const found = links.find(({ url, image }) => !image && githubOf(url) !== null)
    const repository = found ? githubOf(found.url) : null
    const kin = repository !== null && sharesOwner(reading.id, repository) && !isLibrary(repository)
    if (found && kin && HOW_MADE.test(text) && CODE_FILE.test(found.url)) {
      yield mentions(reading, sentence, 'present', 'text.training.made')
      continue
    }
    if (isHeaded(block.section, 'training') && REFERRED.test(text) && repositoryLinks(reading).length > 0)
      yield mentions(reading, sentence, 'mentioned', 'text.training.referred')
    if (!TRAINING_CODE.test(text)) continue
    if (isOfOthers(text, reading) && !WITH_CODE_OF.test(text)) continue
    const own = speaksOfOwnCode(reading, sentence) || (kin && CODE.test(text))
    const tool = links.some(
      ({ url, text: words }) =>
        FRAMEWORK.test(githubOf(url) ?? '') &&
        !FILE_OF_IT.test(url) &&
        BY_MEANS.test(text.slice(0, text.indexOf(words))),
    )
    if (tool && TRAINED_WITH.test(text)) {
      yield mentions(reading, sentence, 'mentioned', 'text.trainer')
      continue
    }
    const file = ownFileOf(reading, links)
    if (file) {
      yield mentions(
        reading,
        sentence,
        /fine-?_?tun/i.test(file) && !USED_TO_TRAIN.test(text) ? 'partial' : 'present',
        'text.training.script',
      )
      continue
    }
    if (repository == null) {
      const offered = own && MENTION.test(text)
      if ((offered || MENTION.test(text)) && !isForeign(block.section)) {
        yield mentions(
          reading,
          sentence,
          !offered ? 'mentioned' : /\b(?:pre-?)?train(?:ing)?\b/i.test(text) ? 'present' : 'partial',
          'text.training.word',
        )
      }
      continue
    }
    const said =
      TRAINED_WITH.test(text) &&
      (!FRAMEWORK.test(repository) ||
        RECIPE_IN.test(text) ||
        (FILE_OF_IT.test(found?.url ?? '') && !/^huggingface\//i.test(repository)))
    if (
      !said &&
      !TRAINED_WITH.test(text) &&
      !(own && (CODE.test(text) || LATER.test(text) || /train/i.test(block.label ?? '')))
    )
      continue
    yield mentions(
      reading,
      sentence,
      said
        ? 'present'
        : LATER.test(text) && !/\bpre-?train|\btraining,/i.test(text)
          ? 'partial'
          : own
            ? 'present'
            : 'mentioned',
      'text.training.code',
    )
  }
}
