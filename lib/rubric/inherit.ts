import type { Ancestor, Facts, RubricResult } from '../assessment'
import { nothingKnown } from '../evidence/collector'
import { isTeacher } from '../lineage/bases'
import { type Derivatives, propagate } from '../lineage/propagate'
import { possibleFacts, wholeAncestors } from '../lineage/stand-in'
import type { Bound } from './bound'
import type { Special } from './criterion'
import type { LookupLicense } from './license-rule'
import { chooseOptions, holds } from './options'
import type { Rubric, RubricOptions } from './schema'
import { type Weighed, weigh } from './weigh'

/**
 * A derived model by one rubric. Where the rubric lets a verdict be inherited, no tier is reached that one of the bases
 * does not reach: `rubric(x) = min(rubric(own findings), rubric(each base))`; a base that was not seen leaves it open.
 */

export interface Inherited extends Weighed {
  /** Left out where bases have no say. */
  inherited?: NonNullable<RubricResult['inherited']>
}

export function weighDerived(
  rubric: Rubric,
  facts: Facts,
  chosen: RubricOptions | undefined,
  lookup: LookupLicense,
  special: Special,
  derivatives: Derivatives,
): Inherited {
  const judged = (as: Derivatives): Weighed => {
    const whole = { ...facts, components: propagate(facts, as) }
    const weighed = weigh(rubric, whole, chosen, lookup, special)
    // A conversion or an adapter of something that was not seen may come to all that its own files allow.
    return possibleFacts(whole)
      .map((possible) => weigh(rubric, possible, chosen, lookup, special))
      .reduce(hull, weighed)
  }
  const inherits = inheritsOf(rubric, chosen)
  if (facts.lineage.bases.every(isTeacher) || inherits === 'nothing')
    return weigh(rubric, facts, chosen, lookup, special)
  const self = judged(derivatives)
  if (inherits === 'components' || derivatives === 'own-work' || !rubric.ordered) return self
  const own = judged('own-work')
  const last = rubric.tiers.length - 1
  const bases = wholeBases(facts).map((ancestor) => {
    const weighed = weighBase(rubric, ancestor, facts, chosen, lookup, special)
    return { id: ancestor.id, low: weighed?.low ?? 0, high: weighed?.high ?? last }
  })
  const tier = (index: number): string => rubric.tiers[index]?.id ?? ''
  return {
    ...self,
    low: Math.min(self.low, ...bases.map(({ low }) => low)),
    high: Math.min(self.high, ...bases.map(({ high }) => high)),
    inherited: {
      own: { low: tier(own.low), high: tier(own.high) },
      bases: bases.map(({ id, low, high }) => ({ id, low: tier(low), high: tier(high) })),
    },
  }
}

/** What holds whichever of two readings is right. */
function hull(one: Weighed, other: Weighed): Weighed {
  const join = (a: Bound, b: Bound | undefined): Bound => ({
    low: Math.min(a.low, b?.low ?? 0),
    high: Math.max(a.high, b?.high ?? 1),
  })
  const outcomes = [...one.outcomes].map(
    ([id, outcome]) =>
      [id, { ...outcome, bound: join(outcome.bound, other.outcomes.get(id)?.bound) }] as const,
  )
  return {
    ...one,
    outcomes: new Map(outcomes),
    score: one.score && join(one.score, other.score ?? undefined),
    low: Math.min(one.low, other.low),
    high: Math.max(one.high, other.high),
  }
}

/** A base by itself; null where its page was not seen. */
export function weighBase(
  rubric: Rubric,
  ancestor: Pick<Ancestor, 'id' | 'state' | 'components' | 'license'>,
  facts: Facts,
  chosen: RubricOptions | undefined,
  lookup: LookupLicense,
  special: Special,
): Weighed | null {
  return ancestor.state === 'seen' ? weigh(rubric, factsOf(ancestor, facts), chosen, lookup, special) : null
}

function inheritsOf(rubric: Rubric, chosen: RubricOptions | undefined): Rubric['inherits'] {
  const options = chooseOptions(rubric, chosen)
  return rubric.inheritsWhen?.find(({ when }) => holds(when, options))?.inherits ?? rubric.inherits
}

/** All ancestors; where none was looked at yet, the bases as unseen ones. */
function wholeBases({
  lineage,
}: Facts): readonly Pick<Ancestor, 'id' | 'state' | 'components' | 'license'>[] {
  const unseen = { state: 'unseen', components: {}, license: NO_LICENSE } as const
  return lineage.ancestors
    ? wholeAncestors(lineage.ancestors)
    : lineage.bases.filter((base) => !isTeacher(base)).map(({ id }) => ({ id, ...unseen }))
}

const NO_LICENSE: Ancestor['license'] = { id: null, expression: null, label: null, class: 'unknown' }

/** A base as a model of its own: its bases are judged beside it. */
function factsOf(
  { id, components, license }: Pick<Ancestor, 'id' | 'components' | 'license'>,
  of: Facts,
): Facts {
  return {
    ...of,
    subject: { ...of.subject, id, revision: null, name: id, isModel: true },
    license: { ...of.license, ...license, family: null, conflicts: [], parts: [], answers: null },
    components: { ...nothingKnown('not_looked'), ...components },
    lineage: { relation: null, bases: [], influence: { level: null, basis: 'not_determinable' } },
    compute: null,
  }
}
