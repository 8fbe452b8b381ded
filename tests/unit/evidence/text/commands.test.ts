import { describe, expect, it } from 'vitest'
import type { ComponentId } from '../../../../lib/components'
import { finding, status } from '../helpers'

/** Commands, scripts, notebooks and settings, each with what only looks like them. */

const PLAIN = 'This is the card of a model that was made by a small team, and it is here for all to read.'
const card = (body: string) => `# Rocket\n\n${PLAIN}\n\n${body}\n`
const of = (component: ComponentId, body: string, id = 'acme/rocket-7b') =>
  status(component, { id, card: card(body), files: ['README.md'], filesTruncated: true })
const fence = (...lines: string[]) => `\n\n\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`
const OURS = 'git clone https://github.com/acme/rocket'
const THEIRS = 'git clone https://github.com/else/toolbox'

describe('a command', () => {
  it('runs the code that its script is named for', () => {
    expect(of('training_code', `## Training${fence(OURS, 'python train.py --gpus 8')}`)).toBe('present')
    expect(of('evaluation_code', `## Scores${fence(OURS, 'python eval_all.py')}`)).toBe('present')
    expect(of('inference_code', `## Try it${fence(OURS, 'bash scripts/infer.sh')}`)).toBe('present')
    expect(of('data_processing_code', `## Corpus${fence(OURS, 'python tools/prepare_data.py')}`)).toBe(
      'present',
    )
    expect(of('training_code', `## Go on${fence(OURS, 'bash scripts/finetune.sh')}`)).toBe('partial')
  })

  it('does what its heading says where the script does not, in any language', () => {
    for (const heading of [
      'Training',
      '训练',
      '学習',
      '학습',
      'Entraînement',
      'Training des Modells',
      'Entrenamiento',
    ])
      expect([
        heading,
        of('training_code', `## ${heading}${fence(OURS, 'torchrun --nproc 8 main.py')}`),
      ]).toEqual([heading, 'present'])
    expect(of('training_code', `## Installation${fence(OURS, 'python main.py')}`)).toBe('unknown')
  })

  it('runs a public module with a configuration beside the card', () => {
    const body = `## Execute training${fence('python -m bundle.tool run --config configs/train.json')}`
    expect(of('training_code', body)).toBe('present')
    expect(of('training_config', body)).toBe('present')
    expect(
      of('inference_code', `## Run${fence('python -m bundle.tool run --config configs/inference.json')}`),
    ).toBe('present')
  })

  it('quotes its line', () => {
    const { evidence } = finding('training_code', {
      card: card(`## Training${fence(OURS, 'python train.py \\', '  --gpus 8')}`),
    })
    expect(evidence[0]?.quote).toBe('python train.py')
  })

  it('of somebody else is a part at most', () => {
    expect(of('training_code', `## Training${fence(THEIRS, 'python train.py')}`)).toBe('partial')
    expect(of('training_code', `## Training${fence('python run_glue.py --do_train')}`)).not.toBe('present')
    expect(of('inference_code', `## Usage${fence(THEIRS, 'python infer.py')}`)).not.toBe('present')
    expect(of('data_processing_code', `## Corpus${fence(THEIRS, 'python prepare_data.py')}`)).toBe('unknown')
  })

  it('of somebody else says nothing of the next chapter', () => {
    const body = `See [our code](https://github.com/acme/rocket).\n\n## Scores\n\n### Again${fence(THEIRS, 'python eval.py')}\n\n## Training${fence('bash scripts/train.sh')}`
    expect(of('training_code', body)).toBe('present')
  })

  it('for the data of the reader is a part at most', () => {
    expect(of('training_code', `## Train on your own data${fence(OURS, 'python train.py')}`)).toBe('partial')
    expect(of('data_processing_code', `## Using your own data${fence(OURS, 'python prepare_data.py')}`)).toBe(
      'partial',
    )
  })

  it('of a public example under results is no evaluation of its own', () => {
    expect(of('evaluation_code', `## Results${fence('python run_glue.py --do_train --do_eval')}`)).toBe(
      'unknown',
    )
    expect(of('evaluation_code', `## Results${fence(THEIRS, 'python run_eval.py acme/rocket-7b')}`)).toBe(
      'present',
    )
  })

  it('whose script is not among all files is not called there', () => {
    expect(
      status('training_code', {
        card: card(`## Training${fence('python scripts/train.py')}`),
        files: ['README.md', 'config.json'],
      }),
    ).toBe('partial')
  })

  it('is none in a comment, a listing or another program', () => {
    for (const line of [
      '# python train.py',
      'train.py',
      'os.system("python train.py")',
      'pip install train.py-tools',
    ])
      expect([line, of('training_code', `## Training${fence(OURS, line)}`)]).toEqual([line, 'unknown'])
  })
})

describe('a script that is linked', () => {
  it('beside the card is its own code', () => {
    expect(of('training_code', 'The model was trained with [this script](scripts/train.py).')).toBe('present')
    expect(of('training_code', 'To repeat the pretraining, see [the script](./scripts/pretrain.sh).')).toBe(
      'present',
    )
    expect(of('training_code', 'To go on, see [the script](scripts/finetune.py) for fine-tuning.')).toBe(
      'partial',
    )
    expect(of('training_code', 'The training is told in [a note](docs/train.md).')).toBe('unknown')
  })

  it('in a framework is the recipe, and the framework alone is a mention', () => {
    const base = 'https://github.com/NVIDIA/NeMo'
    expect(
      of('training_code', `The model was trained with [this script](${base}/blob/main/examples/rocket.py).`),
    ).toBe('present')
    expect(of('training_code', `The model was trained with [NeMo](${base}).`)).toBe('mentioned')
    expect(
      of('training_config', `The model was trained with [this config](${base}/blob/main/conf/rocket.yaml).`),
    ).toBe('present')
    expect(
      of('training_config', `You can train your model with [a config](${base}/blob/main/conf/x.yaml).`),
    ).toBe('unknown')
  })

  it('in a framework may be told by the name of a recipe', () => {
    const link = '[espnet](https://github.com/espnet/espnet)'
    expect(of('training_code', `This model was trained using the comet recipe in ${link}.`)).toBe('present')
    expect(of('training_code', `This model was trained using ${link} for a week.`)).toBe('mentioned')
  })

  it('of others may still be what this model was trained with', () => {
    const link = "[Comet's repository](https://github.com/comet/comet)"
    expect(of('training_code', `The model was trained using code from ${link} for a week.`)).toBe('present')
    expect(of('training_code', `The training code of Comet is in ${link} and is not for this model.`)).toBe(
      'unknown',
    )
  })

  it('is told by how the model was made, where its owner holds it', () => {
    const at = (owner: string) =>
      `See how it was created: https://github.com/${owner}/projects/blob/main/a.ipynb`
    expect(of('training_code', at('acme'))).toBe('present')
    expect(of('training_code', at('else'))).toBe('unknown')
  })
})

describe('a trainer', () => {
  it('by its name is a mention in any language', () => {
    for (const body of [
      'Rocket was built with [Axolotl](https://github.com/OpenAccess-AI-Collective/axolotl) in a day.',
      '本モデルは Axolotl で学習しました。',
      'Das Modell wurde mit Axolotl trainiert.',
      '모델은 LLaMA-Factory로 학습했습니다.',
    ])
      expect([body, of('training_code', body)]).toEqual([body, 'mentioned'])
  })

  it('is none where the reader is to use it', () => {
    expect(of('training_code', 'Fine-tuning it with Axolotl is easy if you have a GPU.')).toBe('unknown')
    expect(of('training_code', 'The axolotl is an animal of the lakes of Mexico.')).toBe('unknown')
  })
})

describe('a notebook', () => {
  const COLAB = 'https://colab.research.google.com/drive/1abc'
  it('to try is inference code in any language', () => {
    for (const body of [`[Beispiel](${COLAB})`, `[示例](${COLAB})`, `[デモ](${COLAB})`, `[예제](${COLAB})`])
      expect([body, of('inference_code', body)]).toEqual([body, 'present'])
  })

  it('on training, scores or of a library is none', () => {
    for (const body of [
      `[Training notebook](${COLAB})`,
      `[微调](${COLAB})`,
      `[Notebook zur Schulung](${COLAB})`,
      `[Evaluation](${COLAB})`,
      '[Try](https://colab.research.google.com/github/huggingface/notebooks/blob/main/a.ipynb)',
      `## Fine-tuning\n\n[Open in Colab](${COLAB})`,
    ])
      expect([body, of('inference_code', body)]).toEqual([body, 'unknown'])
  })

  it('of a public library that runs it is a part', () => {
    const at = 'https://colab.research.google.com/github/huggingface/notebooks/blob/main/run.ipynb'
    expect(
      of('inference_code', `Made with a training space. Run it via the [Notebook for Inference](${at}).`),
    ).toBe('partial')
    expect(of('inference_code', `Create your own classifier by running the [demo](${COLAB}).`)).toBe(
      'unknown',
    )
  })

  it('and results that were generated are not where code is', () => {
    expect(
      of(
        'inference_code',
        'The [human evaluation results](https://github.com/acme/rocket#human) show that what it generates is good.',
      ),
    ).toBe('unknown')
  })
})

describe('evaluation code', () => {
  it('is a snippet that computes the metric under such a heading', () => {
    const code = fence('wer = load_metric("wer")', 'print(wer.compute(predictions=p, references=r))')
    expect(of('evaluation_code', `## Evaluation${code}`)).toBe('present')
    expect(of('evaluation_code', `## Fine-tune on your own data${code}`)).toBe('unknown')
  })

  it('is neither what was written nor the home of a benchmark', () => {
    expect(of('evaluation_code', '* test scores: [a.eval.txt](https://files.example.org/a.eval.txt)')).toBe(
      'unknown',
    )
    expect(
      of(
        'evaluation_code',
        '## Evaluation\n\n[C-Eval](https://cevalbenchmark.com/ceval.html) is a set of exams.',
      ),
    ).toBe('unknown')
  })

  it('is mentioned with a harness in another language', () => {
    expect(of('evaluation_code', 'Die Zahlen stammen vom LM Evaluation Harness.')).toBe('mentioned')
  })
})

describe('settings', () => {
  it('are read behind underscores', () => {
    expect(
      of(
        'training_config',
        '### Training hyperparameters\n\n- train_batch_size: 8\n- num_epochs: 3\n- lr_scheduler_type: linear',
      ),
    ).toBe('present')
  })

  it('are read from code that sets them for a run', () => {
    expect(
      of(
        'training_config',
        `## Hyperparameters${fence('learning_rate = 3e-5', 'batch_size = 24', 'n_epochs = 3')}`,
      ),
    ).toBe('present')
    expect(
      of(
        'training_config',
        `## Building it${fence('python run_squad.py --learning_rate 5e-5 --train_batch_size 8 --num_train_epochs 2')}`,
      ),
    ).toBe('present')
    expect(
      of(
        'training_config',
        `## Training${fence(OURS, 'export BATCH_SIZE=32', 'export EPOCHS=3', 'export SEED=1', 'python train.py')}`,
      ),
    ).toBe('present')
  })

  it('are none where the reader is shown or advised how to tune', () => {
    const flags = fence('python run_squad.py --learning_rate 5e-5 --train_batch_size 8 --num_train_epochs 2')
    expect(of('training_config', `## How to use${flags}`)).toBe('unknown')
    expect(of('training_config', `## Fine-tune on your own data${flags}`)).toBe('unknown')
    expect(
      of('training_config', `## Usage${fence('model.generate(batch_size = 8, num_steps = 50, seed = 1)')}`),
    ).toBe('unknown')
    expect(
      of(
        'training_config',
        '## Fine-tuning\n\nWe recommend a learning rate of 1e-4, a batch size of 8 and 3 epochs.',
      ),
    ).toBe('unknown')
  })

  it('are none in names that only hold such words', () => {
    expect(of('training_config', 'It was fine-tuned on the set Meadow_2022__4000_steps of ours.')).toBe(
      'unknown',
    )
    expect(
      of(
        'training_config',
        `## Training${fence(OURS, 'curl -O https://example.org/rocket-seed1/train.sh', 'bash train.sh')}`,
      ),
    ).toBe('unknown')
  })

  it('are read from a table that is headed so', () => {
    const table = (row: string) => `## Details\n\n| Hyperparameter | Value |\n|---|---|\n| ${row} |`
    expect(of('training_config', table('Learning rate | 1e-4'))).toBe('partial')
    expect(of('training_config', table('Layers | 24'))).toBe('unknown')
  })

  it('are read in other languages', () => {
    for (const body of [
      '## 训练\n\n学习率 1e-4，批大小 64，Adam。',
      '## 学習\n\n学習率 1e-4、バッチサイズ 64、3エポック。',
      '## 학습\n\n학습률 1e-4, 배치 크기 64, 3에폭.',
      "## Entraînement\n\nTaux d'apprentissage 1e-4, Adam, 3 époques.",
      '## Training\n\nLernrate 1e-4, Batchgröße 64, 3 Epochen.',
      '## Entrenamiento\n\nTasa de aprendizaje 1e-4, Adam, 3 épocas.',
    ])
      expect([body, of('training_config', body)]).toEqual([body, 'present'])
  })

  it('may lie in a folder that the card leads to', () => {
    const at = 'https://huggingface.co/acme/rocket-7b/tree/main/configs'
    expect(
      of('training_config', `The configuration to reproduce this build is in [the config folder](${at}).`),
    ).toBe('present')
    expect(of('training_config', `Load the tokenizer with [its config](${at}).`)).toBe('unknown')
  })
})

describe('machines', () => {
  it('are read behind a number', () => {
    for (const body of [
      'The model was trained on 8xA100 for two days.',
      'It was trained for a week on 64xV100.',
      'The model was trained on a GeForce GTX 1080 Ti.',
      'It was trained on a TITAN RTX.',
    ])
      expect([body, of('hardware_documentation', body)]).toEqual([body, 'present'])
  })

  it('that one would need, run on or thank for are not what was documented', () => {
    expect(of('hardware_documentation', '## Training\n\n- GPU: at least 24GB of memory')).toBe('partial')
    expect(of('hardware_documentation', 'The demo is GPU and TPU compatible for training.')).toBe('unknown')
    expect(
      of('hardware_documentation', '## Tuning\n\n### LoRA example\n\nThis fits on 2xA100 for training:'),
    ).toBe('unknown')
    expect(of('hardware_documentation', '## Acknowledgements\n\nWe thank Acme for access to TPUs.')).toBe(
      'partial',
    )
    expect(of('hardware_documentation', '## License\n\nTraining on 8xA100 is under the licence.')).toBe(
      'unknown',
    )
  })
})

describe('an implementation', () => {
  it('is the architecture in code where the card leads to its own', () => {
    const ours = '[Rocket](https://github.com/acme/rocket)'
    expect(of('architecture_code', `${ours} is the official implementation of the paper.`)).toBe('present')
    expect(of('architecture_code', `## Install${fence(OURS, 'cd rocket', 'pip install -e .')}`)).toBe(
      'present',
    )
    expect(
      of('architecture_code', '模型代码见 [这里](https://github.com/else/kit/tree/main/kit/rocket)。'),
    ).toBe('present')
  })

  it('is none that others hold', () => {
    expect(
      of(
        'architecture_code',
        'It follows the [official implementation](https://github.com/else/comet) of Comet.',
      ),
    ).toBe('unknown')
    expect(of('architecture_code', `## Install${fence(THEIRS, 'pip install -e .')}`)).toBe('unknown')
    expect(of('architecture_code', '模型代码很快公布。')).toBe('unknown')
  })
})
