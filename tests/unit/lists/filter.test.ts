import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chip } from '../../../lib/chip'
import { asks, filterOf, fitOf, isOut, NO_FILTER } from '../../../lib/page/lists/filter'

const chip = (low: number, high: number, more: Partial<Chip> = {}): Chip => ({
  id: 'o/m',
  headline: { id: `${low}`, label: '', meter: low, high: { id: `${high}`, label: '', meter: high } },
  license: { id: 'MIT', label: 'MIT', class: 'open' },
  conflict: false,
  commercial: 'yes',
  policy: null,
  openBase: null,
  basis: 'metadata',
  ...more,
})

const least = (value: number) => ({ ...NO_FILTER, least: value })
const commercial = { ...NO_FILTER, commercial: true }

describe('the filter of a list', () => {
  it('tells certain from perhaps by both ends of the range', () => {
    expect(fitOf(least(2), chip(2, 4))).toBe('yes')
    expect(fitOf(least(2), chip(1, 4))).toBe('perhaps')
    expect(fitOf(least(2), chip(0, 1))).toBe('no')
  })

  it('takes conditions for a yes, not what was never read', () => {
    expect(fitOf(commercial, chip(1, 1, { commercial: 'if' }))).toBe('yes')
    expect(fitOf(commercial, chip(1, 1, { commercial: 'unknown' }))).toBe('perhaps')
    expect(fitOf(commercial, chip(1, 1, { commercial: 'no' }))).toBe('no')
  })

  it('promises no commercial use while a base was not looked at', () => {
    expect(fitOf(commercial, chip(1, 4, { openBase: 'big/base' }))).toBe('perhaps')
  })

  it("goes by the reader's own policy", () => {
    const filter = { ...NO_FILTER, policy: true }
    expect(
      (['allow', 'review', 'deny'] as const).map((policy) => fitOf(filter, chip(1, 1, { policy }))),
    ).toEqual(['yes', 'perhaps', 'no'])
  })

  it('never takes away what nothing is known of', () => {
    expect(isOut({ ...least(4), perhaps: false, others: 'hide' }, fitOf(least(4), null))).toBe(false)
  })

  it('takes "perhaps" away only when asked to', () => {
    expect(isOut(least(2), 'perhaps')).toBe(false)
    expect(isOut({ ...least(2), perhaps: false }, 'perhaps')).toBe(true)
  })

  it('reads whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const filter = filterOf(stored)
        expect(['dim', 'hide']).toContain(filter.others)
        expect(asks(filter)).toBe(filter.least > 0 || filter.commercial || filter.policy)
      }),
    )
    expect(filterOf({ least: 3, others: 'vanish' })).toEqual({ ...NO_FILTER, least: 3 })
  })

  it('is monotone: asking for less never takes more away', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 4 }), ([a, b], asked) => {
        const model = chip(Math.min(a, b), Math.max(a, b))
        if (!isOut(least(asked), fitOf(least(asked), model)))
          expect(isOut(least(asked - 1), fitOf(least(asked - 1), model))).toBe(false)
      }),
    )
  })
})
