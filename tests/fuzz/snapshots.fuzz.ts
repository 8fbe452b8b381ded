import fc from 'fast-check'
import { allRubrics } from '../../rubrics'
import { samples } from '../../scripts/samples'
import { checkWay } from './lib/assessment'
import { fuzz } from './lib/fuzz'
import { hostileJson } from './lib/hostile'
import { mutatedJson } from './lib/mutate'

/** Snapshots: sources of every kind, half believable, judged by every rubric and written down in every form. */

const FILES = [
  'README.md',
  'LICENSE',
  'config.json',
  'model.safetensors',
  'train.py',
  'eval/run.py',
  'data/train.jsonl',
]

const seeds = samples.map(({ id, api, card, refs, texts }) => ({
  site: 'huggingface',
  id,
  revision: 'a'.repeat(40),
  capturedAt: '2026-05-11T00:00:00Z',
  api,
  card,
  files: [...FILES, { path: 'model-00001-of-00002.safetensors', size: 5e9, sha256: 'b'.repeat(64) }],
  refs: refs.branches.map(({ name }) => name),
  texts,
  linked: {
    'https://github.com/acme/rocket': {
      site: 'github',
      id: 'acme/rocket',
      api: { license: { spdx_id: 'MIT' }, private: false },
      card: '# Rocket\n\nTraining code of Rocket 7B.',
      files: FILES,
      texts: { LICENSE: 'MIT License' },
    },
    'https://huggingface.co/datasets/acme/web': {
      site: 'huggingface',
      id: 'datasets/acme/web',
      api: { cardData: { license: 'odc-by' } },
      card: '# Web',
    },
    'https://huggingface.co/acme/seed': {
      site: 'huggingface',
      id: 'acme/seed',
      api: { id: 'acme/seed', cardData: { license: 'llama3.1', base_model: 'acme/root' } },
    },
    'https://huggingface.co/acme/gone': { missing: true },
    'https://huggingface.co/papers/2402.00838': {
      site: 'huggingface',
      id: 'papers/2402.00838',
      api: { title: 'Rocket', authors: [{ name: 'A' }] },
    },
    'https://huggingface.co/collections/acme/all': {
      site: 'huggingface',
      id: 'collections/acme/all',
      api: { title: 'All', items: [{ type: 'model', id: 'acme/seed' }] },
    },
  },
}))

const rubrics = allRubrics()

fuzz(
  'snapshots',
  fc.oneof({ arbitrary: mutatedJson(seeds), weight: 9 }, { arbitrary: hostileJson, weight: 1 }),
  (input) => {
    try {
      checkWay(input, rubrics)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('not a snapshot: ')) throw error
    }
  },
)
