import { answerLicense } from '../licenses/answer'
import { linkedHub } from '../lineage/linked'
import { onceFor } from '../snapshot/once'
import type { Reading } from '../snapshot/reading'
import { encodePath } from '../snapshot/urls'
import { type Detector, evidence, type Signal } from './collector'
import { looksTuned, roleOf } from './dataset-roles'

/**
 * Data sets that metadata lists (`datasets:` and `dataset:` tags), typed by role. One that was looked at, or that the
 * page knows to be on the Hub, can be reached; a bare name is a mention until then.
 */

const MAX_DATASETS = 64
const TAG = 'dataset:'

export interface Listed {
  id: string
  locator: string
  /** From the page's tag objects: on the Hub, not there, or not said. */
  onHub: boolean | null
}

export const detectDatasets: Detector = function* (reading) {
  if (reading.site !== 'huggingface') return
  const tuned = looksTuned(reading)
  for (const dataset of listDatasets(reading)) {
    const role = roleOf(dataset.id, tuned)
    const signal = describe(reading, dataset)
    if (role === 'evaluation') yield { ...signal, component: 'evaluation_data' }
    else if (role !== null) {
      yield { ...signal, component: role === 'base' ? 'training_data_base' : 'training_data_tuned' }
      yield* cardOf(reading, dataset, signal)
    }
  }
}

/** Data sets of the same owner in a collection that the card links: named, and not more. */
export const detectCollections: Detector = function* (reading) {
  const owner = `${reading.id.split('/')[0]}/`.toLowerCase()
  const tuned = looksTuned(reading)
  for (const [url, target] of reading.linked) {
    if (typeof target === 'string' || target.collection === null) continue
    const { title, items } = target.collection
    for (const { type, id } of items) {
      if (!id.toLowerCase().startsWith(owner)) continue
      const role = roleOf(id, tuned)
      const proof = evidence(
        `The linked collection "${title.slice(0, 80)}" holds ${id}.`,
        id,
        url,
        'collection',
        'data.collection',
        'inferred',
      )
      if (type === 'dataset' && role !== null && role !== 'evaluation')
        yield {
          component: role === 'base' ? 'training_data_base' : 'training_data_tuned',
          status: 'mentioned',
          evidence: proof,
        }
      else if (type === 'model' && /checkpoint|-step-?\d|intermediate/i.test(id))
        yield { component: 'weights_intermediate', status: 'mentioned', evidence: proof }
    }
  }
}

/** Data sets that metadata lists, each once. Listed once per reading. */
export const listDatasets = onceFor((reading: Reading): readonly Listed[] => findDatasets(reading))

function findDatasets(reading: Reading): Listed[] {
  const found = new Map<string, Listed>()
  const add = (id: string, locator: string, onHub: boolean | null) => {
    const key = id.trim().toLowerCase()
    if (key === '' || id.length > 200 || found.size >= MAX_DATASETS) return
    const known = found.get(key)
    if (!known) found.set(key, { id: id.trim(), locator, onHub })
    else if (known.onHub === null) known.onHub = onHub
  }
  for (const tag of reading.model?.tag_objs ?? []) {
    // The page marks a data set that the Hub does not hold as disabled.
    if (tag.type === 'dataset')
      add(tag.id.replace(/^dataset:/, ''), `tag: ${tag.id.slice(0, 120)}`, tag.extra?.disabled !== true)
  }
  const declared = reading.frontMatter?.data.datasets
  const list: unknown[] = Array.isArray(declared) ? declared : declared === undefined ? [] : [declared]
  for (const id of list) if (typeof id === 'string') add(id, 'front matter: datasets', null)
  for (const id of reading.model?.cardData?.datasets ?? []) add(id, 'front matter: datasets', null)
  for (const tag of reading.model?.tags ?? []) {
    if (tag.startsWith(TAG)) add(tag.slice(TAG.length), `tag: ${tag.slice(0, 120)}`, null)
  }
  return [...found.values()]
}

/** What a datasheet asks (Gebru et al. 2021; the Hub's template for data cards). */
const DATASHEET: readonly (readonly [string, RegExp])[] = [
  ['its source', /\bsources?\b|provenance|collect/i],
  ['how it was made', /creation|curat|rationale|motivation|construct|methodolog|process/i],
  ['its make-up', /compos|structure|statistic|instances|fields|splits|languages/i],
  ['annotation', /annotat|label/i],
  ['personal data', /personal|sensitive|privacy|\bpii\b/i],
  ['bias and limits', /bias|limitation|risk|consideration|ethic/i],
  ['use', /\buses?\b|usage|intended/i],
]

type Described = Omit<Signal, 'component'>

function describe(reading: Reading, dataset: Listed): Described {
  const target = linkedHub(reading, `datasets/${dataset.id}`)
  const url = `https://huggingface.co/datasets/${encodePath(dataset.id)}`
  const say = (
    status: Signal['status'],
    claim: string,
    method: string,
    license?: Signal['license'],
  ): Described => ({
    status,
    evidence: evidence(
      claim,
      dataset.id,
      status === 'mentioned' ? reading.url : url,
      dataset.locator,
      method,
      'declared',
    ),
    license: license ?? { id: null, state: 'unknown', inherited: false },
  })
  if (target === 'missing')
    return say('mentioned', `The data set ${dataset.id} is named, but it is not on the Hub.`, 'data.missing')
  if (target === 'denied')
    return say('present_restricted', `The data set ${dataset.id} is on the Hub behind a gate.`, 'data.denied')
  if (target !== null) {
    const { license, state } = answerLicense(target)
    const gated = target.model?.gated === 'auto' || target.model?.gated === 'manual'
    return say(
      gated ? 'present_restricted' : 'present',
      `The data set ${dataset.id} is on the Hub${gated ? ' behind a gate' : ''}.`,
      'data.linked',
      { id: license, state, inherited: false },
    )
  }
  if (dataset.onHub === true)
    return say('present', `The page links the data set ${dataset.id} on the Hub.`, 'data.on-hub')
  if (dataset.onHub === false)
    return say(
      'mentioned',
      `The data set ${dataset.id} is named, but it is not on the Hub.`,
      'data.not-on-hub',
    )
  return say('mentioned', `The data set ${dataset.id} is named in the metadata.`, 'data.named')
}

/** A data set's own page may carry a data card: seen when it was looked at, else only to be expected. */
function* cardOf(reading: Reading, dataset: Listed, signal: Described): Generator<Signal> {
  const target = linkedHub(reading, `datasets/${dataset.id}`)
  const card = target !== null && typeof target !== 'string' ? target.card : null
  const topics =
    card === null
      ? []
      : DATASHEET.filter(([, test]) =>
          card.sections.some(({ heading }) => heading !== null && test.test(heading.slice(0, 120))),
        )
  if (card !== null && card.proseLength > 400) {
    const full = card.proseLength > 1_500 || topics.length >= 3
    const told = topics.length === 0 ? '' : ` It has sections on ${topics.map(([name]) => name).join(', ')}.`
    yield {
      ...signal,
      component: 'data_card',
      status: full && card.placeholders <= 5 ? 'present' : 'partial',
      evidence: {
        ...signal.evidence,
        claim: `The data set ${dataset.id} has a card.${told}`,
        method: 'data.card',
      },
    }
  } else if (dataset.onHub !== false && target !== 'missing') {
    yield {
      ...signal,
      component: 'data_card',
      status: 'mentioned',
      evidence: {
        ...signal.evidence,
        claim: `The data set ${dataset.id} has its own page, which was not read.`,
        method: 'data.card-elsewhere',
        strength: 'inferred',
      },
    }
  }
}
