import type { Block, Link } from '../../snapshot/card'
import { onceFor } from '../../snapshot/once'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { deniedBy, isElsewhere } from './denials'
import { isHarness } from './harness'
import { topicOf } from './headings'
import { isPaper } from './links'
import { fromCard, ownWords, type Sentence, sentencesOf } from './prose'
import { BENCHMARK, isOfTestData, isOnResults, scoreTables } from './scores'
import { isAbout, isForeign, isForReader, isTestData } from './topics'

/** The data that a model was measured on. */

const LINKED = 'The card links to the data that it was measured on.'
const NAMED = 'The card speaks of the data that it was measured on.'

const signal = (
  reading: Reading,
  block: Block,
  text: string,
  status: Signal['status'],
  claim: string,
  method: string,
): Signal => ({
  component: 'evaluation_data',
  status,
  evidence: fromCard(reading, block, text, claim, method),
})

/** Where a benchmark's data lie, rather than a paper about it. */
const DATA_HOME =
  /^https?:\/\/(?:huggingface\.co\/datasets\/(?!open-llm-leaderboard)|(?:www\.)?github\.com\/[\w.-]+\/|(?:www\.)?kaggle\.com\/datasets\/|zenodo\.org\/)/i
/** The leaderboard's `details_…` sets hold a model's answers, not the questions. */
const HUB_DATASET = /^https?:\/\/huggingface\.co\/datasets\/(?!open-llm-leaderboard)[\w.-]+/i
const DOWNLOAD =
  /^https?:\/\/(?:drive\.google\.com|(?:www\.)?dropbox\.com|zenodo\.org|(?:www\.)?kaggle\.com\/datasets|figshare\.com)\/|\.(?:zip|tar|tgz|gz|csv|tsv|jsonl?|txt|parquet)(?:\?[^\s]{0,80})?$/i
const MEASURED = /\b(?:evaluat|test|measur|benchmark|assess)\w*\b/i

/** Pages about data, and other things that are linked beside them. */
const NO_DATA =
  /^https?:\/\/(?:[\w.-]{0,60}wikipedia\.org|paperswithcode\.com|huggingface\.co\/(?!datasets\/)|colab\.|twitter\.com|x\.com)|\.(?:pdf|png|jpe?g|svg|py|sh|ipynb)(?:[?#]|$)|leaderboard/i
const NO_DATA_WORDS =
  /\b(?:leaderboard|paper|report|blog|scripts?|code|repo(?:sitory)?|notebook|colab|demo|model|harness|library|tools?|toolkit|metrics?|website)\b/i
const DATA_NOUN =
  /\b(?:data ?sets?|data|corpus|corpora|benchmarks?|(?:test|dev|validation|evaluation|challenge|eval) ?sets?|splits?)\b|数据集|データセット|데이터\s?(?:셋|세트)|datensatz|jeu de données|conjunto de datos/i

/** Whether a link can lead to data: no paper, no code, no leaderboard, no other page of the Hub. */
const leadsToData = (link: Link): boolean =>
  !link.image &&
  /^https?:\/\//i.test(link.url) &&
  !isPaper(link.url) &&
  !isHarness(link) &&
  !NO_DATA.test(link.url) &&
  !NO_DATA_WORDS.test(link.text)

/** "evaluated on the [X] data set", "the test portion of [X]": what stands between, and the link. */
const OBJECT_OF =
  /\b(?:(?:evaluated|tested|measured|benchmarked|validated|assessed) (?:\w+ )?(?:on|against)|(?:test(?:ing)?|validation|dev(?:elopment)?|evaluation|held-?out) (?:portion|part|splits?|sets?|partition|subset|data) (?:of|from)|(?:performance|accuracy|results?|scores?) on)\b/i

function isMeasuredOn(text: string, { url, text: words }: Link): boolean {
  const at = words === '' ? -1 : text.indexOf(words)
  if (at < 0) return false
  const before = text.slice(Math.max(0, at - 120), at)
  const verb = OBJECT_OF.exec(before)
  // Another sentence, another verb.
  if (
    !verb ||
    /[;:]|\b(?:using|with|by|than|from|trained|via)\b/i.test(before.slice(verb.index + verb[0].length))
  )
    return false
  const after = text.slice(at, at + words.length + 24)
  return DATA_NOUN.test(after) || (BENCHMARK.test(words) && DATA_HOME.test(url))
}

/** "[test set](…)", whatever the sentence. */
const CALLED_TEST =
  /^(?:the )?(?:public )?(?:test|evaluation|eval|dev|validation|benchmark)[ -]?(?:data ?sets?|sets?|data|splits?)$/i
/** "Data2: https://…" among results. */
const LABELLED =
  /^(?:test |eval(?:uation)? |benchmark )?(?:data ?sets?|data|corpus|测试集|データ|데이터) ?\d{0,2} ?[:：]/i

function linkedData({ text, block, english }: Sentence): Link | undefined {
  const { section } = block
  const heading = section.heading ?? ''
  const here = block.links.filter(({ text: words }) => words === '' || text.includes(words))
  const called = here.find((link) => CALLED_TEST.test(link.text) && leadsToData(link))
  if (called) return called
  // Under "Training and evaluation data" stand both; what is said of training is that.
  if (/\btrain/i.test(text)) return undefined
  const both = /\btrain/i.test(heading)
  const there = isTestData(section) || isOfTestData(heading) || isAbout(section, 'evaluation')
  if (there || (english && MEASURED.test(text))) {
    const hub = here.find(({ url }) => HUB_DATASET.test(url))
    if (hub && (!both || isOfTestData(heading))) return hub
  }
  if (both) return undefined
  if (isOfTestData(heading)) {
    const listed = here.find((link) => leadsToData(link) && isListed(text, link))
    if (listed) return listed
  }
  if (isOnResults(section)) {
    const fetched = here.find(
      (link) =>
        leadsToData(link) && (LABELLED.test(text) || (DOWNLOAD.test(link.url) && DATA_NOUN.test(text))),
    )
    if (fetched) return fetched
  }
  return english ? here.find((link) => leadsToData(link) && isMeasuredOn(text, link)) : undefined
}

/** Under a heading on test data: whose they are and who measured is linked there too. */
function isListed(text: string, { url, text: words }: Link): boolean {
  const at = words === '' ? text.indexOf(url) : text.indexOf(words)
  const before = text.slice(0, Math.max(0, at))
  if (/\b(?:by|with|thanks to)\W{0,3}$/i.test(before.slice(-20))) return false
  return (
    DATA_NOUN.test(text) ||
    DOWNLOAD.test(url) ||
    before.length < 4 ||
    /^(?:link|source|url|name)\b/i.test(text)
  )
}

const LOADED =
  /\bload_dataset\(\s?["'](?!hf-internal-testing)[\w./-]{2,100}["'][^()\n]{0,200}\bsplit ?= ?["'](?:test|validation|eval|dev)\b/

/** Data that a card links, or loads, where it tells what it was measured on. */
export const detectTestData: Detector = function* (reading) {
  const found = findLinked(reading)
  if (!found) return
  yield {
    ...signal(reading, found.block, found.text, 'present', LINKED, 'text.evaluation.data'),
    license: { id: null, state: 'unknown', inherited: false },
  }
}

function findLinked(reading: Reading): Pick<Sentence, 'block' | 'text'> | undefined {
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (isForeign(block.section) || isForReader(block.section)) continue
    if (block.links.length === 0 || deniedBy(sentence, reading).size > 0) continue
    const link = linkedData(sentence)
    // "evaluated on [X] and compared with others": what follows is about them, the data are not.
    if (link && !isElsewhere(text.slice(0, text.indexOf(link.text) + link.text.length))) return sentence
  }
  for (const block of reading.card?.blocks ?? []) {
    const { kind, section } = block
    if (kind !== 'code' || !isAbout(section, 'evaluation') || isForReader(section)) continue
    if (topicOf(section.heading ?? '') === 'usage') continue
    const line = block.text
      .slice(0, 20_000)
      .split('\n')
      .find((one) => LOADED.test(one.slice(0, 500)))
    if (line !== undefined) return { block, text: line.trim() }
  }
  return undefined
}

/** "evaluated on the … test set": data that are named, and not linked. */
const MEASURED_ON =
  /\b(?:evaluat\w*|tested|testing|measured|benchmarked|validated|compared)\b[^.;]{0,100}\b(?:on|over|against|using|across|with)\b[^.;]{0,80}\b(?:(?:test|eval\w*|validation|dev|held-?out)[- ]?(?:sets?|splits?|data\w*)|data ?sets?|benchmarks?|corpora|corpus)\b|\b(?:scores?|accuracy|performance|results?)\b[^.;]{0,60}\bon\b[^.;]{0,60}\b(?:(?:test|eval\w*|validation|dev|held-?out)[- ]?(?:sets?|splits?|data\w*)|benchmarks?)\b|\b(?:test|evaluation|validation|held-?out) (?:set|split|data ?set)\b/i
/** Where a sentence speaks of training as well, it has to say that something was measured. */
const TRAINS = /\b(?:pre-?|fine-?|post-?)?(?:train|tun)(?:ed|ing)\b/i
const MEASURES = /\bevaluat|\btested\b|\bmeasured\b|\bbenchmarked\b/i
/** "state-of-the-art results on several benchmarks" is praise: none of them is named. */
const PRAISE =
  /\b(?:several|various|many|multiple|numerous|a (?:range|number|variety|suite) of)\b[^.;]{0,60}\b(?:benchmarks?|data ?sets?)\b/i

function* namedTestData(reading: Reading): Generator<Signal> {
  const named = sentencesOf(reading).find(
    (sentence) =>
      sentence.english &&
      MEASURED_ON.test(sentence.text) &&
      (!TRAINS.test(sentence.text) || MEASURES.test(sentence.text)) &&
      !(PRAISE.test(sentence.text) && !MEASURES.test(sentence.text) && !BENCHMARK.test(sentence.text)) &&
      !isForeign(sentence.block.section) &&
      !isElsewhere(sentence.text) &&
      deniedBy(sentence, reading).size === 0,
  )
  if (!named) return
  yield signal(reading, named.block, named.text, 'mentioned', NAMED, 'text.evaluation.named')
}

export const detectBenchmarks: Detector = function* (reading) {
  yield* namedTestData(reading)
  let best: Signal | null = null
  for (const block of reading.card?.blocks ?? []) {
    const signal = benchmarksIn(reading, block)
    if (signal && (best === null || RANK.indexOf(signal.status) > RANK.indexOf(best.status))) best = signal
    if (best?.status === 'present') break
  }
  if (best) yield best
}

const RANK: readonly Signal['status'][] = ['mentioned', 'partial', 'present']

function benchmarksIn(reading: Reading, block: Block): Signal | null {
  if (block.kind === 'code' || block.kind === 'bibtex' || !BENCHMARK.test(block.text.slice(0, 4_000)))
    return null
  if (block.kind !== 'table' && !isAbout(block.section, 'evaluation')) return null
  const linked = block.links.filter(({ text }) => BENCHMARK.test(text))
  const reachable = linked.some(
    (link) => leadsToData(link) && (DATA_HOME.test(link.url) || DATA_NOUN.test(link.text)),
  )
  const status = reachable ? 'present' : linked.length >= 3 ? 'partial' : 'mentioned'
  return signal(
    reading,
    block,
    block.text,
    status,
    'The card names the benchmarks it was measured on.',
    'text.benchmarks',
  )
}

const NAMES_SETS =
  /^(?:evaluation |test )?(?:data ?sets?(?: name)?|benchmarks?|corpus|corpora|test ?sets?|eval(?:uation)? ?sets?|tasks? ?(?:\/|and|&) ?data ?sets?|data ?sets? ?(?:\/|and|&) ?tasks?|数据集|测试集|データセット|데이터 ?셋|데이터 ?세트|datens(?:atz|ätze)|jeux? de données|conjuntos? de datos)$/i
/** Tasks are often called by their sets ("RCT-180K", "CB513"), and often in plain words, which name none. */
const NAMES_TASKS = /^(?:tasks?|任务|タスク|태스크|tâches?|aufgaben?|tareas?)$/i
const PROPER = /[A-Z][a-z]{0,12}[A-Z]|[A-Z]{2}|[A-Za-z]-?\d/

/** What the prose links, by the link's words; what it was trained on is linked as well, and left out. Made once per card. */
const linkedByName = onceFor((reading: Reading): ReadonlyMap<string, Sentence> => {
  const found = new Map<string, Sentence>()
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (block.links.length === 0 || /\btrain/i.test(text) || isForeign(block.section) || isElsewhere(text))
      continue
    for (const link of block.links)
      if (link.text.length >= 3 && !found.has(link.text) && text.includes(link.text) && leadsToData(link))
        found.set(link.text, sentence)
  }
  return found
})

function linkOf(reading: Reading, names: readonly string[]): Sentence | undefined {
  const linked = linkedByName(reading)
  const name = names.find((one) => linked.has(one))
  return name === undefined ? undefined : linked.get(name)
}

/** The sets in the first column of a table of scores, or linked in its header. */
export const detectScoredData: Detector = function* (reading) {
  for (const table of scoreTables(reading)) {
    const [header = [], ...body] = table.rows
    const first = header[0] ?? ''
    const names = body.map(([name = '']) => name).filter((name) => name !== '')
    const bySets = NAMES_SETS.test(first)
    const byTasks =
      NAMES_TASKS.test(first) && names.filter((name) => PROPER.test(name)).length * 2 > names.length
    const isCell = (words: string, cells: readonly string[]) =>
      words !== '' && cells.some((cell) => cell.includes(words))
    const linked = table.links.some(
      (link) =>
        leadsToData(link) &&
        ((HUB_DATASET.test(link.url) && isCell(link.text, [...header, ...names])) ||
          ((bySets || byTasks) && isCell(link.text, names))),
    )
    const told = linked || !(bySets || byTasks) ? undefined : linkOf(reading, names)
    if (!linked && !bySets && !byTasks) continue
    yield signal(
      reading,
      told?.block ?? table,
      told?.text ?? table.text,
      linked || told ? 'present' : 'mentioned',
      linked || told ? LINKED : NAMED,
      'text.scores.data',
    )
    if (linked || told) return
  }
}

const NOTHING_YET =
  /\b(?:tb[dac]|n\/?a|none|coming soon|to be (?:added|announced)|not (?:applicable|available|provided)|same as|see (?:above|below)|unknown|todo)\b/i

/** What stands under a heading on test data and not on training data names some of them. */
export const detectListedTestData: Detector = function* (reading) {
  const listed = reading.card?.blocks.find(
    ({ kind, text, section }) =>
      (kind === 'item' || kind === 'paragraph') &&
      isOfTestData(section.heading ?? '') &&
      !/\btrain/i.test(section.heading ?? '') &&
      !isForReader(section) &&
      !isForeign(section) &&
      ownWords(text).length >= 12 &&
      !NOTHING_YET.test(text.slice(0, 300)),
  )
  if (!listed) return
  yield signal(reading, listed, listed.text, 'mentioned', NAMED, 'text.evaluation.listed')
}
