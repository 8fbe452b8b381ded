import * as z from 'zod/mini'
import type { Reading } from '../snapshot/reading'
import { groupFiles } from './files'

/** Whether a GitHub repository is a model's. */

const repository = z.object({
  description: z.catch(z.string(), ''),
  topics: z.catch(z.array(z.unknown()), []),
})
const MODEL_WORDS =
  /\b(?:pre-?trained|language models?|llms?|model weights|checkpoints?|diffusion models?|foundation models?)\b/i
const TOOL_WORDS =
  /\b(?:frameworks?|librar(?:y|ies)|toolkits?|tools?|sdk|api|harness|fine-?tun(?:e|ing)|benchmarks?|awesome|lists?|post-training|train transformer)\b/i
const MODEL_TOPIC = /^(?:llms?|language-model|large-language-models?|pretrained-models?|foundation-models?)$/

/** True by simple signs; null where there are none: a repository without them may still be a model's. */
export function isModelSource(reading: Reading): true | null {
  const parsed = z.safeParse(repository, reading.repository)
  const words = parsed.success ? parsed.data.description.slice(0, 1_000) : ''
  const topics = parsed.success ? parsed.data.topics : []
  const topical = topics.some((topic) => typeof topic === 'string' && MODEL_TOPIC.test(topic))
  const groups = groupFiles(reading.files)
  // An installable package is a library until something better says that it is a model's.
  const library = groups.has('packaging')
  const built = groups.has('modeling') && (groups.has('training') || groups.has('inference'))
  const cardFile =
    reading.files?.some((file) => /^model_?-?card[^/]*\.md$/i.test(file.path.slice(0, 80))) ?? false
  // Frameworks, evaluation suites and lists speak of models without being one's home.
  if (TOOL_WORDS.test(words)) return null
  return topical || MODEL_WORDS.test(words) || (!library && (groups.has('weights') || built)) || cardFile
    ? true
    : null
}
