import type { Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader, standsIn } from './topics'

/** The machines that the model was trained on. */

/** "8xA100" too: no word begins behind the "x". */
const MACHINE =
  /(?:\b|\b\d{1,5}[x×])(?:A100|H100|H200|H800|A800|V100S?|P100|K80|A10G?|A40|A6000|L40S?|B200|G[BH]200|MI2[15]0X?|MI300X?|Gaudi ?\d?|Ascend ?910\w?|TPU ?v\d\w*(?:-\d+)?|TPUv\d\w*|TPUs?|RDU|(?:GTX ?)?TITAN (?:X[p]?|V|RTX)|GTX ?\d{3,4}(?: ?Ti)?|RTX ?(?:A\d{4}|\d{4})(?: ?Ti)?|Quadro (?:RTX|[A-Z]{1,2})? ?\d{4}|Tesla ?[TKPMV]\d{1,3}|(?:T4|L4) GPUs?|Trainium|GPU[- ]hours?)\b/i
const TRAINING =
  /\btrain|\bpre-?train|\bfine-?tun|\btuned\b|\bspent\b|\bhours?\b|\bcumulative\b|\bhardware\b/i
const RUNNING =
  /\b(?:inference|serving|serve|deploy|run(?:ning)? (?:the|this|on|it)|load(?:ed|ing)?|requires?|VRAM|throughput|latency)\b/i

/** A field of the Hub's template, or the like. */
const HARDWARE_LABEL =
  /^(?:(?:training )?hardware(?: type| used)?|training (?:hardware|infrastructure|accelerators?)|cloud provider|gpus?(?: used)?)$/i

/** What somebody else would need to train it further. */
const NEEDED =
  /\b[GT]PU(?: and [GT]PU)? compatible\b|\bwe (?:now |also )?support\b|\b(?:you(?:'ll| will| would)? (?:need|require)|(?:fine-?tun|train)ing (?:this|the|it) ?(?:model)? (?:needs|requires)|to (?:fine-?tune|train|run) (?:this|the|it)\b[^.;]{0,40}\b(?:need|require|recommend|can|use))/i

/** "On an A100", "8xA100": how many. */
const COUNTED = new RegExp(`\\d[x×]|\\b(?:an?|one) (?:[\\w-]{1,20} ){0,2}(?=${MACHINE.source})`, 'i')

/** A section of thanks: who gave machines for the training is told there, how many hardly ever. */
const isThanks = ({ path }: Section): boolean =>
  path.some((heading) => /acknowledg|thank|credit/i.test(heading.slice(0, 120)))
const GIVEN = /\btrain|\bcompute\b|\baccess to\b|\bprogram(?:me)?\b|\bprovid\w+|\bsupport/i

/** Memory that one would need is no machine that was used. */
const AT_LEAST = /\bat least\b|\bminimum\b|\bmin\.|\brequire|\brecommend|\bor (?:more|higher|better)\b|≥|>=/i

/** What an example runs on is no machine of the model's. */
const isExample = ({ path }: Section): boolean =>
  path.slice(1).some((heading) => /\bexamples?\b|\btutorials?\b/i.test(heading.slice(0, 120)))

const partly = (reading: Reading, { text, block }: Sentence): Signal => ({
  component: 'hardware_documentation',
  status: 'partial',
  evidence: fromCard(reading, block, text, 'The card thanks for machines.', 'text.hardware.thanks'),
})

export const detectHardware: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (isExample(block.section) && !/\b(?:was|were) (?:pre-?|fine-?)?(?:trained|tuned)\b/i.test(text))
      continue
    if (!MACHINE.test(text) || isForReader(block.section) || NEEDED.test(text)) continue
    if (isForeign(block.section)) {
      if (isThanks(block.section) && GIVEN.test(text)) yield partly(reading, sentence)
      continue
    }
    const trained =
      TRAINING.test(text) || isAbout(standsIn(block), 'hardware') || isAbout(standsIn(block), 'training')
    if (!trained || (RUNNING.test(text) && !/\btrain/i.test(text))) continue
    const amount =
      COUNTED.test(text) ||
      /\d|\b(?:single|one|two|four|eight|sixteen)\b/i.test(text.replace(MACHINE, '')) ||
      isAbout(standsIn(block), 'hardware')
    // Thanks for machines tell little; that they were used, and how many, tells all that a reader asks.
    const thanks =
      /\b(?:support|thank|grant|program|sponsor)\w*/i.test(text) &&
      !/\b(?:we|was|were) (?:able to |could )?(?:use|train)\w*\b/i.test(text)
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
    const needed = AT_LEAST.test(labelled.text)
    yield {
      component: 'hardware_documentation',
      status: needed ? 'partial' : 'present',
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
