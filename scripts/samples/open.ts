import { type Sample, sample, shards } from './sample'

/** Models under open licences, from open science to weights alone. */
export const OPEN: readonly Sample[] = [
  sample({
    id: 'allenai/OLMo-7B',
    source: 'huggingface.co/allenai/OLMo-7B at 46fba0d (2024-07)',
    sha: '46fba0de8af86b2eb5329fb11a2994e7c0df3eb9',
    lastModified: '2024-07-16T17:59:46.000Z',
    task: 'text-generation',
    tags: ['pytorch', 'safetensors', 'hf_olmo', 'custom_code', 'en'],
    cardData: { license: 'apache-2.0', language: ['en'] },
    datasets: ['allenai/dolma'],
    papers: { '2402.00838': 'OLMo: Accelerating the Science of Language Models' },
    config: { model_type: 'hf_olmo', architectures: ['OLMoModelForCausalLM'] },
    files: [
      'README.md',
      'config.json',
      'configuration_olmo.py',
      'modeling_olmo.py',
      'tokenization_olmo_fast.py',
      'model.safetensors',
      'pytorch_model.bin',
      'tokenizer.json',
      'revisions.txt',
    ],
    branches: [
      'step1000-tokens4B',
      'step100000-tokens442B',
      'step452000-tokens2000B',
      'step556000-tokens2460B',
    ],
    body: `OLMo is a series of open language models, made so that others can study how such models come to be. The
7B model was trained on 2.5 trillion tokens. Code, checkpoints and training details are released with it.

- **License:** The code and model are released under Apache 2.0.

## Model Sources

- Core repo (training, inference, fine-tuning etc.): https://github.com/allenai/OLMo
- Evaluation code: https://github.com/allenai/OLMo-Eval
- **Paper:** [OLMo: Accelerating the Science of Language Models](https://arxiv.org/abs/2402.00838)

## Uses

The model continues English text. It was not tuned to follow instructions, and is meant for research on language models.

\`\`\`python
from hf_olmo import OLMoForCausalLM
olmo = OLMoForCausalLM.from_pretrained("allenai/OLMo-7B")
\`\`\`

## Evaluation

| task | OLMo 7B | Llama 2 7B |
|---|---|---|
| arc_challenge | 48.5 | 39.8 |
| boolq | 73.4 | 77.7 |
| hellaswag | 76.4 | 76.0 |

## Training Details

### Data

OLMo was trained on the [Dolma](https://huggingface.co/datasets/allenai/dolma) dataset of 3 trillion tokens, collected
from web pages, code, papers and books, filtered for quality and deduplicated; its page names every source.

### Hyperparameters

AdamW with a peak learning rate of 3.0E-4, warmup over 5000 steps, a batch size of 2160 sequences, weight decay 0.1.

## Environmental Impact

Trained on 256 nodes of MI250X GPUs, and a twin on A100-40GB GPUs.

## Bias, Risks, and Limitations

Like any base model it can be led to write harmful text, and what it states as fact may be wrong. Check what it says.
`,
  }),
  sample({
    id: 'EleutherAI/gpt-j-6b',
    source: 'huggingface.co/EleutherAI/gpt-j-6b at 47e1693 (2023-06)',
    sha: '47e169305d2e8376be1d31e765533382721b2cc1',
    lastModified: '2023-06-21T14:33:36.000Z',
    task: 'text-generation',
    tags: ['pytorch', 'tf', 'jax', 'gptj', 'en'],
    cardData: { license: 'apache-2.0', language: ['en'] },
    datasets: ['EleutherAI/pile'],
    papers: {
      '2104.09864': 'RoFormer: Enhanced Transformer with Rotary Position Embedding',
      '2101.00027': 'The Pile: An 800GB Dataset of Diverse Text for Language Modeling',
    },
    config: { model_type: 'gptj', architectures: ['GPTJForCausalLM'] },
    files: [
      'README.md',
      'config.json',
      'pytorch_model.bin',
      'flax_model.msgpack',
      'tf_model.h5',
      'vocab.json',
      'merges.txt',
    ],
    body: `A transformer of six billion parameters for English text, trained with Mesh Transformer JAX.

## Training data

GPT-J 6B was trained on [the Pile](https://pile.eleuther.ai), a large curated dataset of English text by EleutherAI.

## Training procedure

This model was trained for 402 billion tokens over 383,500 steps on a TPU v3-256 pod. The codebase that trained this
model is https://github.com/kingoflolz/mesh-transformer-jax.

## Intended Use and Limitations

GPT-J learns an inner picture of English that can be used for features or for text. It is not meant to be deployed
without supervision, and it does not follow instructions.

### How to use

\`\`\`python
model = AutoModelForCausalLM.from_pretrained("EleutherAI/gpt-j-6B")
\`\`\`

### Limitations and Biases

The Pile holds lewd and abrasive language, so the model may produce such text. A person should look at the outputs.

## Evaluation results

Measured with the [harness](https://github.com/EleutherAI/lm-evaluation-harness/).

| Model | LAMBADA Acc | Winogrande | Hellaswag | PIQA |
|---|---|---|---|---|
| GPT-J 6B | 69.7% | 65.3% | 66.1% | 76.5% |
`,
  }),
  sample({
    id: 'Qwen/Qwen3-Coder-30B-A3B-Instruct',
    source: 'header of huggingface.co/Qwen/Qwen3-Coder-30B-A3B-Instruct (2025-08)',
    lastModified: '2025-08-07T07:08:04.000Z',
    task: 'text-generation',
    tags: ['safetensors', 'qwen3_moe', 'conversational'],
    cardData: {
      license: 'apache-2.0',
      license_link: 'https://huggingface.co/Qwen/Qwen3-Coder-30B-A3B-Instruct/blob/main/LICENSE',
    },
    papers: { '2505.09388': 'Qwen3 Technical Report' },
    config: { model_type: 'qwen3_moe', architectures: ['Qwen3MoeForCausalLM'] },
    files: ['README.md', 'LICENSE', 'config.json', 'generation_config.json', 'tokenizer.json', ...shards(16)],
    texts: { LICENSE: 'Apache License\nVersion 2.0, January 2004\n' },
    body: `A mixture-of-experts model for coding agents: 30.5B parameters, of which 3.3B are active for each token.

## Quickstart

The code of Qwen3-MoE is part of a recent release of the transformers library.

\`\`\`python
from transformers import AutoModelForCausalLM
model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen3-Coder-30B-A3B-Instruct")
\`\`\`

## Best Practices

Sample with temperature 0.7, top_p 0.8, and leave room for 65,536 tokens of output.
`,
  }),
  sample({
    id: 'nlpaueb/legal-bert-base-uncased',
    source: 'huggingface.co/nlpaueb/legal-bert-base-uncased (2022-04)',
    lastModified: '2022-04-28T14:42:50.000Z',
    task: 'fill-mask',
    tags: ['pytorch', 'tf', 'jax', 'bert', 'legal'],
    cardData: { license: 'cc-by-sa-4.0', language: ['en'] },
    config: { model_type: 'bert', architectures: ['BertForMaskedLM'] },
    files: [
      'README.md',
      'config.json',
      'pytorch_model.bin',
      'tf_model.h5',
      'flax_model.msgpack',
      'vocab.txt',
    ],
    body: `A family of BERT models for the legal domain, to help research on legal language and legal technology.

## Pre-training corpora

The models were pre-trained on 12 GB of English legal text, collected from public sources: EU legislation from EURLEX,
UK legislation, cases of the European Court of Justice, US court cases and contracts.

## Pre-training details

We trained BERT using the official code in https://github.com/google-research/bert: one million training steps with
batches of 256 sequences of length 512 and an initial learning rate of 1e-4, on a single TPU v3-8.

## Load Pretrained Model

\`\`\`python
model = AutoModel.from_pretrained("nlpaueb/legal-bert-base-uncased")
\`\`\`

## Author

\`\`\`
@inproceedings{legal-bert-2020,
  title = {{LEGAL-BERT: The Muppets straight out of Law School}},
  booktitle = {Findings of EMNLP},
  year = {2020}
}
\`\`\`
`,
  }),
]
