import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../lib/assess'
import { parseSnapshot } from '../../../lib/snapshot/schema'
import { WASHING } from '../../fixtures/washing'

describe('documented cases of diverging licences', () => {
  it.each(WASHING)('$expected: $title', ({ expected, kind, snapshot }) => {
    const { conflicts } = factsOf(parseSnapshot(snapshot)).license
    if (expected === 'none') {
      expect(conflicts).toEqual([])
      return
    }
    expect(conflicts.map(({ severity }) => severity)).toContain(expected)
    if (expected === 'differs') expect(conflicts.every(({ severity }) => severity === 'differs')).toBe(true)
    const found = conflicts.find(({ severity }) => severity === expected)
    if (kind !== undefined) expect(found?.kind).toBe(kind)
    // Both sides speak, each in its own words.
    const quotes = found?.evidence.map(({ quote }) => quote) ?? []
    expect(new Set(quotes).size).toBeGreaterThanOrEqual(2)
    expect(quotes.every((quote) => quote.length > 2)).toBe(true)
  })

  const list = resolve(import.meta.dirname, '../../../../shared/licenses/washing.json')
  it.skipIf(!existsSync(list))(
    'holds every case of ../shared/licenses/washing.json (skipped where it is missing)',
    () => {
      const cases: { expected: string }[] = JSON.parse(readFileSync(list, 'utf8'))
      const count = (items: readonly { expected: string }[]) =>
        ['conflict', 'differs', 'none'].map(
          (word) => items.filter(({ expected }) => expected === word).length,
        )
      expect(count(WASHING)).toEqual(count(cases))
    },
  )
})
