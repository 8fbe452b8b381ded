import { parseSnapshot, type Snapshot } from '../../lib/snapshot/schema'

/**
 * Three models to try a rubric on, as far apart as openness goes. Facts from the models' Hub pages (OLMo-7B at 46fba0d,
 * Qwen3-Coder-30B-A3B-Instruct as of 2025-08, Llama-3.1-8B at d04e592), told in our own words.
 */

const shards = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = (value: number) => String(value).padStart(5, '0')
    return { path: `model-${number(index + 1)}-of-${number(count)}.safetensors` }
  })

const OLMO_CARD = `---
license: apache-2.0
datasets:
- allenai/dolma
language:
- en
---
# Model Card for OLMo 7B

OLMo is a series of open language models, made so that language models can be studied. We release the code, the
checkpoints and the training details.

- **License:** The code and model are released under Apache 2.0.

## Model Sources

- Core repo (training, inference, fine-tuning): https://github.com/allenai/OLMo
- Evaluation code: https://github.com/allenai/OLMo-Eval
- **Paper:** [OLMo: Accelerating the Science of Language Models](https://arxiv.org/abs/2402.00838)

## Uses

The model is meant for research on language models. It continues text; it was not tuned to follow instructions.

## Evaluation

| Model | arc_challenge | boolq | hellaswag | piqa |
|---|---|---|---|---|
| OLMo 7B | 48.5 | 73.4 | 76.4 | 78.4 |

## Training Data

The model was trained on [Dolma](https://huggingface.co/datasets/allenai/dolma), which names its sources and how each
was filtered.

### Hyperparameters

AdamW with a peak learning rate of 3.0E-4, warmup over 5000 steps and a batch size of about 4M tokens.

## Environmental Impact

Trained on MI250X GPUs and on A100-40GB GPUs.

## Bias, Risks, and Limitations

Like any base model it can be led to produce harmful text, and what it states as fact may be wrong.
`

const inputs: unknown[] = [
  {
    site: 'huggingface',
    id: 'allenai/OLMo-7B',
    revision: '46fba0de8af86b2eb5329fb11a2994e7c0df3eb9',
    api: {
      id: 'allenai/OLMo-7B',
      author: 'allenai',
      gated: false,
      tags: [
        'transformers',
        'pytorch',
        'safetensors',
        'custom_code',
        'dataset:allenai/dolma',
        'arxiv:2402.00838',
        'license:apache-2.0',
      ],
      tag_objs: [
        {
          id: 'arxiv:2402.00838',
          type: 'arxiv',
          extra: { paperTitle: 'OLMo: Accelerating the Science of Language Models' },
        },
        { id: 'dataset:allenai/dolma', type: 'dataset' },
      ],
      library_name: 'transformers',
      cardData: { license: 'apache-2.0', datasets: ['allenai/dolma'] },
    },
    card: OLMO_CARD,
    files: [
      'README.md',
      'config.json',
      'configuration_olmo.py',
      'modeling_olmo.py',
      'model.safetensors',
      'tokenizer.json',
    ],
    refs: ['main', 'step1000-tokens4B', 'step452000-tokens2000B', 'step556000-tokens2460B'],
  },
  {
    site: 'huggingface',
    id: 'Qwen/Qwen3-Coder-30B-A3B-Instruct',
    api: {
      id: 'Qwen/Qwen3-Coder-30B-A3B-Instruct',
      author: 'Qwen',
      gated: false,
      tags: [
        'transformers',
        'safetensors',
        'qwen3_moe',
        'text-generation',
        'arxiv:2505.09388',
        'license:apache-2.0',
      ],
      tag_objs: [{ id: 'arxiv:2505.09388', type: 'arxiv', extra: { paperTitle: 'Qwen3 Technical Report' } }],
      library_name: 'transformers',
      config: { architectures: ['Qwen3MoeForCausalLM'], model_type: 'qwen3_moe' },
      cardData: { license: 'apache-2.0' },
      safetensors: { parameters: { BF16: 30532122624 }, total: 30532122624 },
    },
    card: `---
license: apache-2.0
library_name: transformers
---
# Qwen3-Coder-30B-A3B-Instruct

A mixture-of-experts model for coding agents with 30.5B parameters, 3.3B of them active.

## Quickstart

\`\`\`python
from transformers import AutoModelForCausalLM
model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen3-Coder-30B-A3B-Instruct")
\`\`\`
`,
    files: ['README.md', 'LICENSE', 'config.json', 'generation_config.json', 'tokenizer.json', ...shards(16)],
    refs: ['main'],
    texts: { LICENSE: 'Apache License\nVersion 2.0, January 2004' },
  },
  {
    site: 'huggingface',
    id: 'meta-llama/Llama-3.1-8B',
    revision: 'd04e592bb4f6aa9cfee91e2e20afa771667e1d4b',
    api: {
      id: 'meta-llama/Llama-3.1-8B',
      author: 'meta-llama',
      gated: 'manual',
      tags: ['transformers', 'safetensors', 'llama', 'text-generation', 'license:llama3.1'],
      library_name: 'transformers',
      config: { architectures: ['LlamaForCausalLM'], model_type: 'llama' },
      cardData: { license: 'llama3.1' },
    },
    files: ['README.md', 'LICENSE', 'USE_POLICY.md', 'config.json', 'tokenizer.json', ...shards(4)],
    refs: ['main'],
  },
]

export const examples: Snapshot[] = inputs.map((input) => parseSnapshot(input))
