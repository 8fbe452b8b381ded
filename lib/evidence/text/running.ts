import type { Detector } from '../collector'
import { deniedBy, isElsewhere } from './denials'
import { isOwnCode, speaksOfOwnCode } from './own-code'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isForeign } from './topics'

/** How the model is run, and what comes out. */

export const SNIPPET =
  /\bfrom_pretrained\(|\bpipeline\(|\bvllm serve\b|\bLLM\(|\bllama-(?:cli|server)\b|\bllama_cpp\b|\bollama run\b|\bDiffusionPipeline\b|\bSentenceTransformer\(|\bmlx_lm\b|\bsglang\b/
const RUNS =
  /\b(?:inference|usage|run(?:ning)?|generat\w+|demo|quick ?start|how to use|instructions|deploy\w*)\b/i
const NOTEBOOK = /^https:\/\/colab\.research\.google\.com\//i
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
    const notebook = block.links.some(
      ({ url, text: words }) =>
        (words === '' || text.includes(words)) && NOTEBOOK.test(url) && !/fine-?tun/i.test(text),
    )
    if (!notebook && !speaksOfOwnCode(reading, sentence)) continue
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

/** Commands that fetch a repository: git, pip, PyTorch's hub. */
const FETCHES =
  /(?:git clone (?:-[-\w]+ )*|pip3? install [^\n]{0,60}git\+)(https:\/\/github\.com\/[\w.-]{1,60}\/[\w.-]{1,100})|torch\.hub\.load\(\s*(?:repo_or_dir=)?["']([\w.-]{1,60}\/[\w.-]{1,100})/g

/** Code that the card fetches from the model's own repository and runs. */
export const detectFetchedCode: Detector = function* (reading) {
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind !== 'code' || isForeign(block.section)) continue
    for (const [line, clone, hub] of block.text.slice(0, 20_000).matchAll(FETCHES)) {
      if (!isOwnCode(reading, { url: clone ?? `https://github.com/${hub}`, image: false })) continue
      const proof = fromCard(
        reading,
        block,
        line,
        "The card fetches the model's own code and runs it.",
        'text.fetch',
      )
      const license = { id: null, state: 'unknown', inherited: false } as const
      yield { component: 'inference_code', status: 'present', evidence: proof, license }
      // PyTorch's hub builds the model from the code that lies there.
      if (hub !== undefined)
        yield { component: 'architecture_code', status: 'present', evidence: proof, license }
      return
    }
  }
}

/** Libraries that implement architectures; code that comes with the weights is another matter. */
const IMPORT =
  /(?:^|\n)[^\S\n]*from (transformers|diffusers|timm|sentence_transformers|speechbrain|nemo[\w.]*|open_clip|espnet2?[\w.]*|flair[\w.]*|gliner|setfit) import [^\n]*\b[A-Z]\w+/

export const detectImportedArchitecture: Detector = function* (reading) {
  if (reading.site !== 'huggingface') return
  const codes = (reading.card?.blocks ?? []).filter(({ kind }) => kind === 'code')
  if (codes.some(({ text }) => /trust_remote_code\s*=\s*True/.test(text.slice(0, 20_000)))) return
  for (const block of codes) {
    const match = IMPORT.exec(block.text.slice(0, 20_000))
    if (!match || !SNIPPET.test(block.text.slice(0, 20_000))) continue
    yield {
      component: 'architecture_code',
      status: 'present',
      evidence: fromCard(
        reading,
        block,
        match[0].trim(),
        `The card builds the model with the ${match[1]} library.`,
        'text.import',
        'inferred',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
    return
  }
}

const CHECKPOINTS =
  /\b(?:intermediate|many|all|several|training) (?:model )?checkpoints?\b|\bcheckpoints? (?:for|at|every|after) (?:every |each )?[\d,]+/i

/** Checkpoints of other sizes or for other tasks are siblings, none from along the way. */
const SIBLINGS = /\b(?:sizes?|variants?|languages|tasks|flavou?rs|resolutions)\b/i

const ALONG_THE_WAY =
  /\bintermediate\b|\bduring training\b|\b(?:training )?steps?\b|\btokens\b|\b\d{2,} (?:\w+ )?checkpoints\b/i

/** A link in the sentence to a collection, a model or branches on the Hub. */
const leadsToCheckpoints = ({ text, block }: Sentence): boolean =>
  block.links.some(
    ({ url, text: words }) =>
      /^https?:\/\/huggingface\.co\/(?!datasets\/|spaces\/|papers\/|docs\/|blog\/)[\w.-]+\/[\w.-]+/i.test(
        url,
      ) &&
      (words === '' || text.includes(words)),
  )

/** A snippet that loads the model as it was at a step of its training. */
const AT_A_STEP =
  /\brevision\s*=\s*["'](?:[\w-]*?(?:ckpt|checkpoint|step|iter|stage\d|epoch))[-_]?\d[\w.-]{0,40}["']/i

export const detectCheckpointWords: Detector = function* (reading) {
  const loaded = reading.card?.blocks.find(
    ({ kind, text }) => kind === 'code' && AT_A_STEP.test(text.slice(0, 20_000)),
  )
  if (loaded) {
    const line = loaded.text.split('\n').find((candidate) => AT_A_STEP.test(candidate)) ?? loaded.text
    yield {
      component: 'weights_intermediate',
      status: 'present',
      evidence: fromCard(
        reading,
        loaded,
        line,
        'A snippet of the card loads a checkpoint from along the way.',
        'text.revision',
      ),
    }
    return
  }
  for (const sentence of sentencesOf(reading)) {
    if (!sentence.english || !CHECKPOINTS.test(sentence.text) || isElsewhere(sentence.text)) continue
    if (SIBLINGS.test(sentence.text) && !ALONG_THE_WAY.test(sentence.text)) continue
    if (deniedBy(sentence, reading).size > 0) continue
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
