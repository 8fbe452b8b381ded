import type { Assessment, Facts, Headline, RubricResult } from '../assessment'
import { lookupLicense } from '../licenses/registry'
import { isTeacher } from '../lineage/bases'
import { type Derivatives, propagate } from '../lineage/propagate'
import { wholeAncestors } from '../lineage/stand-in'
import { evaluateRubric } from './evaluate'
import { headlineOf } from './headline'
import { weighBase, weighDerived } from './inherit'
import type { Rubric, RubricOptions } from './schema'
import { specialOf } from './special'

export { headlineOf }

export interface JudgeOptions {
  /** Id of the rubric that the headline speaks for; the first one unless given. */
  driving?: string
  /** Per rubric id: option id to value id. What a rubric does not know is ignored. */
  rubricOptions?: Readonly<Record<string, RubricOptions>>
  /** Whether a derived model inherits what its bases withhold (`strict`, the default). */
  derivatives?: Derivatives
}

/**
 * Judges facts by rubrics: the engine's door. Pure, synchronous; it knows no rubric by name.
 * @throws RangeError when there is no rubric to judge by.
 */
export function judge(facts: Facts, rubrics: readonly Rubric[], options: JudgeOptions = {}): Assessment {
  const driving = rubrics.find((rubric) => rubric.id === options.driving) ?? rubrics[0]
  if (!driving) throw new RangeError('no rubric to judge by')
  const { derivatives = 'strict' } = options
  const evaluateBy = (rubric: Rubric) =>
    evaluateRubric(rubric, facts, optionsFor(rubric, options), lookupLicense, derivatives)
  const evaluations = new Map(rubrics.map((rubric) => [rubric.id, evaluateBy(rubric)]))
  const evaluation = evaluations.get(driving.id) ?? evaluateBy(driving)
  const results: Record<string, RubricResult> = {}
  for (const [id, { result }] of evaluations) results[id] = result
  return {
    subject: facts.subject,
    headline: headlineOf(driving, evaluation),
    license: facts.license,
    components: propagate(facts, derivatives),
    lineage: facts.lineage,
    ...(facts.sources ? { sources: facts.sources } : {}),
    ...(facts.datasets ? { datasets: facts.datasets } : {}),
    ...(facts.compute ? { compute: facts.compute } : {}),
    rubrics: results,
  }
}

/** One rubric's result alone. */
export function evaluate(
  rubric: Rubric,
  facts: Facts,
  options?: RubricOptions,
  derivatives?: Derivatives,
): RubricResult {
  return evaluateRubric(rubric, facts, options, lookupLicense, derivatives).result
}

function optionsFor(rubric: Rubric, options: JudgeOptions): RubricOptions | undefined {
  const chosen = options.rubricOptions
  return chosen && Object.hasOwn(chosen, rubric.id) ? chosen[rubric.id] : undefined
}

/** The headline alone, bases included. */
export function headlineBy(
  rubric: Rubric,
  facts: Facts,
  options: RubricOptions | undefined,
  derivatives: Derivatives,
): Headline {
  return headlineOf(rubric, weighDerived(rubric, facts, options, lookupLicense, specialOf, derivatives))
}

/** What a derived model's own step is by itself; null where it is derived from nothing. */
export function ownHeadline(
  rubric: Rubric,
  facts: Facts,
  options: RubricOptions | undefined,
): Headline | null {
  return facts.lineage.bases.every(isTeacher) ? null : headlineBy(rubric, facts, options, 'own-work')
}

/** What each base that was seen is by itself, by its id. */
export function baseHeadlines(
  rubric: Rubric,
  facts: Facts,
  options: RubricOptions | undefined,
): Record<string, Headline> {
  const found: Record<string, Headline> = {}
  for (const ancestor of wholeAncestors(facts.lineage.ancestors ?? [])) {
    const weighed = weighBase(rubric, ancestor, facts, options, lookupLicense, specialOf)
    if (weighed) found[ancestor.id] = headlineOf(rubric, weighed)
  }
  return found
}
