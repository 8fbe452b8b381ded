import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { isLibrary, sharesOwner } from '../own-sources'
import { deniedBy, isElsewhere } from './denials'
import { isHarness } from './harness'
import { githubOf } from './links'
import { speaksOfOwnCode } from './own-code'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader } from './topics'

/** The code that measured the results. */

const USED =
  /\b(?:us(?:ed|ing|es)|run(?:ning)?|evaluat\w*|measur\w*|reproduc\w*|obtained|comput\w*|with|via|code)\b/i

const EVALUATION_CODE =
  /\bevaluation (?:code|scripts?|pipeline|harness|notebooks?)\b|\b(?:code|scripts?|notebooks?) (?:for|to) (?:[\w-]{1,30},? (?:and |or )?){0,3}evaluat\w*|\breproduc\w+ (?:\w+ ){0,3}(?:results|numbers|scores|evaluation)\b/i
const HARNESS_NAME =
  /\b(?:lm[- ]?eval(?:uation)?[- ]harness|lighteval|simple-evals|bigcode-evaluation-harness)\b/i

/** The model's own code, or a repository of its owner: the sentence says what is in it. */
const leadsToOwn = (reading: Reading, sentence: Sentence): boolean =>
  speaksOfOwnCode(reading, sentence) ||
  sentence.block.links.some(({ url, text, image }) => {
    const repository = image ? null : githubOf(url)
    return (
      repository !== null &&
      (text === '' || sentence.text.includes(text)) &&
      !isLibrary(repository) &&
      sharesOwner(reading.id, repository)
    )
  })

/** Code that loads a metric and applies it. */
const COMPUTES =
  /\b(?:load_metric|evaluate\.load)\(|\.compute\(\s*(?:predictions|references)\s*=|\bfrom jiwer import\b|\bimport jiwer\b|\bcompute_metrics\(/

/** A snippet under a heading on evaluation that computes the metric. */
function* computedMetric(reading: Reading): Generator<Signal> {
  const block = reading.card?.blocks.find(
    ({ kind, text, section }) =>
      kind === 'code' &&
      isAbout(section, 'evaluation') &&
      !isForReader(section) &&
      !isForeign(section) &&
      COMPUTES.test(text.slice(0, 20_000)),
  )
  if (!block) return
  const line = block.text.split('\n').find((candidate) => COMPUTES.test(candidate)) ?? block.text
  yield {
    component: 'evaluation_code',
    status: 'present',
    evidence: fromCard(
      reading,
      block,
      line,
      'A snippet of the card evaluates the model.',
      'text.evaluation.snippet',
      'artefact',
    ),
    license: { id: null, state: 'unknown', inherited: false },
  }
}

/** Evaluation code in the model's own repository, or a harness that is named without a link. */
function* ownEvaluation(reading: Reading, sentence: Sentence): Generator<Signal> {
  const { text, block, english } = sentence
  if (english && isElsewhere(text)) return
  const own = english && EVALUATION_CODE.test(text) && leadsToOwn(reading, sentence)
  // A harness has one name in all languages.
  const named = HARNESS_NAME.test(text) && (!english || USED.test(text))
  if (!own && !named) return
  yield {
    component: 'evaluation_code',
    status: own ? 'present' : 'mentioned',
    evidence: fromCard(
      reading,
      block,
      text,
      own ? 'The card links to its own evaluation code.' : 'The card names a public evaluation harness.',
      own ? 'text.evaluation.own' : 'text.evaluation.harness',
    ),
    license: { id: null, state: 'unknown', inherited: false },
  }
}

export const detectEvaluationCode: Detector = function* (reading) {
  yield* computedMetric(reading)
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const link = block.links.find((one) => isHarness(one) && (one.text === '' || text.includes(one.text)))
    if (deniedBy(sentence, reading).size > 0) continue
    if (!link) {
      yield* ownEvaluation(reading, sentence)
      continue
    }
    const thanks = /\b(?:appreciate|thank|acknowledge)\w*/i.test(text)
    const used = !thanks && ((english && USED.test(text)) || isAbout(block.section, 'evaluation'))
    yield {
      component: 'evaluation_code',
      status: used ? 'present' : 'partial',
      evidence: fromCard(
        reading,
        block,
        text,
        'The card links to the code that it was evaluated with.',
        'text.evaluation.code',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
  }
}
