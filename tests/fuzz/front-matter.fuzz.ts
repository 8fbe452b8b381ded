import fc from 'fast-check'
import { splitCard } from '../../lib/snapshot/front-matter'
import { LIMITS } from '../../lib/snapshot/schema'
import { checkWay } from './lib/assessment'
import { SEEDS } from './lib/cards'
import { fuzz } from './lib/fuzz'
import { hostileJson, hostileString, NAMES } from './lib/hostile'
import { mutatedText } from './lib/mutate'

/** Front matter: bombs, circles, odd types, endless keys. */

const key = fc.oneof(
  fc.constantFrom(
    'license',
    'license_name',
    'base_model',
    'datasets',
    'tags',
    'model-index',
    'language',
    'metrics',
  ),
  fc.constantFrom(...NAMES),
  hostileString,
)

const line = fc.oneof(
  fc.tuple(key, hostileString).map(([name, value]) => `${name}: ${value}`),
  fc.tuple(key, hostileJson).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
  fc
    .tuple(key, fc.array(hostileString, { maxLength: 5 }))
    .map(([name, items]) => `${name}:\n${items.map((item) => `  - ${item}`).join('\n')}`),
  fc.constantFrom(
    'a: &a [x, x]',
    'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
    'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
    'license: &l [*l]',
    'tags: &t { again: *t }',
    'model-index: &m [{ results: *m }]',
    '<<: *a',
    '? [complex, key]\n: value',
    '? &k { a: 1 }\n: *k',
    '!!binary x: y',
    '!<tag:yaml.org,2002:js/function> f: "function () {}"',
    'license: !!set { mit, apache-2.0 }',
    'license: |\n  mit\n',
    'license: >-\n  folded\n  text',
    'license: 2024-01-01',
    'license: 0x1F',
    'license: .nan',
    '%YAML 1.1',
    '---',
    '...',
    '\tlicense: mit',
    'null: 1',
    '~: 2',
    'true: 3',
    '1: 4',
  ),
  fc
    .tuple(
      fc.constantFrom('[', '{a: ', '- ', '? ', '&a ', '!', '  ', '"'),
      fc.integer({ min: 1, max: 5_000 }),
    )
    .map(([piece, count]) => `x: ${piece.repeat(count)}`),
)

const block = fc
  .tuple(
    fc.array(line, { maxLength: 20 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\uFEFF'),
    hostileString,
  )
  .map(([lines, end, mark, body]) => `${mark}---${end}${lines.join(end)}${end}---${end}${body}`)

fuzz('front-matter', fc.oneof(block, mutatedText(SEEDS)), (card) => {
  const { frontMatter, body, bodyOffset } = splitCard(card)
  const source = card.slice(0, LIMITS.card)
  if (!source.endsWith(body)) throw new Error('The body is not the end of the card.')
  if (source.slice(0, source.length - body.length).split('\n').length - 1 !== bodyOffset)
    throw new Error('The body does not begin where it is said to.')
  if (frontMatter !== null) {
    if (Object.getPrototypeOf(frontMatter.data) !== null) throw new Error('The data inherit something.')
    for (const at of Object.values(frontMatter.lines))
      if (at < 2 || at > bodyOffset) throw new Error(`Line ${at}?`)
  }
  checkWay({ site: 'huggingface', id: 'acme/rocket-7b', card }, [])
})
