import * as z from 'zod/mini'
import { type Rubric, rubricSchema } from './schema'

/** What is wrong with a rubric, and where: `tiers.2.requires.0`. */
export interface RubricFault {
  path: string
  message: string
}

export type ParsedRubric = { ok: true; rubric: Rubric } | { ok: false; faults: RubricFault[] }

const MAX_FAULTS = 50
const MAX_LICENSE_SETS = 64

/** Reads anybody's rubric: shape, bounds, and that every name it uses is one it defines. Never throws. */
export function parseRubric(input: unknown): ParsedRubric {
  const parsed = z.safeParse(rubricSchema, input)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }))
    return { ok: false, faults: faults.slice(0, MAX_FAULTS) }
  }
  const faults = crossCheck(parsed.data)
  return faults.length === 0
    ? { ok: true, rubric: parsed.data }
    : { ok: false, faults: faults.slice(0, MAX_FAULTS) }
}

function crossCheck(rubric: Rubric): RubricFault[] {
  const faults: RubricFault[] = []
  const fault = (path: string, message: string) => faults.push({ path, message })
  const criteria = new Set(rubric.criteria.map((criterion) => criterion.id))
  const tiers = new Set(rubric.tiers.map((tier) => tier.id))
  const options = new Map(rubric.options.map((option) => [option.id, option]))

  const unique = (path: string, ids: readonly string[]) => {
    const seen = new Set<string>()
    for (const [index, id] of ids.entries()) {
      if (seen.has(id)) fault(`${path}.${index}.id`, `the id "${id}" is there twice`)
      seen.add(id)
    }
  }
  const needCriterion = (path: string, id: string) => {
    if (!criteria.has(id)) fault(path, `there is no criterion "${id}"`)
  }
  const needTier = (path: string, id: string | undefined) => {
    if (id !== undefined && !tiers.has(id)) fault(path, `there is no tier "${id}"`)
  }
  const needSet = (path: string, id: string) => {
    if (id !== 'any' && !Object.hasOwn(rubric.licenseSets, id)) fault(path, `there is no licence set "${id}"`)
  }
  const needOption = (path: string, when: { option: string; is: readonly string[] } | undefined) => {
    if (!when) return
    const option = options.get(when.option)
    if (!option) return fault(`${path}.option`, `there is no option "${when.option}"`)
    for (const value of when.is) {
      if (!option.values.some((known) => known.id === value))
        fault(`${path}.is`, `the option "${option.id}" has no value "${value}"`)
    }
  }
  const needRules = (path: string, rules: Rubric['criteria'][number]['licenseWhen']) => {
    for (const [index, rule] of (rules ?? []).entries()) {
      needSet(`${path}.${index}.license`, rule.license)
      needOption(`${path}.${index}.when`, rule.when)
    }
  }

  unique(
    'criteria',
    rubric.criteria.map((criterion) => criterion.id),
  )
  unique(
    'tiers',
    rubric.tiers.map((tier) => tier.id),
  )
  unique(
    'headline',
    rubric.headline.map((step) => step.id),
  )
  unique(
    'options',
    rubric.options.map((option) => option.id),
  )

  for (const [index, option] of rubric.options.entries()) {
    if (!option.values.some((value) => value.id === option.default))
      fault(`options.${index}.default`, `"${option.default}" is none of the values`)
  }
  const sets = Object.entries(rubric.licenseSets)
  if (sets.length > MAX_LICENSE_SETS) fault('licenseSets', `more than ${MAX_LICENSE_SETS} licence sets`)
  for (const [name, set] of sets.slice(0, MAX_LICENSE_SETS)) {
    if (name === 'any') fault('licenseSets.any', '"any" is kept for the rule that asks nothing')
    needRules(`licenseSets.${name}.licenseWhen`, set.licenseWhen)
  }
  for (const [index, criterion] of rubric.criteria.entries()) {
    const path = `criteria.${index}`
    needSet(`${path}.license`, criterion.license)
    needRules(`${path}.licenseWhen`, criterion.licenseWhen)
    for (const [way, variant] of (criterion.alternatives ?? []).entries()) {
      needSet(`${path}.alternatives.${way}.license`, variant.license)
      needRules(`${path}.alternatives.${way}.licenseWhen`, variant.licenseWhen)
      needOption(`${path}.alternatives.${way}.when`, variant.when)
    }
  }
  for (const [index, tier] of rubric.tiers.entries()) {
    const path = `tiers.${index}`
    for (const [place, slot] of tier.requires.entries()) {
      if (typeof slot === 'string') needCriterion(`${path}.requires.${place}`, slot)
      else {
        needCriterion(`${path}.requires.${place}.criterion`, slot.criterion)
        needCriterion(`${path}.requires.${place}.substitute`, slot.substitute)
        needOption(`${path}.requires.${place}.when`, slot.when)
      }
    }
    for (const [place, id] of (tier.atLeast?.of ?? []).entries())
      needCriterion(`${path}.atLeast.of.${place}`, id)
    if (tier.atLeast && tier.atLeast.count > tier.atLeast.of.length)
      fault(`${path}.atLeast.count`, 'more than there are criteria to meet')
    if (tier.minScore !== undefined && !rubric.score) fault(`${path}.minScore`, 'the rubric has no score')
    needTier(`${path}.accumulates`, tier.accumulates)
    if (runsInCircle(rubric, tier.id)) fault(`${path}.accumulates`, 'tiers take each other over in a circle')
  }
  const first = rubric.tiers[0]
  if (
    first &&
    (first.requires.length > 0 || first.accumulates || first.atLeast || first.minScore !== undefined)
  )
    fault('tiers.0', 'the first tier is the worst and must ask nothing')
  for (const [place, id] of (rubric.score?.of ?? []).entries()) needCriterion(`score.of.${place}`, id)
  for (const [index, step] of rubric.headline.entries()) {
    needTier(`headline.${index}.tier`, step.tier)
    for (const [place, id] of (step.requires ?? []).entries())
      needCriterion(`headline.${index}.requires.${place}`, id)
  }
  const last = rubric.headline.at(-1)
  if (last && (last.tier !== undefined || last.requires))
    fault(`headline.${rubric.headline.length - 1}`, 'the last step is what is left and must ask nothing')
  return faults
}

function runsInCircle(rubric: Rubric, start: string): boolean {
  const next = new Map(rubric.tiers.map((tier) => [tier.id, tier.accumulates]))
  const seen = new Set<string>()
  for (let at: string | undefined = start; at !== undefined; at = next.get(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
