import fc from 'fast-check'
import { samples } from '../../../scripts/samples'
import { hostileString } from './hostile'
import { mutatedText } from './mutate'

/** Cards: our own samples with edits, and pieces of Markdown and HTML put together. */

export const SEEDS: readonly string[] = samples.flatMap(({ card }) => card ?? [])

/** Sentences that detectors look at closely. */
const SENTENCES: readonly string[] = [
  'We do not release the training data, but the weights are released.',
  'The training data, the code and the logs are not publicly available, and we have no plans to release them.',
  'This model is a fine-tuned version of [acme/rocket-7b](https://huggingface.co/acme/rocket-7b) on our proprietary data.',
  'Rocket is licensed under the Apache 2.0 license, the code under MIT, and the weights under the Llama 3.1 license.',
  'It was trained on 2,048 A100 GPUs for 21 days, 1.5T tokens, 7B parameters, 3.1e23 FLOP.',
  'Nous ne publions pas les données d’entraînement. Die Trainingsdaten werden nicht veröffentlicht.',
  'No publicamos los datos de entrenamiento ni el código. 我们不公开训练数据。학습 데이터는 공개하지 않습니다.',
  'Merged with mergekit of acme/a, acme/b and acme/c using SLERP.',
  'title={Rocket}, author={A. Acme}, eprint={2402.00838}',
  '| MMLU | 61.2 ± 0.3 | 5-shot |',
  'You may not use the outputs to train other models unless you request access.',
]

const times = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 400 }))

const repeated = (pieces: readonly string[]) =>
  fc.tuple(fc.constantFrom(...pieces), times).map(([piece, count]) => piece.repeat(count))

const link = fc
  .tuple(hostileString, hostileString, fc.constantFrom('', '!'), hostileString)
  .map(([text, url, mark, title]) => `${mark}[${text}](${url}${title === '' ? '' : ` "${title}"`})`)

const table = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 60 }), hostileString)
  .map(([columns, rows, cell]) => {
    const line = `|${` ${cell.replaceAll('\n', ' ').slice(0, 60)} |`.repeat(columns)}`
    return [line, `|${'---|'.repeat(columns)}`, ...Array.from({ length: rows }, () => line)].join('\n')
  })

const html = fc
  .tuple(
    fc.constantFrom(
      'div',
      'p',
      'a',
      'table',
      'tr',
      'td',
      'b',
      'h2',
      'pre',
      'script',
      'style',
      'svg',
      'li',
      'template',
      'x-y',
      'title',
      'textarea',
      'plaintext',
      'math',
    ),
    hostileString,
    hostileString,
    fc.constantFrom('both', 'open', 'close', 'broken'),
  )
  .map(([tag, value, inner, how]) => {
    const open = `<${tag} href="${value}" src='${value}' onclick="${value}">`
    if (how === 'open') return open + inner
    if (how === 'close') return `${inner}</${tag}>`
    if (how === 'broken') return `<${tag} ${value} href="${inner}`
    return `${open}${inner}</${tag}>`
  })

const heading = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom('Training data', 'License', 'Evaluation', 'Usage', 'Citation', 'Limitations', ''),
  )
  .map(([level, text]) => `\n\n${'#'.repeat(level)} ${text}\n\n`)

const fence = fc
  .tuple(fc.constantFrom('```', '~~~', '````', '   ```'), hostileString, hostileString, fc.boolean())
  .map(
    ([mark, language, code, closed]) =>
      `\n${mark}${language.replaceAll('\n', '')}\n${code}\n${closed ? mark : ''}\n`,
  )

export const fragment: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...SENTENCES), weight: 5 },
  { arbitrary: heading, weight: 3 },
  { arbitrary: link, weight: 3 },
  { arbitrary: html, weight: 3 },
  { arbitrary: hostileString, weight: 3 },
  { arbitrary: fence, weight: 2 },
  { arbitrary: table, weight: 1 },
  {
    arbitrary: repeated([
      '>',
      '> ',
      '- ',
      '1. ',
      '  - a\n',
      '*',
      '**a',
      '_a_ ',
      '[',
      '![',
      '](',
      '[a](',
      '<',
      '<a',
      '<a href=',
      '<!--',
      '-->',
      '</',
      '`',
      '``a',
      '\\',
      '&',
      '&#x41;',
      '|',
      '|-',
      ':-:|',
      '\n',
      '\t',
      '~~~\n',
      '***\n',
      'a\n===\n',
      '[a]: b\n',
      'https://a.b/',
      'www.a.b ',
      'a@b.c ',
      '<div>',
      '</div>',
      '<b>',
      '<td>',
      '"',
      '(c)',
    ]),
    weight: 4,
  },
)

const assembled = fc
  .tuple(fc.array(fragment, { maxLength: 25 }), fc.constantFrom('', '\n', '\n\n', ' '))
  .map(([parts, between]) => parts.join(between).slice(0, 300_000))

export const card: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: assembled, weight: 3 },
  { arbitrary: mutatedText(SEEDS), weight: 3 },
)

/** A start, something that is repeated, and an end: what growth is measured with. */
export interface Pump {
  start: string
  piece: string
  end: string
}

export const pump = (pieces: fc.Arbitrary<string>): fc.Arbitrary<Pump> =>
  fc.record({
    start: fc.oneof(fc.constant(''), pieces).map((text) => text.slice(0, 300)),
    piece: pieces.map((text) => text.slice(0, 300)).filter((text) => text !== ''),
    end: fc.oneof(fc.constant(''), fc.constant('\u0001'), pieces).map((text) => text.slice(0, 300)),
  })

export const inflate = ({ start, piece, end }: Pump, size: number): string =>
  start + piece.repeat(Math.ceil(size / piece.length)) + end
