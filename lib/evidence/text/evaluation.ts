import type { Block } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector } from '../collector'
import { stemWords } from '../paper'
import { deniedBy } from './denials'
import { fromCard, sentencesOf } from './prose'
import { isAbout } from './topics'

/** Results, the data they were measured on, and the code that measured them. */

const BENCHMARK =
  /\b(?:MMLU(?:-?Pro)?|HellaSwag|Hella Swag|Wino ?[Gg]rande|TruthfulQA|Truthful QA|GSM-?8K|HumanEval|MBPP|ARC(?:[- _](?:c|e|challenge|easy))?|arc_(?:easy|challenge)|PIQA|BoolQ|OpenBookQA|LAMBADA|BBH|Big-?Bench|GPQA|IFEval|MT-?Bench|AlpacaEval|C-?Eval|CMMLU|SQuAD|GLUE|SuperGLUE|MNLI|SST-?2|ImageNet|COCO|LibriSpeech|Common Voice|FLORES|WMT\d\d|AGIEval|TriviaQA|NaturalQuestions|Natural Questions|DROP|TextVQA|DocVQA|OCRBench|MMBench|MMMU|MathVista|Arena Hard|LiveCodeBench|SWE-?bench|MATH|Toxigen|RealToxicity|MTEB|XNLI|NSMC|KoBEST|HateSpeech|COPA|WER|BLEU|FID)\b/i
const NUMBER = /^[^\w]*-?\d+(?:[.,]\d+)?\s*(?:%|\/\d+|±.*)?[^\w]*$/
const TRAINER_LOG = /\b(?:validation|training) loss\b|^epoch$/i
const NOT_RESULTS =
  /\b(?:hyper-?param|context length|layers|params|parameters|download|size|quant|bits|vram|hidden)\b/i

const HARNESS =
  /github\.com\/(?:EleutherAI\/lm-evaluation-harness|bigcode-project\/bigcode-evaluation|stanford-crfm\/helm|open-compass\/|openai\/simple-evals|embeddings-benchmark\/mteb|huggingface\/lighteval|declare-lab\/instruct-eval)|\/[\w.-]*eval[\w.-]*(?:$|[/?#])/i
const USED =
  /\b(?:us(?:ed|ing|es)|run(?:ning)?|evaluat\w*|measur\w*|reproduc\w*|obtained|comput\w*|with|via|code)\b/i

/** Tables with scores: at least two numbers, under an evaluation heading or with a benchmark's name. */
function isScores(block: Block): boolean {
  const [header = [], ...body] = block.rows
  if (header.some((cell) => TRAINER_LOG.test(cell.trim()))) return false
  const numbers = body.flat().filter((cell) => NUMBER.test(cell)).length
  if (numbers < 2) return false
  const named = block.rows.some((row) => row.some((cell) => BENCHMARK.test(cell.slice(0, 120))))
  return named || (isAbout(block.section, 'evaluation') && !header.some((cell) => NOT_RESULTS.test(cell)))
}

const isNumeric = (cells: readonly string[]): boolean => cells.some((cell) => NUMBER.test(cell))

/** The row to quote: the model's own where rows are models, else the first with a score. */
function ownRow(reading: Reading, block: Block): readonly string[] {
  const family = stemWords(reading.id)[0]?.replace(/[^a-z]/g, '') ?? ''
  const rows = block.rows.filter(isNumeric)
  const own =
    family.length >= 3
      ? rows.find(([name = '']) =>
          name
            .toLowerCase()
            .replace(/[^a-z]/g, '')
            .includes(family),
        )
      : undefined
  return own ?? rows[0] ?? block.rows[0] ?? []
}

export const detectResultTables: Detector = function* (reading) {
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind === 'table' && isScores(block)) {
      const row = ownRow(reading, block)
      yield {
        component: 'evaluation_results',
        status: 'present',
        evidence: fromCard(
          reading,
          block,
          row.join(' | '),
          'A table of the card gives scores.',
          'text.scores',
          'artefact',
        ),
      }
      return
    }
  }
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || !BENCHMARK.test(text) || deniedBy(sentence, reading).size > 0) continue
    if (
      !/\b(?:achiev|scor|reach|obtain|attain|accuracy|average)\w*/i.test(text) ||
      !/\b\d+\.\d+\b|\b\d{1,2}\s?%/.test(text)
    )
      continue
    yield {
      component: 'evaluation_results',
      status: 'present',
      evidence: fromCard(reading, block, text, 'A sentence of the card gives a score.', 'text.score'),
    }
    return
  }
  const figure = reading.card?.blocks.find(
    (block) => isAbout(block.section, 'evaluation') && block.links.some(({ image }) => image),
  )
  if (figure) {
    yield {
      component: 'evaluation_results',
      status: 'partial',
      evidence: fromCard(
        reading,
        figure,
        figure.section.heading ?? '',
        'Results are shown as a picture only.',
        'text.figure',
        'inferred',
      ),
    }
  }
}

export const detectBenchmarks: Detector = function* (reading) {
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind === 'code' || block.kind === 'bibtex' || !BENCHMARK.test(block.text.slice(0, 4_000)))
      continue
    if (block.kind !== 'table' && !isAbout(block.section, 'evaluation')) continue
    const linked = block.links.filter(({ text }) => BENCHMARK.test(text)).length
    yield {
      component: 'evaluation_data',
      status: linked >= 3 ? 'partial' : 'mentioned',
      evidence: fromCard(
        reading,
        block,
        block.text,
        'The card names the benchmarks it was measured on.',
        'text.benchmarks',
      ),
    }
    return
  }
}

export const detectEvaluationCode: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const link = block.links.find(
      ({ url, text: words }) => HARNESS.test(url) && (words === '' || text.includes(words)),
    )
    if (!link || deniedBy(sentence, reading).size > 0) continue
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
