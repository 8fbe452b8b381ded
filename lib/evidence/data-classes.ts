import type { DataClass, Evidence, NamedDataset } from '../assessment'
import { answerLicense } from '../licenses/answer'
import { linkedHub } from '../lineage/linked'
import type { Reading } from '../snapshot/reading'
import { encodePath } from '../snapshot/urls'
import { evidence, quote } from './collector'
import { looksTuned, roleOf } from './dataset-roles'
import { type Listed, listDatasets } from './datasets'
import { isOfTraining, linksToTrainingData } from './text/data'
import { deniedBy } from './text/denials'
import { fromCard, sentencesOf } from './text/prose'

/**
 * Every training data set that a model names, in one of the classes that the Open Source AI Definition's FAQ tells apart:
 * open data (may be copied, preserved, changed and shared on), public data (anybody can inspect them while they stay up),
 * obtainable data (from third parties, also for a fee) and unshareable data (kept back for a reason that can be told).
 */

const MAX = 64
const HUB_DATASET = /^https?:\/\/huggingface\.co\/datasets\/([\w.-]+(?:\/[\w.-]+)?)/i
/** Numbers of the catalogues that data are bought from: Linguistic Data Consortium ("LDC2011T07"), ELRA ("ELRA-W0073"). */
const CATALOG = /\b(?:LDC\d{2,4}[STVLE]\d{2}|ELRA-[A-Z]\d{4})\b/g
/** Reasons that can be told. Secrecy alone is none. */
const REASON =
  /\bprivacy\b|\bpersonal(?:ly)?\b|\bPII\b|\bpatients?\b|\bHIPAA\b|\bGDPR\b|\bconsent\b|\bcopyright\w*|\b(?:data|usage|user) agreements?\b|\blicen[sc]ing\b|\blegal(?:ly)?\b|\bsensitive\b|\bethic\w*/i

/** Pure; linear in the card and the list. Data sets that are evaluated on are left out. */
export function classifyDatasets(reading: Reading): NamedDataset[] {
  const tuned = looksTuned(reading)
  const found = new Map<string, NamedDataset>()
  const add = (item: NamedDataset) => {
    const key = item.id.toLowerCase()
    const known = found.get(key)
    // A name in the metadata and a link in the card are one data set: what tells more of it stands.
    if (known ? known.class === 'unknown' : item.role !== 'evaluation' && found.size < MAX)
      found.set(key, item)
  }
  for (const dataset of reading.site === 'huggingface' ? listDatasets(reading) : []) {
    add(onTheHub(reading, dataset, roleOf(dataset.id, tuned)))
  }
  for (const sentence of sentencesOf(reading)) {
    const { block, text } = sentence
    if (!isOfTraining(sentence)) continue
    for (const { url } of linksToTrainingData(sentence, reading)) {
      const id = HUB_DATASET.exec(url)?.[1]
      if (!id) continue
      const prove: Prove = (claim, method) => fromCard(reading, block, text, claim, method)
      add(onTheHub(reading, { id, locator: '', onHub: true }, roleOf(id, tuned), prove))
    }
    for (const [number] of text.matchAll(CATALOG)) {
      add({
        id: number,
        role: null,
        class: 'obtainable',
        license: null,
        evidence: fromCard(
          reading,
          block,
          text,
          `The card names ${number}, which its catalogue offers to everybody, also for a fee.`,
          'data-class.catalog',
        ),
      })
    }
    const denied = [...deniedBy(sentence, reading)].filter((id) => id.startsWith('training_data'))
    if (denied.length > 0 && REASON.test(text)) {
      add({
        id: quote(text),
        role: denied.includes('training_data_base') ? 'base' : 'tuned',
        class: 'unshareable',
        license: null,
        evidence: fromCard(
          reading,
          block,
          text,
          'The card says that data are not shared, and why.',
          'data-class.unshareable',
        ),
      })
    }
  }
  return [...found.values()]
}

const urlOf = (id: string): string => `https://huggingface.co/datasets/${encodePath(id)}`

type Prove = (claim: string, method: string) => Evidence

function onTheHub(
  reading: Reading,
  { id, locator, onHub }: Listed,
  role: NamedDataset['role'],
  prove: Prove = (claim, method) => evidence(claim, id, urlOf(id), locator, method, 'declared'),
): NamedDataset {
  const target = linkedHub(reading, `datasets/${id}`)
  const say = (kind: DataClass, claim: string, method: string, license: string | null = null) => ({
    id,
    role,
    class: kind,
    license,
    evidence: prove(claim, `data-class.${method}`),
  })
  if (target === 'missing') return say('unknown', `${id} is named, but it is not on the Hub.`, 'missing')
  if (target === 'denied')
    return say('unknown', `${id} is named; its page is private, or not there.`, 'denied')
  if (target === null) {
    return onHub === true
      ? say('public', `${id} is linked on the Hub; its own page was not looked at.`, 'on-hub')
      : say('unknown', `${id} is named; whether and how it can be had was not seen.`, 'named')
  }
  const { answer } = answerLicense(target)
  const gated = target.model?.gated === 'auto' || target.model?.gated === 'manual'
  const license = answer.expression
  if (gated) return say('obtainable', `${id} is on the Hub, on request.`, 'gated', license)
  if (answer.class === 'open')
    return say('open', `${id} is on the Hub under open terms (${license}).`, 'open', license)
  const terms =
    answer.class === 'none'
      ? 'without a licence'
      : license === null || answer.class === 'unknown'
        ? 'under terms that were not classified'
        : `under ${license}, which is not open`
  return say('public', `${id} is on the Hub ${terms}.`, 'public', license)
}
