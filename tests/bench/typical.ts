import { parseSnapshot, type Snapshot } from '../../lib/snapshot/schema'

/** A made-up model page, `size` times as long as a usual one: card, file listing and branches. */
export function typicalSnapshot(size: number): Snapshot {
  const parts = Array.from({ length: size }, (_, index) => index)
  return parseSnapshot({
    site: 'huggingface',
    id: 'example/typical-7b',
    revision: '0'.repeat(40),
    api: {
      id: 'example/typical-7b',
      tags: ['license:apache-2.0', 'safetensors', 'dataset:example/corpus', 'arxiv:2401.00001'],
      gated: false,
    },
    card: `---\nlicense: apache-2.0\ndatasets: [example/corpus]\nlanguage: [en]\n---\n${parts.map(cardPart).join('\n')}`,
    files: parts.flatMap((part) => [
      `part-${part}/README.md`,
      `part-${part}/config.json`,
      `part-${part}/train.py`,
      ...Array.from({ length: 20 }, (_, shard) => ({
        path: `part-${part}/model-${shard}-of-20.safetensors`,
        size: 4_900_000_000,
      })),
    ]),
    refs: ['main', ...parts.flatMap((part) => [`step${part}000-tokens${part}B`, `stage1-step${part}`])],
  })
}

/** A card of so many characters. */
export function cardOf(length: number): string {
  const parts: string[] = ['---\nlicense: apache-2.0\ndatasets: [example/corpus]\nlanguage: [en]\n---\n']
  for (let part = 0, sum = 0; sum < length; part += 1) {
    const next = cardPart(part)
    parts.push(next)
    sum += next.length
  }
  return parts.join('\n').slice(0, length)
}

const NAMES = [
  'model-$-of-100.safetensors',
  'checkpoint-$/optimizer.pt',
  'data/shard-$.parquet',
  'src/module_$.py',
  'eval/run_$.py',
  'docs/part-$/README.md',
]

/** A list of so many files, of every kind. */
export const listingOf = (length: number): { path: string; size: number }[] =>
  Array.from({ length }, (_, at) => ({
    path: (NAMES[at % NAMES.length] ?? '').replace('$', String(at)),
    size: 1_000 + at,
  }))

/** About 5 kB, as long as a usual card. */
const cardPart = (part: number): string => `# Typical 7B, part ${part}

Typical is a language model. We release the weights, the [training code](https://github.com/example/typical) and the
data under open licences. It was trained on [our corpus](https://huggingface.co/datasets/example/corpus).

## Training data

The corpus holds 2 trillion tokens of web pages, code and books. ${'Documents were filtered and deduplicated. '.repeat(20)}

## Evaluation

| Benchmark | Typical 7B | Another 7B |
| --- | --- | --- |
${Array.from({ length: 15 }, (_, row) => `| Benchmark ${row} | ${50 + row}.${part % 10} | ${48 + row}.1 |`).join('\n')}

## Usage

\`\`\`python
from transformers import AutoModelForCausalLM
model = AutoModelForCausalLM.from_pretrained("example/typical-7b")
\`\`\`

## Limitations

${'The model may produce text that is wrong or harmful; please evaluate it for your use. '.repeat(20)}
`
