import { parentsOf } from '../../lineage/bases'
import type { Link } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector } from '../collector'
import { looksTuned } from '../dataset-roles'
import { listDatasets } from '../datasets'
import { stemWords } from '../paper'
import { dataRoleOf, isLabelled } from './data-headed'
import { DATA_WORD, isNoData, REFERS, TRAINED_ON, tellsTraining, withoutPossible } from './data-words'
import { deniedBy, isOfOthers } from './denials'
import { githubOf, HUB_DATASET, isPaper } from './links'
import { isOwnCode, speaksOfOwnCode } from './own-code'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader, isHeaded, isTestData, standsIn } from './topics'

/** What the card's prose tells of training data: which sets, how described, which code prepared them. */

const BASE = /pre-?train/i
const SUBSET = /\b(?:part|subset|portion|sample|some) of\b/i

function isTraining({ block }: Pick<Sentence, 'block'>): boolean {
  const section = standsIn(block)
  return !isForeign(section) && !isTestData(section) && !isForReader(section)
}

const MANY_SOURCES = 2

/** "The data set is public at …" */
const RELEASED = /\bdata ?sets?\b[^.;]{0,40}\b(?:public|available|released|accessible|open-?sourced)\b/i

const MEANS =
  /\b(?:platform|framework|library|toolkit|cluster|super-?computer|cloud|hardware|GPUs?|TPUs?|code(?:base)?|scripts?|trainer|method|approach|objective|loss|optimi[sz]er|algorithm|technique|adapter|recipe|pipeline|tool|taxonomy|polic(?:y|ies)|guidelines|categories)\b/i

/** Where a link's words stand in a sentence: as words of their own ("ImageNet" is not in "ImageNet-21k"); -1: nowhere. */
function placeOf(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/[\w-]/.test(text[at + words.length] ?? '') && !/[\w-]/.test(text[at - 1] ?? '')) return at
  return text.indexOf(words)
}

/** Whether a link is what the model was trained on: its words follow the preposition, and it leads to data. */
function isDirectObject(text: string, { text: words, url, image }: Link): boolean {
  if (image || words.length < 2 || !/^https?:/.test(url) || isNoData(url)) return false
  if (/github\.com|huggingface\.co/.test(url) && !/data/i.test(`${url} ${words}`)) return false
  const at = Math.max(0, placeOf(text, words))
  const before = text.slice(0, at)
  const preposition =
    /(?<!based |found |read |available |described |explained |published |posted |hosted |shared |details )\b(on|using|with|from) (?:the |our |a |an )?(?:(?:[\w-]+ ){0,2}(?:version|subset|part|portion|split) of (?:the )?)?$/i.exec(
      before,
    )?.[1]
  if (
    preposition === undefined ||
    !text.includes(words) ||
    !TRAINED_ON.test(`${withoutPossible(before)}data`)
  )
    return false
  const named = `${words} ${text.slice(at + words.length, at + words.length + 30)}`
  // "trained with the NeMo framework", "on the Eos cluster": what it was trained with, not on.
  if (MEANS.test(named)) return false
  return preposition.toLowerCase() === 'on' || DATA_WORD.test(named) || /[/.]datasets?[/.]|data/i.test(url)
}

/** "pre-trained on A and fine-tuned on B": the words before each link tell which of the two it is. */
function roleBefore(text: string, { text: words }: Link, tuned: boolean) {
  const before = text.slice(0, Math.max(0, placeOf(text, words)))
  const last = [...before.matchAll(/\b(?:pre-?|fine[- ]?|post-?)?(?:train|tun)(?:ed|ing)\b/gi)].at(-1)?.[0]
  return last !== undefined && /^(?:pre|fine|post)/i.test(last)
    ? dataRoleOf(last, tuned)
    : dataRoleOf(text, tuned)
}

/** Whoever asks may have them, or nobody who has not signed. */
const ON_TERMS =
  /\bcredentialed\b|\bdata use agreement\b|\b(?:up)?on request\b|\brequires? (?:access|registration|approval)\b/i

const saysReleased = (sentence: Sentence, reading: Reading): boolean =>
  sentence.english && RELEASED.test(sentence.text) && deniedBy(sentence, reading).size === 0

/** A data set of the model's own owner that the metadata lists: the one that "our data set is public" speaks of. */
function ownDataset(reading: Reading): string | null {
  const owner = `${reading.id.split('/')[0]}/`.toLowerCase()
  return listDatasets(reading).find(({ id }) => id.toLowerCase().startsWith(owner))?.id ?? null
}

/** Whether a sentence stands where training data may be named. */
export const isOfTraining = (sentence: Sentence): boolean =>
  isTraining(sentence) && !isAbout(standsIn(sentence.block), 'evaluation')

/** "Comet was pre-trained on …", on the card of a model that was tuned from Comet: the base's data, told second-hand. */
function isOfBase(reading: Reading, text: string): boolean {
  const subject = text.slice(0, 60).toLowerCase()
  if (/^(?:the|its) base model\b/.test(subject)) return true
  const family = stemWords(reading.id)[0] ?? ''
  return parentsOf(reading).some(({ id }) =>
    [stemWords(id)[0] ?? '', id.includes('/') ? id.slice(0, id.indexOf('/')).toLowerCase() : ''].some(
      (name) => name.length >= 4 && name !== family && subject.replace(/^the /, '').startsWith(name),
    ),
  )
}

/** "Comet's pre-training corpus", on a card of a fine-tune; a refusal of the base's makers is theirs. */
const tellsOfBase = (reading: Reading, text: string): boolean =>
  !/\b(?:not|never|no)\b|n['’]t\b/i.test(text) &&
  (BASE.test(text) ||
    parentsOf(reading).some(({ id }) => {
      const [name = ''] = stemWords(id)
      return name.length >= 4 && text.toLowerCase().includes(name)
    }))

/** Links to data sets of the Hub that the sentence, or its heading, calls training data. */
export function linksToTrainingData(sentence: Sentence, reading: Reading): Link[] {
  const { text, block } = sentence
  if (block.links.length === 0 || !isOfTraining(sentence) || isOfOthers(text, reading)) return []
  const linked = block.links.filter(
    ({ url, text: words }) => HUB_DATASET.test(url) && (words === '' || text.includes(words)),
  )
  if (linked.length === 0) return []
  const headed = isHeaded(standsIn(block), 'data') || isAbout(standsIn(block), 'training')
  const released = saysReleased(sentence, reading)
  return tellsTraining(sentence) || headed || released ? linked : []
}

export const detectTrainingData: Detector = function* (reading) {
  const tuned = looksTuned(reading)
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (!isOfTraining(sentence)) continue
    if (isOfOthers(text, reading)) {
      if (!tuned || !tellsTraining(sentence) || !tellsOfBase(reading, text)) continue
      const claim = 'The card speaks of the data of the base model.'
      const proof = fromCard(reading, block, text, claim, 'text.data.base')
      yield { component: 'training_data_base', status: 'mentioned', evidence: proof }
      continue
    }
    const trained = tellsTraining(sentence)
    const linked = linksToTrainingData(sentence, reading)
    const own = linked.length === 0 && saysReleased(sentence, reading) ? ownDataset(reading) : null
    const direct = trained ? block.links.filter((link) => isDirectObject(text, link)) : []
    if (linked.length > 0 || direct.length > 0 || own !== null) {
      const whole = dataRoleOf(`${text} ${standsIn(block).heading ?? ''}`, tuned)
      const components = direct.length > 0 ? direct.map((link) => roleBefore(text, link, tuned)) : [whole]
      for (const component of new Set(components)) {
        yield {
          component,
          status: ON_TERMS.test(text)
            ? 'present_restricted'
            : SUBSET.test(text) || isOfBase(reading, text)
              ? 'partial'
              : 'present',
          evidence: fromCard(
            reading,
            block,
            text,
            'The card names the training data and links to it.',
            'text.data.link',
          ),
          license: { id: null, state: 'unknown', inherited: false },
        }
      }
    } else if (
      trained &&
      !isLabelled(sentence) &&
      DATA_WORD.test(text) &&
      !REFERS.test(text) &&
      deniedBy(sentence, reading).size === 0
    ) {
      const named = block.links.filter(
        ({ url, text: words, image }) =>
          /^https?:/.test(url) &&
          !image &&
          words !== '' &&
          text.includes(words) &&
          !/github/.test(url) &&
          !isPaper(url) &&
          !MEANS.test(words),
      ).length
      yield {
        component: dataRoleOf(text, tuned),
        // Under its own heading, a sentence that leads to more than one source names the data.
        status:
          named >= MANY_SOURCES && isHeaded(standsIn(block), 'data') && !isOfBase(reading, text)
            ? 'present'
            : named > 0
              ? 'partial'
              : 'mentioned',
        evidence: fromCard(reading, block, text, 'The card mentions the training data.', 'text.data.mention'),
      }
    }
  }
}

const PREPARES =
  /\b(?:code|scripts?|pipeline|tools?|toolkit)\b[^.;]{0,60}\b(?:prepar|pre-?process|process|filter|dedup|clean|curat|tokeni[sz])\w*[^.;]{0,40}\b(?:data(?:sets?)?|corpus|corpora|text)\b|\b(?:filtered|processed|pre-?processed|prepared|cleaned|dedup\w+|tokeni[sz]ed|curated) (?:with|using|by) (?:our |this |these |the )?(?:own )?(?:code|scripts?|pipeline|tool\w*)\b|\bdata (?:preparation|preprocessing|processing|curation) (?:code|scripts?|pipeline)\b|\b(?:convert|filter|process|clean)(?:ed)?\b[^.;]{0,80}\b(?:using|with) (?:\w+ ){0,2}(?:conversion|filtering|processing|cleaning) (?:code|scripts?)\b/i
/** A link that is called so and leads to own code. */
const DATA_PREPARATION =
  /\bdata(?:set)?[- ](?:preparation|pre-?processing|processing|prep|curation|cleaning|filtering|pipeline)\b|\bpre-?processing (?:code|scripts?)\b/i

export const detectDataCode: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const linked = block.links.some(
      (link) => DATA_PREPARATION.test(link.text) && text.includes(link.text) && isOwnCode(reading, link),
    )
    if (!english || !(linked || PREPARES.test(text)) || deniedBy(sentence, reading).size > 0) continue
    const repository = block.links.map(({ url }) => githubOf(url)).find((name) => name !== null)
    const own = speaksOfOwnCode(reading, sentence)
    yield {
      component: 'data_processing_code',
      status: own ? 'present' : repository == null ? 'mentioned' : 'partial',
      evidence: fromCard(
        reading,
        block,
        text,
        'The card speaks of the code that prepared the data.',
        'text.data.code',
      ),
    }
  }
}
