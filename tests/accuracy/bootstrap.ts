/** How far a figure could lie apart by the choice of models alone: models drawn again and again, with replacement. */

const ROUNDS = 2_000

/** The middle 95 % of a figure over resampled groups. Seeded: the same groups give the same interval. */
export function interval<T>(
  groups: readonly (readonly T[])[],
  figure: (items: readonly T[]) => number,
): [low: number, high: number] {
  let state = 20_261_121
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const figures = Array.from({ length: ROUNDS }, () =>
    figure(groups.flatMap(() => groups[Math.floor(next() * groups.length)] ?? [])),
  ).sort((a, b) => a - b)
  return [figures[Math.floor(ROUNDS * 0.025)] ?? 0, figures[Math.floor(ROUNDS * 0.975)] ?? 0]
}
