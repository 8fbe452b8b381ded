import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../lib/sites/huggingface/place'

const at = (path: string) => placeOf(new URL(path, 'https://huggingface.co'))

describe('an address on the Hub', () => {
  it.each([
    ['/allenai/OLMo-7B', 'allenai/OLMo-7B', 'card', null],
    ['/allenai/OLMo-7B/', 'allenai/OLMo-7B', 'card', null],
    ['/gpt2', 'gpt2', 'card', null],
    ['/gpt2/tree/main', 'gpt2', 'files', 'main'],
    ['/acme/constructor', 'acme/constructor', 'card', null],
    ['/allenai/OLMo-7B/tree/step1000-tokens4B', 'allenai/OLMo-7B', 'files', 'step1000-tokens4B'],
    ['/allenai/OLMo-7B/tree/refs%2Fpr%2F1', 'allenai/OLMo-7B', 'files', 'refs/pr/1'],
    [
      '/Qwen/Qwen3-Coder-30B-A3B-Instruct/blob/main/README.md',
      'Qwen/Qwen3-Coder-30B-A3B-Instruct',
      'files',
      'main',
    ],
    ['/a/b/commits/main', 'a/b', 'commits', null],
    ['/a/b/discussions', 'a/b', 'discussions', null],
    ['/a/b/discussions/12', 'a/b', 'discussions', null],
    ['/TheBloke/x-GGUF?show_file_info=x.Q4_K_M.gguf', 'TheBloke/x-GGUF', 'card', null],
    ['/huggingface/CodeBERTa-small-v1#usage', 'huggingface/CodeBERTa-small-v1', 'card', null],
  ])('%s is a page of the model %s', (path, id, tab, revision) => {
    expect(at(path)).toEqual({ site: 'huggingface', id, tab, revision })
  })

  it.each([
    '/',
    '/models',
    '/models?other=finance',
    '/datasets/allenai/dolma',
    '/datasets/squad',
    '/spaces/gradio/hello',
    '/docs/hub/index',
    '/docs/transformers/model_doc/llama',
    '/blog/gemma',
    '/papers/2402.00838',
    '/collections/allenai/olmo-65ae8d5d5d8a1e2d2f7d1d3a',
    '/settings/profile',
    '/a/b/settings',
    '/a/b/edit/main/README.md',
    '/a/b/upload/main',
    '/a/b/resolve/main/config.json',
    '/a/b/raw/main/README.md',
    '/organizations/allenai/activity/all',
    '/a/b/whatever',
    '/%3Cscript%3E/x',
  ])('%s is no model page', (path) => {
    expect(at(path)).toBeNull()
  })

  it('is only read on the Hub itself', () => {
    expect(placeOf(new URL('https://huggingface.co.evil.example/a/b'))).toBeNull()
    expect(placeOf(new URL('http://huggingface.co/a/b'))).toBeNull()
  })
})
