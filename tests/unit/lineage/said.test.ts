import { describe, expect, it } from 'vitest'
import { looksTuned } from '../../../lib/evidence/dataset-roles'
import { facts, reading, status } from '../evidence/helpers'

/** Bases in labels, openings, titles and other languages; and what looks like one and is none. */

const bases = (card: string, id = 'acme/Rocket-7B') =>
  facts({ card, id }).lineage.bases.map((base) => [base.id, base.relation])
const COMET = '[Comet 13B](https://huggingface.co/lab/comet-13b)'

describe('a label', () => {
  it.each([
    [`**Base model:** ${COMET}`, 'lab/comet-13b', null],
    ['- **Base model**: `lab/comet-13b`, taken from the Hub', 'lab/comet-13b', null],
    [`- **Finetuned from model:** ${COMET}`, 'lab/comet-13b', 'finetune'],
    [`- **Continue-pretrained from model:** ${COMET}`, 'lab/comet-13b', 'continued-pretraining'],
    ['**Language model:** lab/comet-base  \n**Language:** English', 'lab/comet-base', null],
    ['**基座模型**：lab/comet-13b', 'lab/comet-13b', null],
    ['**ベースモデル**: lab/comet-13b', 'lab/comet-13b', null],
  ])('%s', (line, id, relation) => {
    expect(bases(`# Rocket\n\n${line}\n`)).toEqual([[id, relation]])
  })

  it.each([
    '- **Finetuned from model:** Not applicable',
    '- **Finetuned from model [optional]:** [More Information Needed]',
    '- **Base model:** none, trained from scratch',
    '- **Language model:** 4-gram',
    '- **Language model:** English',
    '- **Base model:** Rocket-7B',
    '- **Base model:** Transformer',
    '- **Base model:** ours',
  ])('that names none: %s', (line) => {
    expect(bases(`# Rocket\n\n${line}\n`)).toEqual([])
  })

  it('that there is none outweighs words and configurations', () => {
    const card = '# Rocket\n\n- **Finetuned from model:** None\n\nThis model was fine-tuned from Comet-13B.\n'
    const texts = { 'config.json': '{"_name_or_path":"lab/comet"}' }
    expect(facts({ card, texts }).lineage.bases).toEqual([])
  })

  it('over a list of links, but not over the checkpoints of the same owner', () => {
    const list = (owner: string) =>
      `# Rocket\n\n## Base models\n\n- [One](https://huggingface.co/${owner}/one-7b)\n- [Two](https://huggingface.co/${owner}/two-7b)\n`
    expect(bases(list('lab')).map(([id]) => id)).toEqual(['lab/one-7b', 'lab/two-7b'])
    expect(bases(list('acme'))).toEqual([])
  })
})

describe('an opening without a subject', () => {
  it.each([
    [`Fine-tuned version of ${COMET} for letters.`, 'lab/comet-13b'],
    [`${COMET} model fine-tuned on letters of the past.`, 'lab/comet-13b'],
    [`Fine-tuned ${COMET.replace('Comet 13B', 'lab/comet-13b')} on letters of the past.`, 'lab/comet-13b'],
    ['Fine-tuned on the multilingual model [CMT-23](https://arxiv.org/abs/2107.00001).', 'CMT-23'],
  ])('%s', (line, id) => {
    expect(bases(`# Rocket\n\n${line}\n`)).toEqual([[id, 'finetune']])
  })

  it('is a title too', () => {
    expect(bases('# Comet-base fine-tuned on letters\n\nA model for letters.\n')).toEqual([
      ['Comet-base', 'finetune'],
    ])
  })

  it.each([
    'Audio Transformer (AT) model fine-tuned on SoundSet.',
    'Rocket 7B fine-tuned on letters.',
    'Swift-small model pretrained on ImageNet-21k.',
    'Fine-tuned on CORD-19 for ten epochs.',
    'Fine-tuned on lab/common_letters_11_0 for ten epochs.',
    'The results of a comet-13b model fine-tuned for each task are below, as baselines.',
  ])('not %s', (line) => {
    expect(bases(`# Rocket\n\n${line}\n`)).toEqual([])
  })
})

describe('a sentence', () => {
  it.each([
    ['We initialized the model with [Comet](../comet-base).', 'acme/comet-base', null],
    ['The model was initialized from CometBERT and trained further.', 'CometBERT', null],
    ['We adapt Comet-base to letters via continued pretraining.', 'Comet-base', 'continued-pretraining'],
    ['It is finetuned on multilingual bert model.', 'multilingual bert', 'finetune'],
    ['Rocket is the distilled version of comet-large.', 'comet-large', 'distillation'],
    ['Rocket 7B is a Llama-3.1-8B pretrained model, fine-tuned for sorting.', 'Llama-3.1-8B', 'finetune'],
    ['Rocket is a Comet 13B model fine-tuned on letters.', 'Comet 13B', 'finetune'],
    ['Rocket_7B is a finetune created using the Comet Lab’s Comet-J 6B model.', 'Comet-J 6B', 'finetune'],
    ['The authors developed the model by fine-tuning GPT-2 on letters.', 'GPT-2', 'finetune'],
    [
      'This model is a fine-tuned version of [openai/whisper-small](https://huggingface.co/openai/whisper-small).',
      'openai/whisper-small',
      'finetune',
    ],
    ['This model was trained with transfer learning on InceptionV3.', 'InceptionV3', 'finetune'],
  ])('%s', (sentence, id, relation) => {
    const found = bases(`# Notes\n\nA model for the letters of the past.\n\n${sentence}\n`)
    if (sentence.includes('Comet-J')) expect(found.length).toBeLessThanOrEqual(1)
    else expect(found).toEqual([[id, relation]])
  })

  it.each([
    'The model is trained on UniRef50, which is not equal for all families.',
    'The model was trained on UniRef50 sequences.',
    'The model was fine-tuned on CORD-19.',
    'This model was pretrained on ImageNet-21k and fine-tuned on ImageNet2012.',
    'The model was trained from 2019-01 to 2020-06 on Wiki40B.',
    'It was fine-tuned on GPT-2 generated letters.',
    'It was fine-tuned on alpaca-52k.',
    'This model is not a fine-tuned version of Comet-13B.',
    'This model can be fine-tuned from Comet-13B as well.',
    'The model was randomly initialized with Xavier-2.',
    'The model is initialized with ImageNet weights.',
    'Rocket is based on the Comet-base (see the paper, 2019) architecture.',
    'Rocket uses the tokenizer of Comet-13B and is built on PyTorch 2.0.',
    'We fine-tuned Comet-13B for comparison as a baseline on each task.',
    'As a baseline, we fine-tune Comet-13B on letters.',
    'This model card was written by two of us and is based on the [Comet Mini model card](https://huggingface.co/lab/comet-mini).',
    'Rocket is based on the Comet-2 model and has been pre-trained on 500 GB of letters.',
    'Rocket is a Danish pre-trained model based on Comet-Base.',
    'Rocket is a language model of 7B parameters, fine-tuned on SQuAD2.',
    'The training data was filtered with a fine-tuned Comet-13B model.',
    'Comet is a finetune created using Llama 2 7B.',
  ])('not %s', (sentence) => {
    expect(bases(`# Notes\n\nA model for the letters of the past.\n\n${sentence}\n`)).toEqual([])
  })

  it('of a student that took its teacher’s layers makes a fine-tune', () => {
    const card =
      '# Rocket\n\nRocket is the distilled version of comet-large. We copy layers from comet-large.\n'
    expect(bases(card)).toEqual([['comet-large', 'finetune']])
  })
})

describe('in other languages', () => {
  it.each([
    [`此模型基于 ${COMET} 进行微调，适用于信件。`, 'lab/comet-13b'],
    ['このモデルはcomet-base-liteをファインチューニングしたものです。', 'comet-base-lite'],
    [`Rocket은 ${COMET}을 기반으로 학습된 모델입니다.`, 'lab/comet-13b'],
    [`Ce modèle est une version affinée de ${COMET} pour les lettres.`, 'lab/comet-13b'],
    [`Dieses Modell basiert auf ${COMET} und wurde mit Briefen trainiert.`, 'lab/comet-13b'],
    ['Rocket ist eine Comet2-basierte Reihe, die mit Briefen trainiert wurde.', 'Comet2'],
    [`Este modelo está basado en ${COMET} y ajustado con cartas.`, 'lab/comet-13b'],
  ])('%s', (sentence, id) => {
    expect(bases(`# Rocket\n\n${sentence}\n`).map(([found]) => found)).toEqual([id])
  })

  it.each([
    '我们提供基于GGML的推理工具，也支持微调。',
    '该模型基于 Transformer 结构训练。',
    '基于信件数据集预训练的模型。',
    '[2023/07/19] 增加了基于[Comet 13B](https://huggingface.co/lab/comet-13b)进行指令微调的模型发布。',
    'Cometはcomet-base-liteをファインチューニングしたものです。',
    '2023년 Comet 5.8B 기반 모델 공개.',
    'Dieses Modell basiert nicht auf Comet-13B.',
    'Ce modèle est basé sur ImageNet-21k et des lettres.',
    'El modelo Comet está basado en Llama-2-7b.',
  ])('not %s', (sentence) => {
    expect(bases(`# Rocket\n\n${sentence}\n`)).toEqual([])
  })
})

describe('a tuned model', () => {
  it.each([
    { id: 'acme/reward-model-comet' },
    { id: 'acme/rocket', api: { tags: ['sentence-transformers'] } },
    { id: 'acme/rocket', card: '# Rocket\n\nThis model has been fine-tuned for 12000 updates.\n' },
    { id: 'acme/rocket', card: '# Reward model trained from answers\n\nIt ranks answers.\n' },
  ])('is known by its name, tags and words: %o', (keys) => {
    facts(keys)
    expect(looksTuned(reading(keys))).toBe(true)
  })

  it.each([
    { id: 'acme/rocket', card: '# Rocket\n\nThis model can be fine-tuned on your data.\n' },
    { id: 'acme/rocket', card: '# Rocket\n\nComet has been fine-tuned for letters.\n' },
    {
      id: 'acme/rocket',
      card: '# Rocket\n\n## Evaluation\n\nThe model was fine-tuned on downstream tasks.\n',
    },
    { id: 'acme/forward-rocket', card: '# Rocket\n\nA model.\n' },
    { id: 'acme/rocket', card: '# Rocket\n\nWe continue pre-training of Comet-13B on letters.\n' },
  ])('is not: %o', (keys) => {
    facts(keys)
    expect(looksTuned(reading(keys))).toBe(false)
  })

  it('keeps what went on pre-training among pre-training data', () => {
    const card =
      '# Rocket\n\nWe continue pre-training of Comet-13B.\n\nThe model was trained on the [letters](https://huggingface.co/datasets/acme/letters) dataset.\n'
    expect([status('training_data_base', { card }), status('training_data_tuned', { card })]).toEqual([
      'present',
      'n_a',
    ])
    expect(status('weights_base', { card })).toBe('unknown')
  })
})
