import type { Strength } from '../../assessment'
import type { Block, Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { isLabelled, isSource, saidInLanguage } from './data-headed'
import { DATA_NOUNS, DATA_WORD, HELPER, THESE_DATA, tellsData } from './data-words'
import { isElsewhere } from './denials'
import { HUB_DATASET } from './links'
import { fromCard, ownWords, proseOf, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader, isHeaded, isTestData, isUnder, standsIn } from './topics'

/** How the card describes the data that the model was trained on, and where more about them is told. */

/** What one thing is counted in, with up to three words before it ("800,000 ancient Chinese poems"). */
const UNIT = `${DATA_NOUNS}|[gt]i?b|words|characters|lines|residues|files|repositories|entries|guidelines`

/** Aspects of a description of data (Open Source AI Definition 1.0, Data Information); each counts once. */
const ASPECTS: readonly RegExp[] = [
  /\b(?:collected|sourced|crawled|scraped|gathered|obtained|drawn|extracted|generated|taken|derived|recorded|provided|created|curated|written|retrieved) (?:from|by|using|at)\b|\bsources?\b|\bcrawl(?:ing|s)?\b|\buser-generated\b|\b(?:contains?|consists? of|comprising|including) [^.;]{0,80}\bfrom\b|\b(?:wikipedia|common ?crawl|reddit|pubmed|arxiv|opensubtitles|bookcorpus|semantic scholar)\b|来自|来源|收集|采集|爬取|抓取|自建|から(?:収集|取得)|収集|수집|출처|위키|provien|collecté|stamm(?:t|en)\b|generier|généré|generad[oa]|合成|生成|gesammelt|mischung aus|recopil/i,
  new RegExp(
    `\\b\\d[\\d.,]{0,24}\\s*(?:\\+ ?)?(?:[kmbt]\\b|thousand|million|billion|trillion|(?:[a-z-]{1,16} ){0,3}(?:${UNIT})\\b)|\\bsize: ?\\d|\\d[\\d.,]{0,20}\\s*(?:[万亿條条]|小时|文|時間|만|억|시간|건)|[百千]万|千余|\\d\\s?(?:Mio|Mrd|millones|millions|milliards)`,
    'i',
  ),
  /\b(?:cut-?off|between|from|until|spanning|period|through|as of|\(|in)\b[^.]{0,40}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\b|(?:19|20)\d\d ?[年년]/i,
  /\b(?:language|multilingual|english|chinese|arabic|french|german|spanish|russian|turkish|japanese|korean|hindi|italian|portuguese|dutch|swedish|languages|domains?|topics|categories)\b|中文|中英|多语言|语言|日本語|한국어|언어|langues?\b|sprachen?\b|\bthemen\b|idiomas?\b/i,
  /\b(?:filter|dedup|clean|remov|exclud|quality (?:filter|control|check|assess)|filtered for quality|pre-?process|normali[sz]|segmented|crop|resiz)\w*|过滤|清洗|去重|除去|フィルタ|중복|필터|정제|filtr|nettoy|bereinig|entfern|limpi|duplicad/i,
  /\b(?:annotat|label|human|crowd|employees|contractors|tagged)\w*|标注|人工|アノテーション|ラベル|라벨|주석|annot|etiquet/i,
  /\b(?:select|sampl|mix|weight|proportion|subsampl|split|random)\w*|划分|比例|抽样|分割|비율|분할|répart|aufgeteilt|divid|dividi/i,
]

const MIN_ASPECTS = 2
const FULL = 6
const FULL_SENTENCES = 3
/** One aspect fewer will do where one sentence tells them all. */
const DENSE = 4

const isPlace = (block: Block): boolean => {
  const section = standsIn(block)
  return (
    !isForeign(section) && !isTestData(section) && !isForReader(section) && !isAbout(section, 'evaluation')
  )
}

/** Goes on about the data that the sentence before named. */
const GOES_ON =
  /^(?:this|it|which|they) (?:amounts?|adds? up|totals?|resulted|results|contains?|covers?|comprises?|includes?)\b|^we (?:also |then |only |further )?(?:use|took|take|filter|collect|remov|exclud|dedup|sampl|select|crawl|gather|clean|split)\w{0,3}\b[^.;]{0,60}\b(?:data|data ?sets?|corpus|corpora|texts?|documents|notes|tweets|papers|images|sequences|repositories|websites)\b/i

/** How the texts or pictures were prepared, told beside the training. */
const PREPARED =
  /\bpre-?processing\b|\bdata (?:cleaning|filtering|curation)\b|数据(?:清洗|过滤|处理)|前処理|전처리/i
/** Tells what code does, and nothing of the data. */
const OF_CODE = /\b(?:code )?snippet\b|^(?:you can|to load|load|run|install|clone|download)\b/i

interface Told {
  text: string
  block: Block
  labelled: boolean
}

const isPrepared = (section: Section): boolean =>
  PREPARED.test((section.heading ?? '').slice(0, 120)) && isAbout(section, 'training')

/** All that the card tells of its data, in order. */
function toldOf(reading: Reading): Told[] {
  const told: Told[] = []
  let before: Section | null = null
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const counts: boolean =
      isPlace(block) &&
      !OF_CODE.test(text) &&
      (isUnder(standsIn(block), 'data') ||
        isPrepared(block.section) ||
        isLabelled(sentence) ||
        (english
          ? (tellsData(text) && DATA_WORD.test(text) && !isElsewhere(text)) ||
            (before === block.section && (THESE_DATA.test(text) || GOES_ON.test(text)))
          : saidInLanguage(text)))
    if (counts) told.push({ text, block, labelled: isLabelled(sentence) })
    before = counts ? block.section : null
  }
  // A table of sources and their shares tells as a sentence does.
  for (const block of reading.card?.blocks ?? [])
    if (block.kind === 'table' && isPlace(block) && isHeaded(standsIn(block), 'data'))
      told.push({ text: block.text.slice(0, 2_000), block, labelled: false })
  return told
}

/** Which aspects a sentence tells. Two links are two sources, whatever stands between them. */
function aspectsOf({ text, block, labelled }: Told): number[] {
  // The "7b" in an address is no amount.
  const said = text.replace(/https?:\/\/\S{1,500}/g, ' ')
  const found = ASPECTS.flatMap((aspect, at) => (aspect.test(said) ? [at] : []))
  if (found.includes(0)) return found
  if (labelled) return [0, ...found]
  const links = block.links.filter((link) => isSource(link) && link.text !== '' && text.includes(link.text))
  return links.length >= 2 ? [0, ...found] : found
}

export const detectDataInformation: Detector = function* (reading) {
  const told = toldOf(reading)
    .map((sentence) => ({ ...sentence, aspects: aspectsOf(sentence) }))
    .filter(({ aspects }) => aspects.length > 0)
  let [best] = told
  if (!best) return
  for (const sentence of told) if (sentence.aspects.length > best.aspects.length) best = sentence
  const aspects = new Set(told.flatMap((sentence) => sentence.aspects)).size
  // Its size alone, or its language alone, hardly describes a corpus.
  if (aspects < MIN_ASPECTS) return
  const full = (aspects >= FULL && told.length >= FULL_SENTENCES) || best.aspects.length >= DENSE
  yield {
    component: 'data_information',
    status: full ? 'present' : 'partial',
    evidence: fromCard(
      reading,
      best.block,
      best.text,
      `The card tells ${aspects} of ${ASPECTS.length} things that describe training data.`,
      'text.data.aspects',
      'inferred',
    ),
  }
}

/** Prose under a heading on data and under those below it that name nothing else. */
function proseUnder(reading: Reading, section: Section): number {
  const sections = reading.card?.sections ?? []
  let length = proseOf(section)
  for (const below of sections.slice(
    sections.indexOf(section) + 1,
    sections.indexOf(section) + 1 + MAX_BELOW,
  )) {
    if (below.level <= section.level || !isUnder(below, 'data')) break
    length += proseOf(below)
  }
  return length
}

const MAX_BELOW = 20
const DESCRIBED = 100
const MANY_SOURCES = 2
/** What a data set's own document is called. */
const DATASHEET = /\bdata ?sheets?\b|\bdata(?:set)? (?:cards?|statements?)\b/i
const SCORES = /\b(?:results?|scores?|leaderboard|benchmarks?)\b/i

export const detectDataCard: Detector = function* (reading): Generator<Signal> {
  const tells = (
    status: Signal['status'],
    block: Block,
    text: string,
    claim: string,
    method: string,
    strength?: Strength,
  ): Signal => ({
    component: 'data_card',
    status,
    evidence: fromCard(reading, block, text, claim, method, strength),
  })
  const section = reading.card?.sections.find(
    (candidate) =>
      isHeaded(candidate, 'data') &&
      !isForeign(candidate) &&
      !isForReader(candidate) &&
      !isTestData(candidate) &&
      (proseUnder(reading, candidate) >= DESCRIBED ||
        (proseOf(candidate) >= DESCRIBED / 2 &&
          candidate.blocks.flatMap(({ links }) => links.filter(isSource)).length >= MANY_SOURCES)),
  )
  const first =
    section?.blocks.find(({ text }) => ownWords(text) !== '') ??
    reading.card?.sections[section ? reading.card.sections.indexOf(section) + 1 : -1]?.blocks[0]
  const sheet = sentencesOf(reading).find(
    ({ text, block }) =>
      isPlace(block) &&
      !isElsewhere(text) &&
      block.links.some(
        ({ url, text: words }) => /^https?:/.test(url) && DATASHEET.test(words) && text.includes(words),
      ) &&
      (isUnder(standsIn(block), 'data') || tellsData(text)),
  )
  if (sheet) {
    yield tells(
      'present',
      sheet.block,
      sheet.text,
      "The card links to the data set's own sheet.",
      'text.data.sheet',
    )
    return
  }
  if (first) {
    yield tells(
      'partial',
      first,
      first.text,
      'A section of the card describes the data.',
      'text.data.section',
      'artefact',
    )
    return
  }
  const linked = sentencesOf(reading).find((sentence) => {
    const { text, block, english } = sentence
    if (!isPlace(block) || HELPER.test(text) || isElsewhere(text) || SCORES.test(text)) return false
    const trained = english && tellsData(text)
    return block.links.some(
      (link) =>
        (link.text === '' || text.includes(link.text)) &&
        (HUB_DATASET.test(link.url) ||
          // Another home of the data, called so by its address or its words.
          (trained && isSource(link) && /data|corp(?:us|ora)/i.test(`${link.url} ${link.text}`))),
    )
  })
  if (linked) {
    const claim = 'The card links to a data set, whose own page may describe it.'
    yield tells('mentioned', linked.block, linked.text, claim, 'text.data.page')
  }
}
