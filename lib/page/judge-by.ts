import { rubricById } from '../../rubrics'
import type { Assessment, Facts } from '../assessment'
import type { Settings } from '../platform/settings'
import { judge } from '../rubric/judge'
import type { Rubric } from '../rubric/schema'

/** Facts as the chosen rubric judges them. */
export function judgeBy(settings: Settings, facts: Facts): { rubric: Rubric; assessment: Assessment } {
  const rubric = rubricById(settings.rubric)
  const assessment = judge(facts, [rubric], { driving: rubric.id, rubricOptions: settings.rubricOptions })
  return { rubric, assessment }
}
