/** What recorded models lead to: repositories on GitHub, data sets, papers. Facts from the real ones, words our own. */

export interface RepositorySample {
  id: string
  source: string
  commit: string
  tags: string[]
  files: string[]
  texts: Readonly<Record<string, string>>
  /** What the page shows of it beside its README. */
  description: string
  topics: string[]
  visibility: 'Public' | 'Private'
}

export interface DatasetSample {
  id: string
  source: string
  license: string
  gated: false | 'manual'
  card: string
}

export const REPOSITORIES: readonly RepositorySample[] = [
  {
    id: 'allenai/OLMo',
    source: 'github.com/allenai/OLMo, its tree in 2026',
    commit: '1cdcb1b9b6d1d4c1f0a9a0c2a5f9f4b1a8f7c2e1',
    tags: ['v0.5.1', 'v0.6.0'],
    files: [
      'LICENSE',
      'README.md',
      'pyproject.toml',
      'configs/official/OLMo-7B.yaml',
      'olmo/model.py',
      'olmo/train.py',
      'olmo/eval/downstream.py',
      'scripts/train.py',
      'scripts/prepare_memmap_dataset.py',
      'evaluation/README.md',
      'evaluation/run_lm_eval.py',
      'inference/efficiency/run_efficiency_benchmark.py',
      'hf_olmo/modeling_olmo.py',
    ],
    texts: {
      'README.md':
        '# OLMo\n\nOLMo is a language model whose whole making is open. This repository contains the code that trains and evaluates the language model.\n\n## Models\n\n- [OLMo 7B](https://huggingface.co/allenai/OLMo-7B)\n- [Dolma](https://huggingface.co/datasets/allenai/dolma)\n\n## Installation\n\n```\npip install -e .[all]\n```\n\n## Training\n\n```\ntorchrun scripts/train.py configs/official/OLMo-7B.yaml\n```\n',
      LICENSE: 'Apache License\nVersion 2.0, January 2004\nhttp://www.apache.org/licenses/\n',
    },
    description: 'Modeling, training, eval, and inference code for OLMo',
    topics: ['llms', 'nlp'],
    visibility: 'Public',
  },
  {
    id: 'example-org/rocket',
    source: 'invented: a repository that was called rocket-old before',
    commit: '5cdcb1b9b6d1d4c1f0a9a0c2a5f9f4b1a8f7c2e1',
    tags: [],
    files: ['LICENSE', 'README.md', 'train.py', 'prepare_dataset.py'],
    texts: {
      'README.md':
        '# Rocket\n\nWe release Rocket, a language model.\n\nRocket is a language model with 7B parameters.\n',
      LICENSE: 'MIT License\n',
    },
    description: '',
    topics: ['llm'],
    visibility: 'Public',
  },
  {
    id: 'example-org/interface-kit',
    source: 'invented: a library that has nothing to do with models',
    commit: '2cdcb1b9b6d1d4c1f0a9a0c2a5f9f4b1a8f7c2e1',
    tags: ['v18.2.0'],
    files: ['LICENSE', 'README.md', 'package.json', 'src/index.js'],
    texts: { 'README.md': '# Interface kit\n\nA JavaScript library for building user interfaces.\n' },
    description: 'The library for user interfaces',
    topics: ['javascript', 'frontend'],
    visibility: 'Public',
  },
  {
    id: 'example-org/serving-engine',
    source: 'invented: an engine that serves other people’s models, as vLLM and its kin do',
    commit: '3cdcb1b9b6d1d4c1f0a9a0c2a5f9f4b1a8f7c2e1',
    tags: ['v0.9.0'],
    files: ['LICENSE', 'README.md', 'setup.py', 'engine/model.py', 'examples/generate.py'],
    texts: {
      'README.md':
        '# Serving engine\n\nA fast and easy-to-use library for LLM inference and serving.\n\nIt runs [OLMo](https://huggingface.co/allenai/OLMo-7B), [GPT-J](https://huggingface.co/EleutherAI/gpt-j-6b) and many more.\n',
    },
    description: 'An inference engine for LLMs',
    topics: ['llm', 'inference'],
    visibility: 'Public',
  },
  {
    id: 'example-org/secret-model',
    source: 'invented: a private repository of a model, as its members see it',
    commit: '4cdcb1b9b6d1d4c1f0a9a0c2a5f9f4b1a8f7c2e1',
    tags: [],
    files: ['README.md', 'train.py'],
    texts: {
      'README.md':
        '# Secret model\n\nWe release a language model.\n\n[7B](https://huggingface.co/example-org/secret-model-7b)\n',
    },
    description: '',
    topics: ['llm'],
    visibility: 'Private',
  },
]

export const DATASETS: readonly DatasetSample[] = [
  {
    id: 'allenai/dolma',
    source: 'huggingface.co/datasets/allenai/dolma: ODC-By, open to all (2024-04)',
    license: 'odc-by',
    gated: false,
    card: `# Dolma

Dolma is a corpus of 3 trillion tokens for training language models, made of web pages, scientific papers, code, books
and encyclopedias. Every source is named with the number of its documents and tokens.

## Source Data

| source | documents |
|---|---|
| Common Crawl | 3,571 million |
| The Stack | 211 million |

## Curation

Pages were filtered by language and quality, and duplicates were removed within and across pages.

## Personal Data

E-mail addresses, phone numbers and addresses of machines were masked.

## Bias and Limitations

Most of the text is English, and what people write on the web is not what they are like.
`,
  },
]

export const PAPERS: Readonly<Record<string, { title: string; authors: { name: string }[] }>> = {
  '2402.00838': {
    title: 'OLMo: Accelerating the Science of Language Models',
    authors: [{ name: 'Dirk Groeneveld' }, { name: 'Iz Beltagy' }],
  },
}
