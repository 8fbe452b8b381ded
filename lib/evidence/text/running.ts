import type { Detector } from '../collector'
import { kinshipOf } from '../own-sources'
import { deniedBy } from './denials'
import { githubOf } from './links'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isHeaded } from './topics'

/** How the model is run, and what comes out. */

const SNIPPET =
  /\bfrom_pretrained\(|\bpipeline\(|\bvllm serve\b|\bLLM\(|\bllama-(?:cli|server)\b|\bllama_cpp\b|\bollama run\b|\bDiffusionPipeline\b|\bSentenceTransformer\(|\bmlx_lm\b|\bsglang\b/
const RUNS =
  /\b(?:inference|usage|run(?:ning)?|generat\w+|demo|quick ?start|how to use|instructions|deploy\w*)\b/i
const NOTEBOOK = /^https:\/\/colab\.research\.google\.com\//i
const OUTPUT = /(?:^|\n)\s*(?:#|>>>?|\/\/)?\s*(?:output|response|answer|result)\s*[:=]/i

export const detectInference: Detector = function* (reading) {
  const snippet = reading.card?.blocks.find(
    ({ kind, text }) => kind === 'code' && SNIPPET.test(text.slice(0, 20_000)),
  )
  if (snippet) {
    const line = snippet.text.split('\n').find((candidate) => SNIPPET.test(candidate)) ?? snippet.text
    yield {
      component: 'inference_code',
      status: 'partial',
      evidence: fromCard(
        reading,
        snippet,
        line,
        'A snippet of the card runs the model with a public library.',
        'text.snippet',
        'artefact',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
  }
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || !RUNS.test(text) || deniedBy(sentence, reading).size > 0) continue
    const link = block.links.find(({ url, text: words }) => {
      if (words !== '' && !text.includes(words)) return false
      const repository = githubOf(url)
      return NOTEBOOK.test(url) || (repository !== null && kinshipOf(reading.id, repository) !== null)
    })
    if (!link) continue
    yield {
      component: 'inference_code',
      status: 'present',
      evidence: fromCard(
        reading,
        block,
        text,
        "The card links to the model's own code for running it.",
        'text.inference.link',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
    return
  }
}

export const detectSamples: Detector = function* (reading) {
  for (const block of reading.card?.blocks ?? []) {
    const shown =
      (block.kind === 'code' && OUTPUT.test(block.text.slice(0, 20_000))) ||
      (isHeaded(block.section, 'samples') &&
        !/example (?:usage|code)|usage|evaluat|benchmark/i.test(block.section.heading ?? '') &&
        ((block.kind === 'code' && !SNIPPET.test(block.text.slice(0, 20_000))) ||
          block.links.some(({ image }) => image)))
    if (!shown) continue
    yield {
      component: 'sample_outputs',
      status: 'present',
      evidence: fromCard(
        reading,
        block,
        block.text || (block.section.heading ?? ''),
        'The card shows what the model puts out.',
        'text.samples',
        'artefact',
      ),
    }
    return
  }
}

const CHECKPOINTS =
  /\b(?:intermediate|many|all|several|training) (?:model )?checkpoints?\b|\bcheckpoints? (?:for|at|every|after) (?:every |each )?[\d,]+/i

/** A link in the sentence to a collection, a model or branches on the Hub. */
const leadsToCheckpoints = ({ text, block }: Sentence): boolean =>
  block.links.some(
    ({ url, text: words }) =>
      /^https?:\/\/huggingface\.co\/(?!datasets\/|spaces\/|papers\/|docs\/|blog\/)[\w.-]+\/[\w.-]+/i.test(
        url,
      ) &&
      (words === '' || text.includes(words)),
  )

export const detectCheckpointWords: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    if (!sentence.english || !CHECKPOINTS.test(sentence.text) || deniedBy(sentence, reading).size > 0)
      continue
    yield {
      component: 'weights_intermediate',
      status: leadsToCheckpoints(sentence) ? 'partial' : 'mentioned',
      evidence: fromCard(
        reading,
        sentence.block,
        sentence.text,
        'The card speaks of intermediate checkpoints.',
        'text.checkpoints',
      ),
    }
    return
  }
}
