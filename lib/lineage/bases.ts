import type { Evidence, Relation } from '../assessment'
import { evidence } from '../evidence/collector'
import { onceFor } from '../snapshot/once'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { linkedHub } from './linked'

/** Which models a page names as its bases: what metadata declares, with proof. Self-references and data sets are dropped. */

export interface Base {
  id: string
  relation: Relation | null
  evidence: Evidence
  /** A name in words, of which no page is known; left out for ids. */
  named?: true
}

const MAX_BASES = 32
const HUB_ID = /^[\w.-]{1,96}(?:\/[\w.-]{1,96})?$/
const HUB_URL = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\//i

/** hub-docs, model cards: `base_model_relation` is one of these. */
const RELATIONS: readonly Relation[] = ['finetune', 'adapter', 'merge', 'quantized']

export const toRelation = (value: unknown): Relation | null =>
  RELATIONS.find((relation) => relation === value) ?? null

/** A base's Hub id, or null where it is a path, a data set, or no id at all. */
export function toBaseId(raw: string): string | null {
  const trimmed = raw.trim().slice(0, 400)
  const id = HUB_URL.test(trimmed)
    ? trimmed
        .replace(HUB_URL, '')
        .replace(/[?#][\s\S]*/, '')
        .replace(/^([^/]+\/[^/]+)\/(?:tree|blob|resolve|discussions)(?:\/.*)?$/, '$1')
        .replace(/(?<!\/)\/+$/, '')
    : trimmed.replace(/(?<!\/)\/+$/, '')
  if (!HUB_ID.test(id) || /^(?:datasets|spaces)\//i.test(id) || /^[.-]+(?:\/|$)/.test(id)) return null
  return id
}

/** A model that another learned from without taking over its weights: nothing that it withholds is handed down. */
export const isTeacher = ({ relation }: { relation?: Relation | null | undefined }): boolean =>
  relation === 'distillation'

/** Models whose weights went into this one. */
export const parentsOf = (reading: Reading): Base[] => readBases(reading).filter((base) => !isTeacher(base))

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string')

/** Reads bases from more than metadata; a content script carries no such reader. */
type Further = (reading: Reading, declared: readonly Base[]) => Base[]
let further: Further = () => []

/** Lets `readBases` see what files and words say as well. */
export function registerFurtherBases(read: Further): void {
  further = read
  kept = onceFor(findBases)
}

/** Asked for again and again, by whatever has to know a fine-tuned model from one that was made from scratch. */
let kept = onceFor(findBases)

/** Bases by id in the order declared; the first relation that any source gives is kept. */
export const readBases = (reading: Reading): readonly Base[] => kept(reading)

function findBases(reading: Reading): Base[] {
  const found = new Map<string, Base>()
  const datasets = new Set(datasetIds(reading))
  const add = (raw: string, relation: Relation | null, proof: () => Evidence) => {
    const id = toBaseId(raw)
    if (id === null || found.size >= MAX_BASES) return
    const key = id.toLowerCase()
    if (key === reading.id.toLowerCase() || datasets.has(key) || isDataset(reading, key)) return
    const known = found.get(key)
    if (!known) found.set(key, { id, relation, evidence: proof() })
    // A page's own words on a teacher tell more than the relation that the Hub infers.
    else if (relation !== null && (known.relation === null || relation === 'distillation'))
      found.set(
        key,
        relation === 'distillation' ? { id, relation, evidence: proof() } : { ...known, relation },
      )
  }
  declaredInCard(reading, add)
  declaredByHub(reading, add)
  for (const base of further(reading, [...found.values()])) {
    if (!base.named) add(base.id, base.relation, () => base.evidence)
    else if (found.size < MAX_BASES && !found.has(base.id.toLowerCase()))
      found.set(base.id.toLowerCase(), base)
  }
  return [...found.values()]
}

type Add = (raw: string, relation: Relation | null, proof: () => Evidence) => void

function declaredInCard(reading: Reading, add: Add): void {
  const data = reading.frontMatter?.data
  const cardData = reading.model?.cardData
  const ids = data ? texts(data.base_model) : (cardData?.base_model ?? [])
  const relation = toRelation(data ? data.base_model_relation : cardData?.base_model_relation)
  const url = data
    ? fileUrl(reading.site, reading.id, reading.revision, 'README.md', reading.frontMatter?.lines.base_model)
    : reading.url
  for (const id of ids.slice(0, MAX_BASES)) {
    add(id, relation, () =>
      evidence(
        `The card names ${id.slice(0, 100)} as its base model.`,
        `base_model: ${id}`,
        url,
        'front matter: base_model',
        'lineage.base-model',
        'declared',
      ),
    )
  }
}

function declaredByHub(reading: Reading, add: Add): void {
  const model = reading.model
  for (const tag of model?.tags ?? []) {
    const match = /^base_model:(?:(finetune|adapter|merge|quantized):)?(.{1,200})$/.exec(tag)
    if (!match?.[2]) continue
    const relation = toRelation(match[1])
    const id = match[2]
    add(id, relation, () =>
      evidence(
        `The Hub lists ${id} as a base model.`,
        tag,
        reading.url,
        `tag: ${tag.slice(0, 120)}`,
        'lineage.tag',
        'declared',
      ),
    )
  }
  for (const base of model?.baseModels?.models ?? []) {
    add(base.id, toRelation(model?.baseModels?.relation), () =>
      evidence(
        `The Hub's model tree names ${base.id.slice(0, 100)} as a base model.`,
        base.id,
        reading.url,
        'model tree: base model',
        'lineage.model-tree',
        'declared',
      ),
    )
  }
  const peft = model?.config?.peft?.base_model_name_or_path
  if (peft) {
    add(peft, 'adapter', () =>
      evidence(
        `The adapter's configuration names ${peft.slice(0, 100)} as the model that it adapts.`,
        `base_model_name_or_path: ${peft}`,
        reading.url,
        'adapter_config.json: base_model_name_or_path',
        'lineage.adapter-config',
        'declared',
      ),
    )
  }
}

/** A data set's page is there under this id, and no model's. */
function isDataset(reading: Reading, id: string): boolean {
  const [model, dataset] = [linkedHub(reading, id), linkedHub(reading, `datasets/${id}`)]
  return typeof dataset === 'object' && dataset !== null && (model === null || model === 'missing')
}

function datasetIds(reading: Reading): string[] {
  const declared = [
    ...texts(reading.frontMatter?.data.datasets),
    ...(reading.model?.cardData?.datasets ?? []),
    ...(reading.model?.tags ?? []).flatMap((tag) => /^dataset:(.{1,200})$/.exec(tag)?.[1] ?? []),
  ]
  return declared.slice(0, 1_000).map((id) => id.trim().toLowerCase())
}
