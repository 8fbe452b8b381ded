import { type Sample, sample, shards } from './sample'

/** Models that can be had under conditions, or with restrictions. */
export const RESTRICTED: readonly Sample[] = [
  sample({
    id: 'meta-llama/Llama-3.1-8B',
    source: 'API answer for meta-llama/Llama-3.1-8B (2026-10)',
    sha: 'd04e592bb4f6aa9cfee91e2e20afa771667e1d4b',
    lastModified: '2024-10-16T22:00:37.000Z',
    gated: 'manual',
    task: 'text-generation',
    tags: ['safetensors', 'llama', 'facebook', 'meta', 'pytorch', 'llama-3'],
    cardData: { license: 'llama3.1', language: ['en', 'de', 'fr'] },
    config: { model_type: 'llama', architectures: ['LlamaForCausalLM'] },
    files: [
      'README.md',
      'LICENSE',
      'USE_POLICY.md',
      'config.json',
      'generation_config.json',
      'tokenizer.json',
      ...shards(4),
    ],
    texts: {
      LICENSE: 'LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\nLlama 3.1 Version Release Date: July 23, 2024\n',
    },
    body: `A multilingual base model of eight billion parameters.

## Intended Use

For commercial and research use in several languages; out of scope is any use that breaks the law or the use policy.

## Training Data

**Overview** Llama 3.1 was pretrained on about 15 trillion tokens of data from publicly available sources, with a cutoff
of December 2023.

## Hardware and Software

Training used a cumulative 39.3M GPU hours on H100-80GB hardware.

## Benchmarks

| Benchmark | Llama 3.1 8B |
|---|---|
| MMLU | 66.7 |
| ARC-Challenge | 79.7 |
| BoolQ | 75.0 |

## Responsibility & Safety

The model was tested for risks before its release; who builds on it must do so again for the use at hand, and should put
safeguards around it.
`,
  }),
  sample({
    id: 'google/gemma-7b',
    source: 'huggingface.co/google/gemma-7b at ff6768d (2024-06)',
    sha: 'ff6768d9368919a1f025a54f9f5aa0ee591730bb',
    lastModified: '2024-06-27T14:09:40.000Z',
    gated: 'manual',
    task: 'text-generation',
    tags: ['safetensors', 'gguf', 'gemma'],
    cardData: { license: 'gemma' },
    papers: {
      '2305.14314': 'QLoRA: Efficient Finetuning of Quantized LLMs',
      '2009.03300': 'Measuring Massive Multitask Language Understanding',
    },
    config: { model_type: 'gemma', architectures: ['GemmaForCausalLM'] },
    files: [
      'README.md',
      'config.json',
      'generation_config.json',
      'tokenizer.json',
      'gemma-7b.gguf',
      ...shards(4),
      'examples/example_sft_qlora.py',
    ],
    body: `A lightweight text model for English by Google.

[Gemma Technical Report](https://storage.googleapis.com/deepmind-media/gemma/gemma-report.pdf)

## Training Dataset

These models were trained on a dataset of 6 trillion tokens of text from web documents, code and mathematics.

## Evaluation Results

| Benchmark | 2B | 7B |
|---|---|---|
| MMLU | 42.3 | 64.3 |
| HellaSwag | 71.4 | 81.2 |
`,
  }),
  sample({
    id: 'CohereForAI/c4ai-command-r-plus',
    source: 'huggingface.co/CohereForAI/c4ai-command-r-plus at 432fac1 (2024-09)',
    sha: '432fac17c84cbbc8fed8d396fb3893e90c77e053',
    lastModified: '2024-09-11T09:32:20.000Z',
    gated: 'auto',
    task: 'text-generation',
    tags: ['safetensors', 'cohere', 'conversational'],
    cardData: { license: 'cc-by-nc-4.0', language: ['en', 'fr', 'de', 'es'] },
    config: { model_type: 'cohere', architectures: ['CohereForCausalLM'] },
    files: ['README.md', 'config.json', 'generation_config.json', 'tokenizer.json', ...shards(44)],
    body: `An open weights research release of a model with 104 billion parameters for answering with sources and for tools.

**License:** CC-BY-NC; use must also keep to the acceptable use policy.

## Evaluations

| Model | Average | MMLU | GSM8k |
|---|---|---|---|
| c4ai-command-r-plus | 74.6 | 75.7 | 70.7 |

## Usage

\`\`\`python
model = AutoModelForCausalLM.from_pretrained("CohereForAI/c4ai-command-r-plus")
\`\`\`
`,
  }),
  sample({
    id: 'black-forest-labs/FLUX.1-dev',
    source: 'huggingface.co/black-forest-labs/FLUX.1-dev (2025)',
    lastModified: '2025-06-27T17:21:00.000Z',
    gated: 'auto',
    library: 'diffusers',
    task: 'text-to-image',
    tags: ['safetensors', 'flux', 'diffusers:FluxPipeline'],
    cardData: {
      license: 'other',
      license_name: 'flux-1-dev-non-commercial-license',
      license_link: 'LICENSE.md',
    },
    files: ['README.md', 'LICENSE.md', 'model_index.json', 'flux1-dev.safetensors', 'ae.safetensors'],
    texts: { 'LICENSE.md': '# FLUX.1 [dev] Non-Commercial License\n' },
    body: `A rectified flow transformer of 12 billion parameters that makes images from text.

## Usage

See the [reference implementation](https://github.com/black-forest-labs/flux) for sampling code.

## Limitations

The model is not meant to give facts, may amplify biases, and may not follow the prompt.
`,
  }),
  sample({
    id: 'stable-diffusion-v1-5/stable-diffusion-v1-5',
    source: 'where runwayml/stable-diffusion-v1-5 leads to (307, 2026-10); facts from its Hub page',
    library: 'diffusers',
    task: 'text-to-image',
    tags: ['safetensors', 'stable-diffusion', 'diffusers:StableDiffusionPipeline'],
    cardData: { license: 'creativeml-openrail-m' },
    files: [
      'README.md',
      'model_index.json',
      'v1-5-pruned.safetensors',
      'unet/diffusion_pytorch_model.safetensors',
    ],
    body: `A latent diffusion model that makes images from text, started from version 1.2 and trained further on a part
of LAION.

## Uses

For research on such models, for art and for design. Not for harmful content, nor for facts about people.
`,
  }),
]
