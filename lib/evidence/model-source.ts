import * as z from 'zod/mini'
import type { Reading } from '../snapshot/reading'
import { groupFiles } from './files'
import { familyWords, sharesOwner } from './own-sources'
import { topicOf } from './text/headings'

/**
 * Whether a GitHub repository is a model's home (its code, weights, card or documentation), by what it holds itself:
 * links to models of the same owner or name on the Hub, a model card, weights, what the README says that it is. Libraries,
 * frameworks, evaluation suites and lists speak of models without being one's; so in doubt there is no answer.
 */

const repository = z.object({
  description: z.catch(z.string(), ''),
  topics: z.catch(z.array(z.unknown()), []),
})

const ENOUGH = 3
const HEAD = 3_000
const HUB_MODEL =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|docs\/|papers\/|collections\/|blog\/|join|models\b|login|pricing)([\w.-]{1,96}\/[\w.-]{1,96})/i
const MODEL_TOPIC =
  /^(?:llms?|language-model|large-language-models?|pretrained-models?|foundation-models?|multimodal-large-language-models?|vision-language-model)$/
/** What the README says that is made here. */
const INTRODUCES =
  /\b(?:we (?:(?:are|have|also|now|\w+ly) ){0,2}(?:excited to |proud to |happy to )?(?:introduc(?:e|ing)|present(?:ing)?|releas(?:e|ed|ing)|open-?sourc(?:e|ed|ing)|propos(?:e|ing)|train(?:ed)?)|introducing|official (?:\w+ )?(?:code|implementation|repo\w*|release)|this (?:repo(?:sitory)?|project) (?:\w+ )?(?:contains?|is|hosts?|provides|releases))\b[^.]{0,160}\b(?:(?:language|diffusion|foundation|vision|speech|music|multimodal|embedding|chat|code|video|image|text-to-\w+|[\w-]+) models?|LLMs?|weights|checkpoints?|parameters|transformers?|\d+(?:\.\d+)?B)\b/i
const IS_A_MODEL =
  /\bis (?:an? |the |our )(?:[\w,().+-]+ ){0,14}?(?:(?:language|diffusion|foundation|vision|speech|music|multimodal|chat|[\w-]+) model|LLM|transformer)\b|\b\d+(?:\.\d+)?[BM] (?:total |active(?:ated)? )?parameters\b|\bour (?:[\w-]+ ){0,2}\d+(?:\.\d+)?[BM] (?:[\w-]+ )?model\b|开源[^。]{0,40}模型|大(?:语言)?模型/i
const IS_A_TOOL =
  /\b(?:is|are|as) (?:an? |the |our )(?:[\w,().+/-]+ ){0,8}?(?:library|libraries|framework|toolkit|toolbox|client|package|CLI|harness|SDK|platform|engine|suite|benchmark|server|interface|collection|curated list|list|tutorial|course|cookbook)\b|\bawesome\b|\b(?:fine-?tun(?:e|ing)|train(?:ing)?|run(?:ning)?|serv(?:e|ing)|deploy(?:ing)?|evaluat(?:e|ing)) (?:\w+ ){0,3}(?:any|your|all|hundreds|popular|various|many)\b/i
/**
 * Words of those who run, serve, test, convert or teach what others have made. Whoever gives a model away may call its
 * code a library, but says none of these of it first.
 */
const WORKS_WITH_MODELS =
  /\b(?:web|graphical|user) ?(?:ui|interface) for\b|\b(?:re-?implementation|port|wrapper|bindings?|inference) of (?:\w+ ){0,2}\w+['’]s\b|\bLLM inference (?:in|on)\b|\bLLM serving\b|\b(?:run|serve|host) LLMs\b|\benable LLM inference\b|\b(?:inference|serving) (?:engine|framework|library|server)\b|\b(?:framework|library|toolkit|harness|suite|package|tool) (?:designed )?(?:to|for) (?:\w+, )*(?:test|train|evaluat|serv|infer|fine-?tun|post-?train|building|quantiz|comput)|\b(?:wide range|wide selection|wide variety|most popular|dozens|hundreds|thousands) of (?:[\w-]+ ){0,3}models\b|\bsupports? (?:most|many|various|popular|a wide)\b|\b\d+\+ (?:[\w-]+ ){0,3}(?:models|LLMs)\b|\byou will learn\b|\bin this (?:book|course|tutorial|workshop)\b|\b(?:for|of) the book\b|\bget(?:ting)? started with (?:inference|building|fine-?tuning)|\bcourse is\b|\b(?:simple|clean|interpretable|hackable),? and educational\b|\bfrom scratch\b.{0,40}\bbook\b/i
const NAMES_A_TOOL =
  /\b(?:web ?ui|harness|evaluation|benchmarks?|course|cookbook|tutorials?|handbook|guides?|toolkit|toolbox|dataset|from scratch)\b/i

/** What was made of a model by converting, quantizing or merging: whoever links only such has made no model. */
const CONVERTED =
  /(?:gguf|llamafile|ggml|exl[23]|awq|gptq|-mlc|onnx|-bnb|slerp|fp[48]\b|nf4|int[48]\b|[-_]\d-?bits?\b|[-_]q\d\w*)/i

/** A link to weights to download. */
const WEIGHTS_URL = /\.(?:pth|pt|ckpt|safetensors|gguf|tar\.zst|msgpack)(?:\?[^/?]{0,500})?$/i

/** True by enough signs; null where there are too few: a repository without them may still be a model's. */
export function isModelSource(reading: Reading): true | null {
  return signsOf(reading) >= ENOUGH ? true : null
}

/** Exported for the table that it is measured by. */
export function signsOf(reading: Reading): number {
  const [, name = ''] = reading.id.split('/')
  if (
    /^awesome\b|[-_](?:awesome|docs?|website|cookbook|course|tutorials?|examples?|webui|from-scratch)$/i.test(
      name,
    )
  )
    return 0
  const parsed = z.safeParse(repository, reading.repository)
  const description = parsed.success ? parsed.data.description.slice(0, 1_000) : ''
  const topics = parsed.success ? parsed.data.topics : []
  const head = `${description} ${headOf(reading)}`
  const start = head.slice(0, 1_200)
  const groups = groupFiles(reading.files)
  const paths = (reading.files ?? []).slice(0, 5_000).map(({ path }) => path.slice(0, 200))
  const own = ownHubModels(reading).filter((id) => !CONVERTED.test(id)).length
  const owners = hubOwners(reading)
  let signs = 0
  if (own >= 1) signs += 2
  if (own >= 2) signs += 1
  if (hasNamesake(reading)) signs += 1
  if (INTRODUCES.test(head)) signs += 2
  if (IS_A_MODEL.test(head)) signs += 1
  if (topics.some((topic) => typeof topic === 'string' && MODEL_TOPIC.test(topic))) signs += 1
  if (paths.some((path) => /^(?:docs\/)?model_?-?card[^/]*\.(?:md|pdf)$/i.test(path))) signs += 2
  if (paths.some((path) => /^licen[cs]e[-_.]?(?:model|weights)|^model[-_]licen[cs]e/i.test(path))) signs += 3
  if (groups.has('weights')) signs += 1
  if (groups.has('modeling') && (groups.has('training') || groups.has('inference'))) signs += 1
  if (
    (reading.card?.sections ?? []).some(({ heading }) => heading !== null && topicOf(heading) === 'weights')
  )
    signs += 1
  if ((reading.card?.links ?? []).some(({ url }) => WEIGHTS_URL.test(url.slice(-200)))) signs += 2
  if (WORKS_WITH_MODELS.test(head.slice(0, 2_000))) signs -= 4
  if (NAMES_A_TOOL.test(titleOf(reading))) signs -= 2
  // A model's home may call its code a library too.
  if (IS_A_TOOL.test(start)) signs -= own >= 2 || hasNamesake(reading) ? 1 : 3
  // Whoever links models of many owners serves or lists them.
  if (owners > 6 && own < 2) signs -= 2
  return signs
}

/** The README's first heading. */
const titleOf = (reading: Reading): string =>
  (reading.card?.sections ?? []).find(({ heading }) => heading !== null)?.heading?.slice(0, 200) ?? ''

function headOf(reading: Reading): string {
  return (reading.card?.blocks ?? [])
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'quote')
    .slice(0, 40)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, HEAD)
}

function hubModels(reading: Reading): string[] {
  const found = new Set<string>()
  for (const { url } of reading.card?.links ?? []) {
    const id = HUB_MODEL.exec(url.slice(0, 300))?.[1]
    if (id !== undefined) found.add(id.replace(/(?<![.,])[.,]+$/, ''))
  }
  return [...found]
}

/**
 * Models on the Hub of the same owner, or named after the repository: both first, then in the order of the README; what
 * was merely converted from another stands behind it.
 */
export function ownHubModels(reading: Reading): string[] {
  const words = familyWords(reading.id.slice(reading.id.indexOf('/') + 1))
  const own = hubModels(reading).filter((id) => {
    const model = squeeze(id.slice(id.indexOf('/') + 1))
    return sharesOwner(id, reading.id) || words.some((word) => word.length >= 4 && model.includes(word))
  })
  const score = (id: string) =>
    (sharesOwner(id, reading.id) ? 1 : 0) + (isNamesake(reading, id) ? 1 : 0) - (CONVERTED.test(id) ? 1 : 0)
  return own.sort((a, b) => score(b) - score(a))
}

/** A model whose name begins with the repository's whole name. */
export function isNamesake(reading: Reading, id: string): boolean {
  const name = squeeze(reading.id.slice(reading.id.indexOf('/') + 1))
  return name.length >= 5 && squeeze(id.slice(id.indexOf('/') + 1)).startsWith(name)
}

const hasNamesake = (reading: Reading): boolean => hubModels(reading).some((id) => isNamesake(reading, id))

const squeeze = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

const hubOwners = (reading: Reading): number =>
  new Set(hubModels(reading).map((id) => id.slice(0, id.indexOf('/')).toLowerCase())).size
