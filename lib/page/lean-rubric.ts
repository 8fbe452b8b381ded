import { leanRubrics } from 'virtual:lean-rubrics'
import type { Settings } from '../platform/settings'
import { isUnchanged } from '../rubric/options'
import type { Rubric } from '../rubric/schema'

/** The rubric that drives the badge where a page carries its rules, as the reader has set it; null: the worker judges. */
export function carriedRubric({ rubric: id, rubricOptions }: Settings): Rubric | null {
  const rubric = leanRubrics.find((known) => known.id === id)
  return rubric && isUnchanged(rubric, rubricOptions[id]) ? rubric : null
}
