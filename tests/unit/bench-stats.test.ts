import { describe, expect, it } from 'vitest'
import { median, quantile, slope, steepest } from '../bench/stats'

const growing = (power: number) => [10, 100, 1_000].map((size) => ({ size, cost: 3 * size ** power }))

describe('the figures of the benches', () => {
  it('tell growth by its power, whatever the unit', () => {
    expect(slope(growing(1))).toBeCloseTo(1)
    expect(slope(growing(2))).toBeCloseTo(2)
    expect(steepest([...growing(1), { size: 2_000, cost: 12_000 }])).toBeCloseTo(2)
  })

  it('are of the sorted values', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(quantile([4, 3, 2, 1], 0.99)).toBe(4)
    expect(median([])).toBe(0)
  })
})
