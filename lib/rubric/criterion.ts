import type { Facts, Finding, Findings, MissingWhy, Result, Status } from '../assessment'
import type { ComponentId } from '../components'
import { type Bound, best, boundOf, CANNOT_TELL, MET, NOT_MET, nthBest, weakest } from './bound'
import type { LicenseRule } from './license-rule'
import { holds } from './options'
import type { Criterion, RubricOptions, Variant } from './schema'

/** What one component contributes to one way of meeting a criterion. */
export interface Part {
  component: ComponentId
  finding: Finding
  /** By status alone, before the licence. */
  status: Bound
  /** Null where the licence was not asked: nothing is there to be licensed, or any licence will do. */
  license: Bound | null
  rule: LicenseRule
  bound: Bound
  /** What stands in the way; null: nothing, or not known. */
  gap: MissingWhy | null
}

/** One way to meet a criterion. `parts` holds only the components that apply. */
export interface Way {
  of: Variant['of']
  parts: Part[]
  bound: Bound
}

export interface Outcome {
  criterion: Criterion
  /** False: none of its components applies to this model; it then asks nothing and weighs nothing. */
  applies: boolean
  bound: Bound
  /** Why, where it does not follow from the components. */
  reason?: string
  /** Its own way, or the first that applies; and the way that decided. */
  primary: Way
  decisive: Way
}

const DEFAULT: Record<Exclude<Status, 'n_a'>, Result> = {
  present: 'met',
  present_restricted: 'partly',
  partial: 'partly',
  mentioned: 'cannot_tell',
  absent_stated: 'not_met',
  absent_inspected: 'not_met',
  unknown: 'cannot_tell',
}

export type SpecialFacts = Pick<Facts, 'compute' | 'lineage' | 'license'>

export interface Judged {
  bound: Bound
  /** One plain English sentence. */
  reason: string
}

/** What a criterion that asks about something else than components comes to; null for one that asks about components. */
export type Special = (criterion: Criterion, facts: SpecialFacts) => Judged | null

export function judgeCriterion(
  criterion: Criterion,
  findings: Findings,
  ruleFor: (variant: Variant) => LicenseRule,
  options: RubricOptions,
  facts: SpecialFacts,
  special: Special = () => null,
): Outcome {
  const others = (criterion.alternatives ?? []).filter((variant) => holds(variant.when, options))
  const replacing = others.find(({ instead }) => instead)
  const primary = judgeWay(replacing ?? criterion, findings, ruleFor(replacing ?? criterion))
  const ways = [
    primary,
    ...(replacing ? [] : others.map((variant) => judgeWay(variant, findings, ruleFor(variant)))),
  ].filter((way) => way.parts.length > 0)
  const [first = primary] = ways
  if (!holds(criterion.onlyWhen, options))
    return { criterion, applies: false, bound: MET, primary, decisive: primary }
  const asked = special(criterion, facts)
  if (asked) return { criterion, applies: true, ...asked, primary, decisive: primary }
  if (ways.length === 0) return { criterion, applies: false, bound: MET, primary, decisive: primary }
  const bound = best(ways.map((way) => way.bound))
  const decisive = ways.find((way) => way.bound.low > first.bound.low || way.bound.high > first.bound.high)
  return { criterion, applies: true, bound, primary: first, decisive: decisive ?? first }
}

function judgeWay(variant: Variant, findings: Findings, rule: LicenseRule): Way {
  const parts = variant.components
    .filter((component) => findings[component].status !== 'n_a' || variant.status?.n_a !== undefined)
    .map((component) => judgePart(component, findings[component], variant, rule))
  const way = countWay(variant, parts)
  return variant.atMostPartly
    ? { ...way, bound: { low: Math.min(0.5, way.bound.low), high: Math.min(0.5, way.bound.high) } }
    : way
}

function countWay({ of, count = 1 }: Variant, parts: Part[]): Way {
  if (of === 'first') return firstThere(parts)
  if (of === 'applying') {
    const [part] = parts
    return { of, parts: part ? [part] : [], bound: part?.bound ?? NOT_MET }
  }
  const bounds = parts.map((part) => part.bound)
  return { of, parts, bound: of === 'all' ? weakest(bounds) : nthBest(bounds, count) }
}

const RELEASED: readonly Status[] = ['present', 'present_restricted', 'partial']
const ABSENT: readonly Status[] = ['absent_stated', 'absent_inspected']

/** Passes over what is known to be absent and stops at what is there; what may be there leaves both open. */
function firstThere(parts: readonly Part[]): Way {
  const at = parts.findIndex((part) => !ABSENT.includes(part.finding.status))
  const part = parts[at] ?? parts[0]
  if (!part) return { of: 'first', parts: [], bound: NOT_MET }
  const rest = parts.slice(at + 1)
  if (at === -1 || RELEASED.includes(part.finding.status) || rest.length === 0)
    return { of: 'first', parts: [part], bound: part.bound }
  const next = firstThere(rest).bound
  const bound = { low: Math.min(part.bound.low, next.low), high: Math.max(part.bound.high, next.high) }
  return { of: 'first', parts: [part], bound }
}

function judgePart(component: ComponentId, finding: Finding, variant: Variant, rule: LicenseRule): Part {
  const mapped = variant.status?.[finding.status]
  const status = boundOf(mapped ?? (finding.status === 'n_a' ? 'cannot_tell' : DEFAULT[finding.status]))
  const asked = rule.label !== null && (RELEASED.includes(finding.status) || isLicensedAnyway(finding))
  const license = asked ? rule.judge(finding) : null
  const bound = license ? weakest([status, license]) : status
  return { component, finding, status, license, rule, bound, gap: gapOf(finding, status, license) }
}

/** Not found, but under which licence it would be is declared already. */
const isLicensedAnyway = (finding: Finding): boolean =>
  finding.status === 'unknown' && finding.licenseState !== 'unknown'

function gapOf(finding: Finding, status: Bound, license: Bound | null): MissingWhy | null {
  if (license !== null && license.high < 1) return 'licence'
  if (status.low === 1) return null
  switch (finding.status) {
    case 'absent_stated':
    case 'absent_inspected':
      return 'absent'
    case 'mentioned':
      return 'not_found'
    case 'unknown':
      return finding.unknownBecause === 'not_found' ? 'not_found' : null
    case 'present_restricted':
      return 'restricted'
    case 'partial':
      return 'partial'
    default:
      return null
  }
}

/** A bound that is still open, for a criterion that the rubric names and does not define. */
export const UNDEFINED: Bound = CANNOT_TELL
