import { parentsOf } from '../lineage/bases'
import type { Reading } from '../snapshot/reading'
import { repositoryLinks } from './repository-links'
import { githubOf } from './text/links'

/**
 * Which linked GitHub repositories are the model's own source: the same owner, or a name that shares the model's.
 * A library that everybody links to is nobody's own source.
 */

const LIBRARIES =
  /^(?:huggingface\/(?:transformers(?:\.js)?|diffusers|datasets|tokenizers|accelerate|peft|trl|optimum[\w-]*|evaluate|text-generation-inference|text-embeddings-inference|huggingface_hub|candle|safetensors|hub-docs|notebooks|blog|autotrain-advanced|lighteval|setfit|pytorch-image-models|chat-ui|course|swift-\w+)$|vllm-project\/|ggerganov\/|ggml-org\/|axolotl-ai-cloud\/|openaccess-ai-collective\/|hiyouga\/|microsoft\/deepspeed|deepspeedai\/|nvidia\/(?:megatron-lm|nemo|tensorrt)|eleutherai\/lm-evaluation-harness|unslothai\/|oobabooga\/|automatic1111\/|comfyanonymous\/|mlc-ai\/|sgl-project\/|open-compass\/|facebookresearch\/fairseq|dao-ailab\/|timdettmers\/|bitsandbytes-foundation\/|arcee-ai\/mergekit|cg123\/mergekit|ollama\/|lm-sys\/fastchat|pytorch\/|tensorflow\/|google-research\/bert$)/i

/** A fork of a library, whoever holds it. */
const FORKS =
  /\/(?:llama\.cpp|whisper\.cpp|ollama|vllm|sglang|transformers|diffusers|text-generation-webui|comfyui|stable-diffusion-webui|mlc-llm|candle|mergekit|flash-attention|lm-evaluation-harness)$/i

const GENERIC = new Set([
  'model',
  'models',
  'base',
  'chat',
  'instruct',
  'large',
  'small',
  'mini',
  'medium',
  'tiny',
  'the',
  'uncased',
  'cased',
  'diffusers',
  'bert',
  'llama',
  'gpt',
  'lora',
  'sft',
  'dpo',
])

const squeeze = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Words of a name that can tell one family from another: letters, at least three, not generic. */
export function familyWords(name: string): string[] {
  return name
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 3 && !GENERIC.has(word))
}

/** Own GitHub sources that were looked at. A GitHub reading is its own source. */
export function ownSources(reading: Reading): Reading[] {
  if (reading.site === 'github') return [reading]
  // A fine-tune often links the repository that its base came from: a shared name alone is not enough there.
  const derived = parentsOf(reading).length > 0
  const called = new Set(repositoryLinks(reading).map(({ id }) => id.toLowerCase()))
  const own = new Set<Reading>()
  for (const [url, target] of reading.linked) {
    if (typeof target === 'string' || target.site !== 'github') continue
    const kinship = kinshipOf(reading.id, target.id)
    const linked = githubOf(url)?.toLowerCase() ?? ''
    if (kinship === 'owner' || (kinship === 'name' && !derived) || called.has(linked)) own.add(target)
  }
  return [...own]
}

/** How a GitHub repository (`owner/name`) is related to a Hub model (`owner/name`): same owner and name, same name, or not. */
export function kinshipOf(modelId: string, repository: string): 'owner' | 'name' | null {
  if (isLibrary(repository)) return null
  const [modelOwner = '', modelName = modelOwner] = modelId.split('/')
  const [, name = ''] = repository.split('/')
  const repositoryName = squeeze(name.slice(0, 200))
  // "meta-llama/llama3" for Meta-Llama-3-8B: the whole name of the repository stands in the model's.
  const contained = repositoryName.length >= 2 && squeeze(modelName.slice(0, 200)).includes(repositoryName)
  const shared = sharesName(modelId, repository)
  if (sharesOwner(modelId, repository) && (shared || contained)) return 'owner'
  return shared ? 'name' : null
}

/** A library that everybody links to is nobody's own source. */
export const isLibrary = (repository: string): boolean => LIBRARIES.test(repository) || FORKS.test(repository)

/** A word of the model's name stands in the repository's. */
export function sharesName(modelId: string, repository: string): boolean {
  const name = squeeze(repository.slice(repository.indexOf('/') + 1).slice(0, 200))
  return familyWords(modelId.slice(modelId.indexOf('/') + 1)).some((word) => name.includes(word))
}

export function sharesOwner(modelId: string, repository: string): boolean {
  const [a = '', b = ''] = [modelId, repository].map((id) => squeeze(id.split('/')[0] ?? ''))
  return a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a))
}
