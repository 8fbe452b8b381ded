import { factsOf } from '../../lib/assess'
import { chipOf } from '../../lib/chip'
import { readListRows, snapshotOfRow } from '../../lib/snapshot/list-row'
import { allRubrics } from '../../rubrics'
import { type Section, section } from './report'
import { leastCpu, slope } from './stats'

/** List pages, without network and page: one answer for the whole list read, judged and made into chips. */

const SIZES = [30, 500, 1_000]
const LICENSES = ['apache-2.0', 'mit', 'llama3.1', 'cc-by-nc-4.0', 'openrail', 'other', 'gemma']

const row = (at: number) => ({
  id: `example-${at % 40}/model-${at}`,
  tags: [
    'transformers',
    'safetensors',
    'text-generation',
    `license:${LICENSES[at % LICENSES.length]}`,
    ...(at % 3 === 0 ? [`base_model:finetune:example-1/model-${at % 30}`] : []),
    ...(at % 4 === 0 ? ['dataset:example/corpus', 'arxiv:2401.00001'] : []),
    'region:us',
  ],
  gated: at % 5 === 0 ? 'auto' : false,
  private: false,
  pipeline_tag: 'text-generation',
  library_name: 'transformers',
  lastModified: '2026-11-01T10:00:00.000Z',
  cardData: { license: LICENSES[at % LICENSES.length] },
  safetensors: { total: 7_000_000_000 },
})

export function benchLists(): Section {
  const [rubric] = allRubrics()
  if (!rubric) throw new Error('no rubric is shipped')
  const rules = { rubric, options: undefined, derivatives: 'strict', policy: null } as const
  const points = SIZES.map((size) => {
    const answer = JSON.stringify(Array.from({ length: size }, (_, at) => row(at)))
    const read = () => {
      for (const one of readListRows(JSON.parse(answer), size))
        chipOf(one.id, factsOf(snapshotOfRow(one)), 'metadata', rules)
    }
    return { size, cost: leastCpu(read, 7) }
  })
  return section(
    'lists',
    'List pages: from the answer for a list to its chips',
    ['Made-up models with tags and licence, default rubric; least processor time of seven runs.'],
    [
      ...points.map(({ size, cost }) => ({
        what: `${size} models`,
        value: cost,
        unit: 'ms' as const,
        note: `${(cost / size).toFixed(3)} ms each`,
      })),
      { what: 'growth', value: slope(points), unit: '', note: 'slope on logarithmic scales' },
    ],
  )
}
