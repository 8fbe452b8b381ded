import fc from 'fast-check'
import { factsOf } from '../../lib/assess'
import { readExpression } from '../../lib/licenses/expression'
import { readPolicyFile } from '../../lib/licenses/policy-file'
import { identifyRegistered } from '../../lib/licenses/text/registered'
import { readCard, readRenderedCard } from '../../lib/snapshot/card'
import { splitCard } from '../../lib/snapshot/front-matter'
import { parseSnapshot } from '../../lib/snapshot/schema'
import { fragment, inflate, type Pump, pump } from './lib/cards'
import { fuzz } from './lib/fuzz'
import { checkGrowth } from './lib/growth'
import { hostileString } from './lib/hostile'
import { repeated, sections } from './lib/sections'

/** Twice as much of anything takes about twice the work. */

const model = (keys: Record<string, unknown>) =>
  factsOf(parseSnapshot({ site: 'huggingface', id: 'acme/rocket-7b', ...keys }))

/** What is read, by its name; each from text that is `pump`ed up. */
const READERS: Readonly<Record<string, (text: string) => void>> = {
  'front matter': (text) => splitCard(`---\n${text}\n---\n`),
  markdown: (text) => readCard(text),
  html: (text) => readRenderedCard(text),
  card: (text) => model({ card: text }),
  'rendered card': (text) => model({ cardHtml: text }),
  'license text': (text) => identifyRegistered(text),
  'license file': (text) => model({ files: ['LICENSE'], texts: { LICENSE: text } }),
  'license tag': (text) => readExpression([text], { name: text, link: text }),
  configuration: (text) =>
    model({
      files: ['config.json', 'adapter_config.json'],
      texts: { 'config.json': text, 'adapter_config.json': text },
    }),
  policy: (text) => readPolicyFile(text),
}

/** Lists of what sites list: so many times the same, each with its number. */
const LISTS: Readonly<Record<string, (items: string[]) => void>> = {
  files: (files) => model({ files }),
  'files of a repository': (files) =>
    model({ linked: { 'https://github.com/acme/rocket': { site: 'github', id: 'acme/rocket', files } } }),
  refs: (refs) => model({ refs }),
  tags: (tags) => model({ api: { id: 'acme/rocket-7b', tags } }),
  bases: (bases) => model({ api: { id: 'acme/rocket-7b', cardData: { base_model: bases } } }),
  datasets: (datasets) =>
    model({
      api: { id: 'acme/rocket-7b', cardData: { datasets }, tags: datasets.map((name) => `dataset:${name}`) },
    }),
}

const numbered = (items: Pump, size: number): string[] =>
  Array.from(
    { length: Math.ceil(size / 10) },
    (_, index) => `${items.start}${index}${items.piece.slice(0, 60)}`,
  )

fuzz(
  'growth',
  fc.oneof(
    {
      arbitrary: fc.record({
        reader: fc.constantFrom(...Object.keys(READERS)),
        text: pump(fc.oneof(fragment, hostileString)),
      }),
      weight: 4,
    },
    {
      arbitrary: fc.record({ list: fc.constantFrom(...Object.keys(LISTS)), text: pump(hostileString) }),
      weight: 1,
    },
    { arbitrary: fc.record({ sections }), weight: 2 },
  ),
  (input) => {
    if ('sections' in input) {
      checkGrowth(
        (size) => repeated(input.sections, size),
        (text) => model({ card: text }),
      )
    } else if ('reader' in input) {
      const read = READERS[input.reader]
      if (read) checkGrowth((size) => inflate(input.text, size), read)
    } else {
      const read = LISTS[input.list]
      if (read) checkGrowth((size) => numbered(input.text, size), read)
    }
  },
)
