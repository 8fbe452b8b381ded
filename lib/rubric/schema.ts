import * as z from 'zod/mini'
import { STATUSES } from '../assessment'
import { COMPONENT_IDS, type ComponentId } from '../components'

/**
 * A rubric: a published set of rules as data. No expressions and no code; whatever a rubric needs is a feature here, so
 * that anybody's own rubric can use it too. Bounds keep a stranger's rubric from hanging a page. A key that is not known
 * is a fault: a misspelt `requires` would ask nothing, and every model would reach its tier.
 */

/** The levels of `Lineage.influence`, weakest first. */
export const INFLUENCE_LEVELS = [
  'inspiration',
  'guided-learning',
  'adaptation',
  'direct-influence',
  'redistribution',
  'wholesale-copying',
] as const

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))
const label = z.string().check(z.minLength(1), z.maxLength(200))
const prose = z.string().check(z.maxLength(2_000))
const component = z.enum(COMPONENT_IDS as [ComponentId, ...ComponentId[]])
const result = z.enum(['met', 'partly', 'not_met', 'cannot_tell'])

/** Options keep the spelling of the command line (`datasetsLicense`). */
const optionId = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]{0,63}$/))

/** True when the named option has one of these values. */
const when = z.strictObject({
  option: optionId,
  is: z.array(z.string()).check(z.minLength(1), z.maxLength(16)),
})

/** The licence rule of a criterion: `any` asks nothing; else the id of a licence set. */
const licenseRule = z.union([z.literal('any'), id])

/** Replaces a licence rule while an option has a value. First match wins. */
const licenseWhen = z.optional(z.array(z.strictObject({ when, license: licenseRule })).check(z.maxLength(8)))

/** Which licences satisfy: any of the flags of the registry entry, or one of the ids (exact, case-sensitive). */
const licenseSet = z.strictObject({
  /** As it reads after "under": "an open licence". */
  label: z.optional(label),
  flags: z.optional(z.array(z.enum(['osi', 'fsf', 'open-data'])).check(z.maxLength(8))),
  classes: z.optional(
    z.array(z.enum(['open', 'conditional', 'restricted', 'none', 'unknown'])).check(z.maxLength(8)),
  ),
  ids: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(1_000))),
  /** A person must read these: neither accepted nor refused. */
  review: z.optional(
    z.strictObject({
      families: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
      ids: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200))),
    }),
  ),
  /** Only `ids` count, compared as they stand: no expression is read, and a licence that is not listed fails. */
  exact: z.optional(z.boolean()),
  /** Another rule stands in for this set while an option has a value (one step, no chains). */
  licenseWhen,
})

/** How a status counts, where it differs from the default (present: met, absent: not_met, unknown and mentioned: cannot_tell, partial and restricted: partly, n_a: left out). */
const statusMap = z.partialRecord(z.enum(STATUSES), result)

const variant = z.strictObject({
  /** Components that stand for it; how several count is said by `of`. */
  components: z.array(component).check(z.minLength(1), z.maxLength(40)),
  /**
   * all: the weakest decides (components that do not apply are left out) · any: the best decides · first: the first
   * one that is there decides, so that an adapter is only asked for where there are no final weights · applying: the
   * first one that applies to the model decides, so that tuned data stand in where there are no base data.
   */
  of: z._default(z.enum(['all', 'any', 'first', 'applying']), 'all'),
  /** With `any`: the so-many-th best decides, so that two of three must be there. */
  count: z.optional(z.number().check(z.minimum(1), z.maximum(40))),
  /** This way counts for no more than half. */
  atMostPartly: z.optional(z.boolean()),
  license: z._default(licenseRule, 'any'),
  licenseWhen,
  status: z.optional(statusMap),
})

const criterion = z.extend(variant, {
  id,
  label,
  /**
   * Other ways to meet the same criterion: the best of all ways counts. `when`: only while the option has the value;
   * `instead`: then it is the only way.
   */
  alternatives: z.optional(
    z
      .array(z.extend(variant, { when: z.optional(when), instead: z.optional(z.boolean()) }))
      .check(z.maxLength(8)),
  ),
  /** Asks about training compute instead of components: at most so many FLOP. Its components are then only named. */
  computeAtMost: z.optional(z.number().check(z.positive())),
  /** As `computeAtMost`, the other way round: more than so many FLOP. */
  computeAbove: z.optional(z.number().check(z.positive())),
  /** Asks how far the model is influenced by others instead of components: one of these levels. */
  influence: z.optional(z.array(z.enum(INFLUENCE_LEVELS)).check(z.minLength(1), z.maxLength(8))),
  /**
   * Asks what is owed to the models that this one was made from instead of components: attribution (bases named, and
   * shown what their licences ask) · license (declared, and forbidden by no base) · value (not the same weights). Where
   * nothing tells, the components decide.
   */
  duty: z.optional(z.enum(['attribution', 'license', 'value'])),
  /** Asked only while the option has the value. */
  onlyWhen: z.optional(when),
  /** Serves the headline only: not listed among the criteria. */
  aside: z.optional(z.boolean()),
  /** What would meet it, as an instruction to the producer. */
  fix: z.optional(prose),
  /** Weight in the score, default 1. */
  weight: z.optional(z.number().check(z.minimum(0), z.maximum(1_000))),
})

const slot = z.union([
  id,
  z.strictObject({
    criterion: id,
    /** Met by this criterion instead when `criterion` itself is not met. */
    substitute: id,
    /** fills: the slot counts as filled · drops: the slot leaves the total (both only matter for progress). */
    counting: z._default(z.enum(['fills', 'drops']), 'fills'),
    /** Only while the option has the value. */
    when: z.optional(when),
  }),
])

const tier = z.strictObject({
  id,
  label,
  /** Criteria or substitutable slots that must all be met. */
  requires: z._default(z.array(slot).check(z.maxLength(100)), []),
  /** Takes over what this tier requires; its own slots replace slots of the same criterion. */
  accumulates: z.optional(id),
  /** At least this many of the criteria met. */
  atLeast: z.optional(
    z.strictObject({
      count: z.number().check(z.minimum(0), z.maximum(100)),
      of: z.array(id).check(z.maxLength(100)),
    }),
  ),
  /** Score at least this. */
  minScore: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
})

const step = z.strictObject({
  id,
  label,
  meter: z.number().check(z.minimum(0), z.maximum(4)),
  /** Reached with this tier or a better one. */
  tier: z.optional(id),
  /** Reached when all of these are met. */
  requires: z.optional(z.array(id).check(z.maxLength(20))),
})

/**
 * What a model's bases count for. nothing: the page's own findings only · components: base weights and base data are
 * taken from the bases' pages · verdict: as components, and no tier is reached that a base does not reach. The reader's
 * choice to judge a step's own work alone turns the last two off.
 */
const inherits = z.enum(['nothing', 'components', 'verdict'])

const option = z.strictObject({
  id: optionId,
  label,
  description: z.optional(prose),
  values: z
    .array(z.strictObject({ id: z.string().check(z.maxLength(40)), label }))
    .check(z.minLength(1), z.maxLength(16)),
  default: z.string(),
})

export const rubricSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id,
  title: label,
  version: label,
  publisher: label,
  date: z.optional(z.string()),
  url: z.optional(z.string().check(z.maxLength(500), z.regex(/^https:\/\//))),
  sourceLicense: z.optional(z.string().check(z.maxLength(200))),
  description: z.optional(prose),
  /** Lists every training data set that the model names, with how far it can be had (`DataClass`). */
  listsDatasets: z.optional(z.boolean()),
  /** What these rules cannot decide. */
  cannotDecide: z._default(z.array(prose).check(z.maxLength(20)), []),
  /** Whether it may drive the badge: what says nothing of openness may not. */
  drives: z._default(z.boolean(), true),
  inherits: z._default(inherits, 'components'),
  /** Replaces `inherits` while an option has a value. First match wins. */
  inheritsWhen: z.optional(z.array(z.strictObject({ when, inherits })).check(z.maxLength(8))),
  /** Tiers are ordered, worst first. */
  ordered: z._default(z.boolean(), true),
  options: z._default(z.array(option).check(z.maxLength(16)), []),
  licenseSets: z._default(z.record(z.string(), licenseSet), {}),
  criteria: z.array(criterion).check(z.maxLength(200)),
  /** Worst first; the first needs nothing. */
  tiers: z.array(tier).check(z.minLength(1), z.maxLength(40)),
  /** Progress per tier in percent: none, or cumulative and gated (a tier starts to count once all lower ones are complete). */
  progress: z._default(z.enum(['none', 'gated']), 'none'),
  /** A score as weighted mean over these criteria (met 1, partly ½, not met 0). */
  score: z.optional(
    z.strictObject({
      of: z.array(id).check(z.minLength(1), z.maxLength(200)),
      /** Means of parts of the score, shown beside it. */
      categories: z.optional(
        z
          .array(z.strictObject({ id, label, of: z.array(id).check(z.minLength(1), z.maxLength(200)) }))
          .check(z.maxLength(20)),
      ),
    }),
  ),
  /** What the badge says, best first; the last needs nothing. */
  headline: z.array(step).check(z.minLength(1), z.maxLength(40)),
})

export type Rubric = z.output<typeof rubricSchema>
export type Criterion = Rubric['criteria'][number]
export type Variant = z.output<typeof variant>
export type Tier = Rubric['tiers'][number]
export type LicenseSet = z.output<typeof licenseSet>
export type When = z.output<typeof when>

/** Options chosen for a rubric: option id to value id. */
export type RubricOptions = Readonly<Record<string, string>>
