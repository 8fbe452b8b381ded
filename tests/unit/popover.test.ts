import { describe, expect, it } from 'vitest'
import { placePanel } from '../../lib/page/popover'

const still = { x: 0, y: 0 }

describe("the panel's place", () => {
  it('is under the badge, aligned with it', () => {
    expect(placePanel({ left: 300, bottom: 100 }, { width: 1280, height: 800 }, still)).toEqual({
      left: 300,
      top: 108,
      width: 432,
      maxHeight: 680,
    })
  })

  it('stays inside the window', () => {
    expect(placePanel({ left: 1100, bottom: 100 }, { width: 1280, height: 800 }, still).left).toBe(
      1280 - 432 - 12,
    )
    expect(placePanel({ left: -50, bottom: 100 }, { width: 1280, height: 800 }, still).left).toBe(12)
  })

  it('takes the width of a narrow window', () => {
    expect(placePanel({ left: 60, bottom: 150 }, { width: 360, height: 800 }, still)).toMatchObject({
      left: 12,
      width: 336,
    })
  })

  it('goes up where there is no room below', () => {
    const { top, maxHeight } = placePanel({ left: 60, bottom: 560 }, { width: 1280, height: 600 }, still)
    expect(top + maxHeight).toBeLessThanOrEqual(600 - 12)
    expect(top).toBe(12)
  })

  it('goes along with the page', () => {
    expect(placePanel({ left: 300, bottom: 100 }, { width: 1280, height: 800 }, { x: 0, y: 500 }).top).toBe(
      608,
    )
  })
})
