import { describe, expect, it } from 'vitest'
import type { ComponentId } from '../../../../lib/components'
import { finding } from '../helpers'

/** Results, what they were measured on and with, in the forms that cards of many fields give them; and what only looks so. */

const found = (component: ComponentId, body: string, id = 'acme/rocket-base') =>
  finding(component, {
    id,
    api: { id, tags: [], gated: false },
    card: `---\nlicense: mit\n---\n# Rocket\n\nRocket is a model that was made by the Acme team and that people use for many things.\n\n${body}\n`,
  })
const status = (component: ComponentId, body: string, id?: string) => found(component, body, id).status

const TABLE = '| Model | Stars | Moons |\n|---|---|---|\n| Rocket | 74.5 | 77.1 |\n| Comet | 70.2 | 71.9 |'

describe('scores in a table', () => {
  it.each([
    [
      'with their deviation',
      '## Evaluation\n\n| Task | Comet | Rocket |\n|---|---|---|\n| X | 86.4 (0.3) | 86.9 (0.2) |',
    ],
    [
      'one per lead time',
      '## Notes\n\n| Method | RMSE, T850 |\n|---|---|\n| Rocket | 1.37 (3d), 2.06 (5d) |',
    ],
    ['of one number under a metric', '| Release | Accuracy(%) |\n|---|---|\n| 19-10-21 | 78.7 (Avg: 75.3) |'],
    ['of a field of its own', '| Voice | MOS |\n|---|---|\n| Rocket | 4.1 ± 0.1 |'],
    ['by rows', '## Notes\n\n| Metric | Value |\n|---|---|\n| ROC-AUC | 0.91 |'],
    ['below a sentence', `The performance was evaluated on our own collection:\n\n${TABLE}`],
    ['below a short sentence', `Here are the results.\n\n${TABLE}`],
    ['below a Chinese label', `测试结果如下：\n\n${TABLE}`],
    ['under a Japanese heading', `## モデルの精度\n\n${TABLE}`],
    ['under a Korean heading', `## 정확도\n\n${TABLE}`],
    ['under a German heading', `## Genauigkeit\n\n${TABLE}`],
    ['under a French heading', `## Résultats\n\nVoici les résultats :\n\n${TABLE}`],
    ['under a Spanish label', `Los resultados son los siguientes:\n\n${TABLE}`],
  ])('are found %s', (_name, body) => {
    expect(status('evaluation_results', body)).toBe('present')
  })

  it.each([
    [
      'of columns of the data',
      '## Training and evaluation data\n\n| Index | Feature | Range |\n|---|---|---|\n| 1 | Pressure | 996 |\n| 2 | Warmth | 21 |',
    ],
    [
      'of how many examples there are',
      '## Evaluation\n\n| Split | Examples |\n|---|---|\n| dev | 1000 |\n| test | 2000 |',
    ],
    [
      'of a training log',
      '| Epoch | Validation Loss | Accuracy |\n|---|---|---|\n| 1 | 0.9 | 0.5 |\n| 2 | 0.8 | 0.6 |',
    ],
    ['of speed', `Here is the speed, and the results of timing follow below:\n\n${TABLE}`],
    [
      'of settings',
      '## Settings\n\n| Parameter | Value |\n|---|---|\n| accuracy threshold | 0.5 |\n| batch size | 64 |',
    ],
    ['of what is wanted', '## Plan\n\n| Metric | Target |\n|---|---|\n| Accuracy | 0.9 |\n| Recall | 0.8 |'],
    ['of what a run prints', `## Usage\n\nThe results are as follows:\n\n${TABLE}`],
    ['of half precision', '## 混合精度\n\n| A | B |\n|---|---|\n| 16 | 32 |\n| 8 | 64 |'],
    [
      'of the reader',
      '## Fine-tune\n\n### Training on your own data\n\n| Run | Accuracy |\n|---|---|\n| yours | 0.9 |',
    ],
  ])('are none %s', (_name, body) => {
    expect(status('evaluation_results', body)).toBe('unknown')
  })
})

describe('scores without a table', () => {
  it.each([
    ['labelled', '## Performance\n\nFive folds led to this:\n\n**XVAL EM:** 0.1789'],
    ['in a printed dict', "## モデルの精度 accuracy\n\n'em(厳密一致)': 0.84, 'f1': 0.91"],
    ['in a fence', '## Results\n\n```json\n{"exact": 79.9, "f1": 83.0}\n```'],
    ['in one line', '## Results\n\nTest loss: 0.74, Test accuracy: 0.92'],
  ])('are found %s', (_name, body) => {
    expect(status('evaluation_results', body)).toBe('present')
  })

  it.each([
    ['a threshold', '## Evaluation\n\n- Accuracy threshold: 0.5'],
    ['code', '## Evaluation\n\n```python\nimport metrics\nf1 = 0.5\nmin_accuracy = 0.9\nprint(f1)\n```'],
    ['settings elsewhere', '## Training\n\n```\naccuracy = 1, f1 = 1\n```'],
    ['a loss', '## Results\n\nTest loss: 0.74'],
  ])('are not %s', (_name, body) => {
    expect(status('evaluation_results', body)).toBe('unknown')
  })

  it('are quoted, not the log before them', () => {
    const body =
      '## Results\n\nEpoch 1: 235/235 [00:08, acc=0.8, val_acc=0.9] Test loss: 0.7, Test accuracy: 0.92'
    expect(found('evaluation_results', body).evidence[0]?.quote).toBe('Test accuracy: 0.92')
  })
})

describe('results without a score', () => {
  it.each([
    ['by comparison', 'Rocket outperforms Comet and Meteor on several tasks of reasoning.'],
    [
      'in the paper',
      'Refer to the original paper for additional details and performance on language inference tasks.',
    ],
    [
      'behind a link',
      'The [human evaluation results](https://github.com/acme/rocket#human-evaluation) are comparable.',
    ],
    [
      'under the heading of a template',
      '## Evaluation\n\n### Testing Data, Factors & Metrics\n\nThe evaluation details are presented in the paper.',
    ],
  ])('are mentioned %s', (_name, body) => {
    expect(status('evaluation_results', body)).toBe('mentioned')
  })

  it.each([
    ['somebody else is better', 'Comet outperforms Meteor on several tasks of reasoning.'],
    ['it is hoped', 'We hope that the model will outperform all others in the end.'],
    [
      'it is about ethics',
      '# Training & Evaluation\n\n## Ethical considerations\n\nFor more on ethics please see the report [here](https://example.org/e).',
    ],
    ['the card leads to itself', 'See [reproducing experiments in the paper](#reproducing) for details.'],
    [
      'a picture is for the reader',
      '## Finetuning on your own data\n\n### Evaluate\n\n![like this](plot.png)',
    ],
  ])('are not where %s', (_name, body) => {
    expect(status('evaluation_results', body)).toBe('unknown')
  })
})

describe('data that it was measured on', () => {
  it.each([
    [
      'as the object of a sentence',
      'It was evaluated on the test portion of the [Stars dataset](http://stars.example.edu/wiki/) and compared to other models.',
    ],
    [
      'under their heading',
      '# Training and evaluation\n\n## Evaluation dataset\n\n**Link:** [Moons](http://data.example.org/moons/)',
    ],
    ['as a link of that name', '## Sources\n\n- [test set](http://example.org/sets/news.tgz)'],
    ['labelled among results', '## Some results\n\nData2: https://github.com/x/files/1/ner.txt'],
    [
      'to download',
      '### Evaluation\n\nThe prepared datasets are at [Drive](https://drive.google.com/drive/folders/1).',
    ],
    ['loaded by code', '## Evaluation\n\n```python\ntest = load_dataset("stars", "hi", split="test")\n```'],
    [
      'in the header of the scores',
      '## Performance\n\n| Model | [Stars](https://huggingface.co/datasets/x/stars) |\n|---|---|\n| Rocket | 61.1 |\n| Comet | 59.3 |',
    ],
    [
      'in the first column of the scores',
      '## Performance\n\n| Dataset | Score |\n|---|---|\n| [Stars](https://github.com/x/stars) | 61.1 |\n| Moons | 59.3 |',
    ],
    [
      'named by the scores and linked above',
      'We looked at two sets ([STARS-1](https://github.com/x/stars)).\n\n## Results\n\n| Task | Rocket |\n|---|---|\n| STARS-1 | 61.1 |\n| MOONS-2 | 59.3 |',
    ],
    [
      'at the second benchmark',
      '## 评测\n\nMMLU 是一个评测集。\n\n[C-Eval 数据集](https://cevalbenchmark.com/index.html)是一个评测数据集。',
    ],
    [
      'at a benchmark that ends in Eval',
      '## Evaluation\n\n[AGIEval](https://github.com/microsoft/AGIEval) measures abilities.',
    ],
    [
      'under a heading for both',
      '## Training and evaluation data\n\nDataset Source: https://huggingface.co/datasets/x/hats',
    ],
  ])('are found %s', (_name, body) => {
    expect(status('evaluation_data', body)).toBe('present')
  })

  it.each([
    ['Task', 'RCT-180K', 'CB513'],
    ['Task/Dataset', 'stars', 'moons'],
    ['数据集', '甲', '乙'],
  ])('are named by the first column: %s', (head, one, two) => {
    const body = `## Results\n\n| ${head} | Rocket |\n|---|---|\n| ${one} | 61.1 |\n| ${two} | 59.3 |`
    expect(status('evaluation_data', body)).toBe('mentioned')
  })

  it.each([
    [
      'tasks in plain words',
      '## Results\n\n| Task | Rocket |\n|---|---|\n| Summaries | 61.1 |\n| Questions | 59.3 |',
    ],
    [
      'other models',
      '## Results\n\n| Model | Score |\n|---|---|\n| [Comet](https://github.com/x/comet) | 61.1 |\n| Rocket | 59.3 |',
    ],
    ['praise', 'The model gets state-of-the-art results on several audio benchmarks.'],
    [
      'what it was trained on, in the same section',
      '## Training and evaluation data\n\nThe model was trained on the [Stars](https://huggingface.co/datasets/x/stars) dataset.',
    ],
    ['a promise', '## Testing data\n\nComing soon, together with the next version.'],
    ['a demonstration', '## Usage\n\n```python\nds = load_dataset("stars", "hi", split="test")\n```'],
  ])('are not %s', (_name, body) => {
    expect(status('evaluation_data', body)).toBe('unknown')
  })

  it.each([
    ['a machine', 'It was evaluated on an [A100](https://www.nvidia.example/a100).'],
    ['a paper', 'It was evaluated on the [Stars dataset](https://arxiv.org/abs/2001.00001).'],
    [
      'a leaderboard',
      '## Evaluation data\n\nIts place is told on the [leaderboard](https://example.org/leaderboard).',
    ],
    ['whose they are', '## Evaluation data\n\nThe data were gathered by [Acme](https://acme.example).'],
    ['an arena', 'It is being evaluated on the [chatbot arena](https://chat.example.org).'],
  ])('are not at %s', (_name, body) => {
    expect(status('evaluation_data', body)).not.toBe('present')
  })

  it('are not denied by a condition in brackets', () => {
    const body = 'All models use the same split seed (if validation split wasn’t available).'
    expect(status('evaluation_data', body)).not.toBe('absent_stated')
  })
})

describe('code that measured', () => {
  const evaluated = (words: string, url: string) =>
    `## Evaluation\n\nIt was evaluated with [${words}](${url}).`

  it.each([
    ['a harness', 'the harness', 'https://github.com/EleutherAI/lm-evaluation-harness'],
    ['a repository', 'this repository', 'https://github.com/acme/rocket-eval'],
    ['a folder', 'these scripts', 'https://github.com/acme/rocket/tree/main/evaluation'],
    ['instructions beside the card', 'the instructions', './evaluation/README.md'],
  ])('is %s', (_name, words, url) => {
    expect(status('evaluation_code', evaluated(words, url))).toBe('present')
  })

  it.each([
    ['the home of a benchmark', 'C-Eval', 'https://cevalbenchmark.com/index.html'],
    ['a benchmark’s repository', 'AGIEval', 'https://github.com/microsoft/AGIEval'],
    ['a benchmark unknown to us', 'MT-Eval', 'https://github.com/x/MT-Eval'],
    ['a file of scores', 'these scores', 'https://example.org/models/news.eval.txt'],
    ['a retriever', 'a retriever', 'https://github.com/x/dense-retrieval'],
    ['a data set', 'questions', 'https://huggingface.co/datasets/x/eval-questions'],
    ['samples beside the card', 'samples', 'automatic-eval-samples/'],
  ])('is not %s', (_name, words, url) => {
    expect(status('evaluation_code', evaluated(words, url))).toBe('unknown')
  })
})

describe('sections', () => {
  it.each([
    [
      'English',
      '## Intended uses & limitations\n\nYou can use this model for answering questions that relate to a table of numbers, and it is easy.',
    ],
    [
      'English, in more words',
      '## Intended uses & limitations\n\nThe model could be used for features of proteins or be tuned further. We have noticed that one gains more by tuning it than by using its features.',
    ],
  ])('on uses and limits prove nothing where no limit is told: %s', (_name, body) => {
    expect(status('safety_evidence', body)).toBe('unknown')
  })

  it('on uses and limits are quoted where they tell one', () => {
    const limit =
      'It should not be used for decisions about people, since it repeats biases of the web that it was made from, nor by children.'
    const body = `## Intended uses & limitations\n\nYou can use this model for answering questions that relate to a table.\n\n${limit}`
    expect(found('safety_evidence', body)).toMatchObject({ status: 'present', evidence: [{ quote: limit }] })
  })

  it.each([
    [
      'Limitaciones',
      'El modelo falla con imágenes de niños y con radiografías de baja calidad, y no sustituye a un médico en ningún caso; los resultados deben revisarse.',
    ],
    [
      'Einschränkungen',
      'Das Modell versagt bei langen Texten und gibt Vorurteile wieder, die in den Quellen stehen; die Antworten müssen deshalb immer geprüft werden.',
    ],
    [
      'Biais et limites',
      'Le modèle peut produire des textes faux ou blessants, et il ne connaît pas les événements récents ; chaque réponse doit donc être vérifiée par une personne.',
    ],
    ['制限事項', `${'このモデルは誤った内容を出力することがあり、偏りを含む場合があります。'.repeat(4)}`],
    ['한계', `${'이 모델은 틀린 내용이나 편향된 내용을 만들 수 있으므로 확인이 필요합니다. '.repeat(4)}`],
    ['局限性', `${'该模型可能会生成错误或带有偏见的内容，使用前请务必进行核实。'.repeat(5)}`],
  ])('on limits are read in any language: %s', (heading, text) => {
    expect(status('safety_evidence', `## ${heading}\n\n${text}`)).toBe('present')
  })

  it('whose text is all below count', () => {
    const code = '```python\nm = load("acme/rocket-base")\n```'
    expect(status('usage_information', `## Usage\n\n### With Comet\n\n${code}`)).toBe('present')
    expect(status('usage_information', `## 사용 예시\n\n### Comet로 실행\n\n${code}`)).toBe('present')
    expect(status('usage_information', `## Uso\n\n${code}`)).toBe('present')
    expect(status('usage_information', `## Eingabeformat\n\n### Vicuna\n\n${code}`)).toBe('present')
  })

  it('do not count what stands below under another topic', () => {
    const license =
      'The weights are under a licence of their own that is long and that nobody reads to its end, as it is.'
    expect(status('usage_information', `## Usage\n\n### License\n\n${license}`)).toBe('unknown')
    expect(status('usage_information', `## Usage\n\n### Training\n\n#### Steps\n\n${license}`)).toBe(
      'unknown',
    )
  })

  it('that are only promised are no topic of a card', () => {
    const long =
      'Rocket reads pictures of stars and tells their kind, as astronomers do, from light alone. '.repeat(8)
    const card = (training: string) =>
      status('model_card', `## Overview\n\n${long}\n\n## How to use\n\n${long}\n\n## Training\n\n${training}`)
    expect(card('It is a work in progress and will be shared in the next version soon.')).toBe('partial')
    expect(card('It was trained for three days on pictures of the southern sky, with labels by hand.')).toBe(
      'present',
    )
  })

  it('on tuning it further are not on how it was trained', () => {
    const long =
      'Rocket reads pictures of stars and tells their kind, as astronomers do, from light alone. '.repeat(8)
    expect(
      status(
        'model_card',
        `## Overview\n\n${long}\n\n## Best practices\n\n${long}\n\n### Fine-tuning\n\n${long}`,
      ),
    ).toBe('partial')
  })

  it('on what drugs do are not on what the model does', () => {
    expect(status('safety_evidence', 'It can help with problems of toxicity and solubility of drugs.')).toBe(
      'unknown',
    )
    expect(
      status('safety_evidence', 'The model may write toxic or offensive sentences for some of the prompts.'),
    ).toBe('partial')
  })
})
