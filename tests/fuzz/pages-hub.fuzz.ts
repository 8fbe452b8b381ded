// @vitest-environment happy-dom
import { huggingface } from '../../lib/sites/huggingface'
import { modelPage, otherPage } from '../../scripts/lib/offline/page'
import { samples } from '../../scripts/samples'
import { fuzzPages, recordedPages } from './lib/pages'

/** Model pages of the Hub, ours and recorded ones, changed while they are shown. */

const HOME = 'https://huggingface.co'
const query = new URLSearchParams()
const broken = new URLSearchParams({ props: 'broken' })

fuzzPages('pages-hub', huggingface, [
  ...samples
    .slice(0, 6)
    .map((sample) => ({ url: `${HOME}/${sample.id}`, html: modelPage(sample, 'card', query) })),
  ...samples
    .slice(0, 2)
    .map((sample) => ({ url: `${HOME}/${sample.id}/tree/main`, html: modelPage(sample, 'files', broken) })),
  { url: `${HOME}/models`, html: otherPage('/models', query) },
  { url: `${HOME}/constructor`, html: otherPage('/constructor', query) },
  ...recordedPages('hf_model_header', `${HOME}/Qwen/Qwen3-Coder-30B-A3B-Instruct`),
  ...recordedPages('hf-model', `${HOME}/Qwen/Qwen3-32B`),
])
