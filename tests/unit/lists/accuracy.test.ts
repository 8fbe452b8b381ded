import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../lib/assess'
import type { Headline } from '../../../lib/assessment'
import { chipOf } from '../../../lib/chip'
import { readListRow, snapshotOfRow } from '../../../lib/snapshot/list-row'
import { parseSnapshot, type Snapshot } from '../../../lib/snapshot/schema'
import { allRubrics } from '../../../rubrics'
import { samples } from '../../../scripts/samples'
import { LISTED } from '../../../scripts/samples/listed'

/** What a list says of a model beside what its page says once card, files and licence were looked at. */

const CARDS = resolve(import.meta.dirname, '../../../../shared/corpus/cards')
const [rubric] = allRubrics()
if (!rubric) throw new Error('no rubric')
const rules = { rubric, options: undefined, derivatives: 'strict' as const, policy: null }

const full = (snapshot: Snapshot): Headline => chipOf('', factsOf(snapshot), 'look', rules).headline

function listed(row: unknown): Headline {
  const read = readListRow(row)
  if (!read) throw new Error('no row')
  return chipOf(read.id, factsOf(snapshotOfRow(read)), 'metadata', rules).headline
}

const contains = (range: Headline, point: Headline) =>
  range.meter <= point.meter && point.high.meter <= range.high.meter
const width = ({ meter, high }: Headline) => high.meter - meter

describe("a chip's range", () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))(
    'contains the full verdict of %s',
    (id, sample) => {
      const snapshot = parseSnapshot({
        site: 'huggingface',
        id,
        api: sample.api,
        card: sample.gated ? null : (sample.card ?? ''),
        refs: sample.refs.branches.map(({ name }) => name),
        texts: sample.texts,
      })
      expect(contains(listed(LISTED.find((model) => model.id === id)), full(snapshot))).toBe(true)
    },
  )

  it.skipIf(!existsSync(CARDS))(
    'contains the full verdict of every real card',
    ({ skip }) => {
      if (!existsSync(CARDS)) skip('reference cards are not here')
      const compared = readdirSync(CARDS)
        .filter((name) => name.endsWith('.json'))
        .map((name) => {
          const snapshot = parseSnapshot(JSON.parse(readFileSync(resolve(CARDS, name), 'utf8')))
          return { name, chip: listed(snapshot.api), page: full(snapshot) }
        })
      const widths = compared.map(({ chip }) => width(chip)).sort((a, b) => a - b)
      const points = compared.filter(({ chip }) => width(chip) === 0).length
      const wider = compared.filter(({ chip, page }) => width(chip) > width(page))
      const median = (values: readonly number[]) => values[Math.floor(values.length / 2)]
      const pages = compared.map(({ page }) => width(page)).sort((a, b) => a - b)
      console.log(
        `${compared.length} real cards: ${points} chips are points, ${wider.length} wider than the page's own verdict; median width ${median(widths)}, of the page's verdict ${median(pages)}`,
      )
      expect(compared.filter(({ chip, page }) => !contains(chip, page)).map(({ name }) => name)).toEqual([])
      // A list may know no less than the page on more than a few: most of what is not known there is not known here.
      expect(wider.length).toBeLessThanOrEqual(3)
    },
    60_000,
  )
})
