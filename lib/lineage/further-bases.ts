import { parseDocument } from 'yaml'
import type { Relation } from '../assessment'
import { evidence } from '../evidence/collector'
import { isElsewhere } from '../evidence/text/denials'
import { fromCard, sentencesOf } from '../evidence/text/prose'
import { tooDeepAt } from '../nesting'
import type { Block } from '../snapshot/card'
import { onceFor } from '../snapshot/once'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { type Base, toBaseId } from './bases'

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
  const words = fromWords(reading)
  return [...(words.length > 0 ? words : fromConfig(reading, config)), ...parts]
}

const toObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

function parseJson(text: string | undefined): Json {
  try {
    return toObject(JSON.parse(text ?? ''))
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

/** "This model is a fine-tuned version of …": the subject is this model, the object a model on the Hub. */
const SUBJECT =
  /^(?:this (?:model|repo(?:sitory)?|checkpoint|adapter|is)\b|it (?:is|was)\b|the model (?:is|was)\b|¤)/i
const DERIVED: readonly (readonly [RegExp, Relation | null])[] = [
  [
    /\b(?:quantized|quantised|gguf|awq|gptq|mlx)\b[^.]{0,60}\b(?:versions?|conversions?|quants?|files?|format)?\b[^.]{0,20}\b(?:of|from|for)\b/i,
    'quantized',
  ],
  [/\b(?:lora|qlora|peft|adapter)\b[^.]{0,60}\b(?:of|for|from|on top of)\b/i, 'adapter'],
  [/\bmerge(?:d)?\b[^.]{0,40}\b(?:of|from|between)\b/i, 'merge'],
  [
    /\bcontinu(?:ed|al(?:ly)?)[- ]pre-?train(?:ed|ing)\b[^.]{0,40}\b(?:of|from|on)\b/i,
    'continued-pretraining',
  ],
  [/\b(?:fine-?tuned?|fine-?tuning|finetune)\b[^.]{0,60}\b(?:of|from|version of|on top of)\b/i, 'finetune'],
  [/\bdistil(?:led|lation)\b[^.]{0,40}\b(?:of|from)\b/i, 'distillation'],
  // The model itself, not "an architecture based on …": the verb follows the subject, or the word for a model.
  [
    /^(?:¤|this model|the model|it)[^.;,]{0,40}? (?:is|was) (?:\w+ )?(?:based|built|derived|initiali[sz]ed|developed|adapted|(?:instruction[- ]|fine-?)tuned|trained) (?:on top of|(?:up)?on|from|with)\b/i,
    null,
  ],
  [
    /\b(?:models?|LLMs?|checkpoint|version|variant|encoder|network)\b(?: (?:created|made|trained|developed|released) by [\w ]{1,40})?(?:,? (?:that|which) (?:is|was))? (?:based|built|derived|initiali[sz]ed|developed|adapted) (?:on top of|(?:up)?on|from|with)\b/i,
    null,
  ],
]

/** "Based on X, Rocket is …" */
const BASED_FIRST =
  /^(?:based|built) (?:on top of|(?:up)?on) ([^,;]{2,60}), (?:¤|(?:this model|the model|it)\b)/i

/** "This model is a bert-base-cased model that was fine-tuned on …" */
const TUNED_FIRST =
  /^(?:specifically, |in short, )?(?:¤|this model|the model|this|it) is an? (?:fine-?tuned )?([^,.;]{3,60}?) (?:language )?(?:model|checkpoint|encoder|transformer)[^.;]{0,120}? (?:that |which |and )?(?:(?:was|has been|is) )?(?:further )?fine-?tuned (?:on|for|using|with)\b/i

/** Whether a sentence's subject is the model of this page. */
export function isThisModel(reading: Reading, text: string): boolean {
  return SUBJECT.test(withSubject(reading, text))
}

/** The model's own name, whole or its first word, as `¤` where a clause begins with it. */
const withSubject = (reading: Reading, text: string): string => text.replace(subjectOf(reading), '$1¤')

const subjectOf = onceFor((reading: Reading): RegExp => {
  const name = reading.id.slice(reading.id.indexOf('/') + 1).slice(0, 96)
  const [word = ''] = name.split(/[-_. ]/)
  const names = [name, name.replaceAll('-', ' '), ...(word.length >= 4 ? [word] : [])]
  const literal = names.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(
    `(^|, )(?:The )?(?:${literal})(?:[-. ](?:v?\\d[\\w.]{0,12}|base|chat|instruct|large|small|mini|medium|xl|lora)){0,3}(?= )`,
    'i',
  )
})

function fromWords(reading: Reading): Base[] {
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (!sentence.english || isElsewhere(text)) continue
    const about = withSubject(reading, text)
    const first = BASED_FIRST.exec(about)?.[1]
    const tuned = TUNED_FIRST.exec(about)?.[1]
    const places: (readonly [string, Relation | null])[] = first === undefined ? [] : [[first, null]]
    if (tuned !== undefined) places.push([tuned, 'finetune'])
    if (SUBJECT.test(about)) {
      for (const [pattern, relation] of DERIVED) {
        const match = pattern.exec(about)
        if (match) places.push([about.slice(match.index + match[0].length), relation])
      }
    }
    for (const [rest, relation] of places) {
      const found = modelsIn(block, rest, relation === 'merge' ? 8 : relation === null ? 4 : 1)
      if (found.length === 0) continue
      return found.map(({ id, named }) => ({
        id,
        relation,
        ...(named ? { named } : {}),
        evidence: fromCard(
          reading,
          block,
          text,
          `The card says that the model comes from ${id}.`,
          'lineage.statement',
        ),
      }))
    }
  }
  return []
}

interface Found {
  id: string
  /** A name in words: which page is meant, it does not say. */
  named?: true
}

/** Links to models on the Hub in what follows, else an `owner/name` written right there, else names of models. */
function modelsIn(block: Block, rest: string, limit: number): Found[] {
  const linked = block.links
    .filter(({ text: words, image }) => !image && words !== '' && rest.includes(words))
    .sort((a, b) => rest.indexOf(a.text) - rest.indexOf(b.text))
    .flatMap(({ url }) => {
      const id = /^https?:\/\/(?:huggingface\.co|hf\.co)\/([\w.-]+(?:\/[\w.-]+)?)\/?$/.exec(url)?.[1]
      const base = id === undefined ? null : toBaseId(id)
      // One word alone is a page of somebody's, unless it is written as the oldest models are ("gpt2").
      return base === null || !/[-/\d]/.test(base) ? [] : [base]
    })
  if (linked.length > 0) return [...new Set(linked)].slice(0, limit).map((id) => ({ id }))
  const written =
    /^\s*(?:the )?[`"']?([A-Za-z0-9][\w.-]{1,60}\/[A-Za-z0-9][\w.-]{1,95}?)[`"']?(?=[\s,;:)]|\.?$|\. )/.exec(
      rest,
    )?.[1]
  const id = written === undefined ? null : toBaseId(written)
  if (id !== null) return [{ id }]
  return namesIn(rest).slice(0, limit)
}

const NAME =
  /^\s*(?:(?:both|the|a|an|open-source|pre-?trained|original) )*(?:[A-Z][\w.]{1,30}['’]s )?[`"']?([A-Za-z][\w.]{0,40}(?:-[\w.]{1,40}){0,6}(?: (?:v?\d+(?:\.\d+)?[BM]?|\d+x\d+B))*)[`"']?(?: models?)?/
/** A model's name tells its size or its version: "LLaMA 7B", "pythia-12b", "SigLip-400M". */
const IS_MODEL =
  /\d(?:\.\d+)?[bm]\b|[-\s]v?\d|[a-z]\d+(?:[-.]|$)|-(?:base|large|small|tiny|mini|medium|xl|xxl|huge)\b/i

/** "SigLip-400M and Llama3-8B-Instruct with …" */
function namesIn(text: string): Found[] {
  const found: Found[] = []
  let rest = text
  for (;;) {
    const match = NAME.exec(rest)
    const name = match?.[1]?.replace(/(?<![.,])[.,]+$/, '')
    if (!match || !name || !IS_MODEL.test(name)) return found
    found.push({ id: name, named: true })
    rest = rest.slice(match[0].length)
    const and = /^(?:,? and |, | as well as )/.exec(rest)
    if (!and || found.length >= 4) return found
    rest = rest.slice(and[0].length)
  }
}

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
