import type { ComponentId } from '../../components'
import type { Block, Link, Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { looksTuned } from '../dataset-roles'
import { isNoData, REFERS, tellsData } from './data-words'
import { deniedBy, isElsewhere } from './denials'
import { type Language, languageOf } from './languages'
import { fromCard, ownWords, type Sentence, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader, isHeaded, isTestData, standsIn } from './topics'

/** Training data told by where they stand: behind a label, under a heading, below a line; also in other languages. */

const UNKNOWN_LICENSE = { id: null, state: 'unknown', inherited: false } as const
const MANY_SOURCES = 2

const TUNED =
  /fine[- ]?tun|instruct|post-?train|\bsft\b|rlhf|\bdpo\b|preference|align|微调|精调|ファインチューニング|微調整|파인 ?튜닝|미세 ?조정|\baffin(?:é|age)|feinabgestimmt|ajuste fino|ajustad[oa]/i
const BASE = /pre-?train|预训练|預訓練|事前学習|사전 ?학습|pré-?entra|vortrain|preentren/i

export function dataRoleOf(text: string, tuned: boolean): 'training_data_base' | 'training_data_tuned' {
  if (TUNED.test(text)) return 'training_data_tuned'
  if (BASE.test(text)) return 'training_data_base'
  return tuned ? 'training_data_tuned' : 'training_data_base'
}

/** What a row or an item of a list leads to: neither a paper, a picture, nor another model. */
export const isSource = ({ url, image }: Link): boolean =>
  /^https?:/.test(url) &&
  !image &&
  !isNoData(url) &&
  !/^https?:\/\/(?:huggingface\.co\/(?!datasets\/)|colab\.)/i.test(url) &&
  !/\.(?:py|sh|ipynb)(?:$|[#?])/i.test(url)

/** A heading on what the model was trained on, and on nothing else. */
const TRAINING_DATA =
  /\b(?:pre-?|post-?|fine[- ]?|instruction[- ])?(?:train(?:ing)?|tuning) (?:(?:and|&) (?:evaluation|validation|test\w{0,3}) )?(?:data(?:sets?)?|corpus|corpora|sets?)\b|\b(?:pre-?train\w{0,3}|training) corp(?:us|ora)\b|训练(?:数据|语料|集)|訓練(?:資料|用?データ)|学習用?データ|(?:학습|훈련) ?(?:데이터|말뭉치)|données d['’]entra[iî]nement|corpus d['’]entra[iî]nement|trainingsda(?:ten|ta)|trainingskorpus|datos de (?:pre-?)?entrenamiento|corpus de entrenamiento/i
/** Headings with "data" on what is done with the data of users, or on rights. */
const OTHER_DATA =
  /privacy|protection|retention|security|availability|statement|polic(?:y|ies)|licen|limitation|bias|\bcard\b/i

const isPlace = (section: Section): boolean =>
  !isForeign(section) &&
  !isForReader(section) &&
  !isTestData(section) &&
  !isAbout(section, 'evaluation') &&
  !isAbout(section, 'use') &&
  !OTHER_DATA.test((section.heading ?? '').slice(0, 120))

const LABEL =
  /^(?:(?:(?:pre-?|fine[- ]?)?train(?:ing|ed)? )?(?:data(?: ?sets?)?|corpus|corpora)(?: used| sources?| name)?|(?:pre-?)?train(?:ing|ed)(?: set| on)|(?:训练)?数据(?:集|来源)?|训练语料|(?:学習)?データ(?:セット)?|(?:학습 ?)?데이터(?:셋)?|(?:jeux? de )?données(?: d['’]entra[iî]nement)?|(?:trainings)?daten(?:satz|sätze)?|(?:conjunto de )?datos(?: de entrenamiento)?)$/i
/** Under a heading on training data, what leads to them. */
const WHERE =
  /^(?:links?|sources?|urls?|download|home ?page|website|location|address|data ?set|链接|来源|出典|リンク|출처|링크|lien|quelle|fuente|enlace)$/i
/** No data, or none that anybody can tell. */
const EMPTY =
  /^\W{0,4}(?:n\/?a\b|none\b|unknown\b|tbd\b|to ?do\b|coming soon|more information|not\b|no\b|undisclosed|private|proprietary|confidential|internal|see\b|refer\b|check\b|described\b|same\b|the same\b|your\b|无|未|非公開|なし|없음|비공개|keine?\b|siehe\b|aucune?\b|voir\b|ningun|véase)|^\W*$/i
/** What was done with the data, by which means, or whom to thank: links there lead to tools. */
const MEANS =
  /\b(?:clean|filter|tokeni[sz]|process|pre-?process|dedup|script|tool|librar|framework|code\b|thank|paper|detail|compar|similar|licen)\w*/i
const SAYS_FROM =
  /\b(?:collected|sourced|gathered|taken|obtained|derived|drawn|crawled|scraped|comes?|from|contains?|consists?|compris\w+|includes?|including|collections?|mixture|combin\w+|used?|using)\b/i

const isDataLink = ({ url, text }: Link): boolean => /data|corp(?:us|ora)/i.test(`${url} ${text}`)

const linksIn = (text: string, block: Block): Link[] =>
  block.links.filter((link) => isSource(link) && (link.text === '' || text.includes(link.text)))

const signal = (
  reading: Reading,
  block: Block,
  text: string,
  component: ComponentId,
  status: Signal['status'],
): Signal => ({
  component,
  status,
  evidence: fromCard(
    reading,
    block,
    text,
    status === 'present'
      ? 'The card names the training data and links to it.'
      : 'The card mentions the training data.',
    status === 'present' ? 'text.data.place.link' : 'text.data.place',
  ),
  ...(status === 'present' ? { license: UNKNOWN_LICENSE } : {}),
})

/** Whether a sentence is a label on data with its value, which then is all there is to read. */
export const isLabelled = ({ text, block }: Sentence): boolean =>
  block.label !== null && LABEL.test(block.label) && block.text.startsWith(text)

/** "Training data: [OpenWords](…)", "* dataset: opus", under a heading on training data also "Link: …". */
function byLabel(sentence: Sentence, section: Section): Signal['status'] | null {
  const { text, block } = sentence
  const { label } = block
  if (label === null || !block.text.startsWith(text)) return null
  const named = LABEL.test(label)
  const headed = isTrainingData(section)
  if (!named && !(headed && WHERE.test(label))) return null
  const value = block.text.slice(label.length).replace(/^\W{0,3}[:：]\s*/, '')
  if (EMPTY.test(value) || ownWords(value) === '') return null
  const [link] = linksIn(text, block)
  if (!link) return named && value.length <= 300 ? 'mentioned' : null
  // The link is the value, not a word in a sentence about something else.
  const leads = value.indexOf(link.text) <= (WHERE.test(label) ? 40 : 4) && !MEANS.test(value.slice(0, 200))
  if (!leads) return 'mentioned'
  return headed || /train|训练|学習|학습|entra|entren/i.test(label) ? 'present' : 'partial'
}

/** Whether a heading over the block, the innermost one that is on data, is on training data. */
function isTrainingData(section: Section): boolean {
  for (const heading of section.path.toReversed().slice(0, 3))
    if (heading.length <= 120 && TRAINING_DATA.test(heading)) return true
  return false
}

/** Sentences with the data as their subject, or with none, as they stand under a heading on data. */
const ENGLISH_DATA =
  /^(?:[\w-]{1,20} ){0,4}(?:data(?: ?sets?)?|corpus|corpora|training set)\b[^.;]{0,60}\b(?:is|are|was|were|contains?|consists?|comprises?|includes?|comes?|covers?|combines?)\b|^(?:contains?|consists? of|compris\w{2,4}|includes?|collected (?:by|from)|sourced from|derived from|a (?:collection|mix(?:ture)?|subset|dump) of)\b|\bwe (?:will be |will |are |have |also |only )?(?:us(?:e|ed|ing)|collect(?:ed)?|gather(?:ed)?|crawl(?:ed)?|took|take)\b[^.;]{0,60}\b(?:data(?: ?sets?)?|corpus|corpora)\b/i

/** The same in other languages: the word for data and a verb of being, holding or coming from. */
const OTHER_DATA_SAID =
  /(?:数据|语料|知识库|文献|データ|コーパス|데이터|말뭉치|données|corpus|daten|korpus|datos)[^。.;]{0,60}(?:包括|包含|来自|由|共|は|使用|利用|収集|含|사용|포함|구성|수집|\b(?:sont|est|contien|compren|provien|inclu|ist|sind|besteh|enth|umfass|stamm|es\b|son\b|consist))|(?:采用|使用|收集|利用)了?[^。；]{0,40}(?:数据|语料|知识库|文献)|\bdatens[aä]tze? (?:ist|sind|enth|umfass|besteh)/i

/** What is said of training anywhere, and what makes it something else. */
const WORDS: Readonly<Record<Language, { trained: RegExp; not: RegExp }>> = {
  zh: {
    trained:
      /(?:采用|使用|利用|基于|通过|在|用)[^。；]{0,80}(?:数据|语料|文本)[^。；]{0,80}(?:训练|微调)|(?:训练|微调|原始)(?:数据|语料)集?[^。；]{0,10}(?:包括|包含|来自|涵盖|共计)/,
    not: /评测|测试|评估|您|你|可以|如何|代码|框架|脚本|未|不|没有|尚|将/,
  },
  ja: {
    trained:
      /(?:データ|コーパス|テキスト)[^。]{0,120}(?:で|用い|使っ|使用し|により|利用し)[^。]{0,24}(?:学習|訓練|ファインチューニング)/,
    not: /評価|テスト|あなた|ください|できます|ない|ません|コード|予定/,
  },
  ko: {
    trained: /(?:데이터|말뭉치|코퍼스|텍스트)[^.]{0,60}(?:학습|훈련|파인 ?튜닝|미세 ?조정)/,
    not: /평가|테스트|않|없|당신|여러분|하세요|코드|예정|수 있/,
  },
  fr: {
    trained:
      /entra[iî]née?s? (?:sur|avec|à partir)[^.;]{0,100}\b(?:données|corpus|textes?|images|phrases|heures|articles)\b|données d['’]entra[iî]nement (?:sont|comp|contien|provien|inclu)/i,
    not: /évalu|\btests?\b|\bvo(?:tre|s)\b|\bpouvez\b|\bn['’e]\b|\bpas\b|\bsera\b/i,
  },
  de: {
    trained:
      /\b(?:auf|mit|anhand)\b[^.;]{0,100}(?:daten|korpus|texten?|bildern|sätzen|stunden|artikeln)\b[^.;]{0,40}(?:trainiert|feinabgestimmt|getuned)/i,
    not: /\bevalu|getestet|\btestdaten|\bihren?\b|\beigenen?\b|\bkönnen\b|\bnicht\b|\bkein|\bwerden\b/i,
  },
  es: {
    trained:
      /entrenad[oa]s? (?:con|en|sobre|a partir|usando|utilizando)[^.;]{0,100}\b(?:datos|corpus|textos?|imágenes|frases|horas|artículos)\b/i,
    not: /\bevalu|\bprueba|\b(?:tus?|sus?) propi|\bpuede|\bno\b|\bser[áa]n?\b/i,
  },
}

const OTHER_SET =
  /(?:数据集|语料库?|データセット|コーパス|데이터셋|말뭉치|jeu de données|corpus|datensatz|conjunto de datos)[^\p{L}]{0,3}$/iu

/** A link right behind the word for a data set; a bare address in brackets, behind its name. */
function isNamedSet(text: string, { text: words, url }: Link): boolean {
  const at = text.indexOf(words === '' ? url : words)
  if (at < 0) return false
  const before = text.slice(Math.max(0, at - 40), at)
  return OTHER_SET.test(before) || (/^https?:/.test(words) && /(?:数据集|データセット|데이터셋)/.test(before))
}

/** What a sentence in another language tells, under a heading or by its own words. */
function inLanguage(sentence: Sentence, headed: boolean): Signal['status'] | null {
  const { text, block } = sentence
  const language = languageOf(text)
  if (language === null) return null
  const words = WORDS[language]
  if (words.not.test(text) || !(words.trained.test(text) || (headed && OTHER_DATA_SAID.test(text))))
    return null
  return linksIn(text, block).some((link) => isNamedSet(text, link)) ? 'present' : 'mentioned'
}

/** Whether a sentence in another language says what something was trained on. */
export function saidInLanguage(text: string): boolean {
  const language = languageOf(text)
  return language !== null && WORDS[language].trained.test(text) && !WORDS[language].not.test(text)
}

const leadsToModel = ({ text, block }: Sentence): boolean =>
  block.links.some(
    ({ url, text: words }) =>
      /^https?:\/\/huggingface\.co\/(?!datasets|spaces|papers)/.test(url) && text.includes(words),
  )

/** What a sentence tells of data by the heading that it stands under. */
function byHeading(sentence: Sentence, section: Section): Signal['status'] | null {
  const { text, block } = sentence
  const own = ownWords(text)
  if (own.length < 12 || EMPTY.test(own) || REFERS.test(text) || /\b(?:not|never|no)\b|n['’]t\b/i.test(text))
    return null
  const training = isTrainingData(section)
  const says = ENGLISH_DATA.test(text)
  if (!says && !(training && block.label === null)) return null
  const links = linksIn(text, block)
  if (says && training && SAYS_FROM.test(text) && !MEANS.test(text)) {
    if (links.length >= MANY_SOURCES || links.some(isDataLink)) return 'present'
  }
  return links.length > 0 ? 'partial' : 'mentioned'
}

export const detectHeadedData: Detector = function* (reading): Generator<Signal> {
  const tuned = looksTuned(reading)
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const section = standsIn(block)
    if (!isPlace(section) || isElsewhere(text) || deniedBy(sentence, reading).size > 0) continue
    const headed = isHeaded(section, 'data')
    const status =
      byLabel(sentence, section) ??
      (isLabelled(sentence)
        ? null
        : english
          ? headed
            ? byHeading(sentence, section)
            : null
          : inLanguage(sentence, headed))
    if (status === null) continue
    const role = dataRoleOf(`${text} ${section.heading ?? ''}`, tuned || (!english && leadsToModel(sentence)))
    yield signal(reading, block, text, role, status)
  }
}

/** A line that introduces the data: a name of them as a heading has it, or "was trained on these data sets". */
const introduces = (lead: string): boolean =>
  tellsData(lead) && /\b(?:data(?: ?sets?)?|corpus|corpora|sources|collections)\b[^:]{0,24}$/i.test(lead)

/** A list or a table of linked sources under a heading on training data, or below a line that introduces them. */
export const detectListedSources: Detector = function* (reading): Generator<Signal> {
  const tuned = looksTuned(reading)
  const lists = new Map<string, { rows: Block[]; words: string }>()
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind !== 'item' && block.kind !== 'table') continue
    const section = standsIn(block)
    const lead = block.leads.find(introduces)
    const heading = section.heading ?? ''
    if (isForeign(section) || isTestData(section) || isForReader(section)) continue
    if (lead === undefined) {
      if (
        !/\btrain|pre-?train|fine-?tun|\bcorpora\b|\bcorpus\b|训练|学習|학습|entra[iî]n|entren/i.test(heading)
      )
        continue
      if (!isHeaded(section, 'data') || /\beval|\btest/i.test(heading)) continue
    } else if (isAbout(section, 'evaluation')) continue
    if (!block.links.some(isSource)) continue
    const words = lead === undefined ? section.path.slice(-3).join(' ') : lead
    const key = `${block.section.line} ${words}`
    const list = lists.get(key)
    if (list) list.rows.push(block)
    else lists.set(key, { rows: [block], words })
  }
  for (const { rows, words } of lists.values()) {
    const [first] = rows
    const sources = rows.reduce((sum, { links }) => sum + links.filter(isSource).length, 0)
    if (!first || sources < MANY_SOURCES) continue
    yield {
      component: dataRoleOf(words, tuned),
      status: 'present',
      evidence: fromCard(
        reading,
        first,
        first.text,
        'The card lists the training data with links to them.',
        'text.data.list',
      ),
      license: UNKNOWN_LICENSE,
    }
  }
}
