import type { Link } from '../../snapshot/card'
import { BENCHMARK } from './scores'

/** Whether a link leads to code that evaluates, or to a benchmark, whose name may hold the same word. */

const KNOWN =
  /github\.com\/(?:EleutherAI\/lm-evaluation-harness|bigcode-project\/bigcode-evaluation|stanford-crfm\/helm|open-compass\/|openai\/simple-evals|embeddings-benchmark\/mteb|huggingface\/lighteval|declare-lab\/instruct-eval)/i
/** Where code is kept: elsewhere an address with "eval" in it is a page, a leaderboard or a file of scores. */
const CODE_HOST =
  /^https?:\/\/(?:www\.)?(?:(?:gist\.)?github\.com|gitlab\.com|bitbucket\.org|huggingface\.co\/(?!datasets\/|papers\/)|colab\.research\.google\.com)\/?([^\s?#]{1,400})/i
/** "retrieval" and "medieval" end so too. */
const EVALUATES = /(?<!tri|medi|prim)eval/i
const BESIDE = /^(?!#|[a-z][a-z+.-]{0,20}:)(?:\.{0,2}\/)?([^\s?#]{1,400})/i
/** Samples, results and data of an evaluation. */
const MADE = /samples?|results?|outputs?|logs?|data|scores?/i
const NO_CODE = /\.(?:txt|json|jsonl|csv|tsv|log|pdf|png|jpe?g|svg|zip|gz|tgz|tar)$/i
/** "AGIEval", "C-Eval", "MT-Eval": a benchmark bears its name like this; code is called "model-eval" or "evaluation". */
const NAMED_AS_BENCHMARK = /^(?:[A-Z][A-Za-z]{0,14}-?)Eval(?:-?(?:v?\d|Plus))?$/
const CALLED_CODE =
  /\b(?:code|scripts?|harness|pipeline|repo(?:sitory)?|notebook|toolkit)\b|代码|コード|코드/i

export function isHarness({ url, text, image }: Pick<Link, 'url' | 'text' | 'image'>): boolean {
  if (image) return false
  if (KNOWN.test(url)) return !NO_CODE.test(url.split(/[?#]/, 1)[0] ?? '')
  const evaluates = (part: string): boolean => EVALUATES.test(part) && !MADE.test(part)
  const beside = BESIDE.exec(url)?.[1]
  if (beside !== undefined) return !NO_CODE.test(beside) && beside.split('/').some(evaluates)
  const path = CODE_HOST.exec(url)?.[1]
  if (path === undefined || NO_CODE.test(path)) return false
  const [, name = '', ...inside] = path.split('/')
  if (inside.some(evaluates)) return true
  if (!evaluates(name)) return false
  return CALLED_CODE.test(text) || !(NAMED_AS_BENCHMARK.test(name) || BENCHMARK.test(text))
}
