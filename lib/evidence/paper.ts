import { readBases } from '../lineage/bases'
import type { Reading } from '../snapshot/reading'
import { type Detector, evidence } from './collector'

/**
 * The model's own paper, by title. The Hub tags every arXiv link that a card holds (LoRA, DPO, the carbon paper that its
 * own template cites), so a tag proves nothing until the title names the model.
 */

/** Cited by the Hub's default card template for carbon figures. */
const TEMPLATE_PAPER = '1910.09700'
const SIZE = /^(?:v?\d+(?:\.\d+)*|\d+(?:\.\d+)?[bmkt]|\d+x\d+[bm]?|a\d+[bm])$/
const GENERIC = new Set([
  'base',
  'chat',
  'instruct',
  'large',
  'small',
  'mini',
  'medium',
  'tiny',
  'xl',
  'xxl',
  'huge',
  'it',
  'hf',
  'uncased',
  'cased',
  'pt',
  'preview',
  'lite',
  'turbo',
  'model',
  'gguf',
  'awq',
  'gptq',
  'fp8',
  'int4',
  'diffusers',
  'sft',
  'dpo',
  'lora',
  'en',
])
/** Families whose own paper is linked by every derivative. */
const COMMON = new Set([
  'bert',
  'roberta',
  'distilbert',
  'llama',
  'gpt',
  'mistral',
  'mixtral',
  'qwen',
  't5',
  'flan',
  'vit',
  'clip',
  'whisper',
  'stable',
  'wav2vec2',
  'gemma',
  'phi',
  'deberta',
  'electra',
  'bart',
  'opt',
  'pythia',
  'falcon',
  'yolo',
  'resnet',
  'sdxl',
  'flux',
])

/** Whether a name is one of those that every derivative bears. */
export const isCommonFamily = (name: string): boolean => COMMON.has(name)

export const squeeze = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The leading words of a model's name up to its size or variant: "DeepSeek-V2-Chat" gives deepseek, v2. */
export function stemWords(id: string): string[] {
  const name = id.slice(id.indexOf('/') + 1).slice(0, 120)
  const stem: string[] = []
  for (const word of name.toLowerCase().split(/[^a-z0-9.]+/)) {
    if (word === '' || GENERIC.has(word) || (SIZE.test(word) && !/^v?\d(?:\.\d)?$/.test(word))) break
    stem.push(word)
  }
  return stem
}

/** True when a paper's title names this model: its stem as one run, or its own (not a common) family name as a word. */
export function titleNames(title: string, id: string): boolean {
  const words = stemWords(id)
  const [family = ''] = words
  const stem = squeeze(words.join(''))
  const plain = title.slice(0, 400)
  const root = family.replace(/(?<!\d)\d+$/, '') || family
  const common = COMMON.has(family) || COMMON.has(root)
  // "someone/llama-2-7b-poems" links the Llama 2 paper; only the family's own organisation has it as its own.
  if (common && !words.slice(1).some((word) => /[a-z]{3}/.test(word)) && !ownerOf(id).includes(root))
    return false
  if (stem.length >= 4 && squeeze(plain).includes(stem)) return true
  if (common || squeeze(family).length < 4) return false
  return plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes(squeeze(family))
}

const ownerOf = (id: string): string => squeeze(id.includes('/') ? id.slice(0, id.indexOf('/')) : '')

/** "Qwen3 Technical Report" on a later member of the family, by the family's own organisation: it covers the family. */
function coversFamily(title: string, id: string): boolean {
  const [family = ''] = stemWords(id)
  const root = family.replace(/(?<!\d)\d+$/, '') || family
  if (root.length < 3 || !ownerOf(id).includes(squeeze(root)) || !/\breport\b/i.test(title)) return false
  return title
    .slice(0, 400)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes(squeeze(family))
}

const UNLICENSED = { id: null, state: 'unknown', inherited: false } as const

interface Titled {
  number: string
  title: string
  /** The organisation that claims the paper on the Hub. */
  organization: string | null
  locator: string
}

/** Papers whose title is known: told by the page with its tags, or looked at on the Hub. */
function titledPapers(reading: Reading): Titled[] {
  const found = new Map<string, Titled>()
  for (const tag of reading.model?.tag_objs ?? []) {
    const title = tag.extra?.paperTitle
    const number = /(\d{4}\.\d{4,5})/.exec(tag.id.slice(0, 60))?.[1]
    if (tag.type !== 'arxiv' || !title || number === undefined) continue
    found.set(number, { number, title, organization: null, locator: `tag: arxiv:${number}` })
  }
  for (const [url, target] of reading.linked) {
    const number = /\/papers\/(\d{4}\.\d{4,5})$/.exec(url.slice(0, 200))?.[1]
    if (number === undefined || typeof target === 'string' || target.paper === null) continue
    const { title, organization } = target.paper
    found.set(number, { number, title, organization, locator: `paper: arXiv ${number}` })
  }
  found.delete(TEMPLATE_PAPER)
  return [...found.values()]
}

export const detectPaper: Detector = function* (reading: Reading) {
  const bases = readBases(reading)
  for (const { number, title, organization, locator } of titledPapers(reading)) {
    const proof = (claim: string) =>
      evidence(claim, title, `https://arxiv.org/abs/${number}`, locator, 'paper.title', 'declared')
    if (!titleNames(title, reading.id)) {
      if (!coversFamily(title, reading.id) && !isOwnFamily(title, organization, reading.id)) continue
      const covers = proof("A linked report's title names this model's family.")
      yield { component: 'technical_report', status: 'partial', evidence: covers, license: UNLICENSED }
      continue
    }
    if (bases.some((base) => titleNames(title, base.id) && ownerOf(base.id) !== ownerOf(reading.id))) continue
    // A paper about this very model is its technical report as well (component vocabulary: "title names this model").
    const own = proof("A linked paper's title names this model.")
    yield { component: 'research_paper', status: 'present', evidence: own, license: UNLICENSED }
    yield { component: 'technical_report', status: 'present', evidence: own, license: UNLICENSED }
  }
}

/** A paper that the model's owner claims as its own, whose title holds a word of the model's family. */
function isOwnFamily(title: string, organization: string | null, id: string): boolean {
  if (organization === null || squeeze(organization) !== ownerOf(id)) return false
  const words = title.toLowerCase().split(/[^a-z0-9]+/)
  return stemWords(id).some((word) => word.length >= 3 && words.includes(squeeze(word)))
}
