import type { Finding, LicenseAnswer, LicenseClass } from '../assessment'
import type { LicenseEntry } from '../licenses/types'
import { type Bound, CANNOT_TELL, MET, NOT_MET } from './bound'
import { judgeExpression } from './license-expression'
import { holds } from './options'
import type { LicenseSet, Rubric, RubricOptions, Variant } from './schema'

export type LookupLicense = (id: string) => LicenseEntry | null

/** A licence rule ready to be asked. */
export interface LicenseRule {
  /** As it reads after "under": "an open licence". Null: the rule asks nothing. */
  label: string | null
  judge(finding: Finding): Bound
}

const ANY: LicenseRule = { label: null, judge: () => MET }

/**
 * The licence rules of one rubric for one page. `page` is what the page's own licence was read as: it classifies a
 * licence that the registry at hand does not hold, so that every surface answers alike.
 */
export function licenseRules(
  rubric: Rubric,
  options: RubricOptions,
  lookup: LookupLicense,
  page: LicenseAnswer,
): (variant: Variant) => LicenseRule {
  const built = new Map<string, LicenseRule>()

  function ruleFor(id: string): LicenseRule {
    if (id === 'any') return ANY
    const set = Object.hasOwn(rubric.licenseSets, id) ? rubric.licenseSets[id] : undefined
    if (!set) return { label: id, judge: () => CANNOT_TELL }
    const known = built.get(id)
    if (known) return known
    const rule = { label: set.label ?? 'an accepted licence', judge: judgeWith(set, lookup, page) }
    built.set(id, rule)
    return rule
  }

  const replaced = (rule: string, instead: Variant['licenseWhen']): string =>
    instead?.find((item) => holds(item.when, options))?.license ?? rule

  return (variant) => {
    const id = replaced(variant.license, variant.licenseWhen)
    const set = Object.hasOwn(rubric.licenseSets, id) ? rubric.licenseSets[id] : undefined
    return ruleFor(replaced(id, set?.licenseWhen))
  }
}

function judgeWith(set: LicenseSet, lookup: LookupLicense, page: LicenseAnswer): LicenseRule['judge'] {
  const ids = new Set(set.ids)
  const accepts = (licenseClass: LicenseClass): boolean => set.classes?.includes(licenseClass) ?? false

  const judgeEntry = (entry: LicenseEntry): Bound => {
    if (ids.has(entry.id) || accepts(entry.class)) return MET
    const flags = { osi: entry.osi, fsf: entry.fsf, 'open-data': entry.openData }
    if (set.flags?.some((flag) => flags[flag])) return MET
    if (set.review?.families?.includes(entry.family) || set.review?.ids?.includes(entry.id))
      return CANNOT_TELL
    return entry.class === 'unknown' ? CANNOT_TELL : NOT_MET
  }

  const judgeId = (id: string): Bound => {
    if (ids.has(id)) return MET
    const entry = lookup(id) ?? lookup(id.toLowerCase())
    if (entry) return judgeEntry(entry)
    return accepts('unknown') ? MET : CANNOT_TELL
  }

  /** Nobody here knows the id, but the page's own licence was classified where more licences are known. */
  const judgeAsPage = (license: string): Bound => {
    if (license !== page.expression && license !== page.id) return CANNOT_TELL
    if (page.class === 'unknown' || page.class === 'none') return CANNOT_TELL
    if (accepts(page.class)) return MET
    if (page.family !== null && set.review?.families?.includes(page.family)) return CANNOT_TELL
    return page.class === 'open' ? CANNOT_TELL : NOT_MET
  }

  return (finding) => {
    if (finding.licenseState === 'none') return accepts('none') ? MET : NOT_MET
    if (finding.licenseState === 'unknown' || finding.license === null) return CANNOT_TELL
    if (set.exact) return ids.has(finding.license) ? MET : NOT_MET
    const bound = judgeExpression(finding.license, judgeId)
    return bound.low === bound.high ? bound : judgeAsPage(finding.license)
  }
}
