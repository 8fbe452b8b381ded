import { type Sample, sample, shards } from './sample'

/** Models made from others, one for each way. Owner example-org is invented; what its cards do is what real ones do. */
export const DERIVED: readonly Sample[] = [
  sample({
    id: 'meta-llama/Llama-2-7b-hf',
    source: 'huggingface.co/meta-llama/Llama-2-7b-hf: tag llama2, access on request (2024)',
    gated: 'manual',
    task: 'text-generation',
    tags: ['safetensors', 'llama', 'facebook', 'meta', 'pytorch', 'llama-2'],
    cardData: { license: 'llama2', language: ['en'] },
    config: { model_type: 'llama', architectures: ['LlamaForCausalLM'] },
    files: ['README.md', 'LICENSE.txt', 'USE_POLICY.md', 'config.json', ...shards(2)],
    body: 'A pretrained language model of 7 billion parameters by Meta.\n',
  }),
  sample({
    id: 'example-org/rocket-1b',
    source: 'invented: a model whose card links its repository by an old name',
    task: 'text-generation',
    tags: ['safetensors'],
    cardData: { license: 'mit' },
    files: ['README.md', 'config.json', 'model.safetensors'],
    body: 'A small model.\n\n- **Repository:** https://github.com/example-org/rocket-old\n',
  }),
  sample({
    id: 'example-org/meadow-7b',
    source: 'invented: a fine-tune of Llama 2 under a free tag, as washing reports describe it',
    task: 'text-generation',
    tags: ['safetensors', 'llama', 'base_model:finetune:meta-llama/Llama-2-7b-hf'],
    cardData: { license: 'apache-2.0', base_model: 'meta-llama/Llama-2-7b-hf' },
    datasets: ['databricks/databricks-dolly-15k'],
    config: { model_type: 'llama', architectures: ['LlamaForCausalLM'] },
    files: ['README.md', 'config.json', 'tokenizer.json', ...shards(2)],
    body: `A chat model for gardeners, fine-tuned from Llama 2 on instructions that were written by hand.

## Training

Three epochs with a learning rate of 2e-5 and a batch size of 64.
`,
  }),
  ...(['brook', 'creek', 'delta'] as const).map((name) =>
    sample({
      id: `example-org/${name}-8b`,
      source: 'invented: a fine-tune of Llama 3.1 that keeps its licence',
      task: 'text-generation',
      tags: ['safetensors', 'llama', 'base_model:finetune:meta-llama/Llama-3.1-8B'],
      cardData: { license: 'llama3.1', base_model: 'meta-llama/Llama-3.1-8B' },
      config: { model_type: 'llama', architectures: ['LlamaForCausalLM'] },
      files: ['README.md', 'config.json', 'tokenizer.json', ...shards(4)],
      body: `A chat model. Built with Llama.\n`,
    }),
  ),
  sample({
    id: 'example-org/Llama-quartet-8b',
    source: 'invented: a merge of four models with mergekit, tagged as the Hub tags them',
    task: 'text-generation',
    tags: [
      'safetensors',
      'llama',
      'mergekit',
      'merge',
      'base_model:merge:example-org/brook-8b',
      'base_model:merge:example-org/creek-8b',
      'base_model:merge:example-org/delta-8b',
      'base_model:merge:example-org/relabelled-8b',
    ],
    cardData: {
      license: 'llama3.1',
      base_model: [
        'example-org/brook-8b',
        'example-org/creek-8b',
        'example-org/delta-8b',
        'example-org/relabelled-8b',
      ],
    },
    config: { model_type: 'llama', architectures: ['LlamaForCausalLM'] },
    files: ['README.md', 'LICENSE', 'config.json', 'mergekit_config.yml', 'tokenizer.json', ...shards(4)],
    texts: {
      LICENSE: 'LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\nLlama 3.1 Version Release Date: July 23, 2024\n',
    },
    body: 'A merge of pre-trained language models, made with mergekit. Built with Llama.\n',
  }),
  sample({
    id: 'example-org/orphan-3b',
    source: 'invented: the base was taken down; the Hub answers 401 for it',
    task: 'text-generation',
    tags: ['safetensors', 'base_model:finetune:example-org/taken-down-3b'],
    cardData: { license: 'mit', base_model: 'example-org/taken-down-3b' },
    files: ['README.md', 'config.json', 'model.safetensors'],
    body: 'A small chat model.\n',
  }),
  ...(
    [
      ['ouro-a', 'ouro-b'],
      ['ouro-b', 'ouro-a'],
    ] as const
  ).map(([name, base]) =>
    sample({
      id: `example-org/${name}`,
      source: 'invented: two models that name each other as their base',
      task: 'text-generation',
      tags: ['safetensors', `base_model:finetune:example-org/${base}`],
      cardData: { license: 'mit', base_model: `example-org/${base}` },
      files: ['README.md', 'config.json', 'model.safetensors'],
      body: 'A model that bites its own tail.\n',
    }),
  ),
]
