import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../lib/assessment'
import type { ComponentId } from '../../../lib/components'
import { judge } from '../../../lib/rubric/judge'
import { rubricById } from '../../../rubrics'
import { absent, factsWith, finding, notFound, present } from './build'

const index = rubricById('osai-index')
const CSV = resolve(import.meta.dirname, '../../../../shared/published/osai-index-2026-06-12.csv')

/** Where each judgement of the index goes as a finding. */
const COLUMNS: Readonly<Record<string, ComponentId>> = {
  datasources_basemodel: 'training_data_base',
  datasources_endmodel: 'training_data_tuned',
  weights_basemodel: 'weights_base',
  weights_endmodel: 'weights_final',
  trainingcode: 'training_code',
  code: 'code_documentation',
  hardware_architecture: 'hardware_documentation',
  preprint: 'technical_report',
  paper: 'research_paper',
  modelcard: 'model_card',
  datasheet: 'data_card',
  licenses: 'license_model',
}

/** RFC 4180, as far as this file needs it. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === ',' || letter === '\n')) {
      rows.at(-1)?.push(cell.replace(/\r$/, ''))
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])))
}

const judged = (word: string | undefined): Finding =>
  word === 'open' ? present('MIT') : word === 'partial' ? finding('partial', 'MIT') : absent()

function judgeRow(row: Record<string, string>) {
  const named: Partial<Record<ComponentId, Finding>> = {}
  for (const [column, component] of Object.entries(COLUMNS)) named[component] = judged(row[column])
  return judge(factsWith(named), [index], { rubricOptions: { 'osai-index': { evidence: 'declared' } } })
    .rubrics['osai-index']
}

describe('the European Open Source AI Index', () => {
  it.skipIf(!existsSync(CSV))(
    'scores all systems of the published file as it does, and their three groups (skipped where ../shared is missing)',
    () => {
      const rows = parseCsv(readFileSync(CSV, 'utf8'))
      expect(rows).toHaveLength(193)
      for (const row of rows) {
        const result = judgeRow(row)
        expect([row.name, result?.score?.low.toFixed(4), result?.score?.high.toFixed(4)]).toEqual([
          row.name,
          row.score,
          row.score,
        ])
        for (const id of ['availability', 'documentation', 'access'] as const) {
          const category = result?.categories?.find((item) => item.id === id)
          expect([row.name, id, category?.low.toFixed(4)]).toEqual([row.name, id, row[id]])
        }
      }
    },
  )

  it('has twelve judgements in three groups, all of the same weight', () => {
    expect(index.criteria).toHaveLength(12)
    expect(index.score?.categories?.map(({ id, of }) => [id, of.length])).toEqual([
      ['availability', 5],
      ['documentation', 6],
      ['access', 1],
    ])
    expect(index.criteria.every(({ weight }) => weight === undefined)).toBe(true)
  })

  it('lets the data of tuning stand in where a model has no base, and the other way round', () => {
    const facts = factsWith({ training_data_base: finding('n_a'), training_data_tuned: present('MIT') })
    const result = judge(facts, [index]).rubrics['osai-index']
    expect(result?.criteria.slice(0, 2).map(({ result: word }) => word)).toEqual(['met', 'met'])
  })

  it('cannot tell from a found paper whether it was reviewed, nor from a found licence what the project covers', () => {
    const facts = factsWith({
      research_paper: present('MIT'),
      license_model: present('MIT'),
      model_card: notFound(),
    })
    const result = judge(facts, [index]).rubrics['osai-index']
    const word = (id: string) => result?.criteria.find((item) => item.id === id)?.result
    expect([word('paper'), word('licenses')]).toEqual(['cannot_tell', 'cannot_tell'])
  })

  const OPEN = {
    weights_final: present('Apache-2.0'),
    training_code: present('MIT'),
    data_processing_code: present('MIT'),
    training_data_base: present('ODC-By-1.0'),
    training_data_tuned: finding('n_a'),
  }
  // The index: open, project fully covered by open licences; partial, two of weights, training code, training data
  // (partly) open; closed otherwise.
  it.each<[what: string, change: Partial<Record<ComponentId, Finding>>, expected: string]>([
    ['everything under open licences', {}, 'met'],
    ['weights under RAIL, code and data open', { weights_final: present('openrail++') }, 'partly'],
    [
      'code and data in part',
      { training_code: finding('partial', 'MIT'), weights_final: absent() },
      'partly',
    ],
    [
      'open weights alone',
      { training_code: absent(), data_processing_code: absent(), training_data_base: absent() },
      'not_met',
    ],
    [
      'nothing known of code and data',
      { training_code: notFound(), training_data_base: notFound() },
      'cannot_tell',
    ],
  ])('tells how far open licences go: %s', (_, change, expected) => {
    const { criteria = [] } = judge(factsWith({ ...OPEN, ...change }), [index]).rubrics['osai-index'] ?? {}
    expect(criteria.find(({ id }) => id === 'licenses')?.result).toBe(expected)
  })
})
