/** What recorded models lead to: repositories on GitHub, data sets, papers. Facts from the real ones, words our own. */

export interface RepositorySample {
  id: string
  source: string
  commit: string
  tags: string[]
  files: string[]
  texts: Readonly<Record<string, string>>
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
        '# OLMo\n\nThe code that trains and evaluates OLMo.\n\n## Installation\n\n```\npip install -e .[all]\n```\n\n## Training\n\n```\ntorchrun scripts/train.py configs/official/OLMo-7B.yaml\n```\n',
      LICENSE: 'Apache License\nVersion 2.0, January 2004\nhttp://www.apache.org/licenses/\n',
    },
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
