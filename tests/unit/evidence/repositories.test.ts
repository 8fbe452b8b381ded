import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectCode } from '../../../lib/evidence/code'
import { collectFacts } from '../../../lib/evidence/facts'
import { readSnapshot } from '../../../lib/snapshot/read'
import { parseSnapshot } from '../../../lib/snapshot/schema'
import { CHECKED } from '../../fixtures/repositories/github'
import { type CheckedRepository, type Extent, LINKED } from '../../fixtures/repositories/linked'

/** Which code real repositories hold, by their lists of files, against tables that were read by hand. */

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus')

const KINDS = {
  training_code: 'training',
  data_processing_code: 'preprocessing',
  evaluation_code: 'evaluation',
  inference_code: 'inference',
} as const
type Kind = (typeof KINDS)[keyof typeof KINDS]
const EXTENTS: readonly Extent[] = ['none', 'partial', 'present']

const read = (path: string): unknown => JSON.parse(readFileSync(join(CORPUS, path), 'utf8'))
const fileOf = (id: string) => `${id.replace('/', '__')}.json`

function snapshotOf({ id, model }: CheckedRepository) {
  if (model === null) return parseSnapshot(read(`github/${fileOf(id)}`))
  const { linked } = parseSnapshot(read(`cards/${fileOf(model)}`))
  const [, target] =
    Object.entries(linked ?? {}).find(([url]) => url.toLowerCase().endsWith(id.toLowerCase())) ?? []
  if (!target || typeof target === 'string') throw new Error(id)
  return target
}

function extents(repository: CheckedRepository): Record<Kind, Extent> {
  const found: Record<Kind, Extent> = {
    training: 'none',
    preprocessing: 'none',
    evaluation: 'none',
    inference: 'none',
  }
  for (const { component, status } of detectCode(readSnapshot(snapshotOf(repository)))) {
    const kind = Object.entries(KINDS).find(([id]) => id === component)?.[1]
    const extent = EXTENTS.find((one) => one === status)
    if (kind && extent && EXTENTS.indexOf(extent) > EXTENTS.indexOf(found[kind])) found[kind] = extent
  }
  return found
}

function compare(repositories: readonly CheckedRepository[]) {
  const rows = repositories.flatMap((repository) => {
    const found = extents(repository)
    return Object.values(KINDS).map((kind) => ({
      id: repository.id,
      kind,
      found: found[kind],
      checked: repository[kind],
    }))
  })
  const same = rows.filter(({ found, checked }) => found === checked).length
  return { rows, agreement: same / rows.length }
}

describe.skipIf(!existsSync(CORPUS))('code in real repositories (skipped where ../shared is missing)', () => {
  it('of the thirteen that model cards link is what a reader of the lists finds', () => {
    const { rows, agreement } = compare(LINKED)
    console.info(`linked repositories: ${agreement.toFixed(2)} of ${rows.length} alike`)
    for (const { id, kind, found, checked } of rows)
      if (found !== checked) console.info(`  ${id} ${kind}: ${found}, by hand ${checked}`)
    expect(LINKED).toHaveLength(13)
    expect(agreement).toBeGreaterThanOrEqual(0.9)
    // What is not there is never said to be.
    expect(rows.filter(({ found, checked }) => checked === 'none' && found === 'present')).toEqual([])
  })

  it('of twenty others is', () => {
    const { rows, agreement } = compare(CHECKED)
    console.info(`other repositories: ${agreement.toFixed(2)} of ${rows.length} alike`)
    expect(CHECKED).toHaveLength(20)
    expect(agreement).toBeGreaterThanOrEqual(0.95)
    // The licence's file, seen as one.
    for (const repository of CHECKED) {
      const { components } = collectFacts(readSnapshot(snapshotOf(repository)))
      expect([repository.id, components.license_code.status === 'present']).toEqual([
        repository.id,
        repository.licenseFile,
      ])
    }
  })

  it('reaches the model page that links it, with the licence of the code', () => {
    const told = LINKED.filter(({ model }) => model !== null).map((repository) => {
      const snapshot = parseSnapshot(read(`cards/${fileOf(repository.model ?? '')}`))
      const facts = collectFacts(readSnapshot(snapshot))
      const own = facts.sources?.some(({ kind, state }) => kind === 'repository' && state === 'seen') ?? false
      return { repository, own, facts }
    })
    // Repositories of somebody else that a card links without calling them its own stay out.
    expect(told.filter(({ own }) => own).length).toBeGreaterThanOrEqual(9)
    for (const { repository, own, facts } of told) {
      if (own && repository.training === 'present')
        expect([repository.id, facts.components.training_code.status]).toEqual([repository.id, 'present'])
      if (own && repository.licenseFile)
        expect([repository.id, facts.components.license_code.status]).toEqual([repository.id, 'present'])
    }
  })
})
