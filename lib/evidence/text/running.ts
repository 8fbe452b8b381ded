import type { Link } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector } from '../collector'
import { isLibrary, sharesOwner } from '../own-sources'
import { deniedBy, isElsewhere, isOfOthers } from './denials'
import { githubOf } from './links'
import { isOwnCode, speaksOfOwnCode } from './own-code'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isForeign, isForReader } from './topics'

/** How the model is run, and what comes out. */

export const SNIPPET =
  /\bfrom_pretrained\(|\bpipeline\(|\bvllm serve\b|\bLLM\(|\bllama-(?:cli|server)\b|\bllama_cpp\b|\bollama run\b|\bDiffusionPipeline\b|\bSentenceTransformer\(|\bmlx_lm\b|\bsglang\b/
const RUNS =
  /\b(?:inference|usage|run(?:ning)?|generat(?:es?|ing|ion)|demo|quick ?start|how to use|instructions|deploy\w*|prompting|predict(?:ing|ions?)|examples? (?:to|of how)|extract (?:\w+ )?(?:embeddings|features|representations)|reference implementations?)\b/i
const NOTEBOOK = /^https:\/\/colab\.research\.google\.com\//i
/** A notebook of a repository names it. */
const NOTEBOOK_OF = /\/github\/([\w.-]{1,60}\/[\w.-]{1,100})\//i
/** What a notebook may be for besides running the model, in any language. */
const NOT_RUNNING =
  /\byour own\b|\b(?:pre-?)?train|fine-?_?tun|\bevaluat|\beval\b|\bbenchmark|\bmerg(?:e|ing)\b|\bquanti[sz]|\bconver(?:t|sion)|\blora\b|\bdreambooth\b|\bdata ?sets?\b|训练|訓練|微调|評価|评测|学習|학습|훈련|평가|\bentra[iî]n|\bentren|\bajust|\bafinad|\bschulung|\btrainier|\bfeinabst|\bévalu|\bbewert|\bevalua/i
/** Results, papers and data that a link is called after: it does not lead to what runs the model. */
const LEADS_ELSEWHERE = /\b(?:results?|evaluations?|papers?|reports?|data ?sets?|benchmarks?|training)\b/i
const REFERENCE = /\breference implementations?\b/i
const linksIn = ({ text, block }: Sentence): readonly Link[] =>
  block.links.filter(({ text: words }) => words === '' || text.includes(words))

/** A notebook to try, whatever language the card is in: the address says more than a verb. */
function notebookIn(reading: Reading, sentence: Sentence): 'present' | 'partial' | null {
  const { text, block } = sentence
  const { section } = block
  if (isForReader(section) || isForeign(section) || isOfOthers(text, reading)) return null
  const around = `${text} ${section.path.slice(-2).join(' ').slice(0, 200)}`
  const link = linksIn(sentence).find(
    ({ url, image, text: words }) =>
      !image &&
      NOTEBOOK.test(url) &&
      !NOT_RUNNING.test(`${url.slice(0, 300)} ${words}`) &&
      (/\binference\b/i.test(words) || !NOT_RUNNING.test(around)),
  )
  if (!link) return null
  const repository = NOTEBOOK_OF.exec(link.url)?.[1]
  if (repository === undefined) return 'present'
  const url = `https://github.com/${repository}`
  if (
    !isLibrary(repository) &&
    (sharesOwner(reading.id, repository) || isOwnCode(reading, { url, image: false }))
  )
    return 'present'
  // With a public library, as a snippet does.
  return RUNS.test(text) ? 'partial' : null
}

function runsOwnCode(reading: Reading, sentence: Sentence): boolean {
  const { text } = sentence
  if (!RUNS.test(text)) return false
  const repositories = linksIn(sentence).filter(({ url }) => githubOf(url) !== null)
  if (repositories.length > 0 && repositories.every((link) => LEADS_ELSEWHERE.test(link.text))) return false
  if (speaksOfOwnCode(reading, sentence)) return true
  return repositories.some(
    ({ url, text: words }) => REFERENCE.test(words) && sharesOwner(reading.id, githubOf(url) ?? ''),
  )
}

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
    const status = english && runsOwnCode(reading, sentence) ? 'present' : notebookIn(reading, sentence)
    if (status === null) continue
    if (deniedBy(sentence, reading).size > 0) continue
    yield {
      component: 'inference_code',
      status,
      evidence: fromCard(
        reading,
        block,
        text,
        "The card links to the model's own code for running it.",
        'text.inference.link',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
    if (status === 'present') return
  }
}

/** Commands that fetch a repository: git, pip, PyTorch's hub. */
const FETCHES =
  /(?:git clone (?:-[-\w]+ )*|(pip3? install )[^\n]{0,60}git\+)(https:\/\/github\.com\/[\w.-]{1,60}\/[\w.-]{1,100})|torch\.hub\.load\(\s*(?:repo_or_dir=)?["']([\w.-]{1,60}\/[\w.-]{1,100})/g

/** Code that the card fetches from the model's own repository and runs. */
const INSTALLS_IT =
  /pip3? install (?:-e |--editable )?["']?\.\/?(?:["']|\[|\s|$)|python3? setup\.py (?:install|develop)/

export const detectFetchedCode: Detector = function* (reading) {
  const codes = (reading.card?.blocks ?? []).flatMap(({ kind, text }) =>
    kind === 'code' ? [text.slice(0, 20_000)] : [],
  )
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind !== 'code' || isForeign(block.section)) continue
    for (const [line, pip, clone, hub] of block.text.slice(0, 20_000).matchAll(FETCHES)) {
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
      // PyTorch's hub builds the model from the code that lies there; what is installed to run it holds it as well.
      const installed = pip !== undefined || codes.some((text) => INSTALLS_IT.test(text))
      if (hub !== undefined || installed)
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

/** "Official implementation of …": the code of the model itself, said of the card's own repository. */
const IMPLEMENTS =
  /\b(?:official|open-?source|original|pytorch|jax|tensorflow) implementations?\b|\bimplementation (?:details|of the (?:paper|model))\b|\bmodel(?:l?ing)? code\b/i
/** The same in other languages, where only an address into the code is proof enough. */
const MODEL_CODE = /模型代码|模型程式碼|モデル(?:の)?コード|모델 ?코드/i

export const detectImplementation: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const own = english && IMPLEMENTS.test(text) && !isElsewhere(text) && !isOfOthers(text, reading)
    const linked = linksIn(sentence).some(
      (link) =>
        !link.image &&
        (own ? isOwnCode(reading, link) : /\/(?:tree|blob)\//.test(link.url) && githubOf(link.url)),
    )
    if (!linked || !(own || MODEL_CODE.test(text))) continue
    if (isForeign(block.section) || deniedBy(sentence, reading).size > 0) continue
    yield {
      component: 'architecture_code',
      status: 'present',
      evidence: fromCard(
        reading,
        block,
        text,
        "The card links to the model's implementation.",
        'text.implementation',
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
