/** Figures of many runs. On a machine that others use as well, medians and ratios speak; single runs do not. */

/** The value below which this share of all values lies, 0 to 1; 0 without any. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * Growth as the slope through points on logarithmic scales (least squares): 1 is in step with the size, 2 its square.
 * Points must be above 0.
 */
export function slope(points: readonly { size: number; cost: number }[]): number {
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)] as const)
  const mean = (at: 0 | 1) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  return above / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
}

/** The steepest growth from one point to the next. */
export const steepest = (points: readonly { size: number; cost: number }[]): number =>
  Math.max(
    ...points.slice(1).map((point, at) => {
      const before = points[at]
      return before ? slope([before, point]) : 0
    }),
  )

/** Milliseconds of the processor's time, which other programs do not lengthen as they do the clock's. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** The least processor time of several runs, milliseconds: what the work itself takes. */
export function leastCpu(work: () => void, runs = 5): number {
  work()
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const started = cpuMs()
    work()
    least = Math.min(least, cpuMs() - started)
  }
  // The processor's clock is not fine enough for less.
  return Math.max(least, 0.05)
}
