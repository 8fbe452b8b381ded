import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { deniedBy, isElsewhere } from './denials'
import { isHarness } from './harness'
import { speaksOfOwnCode } from './own-code'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isAbout } from './topics'

/** The code that measured the results. */

const USED =
  /\b(?:us(?:ed|ing|es)|run(?:ning)?|evaluat\w*|measur\w*|reproduc\w*|obtained|comput\w*|with|via|code)\b/i

const EVALUATION_CODE =
  /\bevaluation (?:code|scripts?|pipeline|harness)\b|\b(?:code|scripts?|notebooks?) (?:for|to) (?:\w+,? (?:and |or )?){0,3}evaluat\w*|\breproduc\w+ (?:\w+ ){0,3}(?:results|numbers|scores|evaluation)\b/i
const HARNESS_NAME =
  /\b(?:lm[- ]?eval(?:uation)?[- ]harness|lighteval|simple-evals|bigcode-evaluation-harness)\b/i

/** Evaluation code in the model's own repository, or a harness that is named without a link. */
function* ownEvaluation(reading: Reading, sentence: Sentence): Generator<Signal> {
  const { text, block, english } = sentence
  if (!english || isElsewhere(text)) return
  const own = EVALUATION_CODE.test(text) && speaksOfOwnCode(reading, sentence)
  const named = HARNESS_NAME.test(text) && USED.test(text)
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
