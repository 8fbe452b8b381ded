import type { Block } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { isLibrary, sharesOwner } from '../own-sources'
import { stemWords, titleNames } from '../paper'
import { deniedBy, isElsewhere } from './denials'
import { githubOf } from './links'
import { speaksOfOwnCode } from './own-code'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader, isTestData } from './topics'

/** Results, the data they were measured on, and the code that measured them. */

const BENCHMARK =
  /\b(?:MMLU(?:-?Pro)?|HellaSwag|Hella Swag|Wino ?[Gg]rande|TruthfulQA|Truthful QA|GSM-?8K|HumanEval|MBPP|ARC(?:[- _](?:c|e|challenge|easy))?|arc_(?:easy|challenge)|PIQA|BoolQ|OpenBookQA|LAMBADA|BBH|Big-?Bench|GPQA|IFEval|MT-?Bench|AlpacaEval|C-?Eval|CMMLU|SQuAD|GLUE|SuperGLUE|MNLI|SST-?2|ImageNet|COCO|LibriSpeech|Common Voice|FLORES|WMT\d\d|AGIEval|TriviaQA|NaturalQuestions|Natural Questions|DROP|TextVQA|DocVQA|OCRBench|MMBench|MMMU|MathVista|Arena Hard|LiveCodeBench|SWE-?bench|MATH|Toxigen|RealToxicity|MTEB|XNLI|NSMC|KoBEST|HateSpeech|COPA|WER|BLEU|FID|VoxPopuli|FLEURS|TED-?LIUM(?: ?\d)?|GigaSpeech|Earnings-?2[12]|SPGISpeech|CoVoST ?2?|MuST-C|VCTK|LJ ?Speech|ADE20K|CIFAR-?100?|Kinetics(?:-\d+)?|VQA ?v2|OK-?VQA|SEED-?Bench|ScienceQA|ChartQA|InfoVQA|RefCOCO\+?|Flickr30k|NoCaps|ETT[hm][12]|CoNLL(?:-?(?:\d{2}|\d{4}))?|OntoNotes|WNUT(?:-?\d+)?|BEIR|MS ?MARCO|STS-?(?:B|\d\d|benchmark)|CoLA|MRPC|QQP|QNLI|ANLI|SNLI|PAWS-?X?|SuperGLUE|XTREME|EvalPlus|BFCL|Chatbot Arena)\b/i
const NUMBER = /^\W*\d+(?:[.,]\d+)?(?:\W*$|\s*%\W*$|\s*\/\d+\W*$|\s*±)/
const TRAINER_LOG = /\b(?:validation|training) loss\b|^epoch$/i
const NOT_RESULTS =
  /\b(?:hyper-?param|context length|layers|params|parameters|latency|throughput|tokens ?\/ ?s|memory|speed|download|size|quant|bits|vram|hidden)\b/i

const HARNESS =
  /github\.com\/(?:EleutherAI\/lm-evaluation-harness|bigcode-project\/bigcode-evaluation|stanford-crfm\/helm|open-compass\/|openai\/simple-evals|embeddings-benchmark\/mteb|huggingface\/lighteval|declare-lab\/instruct-eval)|\/[\w.-]{0,100}eval[\w.-]{0,100}(?:$|[/?#])/i
const USED =
  /\b(?:us(?:ed|ing|es)|run(?:ning)?|evaluat\w*|measur\w*|reproduc\w*|obtained|comput\w*|with|via|code)\b/i

const OURS = /\b(?:we|our|it|its|this|the model|model|achiev(?:es|ing)|accuracy of)\b/i

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

/** "- Accuracy: 0.91", as trainers write results into a card. Their loss is none. */
const METRIC =
  /^(?:eval[ _])?(?:test[ _])?(?:(?:top-?[15]|macro|micro|weighted|average|mean|exact)[ _-])?(?:accuracy|acc|f1(?:[ _-]\w+)?|precision|recall|rouge\w*|(?:sacre)?bleu|chrf|meteor|wer|cer|exact match|em|mse|mae|rmse|map|ndcg\S*|auc|auroc|perplexity|ppl|pearson\w*|spearman\w*|matthews\w*|mcc|match)\b[^.:=\n]{0,30}[:=]\s*-?\d/i
const RESULTS_OF = /\b(?:results?|performance|evaluat\w*|metrics?|scores?|achiev\w*)\b/i

const METRIC_SAID =
  /\b(?:accuracy|f1(?:[- ]score)?|precision|recall|auroc|auc|map|perplexity|exact match|error rate|correlation)\b[^.;]{0,40}\b\d+(?:\.\d+)?/i

/** Single figures in a list: under a heading on evaluation, or behind words that call them results. */
function figureInList(reading: Reading): Block | undefined {
  const blocks = reading.card?.blocks ?? []
  return blocks.find((block, at) => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return false
    if (!METRIC.test(block.text.slice(0, 120)) || isForeign(block.section)) return false
    if (isAbout(block.section, 'evaluation')) return true
    return blocks
      .slice(Math.max(0, at - 12), at)
      .some((lead) => lead.section === block.section && RESULTS_OF.test(lead.text.slice(0, 1_000)))
  })
}

/** "MMLU 0-shot" as a heading, its score alone below. */
const figureUnderName = (reading: Reading): Block | undefined =>
  reading.card?.blocks.find(
    ({ kind, text, section }) =>
      kind === 'paragraph' &&
      text.length < 24 &&
      NUMBER.test(text) &&
      section.heading !== null &&
      BENCHMARK.test(section.heading.slice(0, 120)),
  )

/** Where results are to be read, and not here. */
const ELSEWHERE_TOLD =
  /\b(?:refer(?:red)? to|see|found (?:in|at|on)|reported in|check(?: out)?|consider|consult|available (?:in|at|on)|detailed in|described in|presented in)\b/i
const DOCUMENT =
  /\b(?:paper|report|article|manuscript|publication|blog ?post|leaderboard|tables?|appendix|benchmark|here|page|dashboard|project|website|repository)\b/i

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
    if (!english || isElsewhere(text) || deniedBy(sentence, reading).size > 0) continue
    if (!BENCHMARK.test(text) && !(isAbout(block.section, 'evaluation') && METRIC_SAID.test(text))) continue
    // "Llama 3 scores 66.7": somebody else's score.
    if (!OURS.test(text) && !titleNames(text, reading.id)) continue
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
  const stated = figureInList(reading) ?? figureUnderName(reading)
  if (stated) {
    yield {
      component: 'evaluation_results',
      status: 'present',
      evidence: fromCard(reading, stated, stated.text, 'The card gives a score.', 'text.score'),
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
    return
  }
  const told = sentencesOf(reading).find(
    (sentence) =>
      sentence.english &&
      (isAbout(sentence.block.section, 'evaluation')
        ? !isTestData(sentence.block.section)
        : /\b(?:evaluation|experimental|benchmark|quantitative) results?\b|\bexperiments\b/i.test(
            sentence.text,
          )) &&
      ELSEWHERE_TOLD.test(sentence.text) &&
      DOCUMENT.test(sentence.text) &&
      !NOT_RESULTS.test(sentence.text) &&
      !isForeign(sentence.block.section) &&
      !isElsewhere(sentence.text) &&
      deniedBy(sentence, reading).size === 0,
  )
  if (told) {
    yield {
      component: 'evaluation_results',
      status: 'mentioned',
      evidence: fromCard(
        reading,
        told.block,
        told.text,
        'The card says where results can be read.',
        'text.results.elsewhere',
      ),
    }
  }
}

/** Where a benchmark's data lie, rather than a paper about it. */
const DATA_HOME =
  /^https?:\/\/(?:huggingface\.co\/datasets\/(?!open-llm-leaderboard)|(?:www\.)?github\.com\/[\w.-]+\/|(?:www\.)?kaggle\.com\/datasets\/|zenodo\.org\/)/i
/** The leaderboard's `details_…` sets hold a model's answers, not the questions. */
const HUB_DATASET = /^https?:\/\/huggingface\.co\/datasets\/(?!open-llm-leaderboard)[\w.-]+/i
const MEASURED = /\b(?:evaluat|test|measur|benchmark|assess)\w*\b/i

/** Data sets that are linked where the card tells what it was measured on. */
export const detectTestData: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const there = isTestData(block.section) || isAbout(block.section, 'evaluation')
    if (!there && !(english && MEASURED.test(text) && !/\btrain/i.test(text))) continue
    if (isForeign(block.section) || isElsewhere(text) || deniedBy(sentence, reading).size > 0) continue
    // Under "Training and evaluation data" stand both.
    if (/\btrain/i.test(`${block.section.heading ?? ''} ${text}`)) continue
    const link = block.links.find(
      ({ url, text: words }) => HUB_DATASET.test(url) && (words === '' || text.includes(words)),
    )
    if (!link) continue
    yield {
      component: 'evaluation_data',
      status: 'present',
      evidence: fromCard(
        reading,
        block,
        text,
        'The card links to the data that it was measured on.',
        'text.evaluation.data',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
    return
  }
}

/** "evaluated on the … test set": data that are named, and not linked. */
const MEASURED_ON =
  /\b(?:evaluat\w*|tested|testing|measured|benchmarked|validated|compared)\b[^.;]{0,100}\b(?:on|over|against|using|across|with)\b[^.;]{0,80}\b(?:(?:test|eval\w*|validation|dev|held-?out)[- ]?(?:sets?|splits?|data\w*)|data ?sets?|benchmarks?|corpora|corpus)\b|\b(?:scores?|accuracy|performance|results?)\b[^.;]{0,60}\bon\b[^.;]{0,60}\b(?:(?:test|eval\w*|validation|dev|held-?out)[- ]?(?:sets?|splits?|data\w*)|benchmarks?)\b|\b(?:test|evaluation|validation|held-?out) (?:set|split|data ?set)\b/i
/** Where a sentence speaks of training as well, it has to say that something was measured. */
const TRAINS = /\b(?:pre-?|fine-?|post-?)?(?:train|tun)(?:ed|ing)\b/i
const MEASURES = /\bevaluat|\btested\b|\bmeasured\b|\bbenchmarked\b/i

function* namedTestData(reading: Reading): Generator<Signal> {
  const named = sentencesOf(reading).find(
    (sentence) =>
      sentence.english &&
      MEASURED_ON.test(sentence.text) &&
      (!TRAINS.test(sentence.text) || MEASURES.test(sentence.text)) &&
      !isForeign(sentence.block.section) &&
      !isElsewhere(sentence.text) &&
      deniedBy(sentence, reading).size === 0,
  )
  if (!named) return
  yield {
    component: 'evaluation_data',
    status: 'mentioned',
    evidence: fromCard(
      reading,
      named.block,
      named.text,
      'The card speaks of the data that it was measured on.',
      'text.evaluation.named',
    ),
  }
}

export const detectBenchmarks: Detector = function* (reading) {
  yield* namedTestData(reading)
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind === 'code' || block.kind === 'bibtex' || !BENCHMARK.test(block.text.slice(0, 4_000)))
      continue
    if (block.kind !== 'table' && !isAbout(block.section, 'evaluation')) continue
    const linked = block.links.filter(({ text }) => BENCHMARK.test(text))
    const reachable = linked.some(({ url }) => DATA_HOME.test(url) && !HARNESS.test(url))
    yield {
      component: 'evaluation_data',
      status: reachable ? 'present' : linked.length >= 3 ? 'partial' : 'mentioned',
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

/** What an evaluation wrote is no code. */
const WRITTEN = /\.(?:txt|csv|tsv|json|jsonl|log|pdf|png|zip)(?:$|[?#])/i
/** The home of a benchmark is data: "C-Eval", "AGIEval". A harness is called otherwise. */
const isBenchmark = (words: string): boolean =>
  BENCHMARK.test(words) && !/\b(?:code|scripts?|harness|repo(?:sitory)?)\b/i.test(words)

export const detectEvaluationCode: Detector = function* (reading) {
  yield* computedMetric(reading)
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const link = block.links.find(
      ({ url, text: words }) =>
        HARNESS.test(url) &&
        !WRITTEN.test(url) &&
        !isBenchmark(words) &&
        (words === '' || text.includes(words)),
    )
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
