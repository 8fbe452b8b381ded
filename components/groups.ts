import type { Assessment, Missing } from '../lib/assessment'
import { COMPONENT_IDS, COMPONENT_KINDS, type ComponentId } from '../lib/components'
import type { Rubric } from '../lib/rubric/schema'

/** The panel's order: what stands in the way, what is there, what its producer keeps back, what nobody could tell. */
export interface Groups {
  missing: Missing[]
  released: ComponentId[]
  withheld: ComponentId[]
  unclear: ComponentId[]
}

/** Kinds that are shown as components; licences, terms and lineage have sections of their own. */
const SHOWN: ReadonlySet<string> = new Set(['code', 'data', 'document'])

const RELEASED = new Set(['present', 'present_restricted', 'partial'])
const WITHHELD = new Set(['absent_stated', 'absent_inspected'])

/** Sorts the findings for the panel. A component named as missing is not listed again. */
export function group(
  assessment: Assessment,
  missing: readonly Missing[],
  needed: ReadonlySet<ComponentId>,
): Groups {
  const seen = new Set<string>()
  const groups: Groups = { missing: [], released: [], withheld: [], unclear: [] }
  for (const item of missing) {
    const key = `${item.component}/${item.why}`
    if (seen.has(key)) continue
    seen.add(key)
    groups.missing.push(item)
  }
  const named = new Set(groups.missing.map((item) => item.component))
  for (const id of COMPONENT_IDS) {
    if (!SHOWN.has(COMPONENT_KINDS[id]) || named.has(id)) continue
    const { status } = assessment.components[id]
    if (RELEASED.has(status)) groups.released.push(id)
    else if (WITHHELD.has(status)) groups.withheld.push(id)
    else if ((status === 'unknown' || status === 'mentioned') && needed.has(id)) groups.unclear.push(id)
  }
  return groups
}

/** Criteria that the tier after `low` asks for, those of the tiers it takes over included. */
export function nextCriteria(rubric: Rubric, low: string): ReadonlySet<string> {
  const index = rubric.tiers.findIndex(({ id }) => id === low)
  const asked = new Set<string>()
  const seen = new Set<string>()
  for (let tier = rubric.tiers[index + 1]; tier && !seen.has(tier.id); ) {
    seen.add(tier.id)
    for (const slot of tier.requires) {
      asked.add(typeof slot === 'string' ? slot : slot.criterion)
    }
    for (const id of tier.atLeast?.of ?? []) asked.add(id)
    const below = tier.accumulates
    tier = rubric.tiers.find(({ id }) => id === below)
  }
  return asked
}
