import { describe, expect, it } from 'vitest'
import type { ComponentId } from '../../../../lib/components'
import { finding, status } from '../helpers'

/** How the model is used, where it fails and what comes out, in seven languages, and what is none of these. */

const PLAIN = 'This is the card of a model that was made by a small team, and it is here for all to read.'
const keys = (body: string) => ({
  id: 'acme/rocket-7b',
  card: `# Rocket\n\n${PLAIN}\n\n${body}\n`,
  files: ['README.md'],
})
const of = (component: ComponentId, body: string) => status(component, keys(body))
const fence = (code: string, language = 'python') => `\`\`\`${language}\n${code}\n\`\`\``
const LOADS =
  "from transformers import pipeline\n\npipe = pipeline('text-generation', model='acme/rocket-7b')"

describe('usage', () => {
  it.each([
    'Usage',
    'Uso',
    'Nutzung',
    'Utilisation',
    '사용법',
    '使用',
    '用法',
    '使い方',
    '推奨設定',
    'Eingabeformat',
    '프롬프트',
    '输入格式',
  ])('is told under "%s"', (heading) => {
    expect(of('usage_information', `## ${heading}\n\n${fence('run(x)')}`)).toBe('present')
  })

  it.each([
    'Terms of use',
    'Conditions of use',
    'Datasets used',
    '使用许可',
    '使用协议',
    '使用したデータ',
    '利用規約',
    '사용된 데이터',
    '사용 제한',
    'Nutzungsbedingungen',
    "Conditions d'utilisation",
    'Condiciones de uso',
  ])('is not told under "%s"', (heading) => {
    expect(of('usage_information', `## ${heading}\n\n${fence('run(x)')}`)).toBe('unknown')
  })

  it('may stand in the sections below its heading, unless they are about something else', () => {
    expect(of('usage_information', `## Usage\n\n### In PyTorch\n\n${fence('run(x)')}`)).toBe('present')
    expect(of('usage_information', `## Usage\n\n### Training data\n\n${PLAIN} ${PLAIN}`)).toBe('unknown')
    expect(of('usage_information', `## Usage\n\n## Authors\n\n${PLAIN} ${PLAIN}`)).toBe('unknown')
    expect(
      status('usage_information', {
        id: 'acme/rocket',
        card: `# Usage\n\n## Authors\n\n${PLAIN} ${PLAIN}\n`,
      }),
    ).toBe('unknown')
  })

  it('is a snippet under a line that says so', () => {
    expect(of('usage_information', `## Trying it\n\nExample usage below:\n\n${fence(LOADS)}`)).toBe('present')
    expect(of('usage_information', `## Numbers\n\nTo run the evaluation:\n\n${fence(LOADS)}`)).toBe('unknown')
    expect(
      of(
        'usage_information',
        `## Numbers\n\nExample usage below:\n\n${fence("pipeline('x', model='other/comet')")}`,
      ),
    ).toBe('unknown')
  })
})

describe('limits', () => {
  const TEXT = {
    Limitations: 'The model invents facts, repeats what it has read and is weak in small languages. '.repeat(
      2,
    ),
    Limitaciones:
      'El modelo inventa hechos y repite lo que ha leído, sobre todo en lenguas pequeñas. '.repeat(2),
    Limites: 'Le modèle invente des faits et répète ce qu’il a lu, surtout dans les petites langues. '.repeat(
      2,
    ),
    Einschränkungen:
      'Das Modell erfindet Tatsachen und wiederholt, was es gelesen hat, vor allem Unsinn. '.repeat(2),
    局限性:
      '模型有时会编造事实，对小语种的支持较弱，也会重复训练语料中的内容。请在使用前自行检查输出，不要把它当作专业意见，尤其是在医疗和法律场合。也请留意生成内容。',
    制限事項:
      'このモデルは事実と異なる内容を出力することがあり、専門的な判断には向いていません。利用の前に必ず内容を確認してください。とくに医療や法律の場面では注意が必要です。',
    한계: '이 모델은 사실과 다른 내용을 만들어 낼 수 있으며 전문적인 판단에는 적합하지 않습니다. 사용하기 전에 반드시 내용을 확인해 주세요. 의료와 법률에서는 특히 그렇습니다.',
  }
  it.each(Object.entries(TEXT))('are told under "%s"', (heading, text) => {
    expect(of('safety_evidence', `## ${heading}\n\n${text}`)).toBe('present')
  })

  const MIXED = '## Intended uses & limitations\n\n'
  it('are not in a heading that names the uses too', () => {
    for (const text of [
      'You can use this model for answering mails, and it was made to show what a small team can do in a week.',
      'It can be fine-tuned further, and in some tasks one gains more by tuning it than by taking its features as they are given.',
      'If you want to know more, the documentation of the library tells how to load it, and which arguments there are.',
    ]) {
      expect([text, of('safety_evidence', MIXED + text)]).toEqual([text, 'unknown'])
    }
  })

  it('are there under it as soon as something is told, with the sentence as the proof', () => {
    const told = 'It is biased towards formal language and should not be used for advice of any kind.'
    const found = finding('safety_evidence', keys(`${MIXED}You can use it for mails.\n\n${told}`))
    expect(found.status).toBe('partial')
    expect(found.evidence[0]?.quote).toBe(told)
    expect(of('safety_evidence', `${MIXED}${told} ${told}`)).toBe('present')
  })

  it('are neither boilerplate with its gap unfilled nor what one may do nor the poison of a substance', () => {
    for (const body of [
      `## Ethical considerations\n\n${PLAIN} For more, see the card on our principles [Insert link to the card here].`,
      `## 使用限制\n\n${'请在使用前阅读。'.repeat(12)}`,
      'With these features one can predict the toxicity of molecules and the solubility of drugs.',
    ]) {
      expect([body, of('safety_evidence', body)]).toEqual([body, 'unknown'])
    }
    expect(of('safety_evidence', 'The model may write toxic text when it is asked to.')).toBe('partial')
  })
})

describe('samples', () => {
  it.each([
    'Sample outputs',
    'Beispiel-Ausgaben',
    'Exemples de réponses',
    'Ejemplos de salidas',
    '生成示例',
    '出力例',
    '대화 예시',
  ])('stand under "%s"', (heading) => {
    expect(of('sample_outputs', `## ${heading}\n\n${fence('Seven apples are left.', '')}`)).toBe('present')
  })

  it.each([
    [
      'what a pipeline prints over several lines',
      fence(`${LOADS}\nprint(out)\n[\n  {\n    "sequence": "a mask",\n    "score": 0.9\n  }\n]`),
    ],
    ['a remark behind what is printed', fence(`${LOADS}\nprint(text)  # => seven apples`)],
    ['a quoted remark', fence(`${LOADS}\nprint(text)  # "Seven apples are left."`)],
    ['a remark in other letters', fence(`${LOADS}\nprint(text)  # Осталось семь яблок, верно?`)],
    [
      'a remark at the end',
      fence(`${LOADS}\nmodel.generate(ids, streamer=s)\n\n# 사과는 일곱 개 남았습니다.`),
    ],
    [
      'a table of turns',
      'Some generation examples:\n\n| Role | Response |\n|---|---|\n| User | How many apples are left? |\n| Bot | There are seven apples left. |',
    ],
    [
      'prompts beside answers',
      '## 模型效果\n\n| 输入 | 甲输出 | 乙输出 |\n|---|---|---|\n| 还剩几个苹果？ | 不知道。 | 根据题目，还剩下七个苹果。 |',
    ],
    ['samples that are released', 'We release samples from our models on public tasks [here](samples/).'],
    ['predictions on the test set', '* test set predictions: [test.txt](https://files.example/test.txt)'],
  ])('are %s', (_name, body) => {
    expect(of('sample_outputs', body)).toBe('present')
  })

  it.each([
    ['a promise', `### Demo: How to use it\n\n${fence('# coming soon')}`],
    ['a remark alone', `### Demo\n\n${fence('# coming soon')}`],
    ['commands', `# Commands Example\n\n${fence('python scripts/make.py --out x.json', '')}`],
    ['commands under samples', `## Examples\n\n${fence('torchrun main.py --out x.json', '')}`],
    ['a program under samples', `## Examples\n\n${fence('import rocket\n\nrocket.fly()', '')}`],
    ['settings under samples', `## Examples\n\n${fence('speed: 3', 'yaml')}`],
    [
      "the reader's data",
      `### Preparing your dataset\n\n${fence('x\n{"sequence": [1.0, 2.0]}\n{"sequence": "a"}', 'json')}`,
    ],
    ['series rather than text', `## Format\n\n${fence('x\n{"sequence": [1.0, 2.0]}', 'json')}`],
    [
      'a remark that explains',
      fence(`${LOADS}\nprint(text)  # prints the answer.\nprint(out.shape)  # (1, 512)`),
    ],
    ['an explanation in other letters', fence(`${LOADS}\nprint(text)  # 打印模型的回答。`)],
    [
      'a remark where all are in these letters',
      fence(`# Загрузить модель.\n${LOADS}\nprint(text)  # Здесь будет ответ модели.`),
    ],
    ['a badge', '## Demo\n\n[![Open](https://img.example/badge/colab)](https://colab.research.google.com/x)'],
    [
      'a picture below a line that leads to a demo',
      '**Try the online demo [here](https://rocket.example)**\n\n![](./rocket.png)',
    ],
    ['a table of kinds', '## Examples\n\n| Input | Output |\n|---|---|\n| text | picture |'],
    [
      'a table of formats',
      '## Example formats\n\n| Input | Output |\n|---|---|\n| a list of long strings | a list of many numbers |',
    ],
    [
      'a table that nobody calls samples',
      '## Interface\n\n| Input | Output |\n|---|---|\n| a list of long strings | a list of many numbers |',
    ],
    ['samples of data', 'We release samples from our training data [here](samples/).'],
    ['samples of code', 'We provide code samples for the models [here](samples/).'],
    ['samples without a link', 'We release samples from our models on public tasks.'],
    ['reference translations', '* test set: [test.txt](https://files.example/test.txt)'],
  ])('are not %s', (_name, body) => {
    expect(of('sample_outputs', body)).toBe('unknown')
  })
})
