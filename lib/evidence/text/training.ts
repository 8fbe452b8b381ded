import type { Detector } from '../collector'
import { deniedBy, isElsewhere, isOfOthers } from './denials'
import { githubOf } from './links'
import { speaksOfOwnCode } from './own-code'
import { fromCard, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader, standsIn } from './topics'

/** How the model was trained: code, settings, machines. */

const TRAINING_CODE = /\b(?:pre-?train|train|fine-?tun)\w*\b/i
const CODE = /\b(?:code(?:base)?|scripts?|repo(?:sitory)?|recipes?|framework|library)\b/i
const TRAINED_WITH =
  /\b(?:used (?:as|for) (?:the )?training|(?:trained|training) (?:\w+ ){0,3}(?:using|with|by)|codebase that trained|training (?:code|scripts?|framework|repository))\b/i
/** What everybody trains with is nobody's training code. */
const FRAMEWORK =
  /^(?:google\/(?:jax|flax)|jax-ml\/|pytorch\/|tensorflow\/|huggingface\/(?:transformers|trl|peft|accelerate|diffusers)$|microsoft\/deepspeed|deepspeedai\/|nvidia\/|axolotl-ai-cloud\/|hiyouga\/|unslothai\/)/i
const LATER = /\bfine-?tun(?:e|ing)\b|\btrain your\b|\bfurther train/i
const MENTION =
  /\b(?:training (?:code|scripts?|libraries|framework)|custom training|(?:code|scripts?|notebooks?|recipes?|instructions) (?:for|to|on how to) (?:pre-?train|train|fine-?tun)(?!ed)\w*)\b/i

export const detectTrainingCode: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || !TRAINING_CODE.test(text) || isElsewhere(text)) continue
    if (isOfOthers(text, reading) || deniedBy(sentence, reading).size > 0) continue
    const links = block.links.filter(({ text: words }) => words === '' || text.includes(words))
    const repository = links.map(({ url }) => githubOf(url)).find((name) => name !== null)
    const own = speaksOfOwnCode(reading, sentence)
    if (repository == null) {
      const offered = own && MENTION.test(text)
      if ((offered || MENTION.test(text)) && !isForeign(block.section)) {
        yield {
          component: 'training_code',
          status: !offered ? 'mentioned' : /\b(?:pre-?)?train(?:ing)?\b/i.test(text) ? 'present' : 'partial',
          evidence: fromCard(reading, block, text, 'The card mentions training code.', 'text.training.word'),
        }
      }
      continue
    }
    const said = TRAINED_WITH.test(text) && !FRAMEWORK.test(repository)
    if (
      !said &&
      !TRAINED_WITH.test(text) &&
      !(own && (CODE.test(text) || LATER.test(text) || /train/i.test(block.label ?? '')))
    )
      continue
    yield {
      component: 'training_code',
      status: said
        ? 'present'
        : LATER.test(text) && !/\bpre-?train|\btraining,/i.test(text)
          ? 'partial'
          : own
            ? 'present'
            : 'mentioned',
      evidence: fromCard(reading, block, text, 'The card links to code for training.', 'text.training.code'),
      license: { id: null, state: 'unknown', inherited: false },
    }
  }
}

const CONTEXT_LENGTH = /\b(?:sequence|context|block)[ _-]length\b[^.\n]{0,20}\d|\bsequences of length \d/i

/** Speaks to the reader and not of what "we" did. */
const FOR_READER = /^(?!.*\b(?:we|our|was|were)\b).*\byou(?:'ll| will| can| need| should| may)?\b/i

/** Settings of a training run, each with a value. */
const SETTINGS: readonly RegExp[] = [
  /\b(?:learning[ _-]rate|peak lr|\blr)\b[^.\n]{0,40}\d/i,
  /\b(?:batch(?:es)?[ _-]?(?:size)?)\b[^.\n]{0,40}\d|\bbatches of \d/i,
  /\b(?:adamw?|adafactor|sgd|lion|lamb|rmsprop)\b/i,
  /\b(?:epochs?|steps|iterations)\b[^.\n]{0,24}\d|\d[\d,.kKmM]{0,24}\s?(?:training )?(?:epochs?|steps|iterations)\b/i,
  /\bwarm-?up\b/i,
  /\bweight[ _-]decay\b/i,
  CONTEXT_LENGTH,
  /\b(?:scheduler|cosine|linear) ?(?:decay|schedule|scheduler|type)?\b[^.\n]{0,20}(?:cosine|linear|decay|schedul)/i,
  /\b(?:bf16|fp16|mixed precision|bfloat16)\b[^.\n]{0,30}\btrain|\bgradient (?:clipping|accumulation)\b/i,
]

export const detectTrainingConfig: Detector = function* (reading) {
  const blocks = (reading.card?.blocks ?? []).filter(
    (block) =>
      (block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'table') &&
      !isForeign(block.section) &&
      !isForReader(block.section) &&
      !FOR_READER.test(block.text.slice(0, 400)) &&
      !isAbout(block.section, 'evaluation') &&
      (isAbout(block.section, 'training') ||
        isAbout(block.section, 'hardware') ||
        /\btrain(?:ed|ing)\b/i.test(block.text)),
  )
  const telling = blocks.filter((block) =>
    SETTINGS.some((setting) => setting.test(block.text.slice(0, 4_000))),
  )
  const first = telling[0]
  // The length of the context alone is a property of the model.
  if (
    !first ||
    !telling.some((block) =>
      SETTINGS.some((setting) => setting !== CONTEXT_LENGTH && setting.test(block.text.slice(0, 4_000))),
    )
  )
    return
  const told = SETTINGS.filter((setting) =>
    telling.some((block) => setting.test(block.text.slice(0, 4_000))),
  ).length
  yield {
    component: 'training_config',
    status: told >= 3 ? 'present' : 'partial',
    evidence: fromCard(
      reading,
      first,
      first.text,
      `The card gives ${told} of the usual training settings.`,
      'text.settings',
    ),
  }
}

const MACHINE =
  /\b(?:A100|H100|H200|H800|A800|V100|P100|A40|A6000|L40S?|B200|MI2[15]0X?|MI300X?|Gaudi ?\d?|TPU ?v\d\w*(?:-\d+)?|TPUv\d\w*|TPUs?|RDU|RTX ?(?:A\d{4}|\d{4})(?: ?Ti)?|Trainium|GPU[- ]hours?)\b/i
const TRAINING =
  /\btrain|\bpre-?train|\bfine-?tun|\btuned\b|\bspent\b|\bhours?\b|\bcumulative\b|\bhardware\b/i
const RUNNING =
  /\b(?:inference|serving|serve|deploy|run(?:ning)? (?:the|this|on|it)|load(?:ed|ing)?|requires?|VRAM|throughput|latency)\b/i

/** A field of the Hub's template, or the like. */
const HARDWARE_LABEL =
  /^(?:(?:training )?hardware(?: type| used)?|training (?:hardware|infrastructure|accelerators?)|cloud provider|gpus?(?: used)?)$/i

/** What somebody else would need to train it further. */
const NEEDED =
  /\bwe (?:now |also )?support\b|\b(?:you(?:'ll| will| would)? (?:need|require)|(?:fine-?tun|train)ing (?:this|the|it) ?(?:model)? (?:needs|requires)|to (?:fine-?tune|train|run) (?:this|the|it)\b[^.;]{0,40}\b(?:need|require|recommend|can|use))/i

export const detectHardware: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (!MACHINE.test(text) || isForeign(block.section) || isForReader(block.section)) continue
    if (NEEDED.test(text)) continue
    const trained =
      TRAINING.test(text) || isAbout(standsIn(block), 'hardware') || isAbout(standsIn(block), 'training')
    if (!trained || (RUNNING.test(text) && !/\btrain/i.test(text))) continue
    const amount =
      /\d|\b(?:single|one|two|four|eight|sixteen)\b/i.test(text.replace(MACHINE, '')) ||
      isAbout(standsIn(block), 'hardware')
    // Thanks for machines tell little; that they were used, and how many, tells all that a reader asks.
    const thanks =
      /\b(?:support|thank|grant|program|sponsor)\w*/i.test(text) &&
      !/\b(?:we|was|were) (?:able to )?(?:use|train)\w*\b/i.test(text)
    yield {
      component: 'hardware_documentation',
      status: amount && !thanks ? 'present' : 'partial',
      evidence: fromCard(
        reading,
        block,
        text,
        'The card says what the model was trained on.',
        'text.hardware',
      ),
    }
    if (amount && !thanks) return
  }
  const labelled = sentencesOf(reading).find(
    ({ text, block }) =>
      HARDWARE_LABEL.test(block.label ?? '') &&
      !isForeign(block.section) &&
      !isAbout(block.section, 'use') &&
      /[a-z]{3}/i.test(text.slice((block.label ?? '').length)) &&
      !/more information needed|\binference\b|\bunknown\b|\bn\/a\b|\bn?one\b/i.test(text),
  )
  if (labelled) {
    yield {
      component: 'hardware_documentation',
      status: 'present',
      evidence: fromCard(
        reading,
        labelled.block,
        labelled.text,
        'The card says what the model was trained on.',
        'text.hardware.label',
      ),
    }
    return
  }
  const emissions = reading.frontMatter?.data.co2_eq_emissions
  const first = reading.card?.blocks[0]
  if (emissions != null && first) {
    yield {
      component: 'hardware_documentation',
      status: 'partial',
      evidence: fromCard(
        reading,
        first,
        'co2_eq_emissions',
        'The metadata gives the emissions of the training.',
        'front-matter.co2',
      ),
    }
  }
}
