import type { Assessment, Facts, Headline } from '../assessment'
import type { Settings } from '../platform/settings'
import { baseHeadlines, judge, ownHeadline } from '../rubric/judge'
import type { Rubric } from '../rubric/schema'
import { comparedIn, drivingRubric, rubricsOf } from './rubrics-of'

export interface Judged {
  /** The rubric that drives the badge. */
  rubric: Rubric
  /** The others that the reader wants to see beside it, in the order of the list. */
  compared: Rubric[]
  assessment: Assessment
  /** What each base is by itself, by the driving rubric. */
  baseHeadlines: Record<string, Headline>
  /** What this step is by itself, by the driving rubric; null where nothing is derived. */
  ownHeadline: Headline | null
  /** Whether bases count: the reader's choice. */
  derivatives: Settings['derivatives']
}

/** Facts as the chosen rubrics judge them, each by its own rules. */
export function judgeBy(settings: Settings, facts: Facts): Judged {
  const rubric = drivingRubric(settings)
  const shown = comparedIn(settings)
  const compared = rubricsOf(settings).filter(({ id }) => id !== rubric.id && shown.includes(id))
  const assessment = judge(facts, [rubric, ...compared], {
    driving: rubric.id,
    rubricOptions: settings.rubricOptions,
    derivatives: settings.derivatives,
  })
  return {
    rubric,
    compared,
    assessment,
    baseHeadlines: baseHeadlines(rubric, facts, settings.rubricOptions[rubric.id]),
    ownHeadline: ownHeadline(rubric, facts, settings.rubricOptions[rubric.id]),
    derivatives: settings.derivatives,
  }
}
