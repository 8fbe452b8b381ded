import type { Facts, Headline, HeadlineStep } from '../assessment'
import { lookupLicense } from '../licenses/registry'
import { possibleFacts } from '../lineage/stand-in'
import { type Bound, best, fully, MET, weakest } from './bound'
import type { Special } from './criterion'
import type { Rubric, RubricOptions } from './schema'
import { boundFor } from './tiers'
import { type Weighed, weigh } from './weigh'

/** The driving rubric's verdict in plain words: the best step that is certain, and the best that is not excluded. */
export function headlineOf(rubric: Rubric, evaluation: Weighed): Headline {
  const bounds = rubric.headline.map((step) => stepBound(rubric, step, evaluation))
  const last = rubric.headline.length - 1
  const at = (index: number) => describe(rubric, index === -1 ? last : index)
  const low = at(bounds.findIndex((bound) => bound.low === 1))
  return { ...low, high: at(bounds.findIndex((bound) => bound.high === 1)) }
}

/** The headline alone, without a word on how it came about: what the badge needs before the first paint. */
export function quickHeadline(
  rubric: Rubric,
  facts: Facts,
  chosen: RubricOptions | undefined,
  special?: Special,
): Headline {
  const headlines = [facts, ...possibleFacts(facts)].map((possible) =>
    headlineOf(rubric, weigh(rubric, possible, chosen, lookupLicense, special)),
  )
  return headlines.reduce((one, other) => ({
    ...worse(rubric, one, other),
    high: better(rubric, one.high, other.high),
  }))
}

const place = (rubric: Rubric, { id }: HeadlineStep): number =>
  rubric.headline.findIndex((step) => step.id === id)
const better = <T extends HeadlineStep>(rubric: Rubric, one: T, other: T): T =>
  place(rubric, other) < place(rubric, one) ? other : one
const worse = <T extends HeadlineStep>(rubric: Rubric, one: T, other: T): T =>
  place(rubric, other) > place(rubric, one) ? other : one

/** A step without conditions is always reached; with both, either will do. */
function stepBound(rubric: Rubric, step: Rubric['headline'][number], evaluation: Weighed): Bound {
  const ways: Bound[] = []
  if (step.tier !== undefined) {
    const index = rubric.tiers.findIndex((tier) => tier.id === step.tier)
    ways.push({ low: Number(index <= evaluation.low), high: Number(index <= evaluation.high) })
  }
  if (step.requires) {
    ways.push(weakest(step.requires.map((id) => fully(boundFor(evaluation.outcomes, id)))))
  }
  return ways.length === 0 ? MET : best(ways)
}

function describe(rubric: Rubric, index: number): HeadlineStep {
  const step = rubric.headline[index]
  return step ? { id: step.id, label: step.label, meter: step.meter } : { id: 'none', label: '', meter: 0 }
}
