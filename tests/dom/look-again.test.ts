// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Facts } from '../../lib/assessment'
import { lookAgain } from '../../lib/page/look-again'

type Faults = Facts['faults']
const NETWORK: Faults = [{ id: 'network', detail: 'api' }]

/** A page whose looks always end with the same faults. */
function pageWith(faults: () => Faults) {
  const end = new AbortController()
  let looks = 0
  const look = () => {
    looks += 1
    again(faults())
  }
  const again = lookAgain(look, end.signal)
  look()
  return { end, looks: () => looks, again }
}

function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

const HOUR = 60 * 60_000

describe('after a fault that passes the page looks again', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('when the time is over that the site named, and not before', () => {
    let faults: Faults = [{ id: 'rate-limit', detail: 'api', again: 57_000 }]
    const page = pageWith(() => faults)
    vi.advanceTimersByTime(57_000)
    expect(page.looks()).toBe(1)
    faults = []
    vi.advanceTimersByTime(1_000)
    expect(page.looks()).toBe(2)
    vi.advanceTimersByTime(24 * HOUR)
    expect(page.looks()).toBe(2)
    page.end.abort()
  })

  it('a few times, more and more rarely, then no more', () => {
    const page = pageWith(() => NETWORK)
    const after = [4_900, 200, 30_000, 120_000, 600_000, 24 * HOUR].map((milliseconds) => {
      vi.advanceTimersByTime(milliseconds)
      return page.looks()
    })
    expect(after).toEqual([1, 2, 3, 4, 5, 5])
    page.end.abort()
  })

  it('only while it is seen: once when it comes to the front again', () => {
    const page = pageWith(() => NETWORK)
    show('hidden')
    vi.advanceTimersByTime(HOUR)
    expect(page.looks()).toBe(1)
    show('visible')
    expect(page.looks()).toBe(2)
    page.end.abort()
  })

  it('when the browser is online again, however often it tried before', () => {
    const page = pageWith(() => NETWORK)
    vi.advanceTimersByTime(HOUR)
    expect(page.looks()).toBe(5)
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(1_000)
    expect(page.looks()).toBe(6)
    page.end.abort()
  })

  it.each<[string, Faults]>([
    ['a model that is not there', [{ id: 'gone', detail: 'api' }]],
    ['a gate', [{ id: 'gated', detail: 'card' }]],
    ['an extension that was updated', [{ id: 'network', detail: 'worker' }]],
    ['nothing', []],
  ])('but not after %s: nothing is listened to', (_, faults) => {
    const listened = vi.spyOn(window, 'addEventListener')
    const page = pageWith(() => faults)
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(24 * HOUR)
    expect(page.looks()).toBe(1)
    expect(listened).not.toHaveBeenCalled()
  })

  it('and never after it was left', () => {
    const page = pageWith(() => NETWORK)
    page.end.abort()
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(24 * HOUR)
    expect(page.looks()).toBe(1)
    page.again(NETWORK)
    vi.advanceTimersByTime(24 * HOUR)
    expect(page.looks()).toBe(1)
  })
})
