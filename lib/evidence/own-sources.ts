import { parentsOf } from '../lineage/bases'
import type { Reading } from '../snapshot/reading'

/**
 * Which linked GitHub repositories are the model's own source: the same owner, or a name that shares the model's.
 * A library that everybody links to is nobody's own source.
 */

const LIBRARIES =
  /^(?:huggingface\/(?!.*(?:distil|smol|alignment))|vllm-project\/|ggerganov\/|ggml-org\/|axolotl-ai-cloud\/|openaccess-ai-collective\/|hiyouga\/|microsoft\/deepspeed|deepspeedai\/|nvidia\/(?:megatron-lm|nemo|tensorrt)|eleutherai\/lm-evaluation-harness|unslothai\/|oobabooga\/|automatic1111\/|comfyanonymous\/|mlc-ai\/|sgl-project\/|open-compass\/|facebookresearch\/fairseq|dao-ailab\/|timdettmers\/|bitsandbytes-foundation\/|arcee-ai\/mergekit|cg123\/mergekit|ollama\/|lm-sys\/fastchat|pytorch\/|tensorflow\/|google-research\/bert$)/i

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
  const own: Reading[] = []
  for (const target of reading.linked.values()) {
    if (typeof target === 'string' || target.site !== 'github') continue
    const kinship = kinshipOf(reading.id, target.id)
    if (kinship === 'owner' || (kinship === 'name' && !derived)) own.push(target)
  }
  return own
}

/** How a GitHub repository (`owner/name`) is related to a Hub model (`owner/name`): same owner and name, same name, or not. */
export function kinshipOf(modelId: string, repository: string): 'owner' | 'name' | null {
  if (LIBRARIES.test(repository)) return null
  const [modelOwner = '', modelName = modelOwner] = modelId.split('/')
  const [owner = '', name = ''] = repository.split('/')
  const repositoryName = squeeze(name.slice(0, 200))
  const shared = familyWords(modelName).some((word) => repositoryName.includes(word))
  const [a, b] = [squeeze(modelOwner), squeeze(owner)]
  const sameOwner = a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a))
  // "meta-llama/llama3" for Meta-Llama-3-8B: the whole name of the repository stands in the model's.
  const contained = repositoryName.length >= 2 && squeeze(modelName.slice(0, 200)).includes(repositoryName)
  if (sameOwner && (shared || contained)) return 'owner'
  return shared ? 'name' : null
}
