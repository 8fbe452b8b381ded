import { type Sample, sample } from './sample'

/** Cases of their own: a conversion, an adapter, no licence, another language, a base model. Owner example-org is invented. */
export const SPECIAL: readonly Sample[] = [
  sample({
    id: 'ggml-org/gemma-3-1b-it-GGUF',
    source: 'API answer for ggml-org/gemma-3-1b-it-GGUF (2026-08)',
    library: 'gguf',
    task: 'text-generation',
    tags: ['gguf', 'base_model:google/gemma-3-1b-it', 'base_model:quantized:google/gemma-3-1b-it'],
    cardData: { license: 'gemma', base_model: 'google/gemma-3-1b-it' },
    files: ['README.md', 'gemma-3-1b-it-Q4_K_M.gguf', 'gemma-3-1b-it-Q8_0.gguf'],
    body: 'A conversion of the model by Google into the GGUF format.\n',
  }),
  sample({
    id: 'google/gemma-3-1b-it',
    source: 'base of ggml-org/gemma-3-1b-it-GGUF; the Hub lists it as gated',
    gated: 'manual',
    task: 'text-generation',
    tags: ['safetensors', 'gemma3_text'],
    cardData: { license: 'gemma', base_model: 'google/gemma-3-1b-pt' },
    config: { model_type: 'gemma3_text', architectures: ['Gemma3ForCausalLM'] },
    files: ['README.md', 'config.json', 'model.safetensors', 'tokenizer.json'],
    body: 'A small instruction-tuned text model by Google.\n',
  }),
  sample({
    id: 'example-org/harbor-lora',
    source: 'invented: an adapter as peft saves it',
    library: 'peft',
    task: 'text-generation',
    tags: ['safetensors', 'lora', 'base_model:adapter:EleutherAI/gpt-j-6b'],
    cardData: { license: 'mit', base_model: 'EleutherAI/gpt-j-6b' },
    datasets: ['databricks/databricks-dolly-15k'],
    files: ['README.md', 'adapter_config.json', 'adapter_model.safetensors', 'training_args.bin'],
    body: `An adapter that teaches GPT-J to follow short instructions.

## Training

Fine-tuned on [databricks-dolly-15k](https://huggingface.co/datasets/databricks/databricks-dolly-15k) with a learning rate
of 2e-4, batch size 16, 3 epochs and AdamW.
`,
  }),
  sample({
    id: 'example-org/no-license',
    source: 'invented: a repository without a licence and with a card that says nothing',
    tags: ['safetensors'],
    files: ['README.md', 'config.json', 'model.safetensors'],
    body: 'My model.\n',
  }),
  sample({
    id: 'example-org/relabelled-8b',
    source: 'invented: a fine-tune of Llama 3.1 with a free tag and a card that allows research only',
    task: 'text-generation',
    tags: ['safetensors', 'base_model:finetune:meta-llama/Llama-3.1-8B'],
    cardData: { license: 'apache-2.0', base_model: 'meta-llama/Llama-3.1-8B' },
    config: { model_type: 'llama', architectures: ['LlamaForCausalLM'] },
    files: ['README.md', 'config.json', 'model.safetensors', 'tokenizer.json'],
    body: `A chat model, fine-tuned from Llama 3.1.

## License

The model may be used for non-commercial research purposes only.
`,
  }),
  sample({
    id: 'example-org/qianzi-7b-zh',
    source: 'invented: a card in Chinese',
    task: 'text-generation',
    tags: ['safetensors', 'zh'],
    cardData: { license: 'apache-2.0', language: ['zh'] },
    config: { model_type: 'qwen2', architectures: ['Qwen2ForCausalLM'] },
    files: ['README.md', 'config.json', 'model.safetensors', 'tokenizer.json'],
    body: `千字模型是一个面向中文写作的语言模型，参数量为七十亿。

## 训练数据

模型使用公开的中文语料训练，语料未公开。

## 评测结果

| 评测 | 得分 |
|---|---|
| C-Eval | 61.2 |
| CMMLU | 60.4 |
`,
  }),
]
