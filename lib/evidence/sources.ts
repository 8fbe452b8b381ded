import type { Source, SourceKind } from '../assessment'
import { unreadConfiguration } from '../lineage/further-bases'
import { linkedHub } from '../lineage/linked'
import type { Reading } from '../snapshot/reading'
import { looksTuned, roleOf } from './dataset-roles'
import { listDatasets } from './datasets'
import { repositoryLinks } from './repository-links'
import { linksToTrainingData } from './text/data'
import { TEMPLATE_PAPER } from './text/links'
import { sentencesOf } from './text/prose'

/**
 * What else a model's page leads to and could be looked at: its own source repositories, the data sets that it names,
 * papers, collections, and files that may name a base. Bounded, best first; bases are followed by `lineage/ancestors`.
 */

export const MOST: Readonly<Record<Exclude<SourceKind, 'configuration'>, number>> = {
  repository: 1,
  dataset: 4,
  paper: 1,
  collection: 1,
}

const HUB = 'https://huggingface.co'
const HUB_DATASET = /^https?:\/\/huggingface\.co\/datasets\/([\w.-]+(?:\/[\w.-]+)?)/i
const COLLECTION = /^https?:\/\/huggingface\.co\/collections\/([\w.-]{1,96}\/[\w.-]{1,200})/i
const ARXIV = /(?:arxiv\.org\/(?:abs|pdf)\/|huggingface\.co\/papers\/)(\d{4}\.\d{4,5})/i

/** Sources with how far each was looked at; empty on GitHub and where no card was read. */
export function sourcesOf(reading: Reading): Source[] {
  if (reading.site !== 'huggingface' || reading.card === null) return []
  return [
    ...unreadConfiguration(reading).map(
      (id): Source => ({ kind: 'configuration', id, url: '', state: 'open' }),
    ),
    ...some(
      'repository',
      repositoryLinks(reading).map(({ id }) => id),
      (id) => `https://github.com/${id}`,
      reading,
    ),
    ...some('dataset', datasets(reading), (id) => `${HUB}/datasets/${id}`, reading),
    ...some('paper', papers(reading), (id) => `${HUB}/papers/${id}`, reading),
    ...some('collection', collections(reading), (id) => `${HUB}/collections/${id}`, reading),
  ]
}

function some(
  kind: Exclude<SourceKind, 'configuration'>,
  ids: readonly string[],
  urlOf: (id: string) => string,
  reading: Reading,
): Source[] {
  const distinct = [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
  return distinct.slice(0, MOST[kind]).map((id) => {
    const url = urlOf(id)
    return { kind, id, url, state: stateOf(reading, kind, url) }
  })
}

function stateOf(reading: Reading, kind: SourceKind, url: string): Source['state'] {
  const target =
    kind === 'repository' ? onGitHub(reading, url) : linkedHub(reading, url.slice(HUB.length + 1))
  if (target === null) return 'open'
  return typeof target === 'string' ? target : 'seen'
}

function onGitHub(reading: Reading, url: string): Reading | 'missing' | 'denied' | null {
  for (const [address, target] of reading.linked)
    if (address.toLowerCase() === url.toLowerCase()) return target
  return null
}

/** Data sets for training, those of the metadata first. What is evaluated on says nothing of how the model was made. */
function datasets(reading: Reading): string[] {
  const tuned = looksTuned(reading)
  const listed = listDatasets(reading)
    .filter(({ id, onHub }) => onHub !== false && /^[\w.-]+(?:\/[\w.-]+)?$/.test(id))
    .map(({ id }) => id)
  const linked = sentencesOf(reading)
    .flatMap((sentence) => linksToTrainingData(sentence, reading))
    .flatMap(({ url }) => HUB_DATASET.exec(url)?.[1] ?? [])
  return [...listed, ...linked].filter((id) => roleOf(id, tuned) !== 'evaluation')
}

/** Papers whose title the page does not tell; where one is told, the Hub need not be asked. */
function papers(reading: Reading): string[] {
  const titled = new Set(
    (reading.model?.tag_objs ?? [])
      .filter(({ type, extra }) => type === 'arxiv' && extra?.paperTitle)
      .map(({ id }) => /(\d{4}\.\d{4,5})/.exec(id.slice(0, 60))?.[1]),
  )
  const numbers = [
    ...(reading.card?.links ?? []).flatMap(({ url }) => ARXIV.exec(url.slice(0, 300))?.[1] ?? []),
    ...(reading.model?.tags ?? []).flatMap((tag) => /^arxiv:(\d{4}\.\d{4,5})$/.exec(tag)?.[1] ?? []),
  ]
  return numbers.filter((number) => !titled.has(number) && !TEMPLATE_PAPER.test(number))
}

/** Collections of the same owner. */
function collections(reading: Reading): string[] {
  const owner = `${reading.id.split('/')[0]}/`.toLowerCase()
  return (reading.card?.links ?? [])
    .flatMap(({ url }) => COLLECTION.exec(url.slice(0, 400))?.[1] ?? [])
    .filter((slug) => slug.toLowerCase().startsWith(owner))
}
