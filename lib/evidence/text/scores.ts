import type { Block, Section } from '../../snapshot/card'
import { onceFor } from '../../snapshot/once'
import type { Reading } from '../../snapshot/reading'
import { topicOf } from './headings'
import { isAbout, isForeign, isForReader, TOPICS } from './topics'

/** What a score looks like in a card: in tables, in lists of "name: number", as a program prints them. */

export const BENCHMARK =
  /\b(?:MMLU(?:-?Pro)?|HellaSwag|Hella Swag|Wino ?[Gg]rande|TruthfulQA|Truthful QA|GSM-?8K|HumanEval|MBPP|ARC(?:[- _](?:c|e|challenge|easy))?|arc_(?:easy|challenge)|PIQA|BoolQ|OpenBookQA|LAMBADA|BBH|Big-?Bench|GPQA|IFEval|MT-?Bench|AlpacaEval|C-?Eval|CMMLU|SQuAD|GLUE|SuperGLUE|MNLI|SST-?2|ImageNet|COCO|LibriSpeech|Common Voice|FLORES|WMT\d\d|AGIEval|TriviaQA|NaturalQuestions|Natural Questions|DROP|TextVQA|DocVQA|OCRBench|MMBench|MMMU|MathVista|Arena Hard|LiveCodeBench|SWE-?bench|MATH|Toxigen|RealToxicity|MTEB|XNLI|NSMC|KoBEST|HateSpeech|COPA|WER|BLEU|FID|VoxPopuli|FLEURS|TED-?LIUM(?: ?\d)?|GigaSpeech|Earnings-?2[12]|SPGISpeech|CoVoST ?2?|MuST-C|VCTK|LJ ?Speech|ADE20K|CIFAR-?100?|Kinetics(?:-\d+)?|VQA ?v2|OK-?VQA|SEED-?Bench|ScienceQA|ChartQA|InfoVQA|RefCOCO\+?|Flickr30k|NoCaps|ETT[hm][12]|CoNLL(?:-?(?:\d{2}|\d{4}))?|OntoNotes|WNUT(?:-?\d+)?|BEIR|MS ?MARCO|STS-?(?:B|\d\d|benchmark)|CoLA|MRPC|QQP|QNLI|ANLI|SNLI|PAWS-?X?|SuperGLUE|XTREME|EvalPlus|BFCL|Chatbot Arena)\b/i

/** "86.9", "73 %", "12/16", "0.7 ± 0.1", "86.9 (0.2)", "0.85 [0.81–0.89]", "134.5 (3d), 296.7 (5d)". */
const NUMBER =
  /^\W*\d+(?:[.,]\d+)?(?:\W*$|\s*%\W*$|\s*\/\d+\W*$|\s*±|\s?%?\s?[([][^()[\]]{1,30}[)\]](?:$|\s?[,;/]))/
export const isScore = (cell: string): boolean => NUMBER.test(cell)

const TRAINER_LOG = /\b(?:validation|training) loss\b|^epoch$/i
export const NOT_RESULTS =
  /\b(?:hyper-?param|context length|layers|params|parameters|latency|throughput|tokens ?\/ ?s|memory|speed|download|size|quant|bits|vram|hidden)\b/i
/** How many there are of something: a table of data, not of results. */
const AMOUNTS =
  /^(?:#|no\. of|number of|num)?\s?(?:examples|samples|instances|sentences|rows|documents|images|hours|utterances|tokens|records|columns|features)\b/i

/** Metrics of any field. Names that are words as well count in their own spelling alone. */
const METRIC_NAME =
  /\b(?:accuracy|acc|f1(?:[ -]score)?|recall|bleu|sacrebleu|chrf|rouge(?:[ -]?[\dl])?|rmse|mae|s?mape|mase|mse|m?iou|auroc|auprc|auc|psnr|ssim|lpips|ndcg(?:@\d+)?|pearson|spearman|perplexity|exact match|error rate|lddt|tm-score|si-?sdr|si-?snr|crps|top-?[15])\b|pass@\d|准确率|召回率|正解率|適合率|再現率|정확도|재현율|genauigkeit|exactitude?\b/i
const METRIC_SPELLING = /\b(?:WER|CER|EER|DER|MOS|EM|mAP|MAP|FID|METEOR|MRR|PCC|MCC|PPL|PESQ|STOI|Dice)\b/
/** A number beside a metric's name that is none of its values. */
const NO_SCORE = /\b(?:loss|threshold|target|weight|goal|best model|baseline)\b/i

const isMetric = (name: string): boolean => {
  const plain = name.slice(0, 60).replaceAll('_', ' ')
  return (METRIC_NAME.test(plain) || METRIC_SPELLING.test(plain)) && !NO_SCORE.test(plain)
}

const namesEvaluation = (heading: string): boolean =>
  TOPICS.evaluation.test(heading) || topicOf(heading) === 'evaluation'

/** "Test data", "Training and evaluation data": what was measured on, or trained on, not what came out. */
const OF_DATA =
  /\b(?:test(?:ing)?|evaluation|eval|benchmark\w{0,3}|validation) (?:data\w{0,4}|sets?|splits?|corpus|corpora)\b/i
const OF_RESULTS = /\b(?:results?|metrics?|performance|scores?|accuracy)\b|\bon (?:the )?\b/i
export const isOfTestData = (heading: string): boolean =>
  OF_DATA.test(heading.slice(0, 160)) && !OF_RESULTS.test(heading.slice(0, 160))

/** Whether a section is on results: by the innermost of its headings that settles it. */
export function isOnResults(section: Section): boolean {
  if (!isAbout(section, 'evaluation')) return false
  for (const heading of [...section.path].reverse()) {
    if (isOfTestData(heading)) return false
    if (namesEvaluation(heading.slice(0, 120))) return true
    // Ethics under "Training and evaluation" is no result.
    if (/\b(?:ethic|limitation|licen[cs]e|citation|acknowledg)/i.test(heading)) return false
  }
  return false
}

/** "The results are as follows:", "Here are the scores": said right above a table. */
const LEAD = /\b(?:results?|performances?|scores?|accuracy)\b/i
const LEADS = /:\s*$|\b(?:here (?:are|is)|below|follow\w*|following|evaluated|obtained)\b/i
const LEAD_ELSEWHERE =
  /(?:结果|結果|精度|性能|성능|결과|ergebnisse|leistung|résultats|resultados)[^.。]{0,40}[:：]\s*$/i
const NOT_LEAD = /\b(?:loss|speed|latency|throughput|memory|hyper-?param\w*|timings?|dataset statistics)\b/i

function isLead(block: Block | undefined, section: Section): boolean {
  // "The results are as follows" among instructions is what a run prints.
  if (
    !block ||
    block.section !== section ||
    topicOf(section.heading ?? '') === 'usage' ||
    (block.kind !== 'paragraph' && block.kind !== 'item')
  )
    return false
  const text = block.text.slice(0, 600)
  return (LEAD.test(text) && LEADS.test(text) && !NOT_LEAD.test(text)) || LEAD_ELSEWHERE.test(text)
}

/** What is wanted, not what was reached. */
const WANTED = /\b(?:targets?|goals?|thresholds?|minimum|required)\b/i

/** A column or a row that bears a metric's name and holds a number. */
function measures([header = [], ...body]: Block['rows']): boolean {
  if (header.some((cell) => WANTED.test(cell.slice(0, 60)))) return false
  const columns = header.flatMap((cell, at) => (isMetric(cell) ? [at] : []))
  return body.some(
    (row) =>
      columns.some((at) => isScore(row[at] ?? '')) ||
      ((row[0] ?? '').length <= 40 && isMetric(row[0] ?? '') && row.slice(1).some(isScore)),
  )
}

/** Two numbers under a heading, a lead or a benchmark's name; one beside the name of a metric. */
function isScores(block: Block, before: Block | undefined): boolean {
  const [header = [], ...body] = block.rows
  if (header.some((cell) => TRAINER_LOG.test(cell.trim()))) return false
  const numbers = body.flat().filter(isScore).length
  const named = block.rows.some((row) => row.some((cell) => BENCHMARK.test(cell.slice(0, 120))))
  if (numbers >= 2 && named) return true
  if (isForeign(block.section) || isForReader(block.section)) return false
  if (measures(block.rows)) return true
  if (numbers < 2 || header.some((cell) => NOT_RESULTS.test(cell) || AMOUNTS.test(cell))) return false
  return isOnResults(block.section) || isLead(before, block.section)
}

/** The tables of a card that give scores. */
export const scoreTables = onceFor((reading: Reading): readonly Block[] => {
  const blocks = reading.card?.blocks ?? []
  return blocks.filter((block, at) => block.kind === 'table' && isScores(block, blocks[at - 1]))
})

const RESULTS_OF = /\b(?:results?|performance|evaluat\w*|metrics?|scores?|achiev\w*)\b/i

/** Words that are metrics only where a number is given for them, as trainers and programs write them. */
const SHORT_NAME =
  /^['"\s]{0,2}(?:eval[ _])?(?:test[ _])?(?:(?:macro|micro|weighted|average|mean|exact)[ _-])?(?:precision|wer|cer|em|map|mcc|exact|match|meteor|matthews\w*|f1_\w*|rouge\w*)\b/i

/** Where values of metrics stand in a text: "XVAL EM: 17.8", "'f1': 0.92, 'em': 0.85", "Test accuracy: 0.92". */
function valuesIn(text: string): number[] {
  const found: number[] = []
  let at = 0
  for (const piece of text.slice(0, 4_000).split(/[,;|\n{}]/)) {
    const [, name = ''] = /^([^:=]{2,60})[:=]\s?[-~≈]?\d/.exec(piece.trim()) ?? []
    if (isMetric(name) || (SHORT_NAME.test(name) && !NO_SCORE.test(name))) found.push(at)
    at += piece.length + 1
  }
  return found
}

/** A text from its first value on, those of a test before those of a training log. */
export function fromValue(text: string): string {
  const values = valuesIn(text)
  const at = values.find((one) => /^\W*(?:test|final)\b/i.test(text.slice(one, one + 40))) ?? values[0] ?? 0
  return text.slice(at).trim()
}

const PROGRAM = /\b(?:import|def|return|print|for|if|metric_for_best_model)\b|\w\(/

/** Single figures in a list: under a heading on evaluation, or behind words that call them results. */
export function figureInList(reading: Reading): Block | undefined {
  const blocks = reading.card?.blocks ?? []
  return blocks.find((block, at) => {
    if (isForeign(block.section)) return false
    if (block.kind === 'code')
      return isOnResults(block.section) && !PROGRAM.test(block.text.slice(0, 2_000)) && isPrinted(block.text)
    if (block.kind !== 'item' && block.kind !== 'paragraph') return false
    const told = isOnResults(block.section) && !isForReader(block.section) && valuesIn(block.text).length > 0
    if (told) return true
    if (valuesIn(block.text.slice(0, 120))[0] !== 0) return false
    if (isAbout(block.section, 'evaluation')) return true
    return blocks
      .slice(Math.max(0, at - 12), at)
      .some((lead) => lead.section === block.section && RESULTS_OF.test(lead.text.slice(0, 1_000)))
  })
}

/** One value may be a setting; two are what an evaluation printed. */
const isPrinted = (code: string): boolean => valuesIn(code).length >= 2

/** "MMLU 0-shot" as a heading, its score alone below. */
export const figureUnderName = (reading: Reading): Block | undefined =>
  reading.card?.blocks.find(
    ({ kind, text, section }) =>
      kind === 'paragraph' &&
      text.length < 24 &&
      isScore(text) &&
      section.heading !== null &&
      BENCHMARK.test(section.heading.slice(0, 120)),
  )
