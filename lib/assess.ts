import type { Assessment, Facts } from './assessment'
import { collectFacts } from './evidence/facts'
import { type JudgeOptions, judge } from './rubric/judge'
import type { Rubric } from './rubric/schema'
import { readSnapshot } from './snapshot/read'
import type { Snapshot } from './snapshot/schema'

/**
 * The one door: a snapshot and rubrics in, an assessment out. Pure, synchronous, never throws on hostile content.
 * The first rubric drives the headline unless `options.driving` names another.
 */
export function assess(
  snapshot: Snapshot,
  rubrics: readonly Rubric[],
  options: JudgeOptions = {},
): Assessment {
  return judge(factsOf(snapshot), rubrics, options)
}

/** What a snapshot shows, whatever the rubric. */
export function factsOf(snapshot: Snapshot): Facts {
  return collectFacts(readSnapshot(snapshot))
}
