import { allRubrics } from '../../rubrics'
import type { Settings } from '../platform/settings'
import { parseRubric } from '../rubric/parse'
import type { Rubric } from '../rubric/schema'

/** Shipped rubrics and the reader's own; one of one's own that cannot be read any more is left out, never lost. */
export function rubricsOf({ ownRubrics }: Pick<Settings, 'ownRubrics'>): Rubric[] {
  const shipped = allRubrics()
  const taken = new Set(shipped.map(({ id }) => id))
  const own = (Array.isArray(ownRubrics) ? ownRubrics : []).flatMap((input) => {
    const parsed = parseRubric(input)
    if (!parsed.ok || taken.has(parsed.rubric.id)) return []
    taken.add(parsed.rubric.id)
    return [parsed.rubric]
  })
  return [...shipped, ...own]
}

/** The rubric that drives the badge: the chosen one, else the default. @throws when no rubric is shipped. */
export function drivingRubric(settings: Pick<Settings, 'ownRubrics' | 'rubric'>): Rubric {
  const rubrics = rubricsOf(settings)
  const driving = rubrics.find(({ id, drives }) => drives && id === settings.rubric) ?? rubrics[0]
  if (!driving) throw new Error('no rubric is shipped')
  return driving
}

const USUAL = [
  'mof',
  'osaid',
  'osai-index',
  'open-parts',
  'open-weight',
  'lessig',
  'influence',
  'eu-foss-gpai',
]

/** Ids of the rubrics that are shown beside the driving one. */
export function comparedIn({ compared }: Pick<Settings, 'compared'>): string[] {
  return Array.isArray(compared) ? compared.filter((id): id is string => typeof id === 'string') : USUAL
}
