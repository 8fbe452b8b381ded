import type { Block } from '../snapshot/card'
import type { Reading } from '../snapshot/reading'
import { toBaseId } from './bases'
import { isOwnName } from './own-name'

/** Models in the words behind "a fine-tuned version of": linked, written as `owner/name`, or called by a name. */

export interface Found {
  id: string
  /** A name in words: which page is meant, it does not say. */
  named?: true
}

/**
 * How sure the words before make it that a model follows. `model`: whatever is named ("a fine-tuned version of …").
 * `likely`: what is called as models are, with size or version ("based on …"). `data`: what follows may as well be data
 * ("fine-tuned on …"): a model must be said to be one.
 */
export type Expects = 'model' | 'likely' | 'data'

const HUB_MODEL =
  /^https?:\/\/(?:huggingface\.co|hf\.co)\/(?!(?:datasets|spaces|papers|blog|docs|collections|models|organizations|posts|learn)\/)([\w.-]+(?:\/[\w.-]+)?)(?:\/tree\/main)?\/?$/
/** A page beside this one: of the same owner, or of another. */
const BESIDE = /^\.\.\/(?:\.\.\/)?([\w-][\w.-]{1,95}(?:\/[\w-][\w.-]{1,95})?)$/
const FILE = /\.(?:md|py|sh|ipynb|txt|json|ya?ml|pdf|png|jpe?g)$|^license$/i
/** Links further off belong to something else. */
const NEAR = 90

function linkedModel(url: string, reading: Reading): string | null {
  const beside = BESIDE.exec(url)?.[1]
  if (beside !== undefined && !FILE.test(beside)) {
    const [owner = ''] = reading.id.split('/')
    return toBaseId(beside.includes('/') ? beside : `${owner}/${beside}`)
  }
  const id = HUB_MODEL.exec(url)?.[1]
  const base = id === undefined ? null : toBaseId(id)
  // One word alone is a page of somebody's, unless it is written as the oldest models are ("gpt2").
  return base === null || !/[-/\d]/.test(base) ? null : base
}

/** Links to models on the Hub in what follows, else an `owner/name` written right there, else names of models. */
export function modelsIn(
  reading: Reading,
  block: Pick<Block, 'links'>,
  rest: string,
  limit: number,
  expects: Expects,
): Found[] {
  const near = block.links
    .map((link) => ({ ...link, at: rest.indexOf(link.text) }))
    .filter(({ text, image, at }) => !image && text !== '' && !/\bcard$/i.test(text) && at >= 0 && at < NEAR)
    .sort((a, b) => a.at - b.at)
  const linked = near.flatMap(({ url }) => linkedModel(url, reading) ?? [])
  if (linked.length > 0) return [...new Set(linked)].slice(0, limit).map((id) => ({ id }))
  const written =
    /^\s*(?:the |model )?[`"'[]?([A-Za-z0-9][\w.-]{1,60}\/[A-Za-z0-9][\w.-]{1,95}?)[`"'\]]?(?=[\s,;:)(]|\.?$|\. )/.exec(
      rest,
    )?.[1]
  const id = written === undefined ? null : toBaseId(written)
  if (id !== null && (expects !== 'data' || IS_MODEL.test(id))) return [{ id }]
  const linkWords = near.filter(({ url }) => !/\/datasets?\//i.test(url)).map(({ text }) => text)
  return namesIn(rest, expects, linkWords)
    .filter((found) => !isOwnName(reading, found.id))
    .slice(0, limit)
}

/** Architectures, whose names have become words: what tells a model's name without a number from any other name. */
const FAMILY =
  '(?:[mx]?bert|(?:xlm-)?roberta|(?:distil|al|de|ro|sci|bio)bert\\w*|deberta|electra|bart|mbart|t5|mt5|flan-t5|gpt(?:-?(?:neox?|j|\\d[\\w.]*))?|(?:code)?llama|mistral|mixtral|qwen|gemma|phi|falcon|pythia|bloomz?|vicuna|wav2vec ?2?|hubert|whisper|vit|deit|dino|swin|clip|openclip|siglip|resnet|efficientnet|mobilenet|inception|densenet|vgg|yolo\\w*|detr|stable[- ]diffusion|sdxl|flux|esm)'
const NAME = new RegExp(
  `^\\s*(?:(?:both|the|an?|open-source|pre-?trained|original|base model|base|models?|checkpoint|weights of|multilingual(?! ${FAMILY}\\b)) ){0,4}(?:[A-Z][\\w.]{1,30}['’]s )?[\`"'[]?((?:multilingual (?=${FAMILY}\\b))?(?!(?:this|our|its|their|that|these|such|some|any|one|each|very|new|more|two|three|both)\\b)[A-Za-z][\\w.]{0,40}(?:-[\\w.]{1,40}){0,6}(?: (?:v?\\d+(?:\\.\\d+)?[BMb]?(?![\\w%])|\\d+x\\d+B|base|large|small|tiny|medium|Medium|Large|XL)(?=[ ,.;:)\\]\`"']|$)){0,3})[\`"'\\]]?(?: models?\\b)?`,
  'i',
)
/** A model's name tells its size or its version: "LLaMA 7B", "pythia-12b", "SigLip-400M". */
const IS_MODEL =
  /\d(?:\.\d+)?[bm]\b|[-\s]v?\d|[a-z]\d+(?:[-.]|$)|[-\s](?:base|large|small|tiny|mini|medium|xl|xxl|huge)\b/i
const IS_FAMILY = new RegExp(`^(?:multilingual )?${FAMILY}(?:[-\\s.]|$|\\d)`, 'i')
/** "BioBERT", "VoxRex": capitals within. */
const IS_COINED = /^[A-Za-z]+[a-z][A-Z][\w-]*$|^[A-Z]{2,}[a-z][\w-]*$/
/** Data sets that are called as models are, with a number, and what is written with capitals and is neither. */
const NO_MODEL =
  /^(?:image-?net|uni-?(?:ref|prot)|coco|cord|era-?5|zinc|pubmed|pmc|(?:ko)?squad|common[ _-]?voice|libri|laion|cifar|[ek]?mnist|(?:super)?glue|wiki|m?c4|cc-?\d|oscar|\w{0,12}webtext|audio-?set|pdb|mimic|casp|kinetics|\w{0,8}nli\b|conll|ms-?marco|trivia|hotpot|gsm-?8k|mmlu|vctk|lj-?speech|vox-?celeb|ade-?20k|food-?101|open-?images|the[- ]pile|pile|red-?pajama|fine-?web|py-?torch|tensor-?flow|hugging-?face|github|open-?ai|deep-?speed|sentence-?transformers|(?:v|step|epoch|stage|phase|version|section|table|figure|python|cuda|fp|bf|int|top)[- ]?\d)|generated|-(?:dataset|corpus|data)$/i
/** Behind a name: it names something else than a model. */
const SOMETHING_ELSE =
  /^[\])`"']?(?: ?\([^()]{0,60}\))?(?: style|-style|-like|-based|-generated)?,? ?(?:[\w-]+ )?(?:generated|data|data ?sets?|corpus|corpora|benchmarks?|tokens|images|architectures?|archit\w+|papers?|tokeni[sz]ers?|framework|library|toolkit|scripts?|code(?:base)?|format|repository|GPUs?|TPUs?|splits?|challenge|competition|embeddings|vectors|initiali[sz]ation|outputs?|responses|conversations|annotations|licen[cs]e|vocabulary|approach|method|recipe|procedure|objective|loss)\b/i

/** "SigLip-400M and Llama3-8B-Instruct with …" */
function namesIn(text: string, expects: Expects, linked: readonly string[]): Found[] {
  const found: Found[] = []
  let rest = text.slice(0, 400)
  while (found.length < 4) {
    const match = NAME.exec(rest)
    const name = match?.[1]?.replace(/(?<![.,])[.,]+$/, '')
    if (!match || !name) return found
    const after = rest.slice(match[0].length)
    if (!isName(name, match[0], after, expects, linked)) return found
    found.push({ id: name, named: true })
    const and = /^(?:,? and |, | as well as | & )/.exec(after)
    if (!and) return found
    rest = after.slice(and[0].length)
  }
  return found
}

function isName(
  name: string,
  matched: string,
  after: string,
  expects: Expects,
  linked: readonly string[],
): boolean {
  // A sentence that ends within brackets was cut there; what follows may be "architecture".
  if (NO_MODEL.test(name) || SOMETHING_ELSE.test(after) || /^ \([^)]*$/.test(after)) return false
  const model = IS_MODEL.test(name)
  if (expects === 'likely') return model
  const family = IS_FAMILY.test(name)
  if (expects === 'model') return model || family || IS_COINED.test(name) || linked.includes(name)
  const called = /\b(?:models?|checkpoint|weights of) |models?$/i.test(matched)
  return called ? model || family || IS_COINED.test(name) : family && model
}
