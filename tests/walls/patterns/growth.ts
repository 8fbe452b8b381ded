import { type Attack, textOf } from './attacks'

/** Whether a pattern's work grows faster than its input; told by the time that the process works, so with wide margins. */

/** Characters: what doubles with every one is seen early, what cubes next, what squares last. */
const LENGTHS = [...Array.from({ length: 22 }, (_, index) => 40 + 12 * index), 2_000, 16_000]
/** Milliseconds under which nothing is measured. */
const FLOOR = 50
const MAX_RATIO = 2.8
const TRIES = 3

/** One sentence about an attack that succeeds, or null. */
export function growthOf(pattern: RegExp, attack: Attack): string | null {
  const once = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''))
  for (const length of LENGTHS) {
    const large = textOf(attack, length)
    if (work(once, large) < FLOOR) continue
    const small = textOf(attack, length / 2)
    const [first, second] = [least(once, small), least(once, large)]
    if (second >= FLOOR && second / first > MAX_RATIO)
      return `${Math.round(first)} ms, then ${Math.round(second)} ms for twice the length (${large.length}) of ${JSON.stringify(attack)}`
  }
  return null
}

/** The best of a few runs, for others run beside it; one is enough where there is no doubt. */
function least(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && best > FLOOR / 10 && !(tries > 0 && best > 10 * FLOOR); tries += 1)
    best = Math.min(best, work(pattern, text))
  return best
}

function work(pattern: RegExp, text: string): number {
  const before = process.cpuUsage()
  pattern.test(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
