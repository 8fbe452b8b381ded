import { parseDocument } from 'yaml'
import type { Relation } from '../assessment'
import { evidence } from '../evidence/collector'
import { isElsewhere } from '../evidence/text/denials'
import { fromCard, sentencesOf } from '../evidence/text/prose'
import { tooDeepAt } from '../nesting'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { type Base, toBaseId } from './bases'
import { saidBases } from './said'

/**
 * Bases that no metadata names: an adapter's and a model's configuration, a merge's recipe (mergekit), and the card's
 * own words with this model as their subject. Read only where files and card were looked at.
 */
export function readFurtherBases(reading: Reading, declared: readonly Base[]): Base[] {
  const known = kept.get(reading)
  if (known) return known
  const found = findFurtherBases(reading, declared)
  kept.set(reading, found)
  return found
}

const kept = new WeakMap<Reading, Base[]>()

function findFurtherBases(reading: Reading, declared: readonly Base[]): Base[] {
  if (reading.site !== 'huggingface') return []
  const config = parseJson(textOf(reading, 'config.json'))
  const files = [...fromAdapter(reading), ...fromRecipe(reading)]
  const parts = partsIn(reading, config)
  // Where metadata names the base, a sentence or a path of the training machine can only blur it.
  if (declared.length > 0) return [...files, ...parts, ...teachersAmong(reading, declared)]
  if (files.length > 0) return [...files, ...parts]
  const words = saidBases(reading)
  // A card that says that there is no base knows better than a path of the training machine.
  if (words === null) return parts
  return [...(words.length > 0 ? words : fromConfig(reading, config)), ...parts]
}

const toObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

function parseJson(text: string | undefined): Json {
  if (text === undefined) return {}
  try {
    return toObject(JSON.parse(text))
  } catch {
    return {}
  }
}

const textOf = (reading: Reading, path: string): string | undefined =>
  reading.texts && Object.hasOwn(reading.texts, path) ? reading.texts[path] : undefined

/** `owner/name` alone: a bare name may be a folder. */
const hubId = (value: unknown): string | null => {
  const id = typeof value === 'string' && value.includes('/') ? toBaseId(value) : null
  return id !== null && !id.startsWith('/') ? id : null
}

function named(
  reading: Reading,
  path: string,
  key: string,
  value: unknown,
  relation: Relation | null,
  tells = (id: string) => `${path} names ${id} as the model that this one comes from.`,
): Base[] {
  const id = hubId(value)
  if (id === null) return []
  return [
    {
      id,
      relation,
      evidence: evidence(
        tells(id),
        `${key}: ${id}`,
        fileUrl(reading.site, reading.id, reading.revision, path),
        `file: ${path}`,
        'lineage.configuration',
        relation === null ? 'inferred' : 'declared',
      ),
    },
  ]
}

function fromAdapter(reading: Reading): Base[] {
  const config = parseJson(textOf(reading, 'adapter_config.json'))
  const key = 'base_model_name_or_path'
  return named(reading, 'adapter_config.json', key, config[key], 'adapter')
}

type Json = Record<string, unknown>

/** transformers writes where the weights were loaded from, which may be a folder, or this very model. */
const fromConfig = (reading: Reading, config: Json): Base[] =>
  named(
    reading,
    'config.json',
    '_name_or_path',
    config._name_or_path,
    null,
    (id) => `config.json says that the weights were loaded from ${id}.`,
  )

/** Parts of a composite (transformers' configurations of LLaVA and its kin): a text model, and one that sees or hears. */
const PARTS = ['text_config', 'llm_cfg', 'vision_config', 'audio_config', 'encoder', 'decoder']
const TOWERS = ['mm_vision_tower', 'vision_tower', 'mm_audio_tower', 'vision_model_name_or_path']

function partsIn(reading: Reading, config: Json): Base[] {
  const part = (key: string, value: unknown) =>
    named(reading, 'config.json', key, value, null, (id) => `config.json names ${id} as a part of the model.`)
  return [
    ...PARTS.flatMap((key) => part(`${key}._name_or_path`, toObject(config[key])._name_or_path)),
    ...TOWERS.flatMap((key) => part(key, config[key])),
  ]
}

/** Files that may name a base, are listed, and were not read yet. Empty where files were not listed. */
export function unreadConfiguration(reading: Reading): string[] {
  if (reading.site !== 'huggingface') return []
  const wanted = ['config.json', ...RECIPES]
  // The Hub's own answer holds what an adapter's configuration says.
  if (!reading.model?.config?.peft?.base_model_name_or_path) wanted.push('adapter_config.json')
  const listed = new Set(reading.files?.map(({ path }) => path))
  return wanted.filter((path) => listed.has(path) && textOf(reading, path) === undefined)
}

const RECIPES = ['mergekit_config.yml', 'mergekit_config.yaml', 'mergekit_moe_config.yml']
const MAX_RECIPE = 64 * 1024
const MAX_MODELS = 32

/** mergekit's recipe: `models`, `slices[].sources[]`, `base_model`, `experts[]` (mergekit README, "Merge configuration"). */
function fromRecipe(reading: Reading): Base[] {
  for (const path of RECIPES) {
    const text = textOf(reading, path)
    if (text === undefined || text.length > MAX_RECIPE) continue
    const ids = new Set<string>()
    collect(parseYaml(text), ids, 0)
    return [...ids].slice(0, MAX_MODELS).flatMap((id) => named(reading, path, 'model', id, 'merge'))
  }
  return []
}

function parseYaml(text: string): unknown {
  if (tooDeepAt(text) !== -1) return null
  try {
    const parsed = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false })
    return parsed.errors.length > 0 ? null : parsed.toJS({ maxAliasCount: 20 })
  } catch {
    return null
  }
}

const MODEL_KEYS = new Set(['model', 'base_model', 'source_model'])
/** Within a reference that is spelt out: `{ model: { path, revision }, lora: { path } }`. */
const REFERENCE_KEYS = new Set(['model', 'lora', 'path'])

function collect(value: unknown, ids: Set<string>, depth: number, within = MODEL_KEYS): void {
  if (typeof value !== 'object' || value === null || depth > 8) return
  for (const [key, item] of Object.entries(value).slice(0, 500)) {
    if (within.has(key) && typeof item === 'string') for (const id of referenced(item)) ids.add(id)
    collect(item, ids, depth + 1, within.has(key) && !Array.isArray(item) ? REFERENCE_KEYS : MODEL_KEYS)
  }
}

/** "owner/model@revision+owner/lora": a model, and an adapter that goes into the merge with it. */
const referenced = (text: string): string[] =>
  text
    .slice(0, 400)
    .split('+')
    .flatMap((part) => hubId(part.replace(/@[\s\S]*/, '')) ?? [])

const TEACHER = /\bteachers?\b/i
/** The student began with its teacher's weights, or a part of them. */
const STARTED_FROM =
  /\b(?:initiali[sz]ed|copied|copying|pruned|pruning|layers? (?:of|from)|warm-?started|frozen)\b/i

/**
 * Declared bases that the card calls the teacher: the student learned from what it answers. A relation that the card's
 * own metadata sets stands; a student that began with its teacher's weights is derived from them.
 */
function teachersAmong(reading: Reading, declared: readonly Base[]): Base[] {
  if (reading.frontMatter?.data.base_model_relation !== undefined) return []
  const sentences = sentencesOf(reading).filter(({ text, english }) => english && TEACHER.test(text))
  return declared.flatMap(({ id }): Base[] => {
    const name = id.slice(id.indexOf('/') + 1).toLowerCase()
    const about = sentences.filter(
      ({ text, block }) =>
        text.toLowerCase().includes(name) ||
        block.links.some(({ url, text: words }) => url.endsWith(`/${id}`) && text.includes(words)),
    )
    const [first] = about
    if (!first || name.length < 4 || about.some(({ text }) => STARTED_FROM.test(text) || isElsewhere(text)))
      return []
    const claim = `The card calls ${id} the teacher of the model.`
    const proof = fromCard(reading, first.block, first.text, claim, 'lineage.teacher')
    return [{ id, relation: 'distillation', evidence: proof }]
  })
}
