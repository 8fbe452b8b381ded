import { parseDocument } from 'yaml'
import type { Relation } from '../assessment'
import { evidence } from '../evidence/collector'
import { isElsewhere } from '../evidence/text/denials'
import { fromCard, type Sentence, sentencesOf } from '../evidence/text/prose'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { type Base, toBaseId } from './bases'

/**
 * Bases that no metadata names: an adapter's and a model's configuration, a merge's recipe (mergekit), and the card's
 * own words with this model as their subject. Read only where files and card were looked at.
 */
export function readFurtherBases(reading: Reading, declared: boolean): Base[] {
  const known = kept.get(reading)
  if (known) return known
  const found = findFurtherBases(reading, declared)
  kept.set(reading, found)
  return found
}

const kept = new WeakMap<Reading, Base[]>()

function findFurtherBases(reading: Reading, declared: boolean): Base[] {
  if (reading.site !== 'huggingface') return []
  const files = [...fromAdapter(reading), ...fromRecipe(reading)]
  // Where metadata names the base, a sentence or a path of the training machine can only blur it.
  if (declared || files.length > 0) return files
  const words = fromWords(reading)
  return words.length > 0 ? words : fromConfig(reading)
}

function parseJson(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
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
): Base[] {
  const id = hubId(value)
  if (id === null) return []
  return [
    {
      id,
      relation,
      evidence: evidence(
        `${path} names ${id} as the model that this one comes from.`,
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

/** transformers writes where the weights were loaded from, which may be a folder, or this very model. */
function fromConfig(reading: Reading): Base[] {
  const config = parseJson(textOf(reading, 'config.json'))
  return named(reading, 'config.json', '_name_or_path', config._name_or_path, null)
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
  try {
    const parsed = parseDocument(text, { logLevel: 'silent' })
    return parsed.errors.length > 0 ? null : parsed.toJS({ maxAliasCount: 20 })
  } catch {
    return null
  }
}

const MODEL_KEYS = new Set(['model', 'base_model', 'source_model'])

function collect(value: unknown, ids: Set<string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 6) return
  for (const [key, item] of Object.entries(value).slice(0, 500)) {
    const id = MODEL_KEYS.has(key) ? hubId(typeof item === 'string' ? item.split('+')[0] : item) : null
    if (id !== null) ids.add(id)
    collect(item, ids, depth + 1)
  }
}

/** "This model is a fine-tuned version of …": the subject is this model, the object a model on the Hub. */
const SUBJECT =
  /^(?:this (?:model|repo(?:sitory)?|checkpoint|adapter|is)\b|it (?:is|was)\b|the model (?:is|was)\b|¤)/i
const DERIVED: readonly (readonly [RegExp, Relation])[] = [
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
]

function fromWords(reading: Reading): Base[] {
  const name = reading.id.slice(reading.id.indexOf('/') + 1)
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (!sentence.english || isElsewhere(text)) continue
    const subject = text.startsWith(name) ? `¤${text.slice(name.length)}` : text
    if (!SUBJECT.test(subject)) continue
    for (const [pattern, relation] of DERIVED) {
      const match = pattern.exec(text)
      if (!match) continue
      const found = modelsAfter(sentence, match.index + match[0].length, relation === 'merge' ? 8 : 1)
      if (found.length === 0) continue
      return found.map((id) => ({
        id,
        relation,
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

/** Links to models on the Hub in what follows a place of the sentence, else an `owner/name` written right there. */
function modelsAfter({ text, block }: Sentence, from: number, limit: number): string[] {
  const rest = text.slice(from)
  const linked = block.links
    .filter(({ text: words, image }) => !image && words !== '' && rest.includes(words))
    .sort((a, b) => rest.indexOf(a.text) - rest.indexOf(b.text))
    .flatMap(({ url }) => {
      const id = /^https?:\/\/(?:huggingface\.co|hf\.co)\/([\w.-]+(?:\/[\w.-]+)?)\/?$/.exec(url)?.[1]
      const base = id === undefined ? null : toBaseId(id)
      return base === null ? [] : [base]
    })
  if (linked.length > 0) return [...new Set(linked)].slice(0, limit)
  const written =
    /^\s*(?:the )?[`"']?([A-Za-z0-9][\w.-]{1,60}\/[A-Za-z0-9][\w.-]{1,95}?)[`"']?(?=[\s,;:)]|\.?$|\. )/.exec(
      rest,
    )?.[1]
  const id = written === undefined ? null : toBaseId(written)
  return id === null ? [] : [id]
}
