import type { Facts } from '../assessment'

/**
 * A fault that passes is looked past by itself: when the site's patience is over, when the browser is online again, and
 * a few times in between; only while the page is seen, so that a window full of tabs does not ask for all of them.
 */

/** Waits where a site names no time, in milliseconds; after the last one only the browser's coming online counts. */
const WAITS = [5_000, 30_000, 120_000, 600_000]
/** A browser that says it is online may still be looking for names, in milliseconds. */
const SETTLING = 500
/** Past the named time, so that clocks need not agree to the millisecond. */
const GRACE = 250

type Faults = Facts['faults']

/** Whether asking again may help. Without the worker it does not: the page has to be loaded anew. */
const passes = ({ id, detail }: Faults[number]): boolean =>
  id === 'rate-limit' || id === 'github-limit' || (id === 'network' && detail !== 'worker')

/** Answers what to call after every look, with its faults. Nothing is listened to while there are none. */
export function lookAgain(look: () => void, page: AbortSignal): (faults: Faults) => void {
  let tries = 0
  let waiting: AbortController | null = null

  return (faults) => {
    waiting?.abort()
    waiting = null
    const passing = faults.filter(passes)
    if (page.aborted || passing.length === 0) {
      tries = 0
      return
    }
    const wait = new AbortController()
    waiting = wait
    const signal = AbortSignal.any([wait.signal, page])
    let due = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const tryNow = () => {
      if (!due || document.visibilityState === 'hidden' || !navigator.onLine) return
      wait.abort()
      tries += 1
      look()
    }
    const tryIn = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        due = true
        tryNow()
      }, milliseconds)
    }
    const online = () => {
      tries = 0
      tryIn(SETTLING)
    }
    window.addEventListener('online', online, { signal })
    document.addEventListener('visibilitychange', tryNow, { signal })
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    const named = passing.flatMap(({ again }) => again ?? [])
    const usual = WAITS[tries]
    if (usual !== undefined) tryIn(named.length > 0 ? Math.max(...named) + GRACE : usual)
  }
}
