import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifyText } from '../../../lib/licenses/text/identify'
import { readLicenseText } from '../../../lib/licenses/text/words'
import { TEXTS_FOLDER } from '../../../scripts/lib/license-texts'
import { MUTATIONS, readTexts, score, shippedIndex, spdxTexts } from '../../lib/license-texts'

const index = shippedIndex()
const spdx = spdxTexts()
const textOf = (id: string): string => {
  const found = spdx.find((source) => source.id === id)
  if (!found) throw new Error(`no text of ${id}`)
  return found.text
}
const named = (text: string) => identifyText(text, index).matches.map(({ kind, ids }) => `${kind} ${ids[0]}`)

const shares = (sources: Parameters<typeof score>[0]) => {
  const scores = Object.values(MUTATIONS).map((mutate) => score(sources, index, mutate, 7))
  const sum = (pick: (item: (typeof scores)[number]) => number) =>
    scores.reduce((total, item) => total + pick(item), 0)
  return {
    right: sum((item) => item.right) / sum((item) => item.total),
    wrong: scores.flatMap((item) => item.wrong),
  }
}

describe('a licence text', () => {
  it('of the SPDX list is recognised however it is laid out, and never as another', () => {
    const { right, wrong } = shares(spdx)
    expect(wrong).toEqual([])
    expect(right).toBeGreaterThanOrEqual(0.98)
  }, 120_000)

  it.skipIf(!existsSync(TEXTS_FOLDER))(
    'of an AI licence is recognised however it is laid out, and never as another (skipped where ../shared is missing)',
    () => {
      const { right, wrong } = shares(readTexts())
      expect(wrong).toEqual([])
      expect(right).toBeGreaterThanOrEqual(0.98)
    },
    120_000,
  )

  it.each([
    ['MIT', 'MIT-0'],
    ['MIT', 'ISC'],
    ['BSD-2-Clause', 'BSD-3-Clause'],
    ['Apache-2.0', 'ECL-2.0'],
    ['CC-BY-4.0', 'CC-BY-NC-4.0'],
    ['CC-BY-ND-4.0', 'CC-BY-NC-ND-4.0'],
    ['AFL-3.0', 'OSL-3.0'],
  ])('%s and %s are told apart', (a, b) => {
    expect(named(textOf(a))).toEqual([`same ${a}`])
    expect(named(textOf(b))).toEqual([`same ${b}`])
  })

  it('with a condition added is that licence, modified, and the words are shown', () => {
    const clause = 'The Software may not be used for commercial purposes.'
    const text = textOf('MIT').replace('THE SOFTWARE IS PROVIDED', `${clause}\n\nTHE SOFTWARE IS PROVIDED`)
    const [match] = identifyText(text, index).matches
    expect(match).toMatchObject({ kind: 'modified', ids: ['MIT'] })
    expect(match?.added.join(' ')).toContain('not be used for commercial purposes')
  })

  it('with a condition behind its end is modified too', () => {
    expect(named(`${textOf('MIT')}\n\nAdditional restriction: not for military use.`)).toEqual([
      'modified MIT',
    ])
  })

  it('that lost its warranty paragraph is modified, with about so many words missing', () => {
    const whole = textOf('BSD-3-Clause')
    const text = whole.slice(0, whole.indexOf('THIS SOFTWARE IS PROVIDED'))
    const [match] = identifyText(text, index).matches
    expect(match?.kind ?? 'unknown').not.toBe('same')
    expect(match?.kind ?? 'unknown').not.toBe('close')
  })

  it('before the licences of third parties is found with them, in order', () => {
    expect(
      named(`${textOf('MIT')}\n\nThird parties\n\n${textOf('Apache-2.0')}`).map((name) => name.split(' ')[1]),
    ).toEqual(['MIT', 'Apache-2.0'])
  })

  it('that nobody knows stays unknown, and so does a bare title', () => {
    expect(named('MIT License')).toEqual([])
    expect(named('This model may be used by members of our club on Sundays. '.repeat(40))).toEqual([])
    expect(named('')).toEqual([])
  })

  it('is compared the same in any layout', () => {
    const a = readLicenseText('(a)  The "Licensor" grants*\n\n1. a licence;').words
    const b = readLicenseText('THE “LICENSOR”\ngrants a **license**').words
    expect(a).toEqual(b)
  })

  it('never makes the reader throw or hang, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4_000, unit: 'binary' }), (text) => {
        identifyText(text, index)
      }),
      { numRuns: 200, seed: 11 },
    )
    const [first] = spdx
    for (const hostile of [
      'copyright ('.repeat(40_000),
      '[('.repeat(100_000),
      '<'.repeat(300_000),
      '(a) '.repeat(80_000),
    ]) {
      expect(identifyText(hostile + (first?.text ?? ''), index)).toBeDefined()
    }
  }, 60_000)
})
