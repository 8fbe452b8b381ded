import { worked } from './fuzz'

/** Work may grow as the input does, not faster: twice the input, about twice the work. */

/** Twice the input must not take more than so many times the work; a square takes four. */
const MAX_RATIO = 2.7
/** Seconds under which noise is larger than what is measured. */
const FLOOR = 0.08
const TRIES = 4

const SIZE = 24_000

/**
 * Runs `work` on an input of some 24,000 characters and on one of twice that.
 * @param build makes the input about so many characters long
 * @throws where the second took much more than twice the work of the first, every time that it was tried
 */
export function checkGrowth<Input>(
  build: (size: number) => Input,
  work: (input: Input) => void,
  size = SIZE,
): void {
  const large = build(2 * size)
  const first = cost(work, large)
  if (first < FLOOR) return
  const small = build(size)
  let least = [Number.POSITIVE_INFINITY, first] as [small: number, large: number]
  for (let tries = 0; tries < TRIES; tries += 1) {
    least = [Math.min(least[0], cost(work, small)), Math.min(least[1], cost(work, large))]
    if (least[1] < FLOOR || least[1] / least[0] <= MAX_RATIO) return
  }
  const milliseconds = least.map((seconds) => `${Math.round(seconds * 1_000)} ms`)
  throw new Error(
    `Twice the input took ${(least[1] / least[0]).toFixed(1)} times the work: ${milliseconds.join(', then ')}.`,
  )
}

function cost<Input>(work: (input: Input) => void, input: Input): number {
  const before = worked()
  work(input)
  return worked() - before
}
