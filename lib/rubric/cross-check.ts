import type { Rubric, Variant, When } from './schema'

/** What is wrong with a rubric, and where: `tiers.2.requires.0`. */
export interface RubricFault {
  path: string
  message: string
}

const MAX_LICENSE_SETS = 64

/** Checks what a shape cannot say: that every name is defined once, and that tiers lead somewhere. */
export function crossCheck(rubric: Rubric): RubricFault[] {
  const check = new Check(rubric)
  check.ids()
  check.options()
  check.licenseSets()
  check.criteria()
  check.tiers()
  check.headline()
  return check.faults
}

class Check {
  readonly faults: RubricFault[] = []
  private readonly criterionIds: Set<string>
  private readonly tierIds: Set<string>

  constructor(private readonly rubric: Rubric) {
    this.criterionIds = new Set(rubric.criteria.map((criterion) => criterion.id))
    this.tierIds = new Set(rubric.tiers.map((tier) => tier.id))
  }

  private fault(path: string, message: string): void {
    this.faults.push({ path, message })
  }

  private needCriteria(path: string, ids: readonly string[] | undefined): void {
    for (const [index, id] of (ids ?? []).entries()) this.needCriterion(`${path}.${index}`, id)
  }

  private needCriterion(path: string, id: string): void {
    if (!this.criterionIds.has(id)) this.fault(path, `there is no criterion "${id}"`)
  }

  private needTier(path: string, id: string | undefined): void {
    if (id !== undefined && !this.tierIds.has(id)) this.fault(path, `there is no tier "${id}"`)
  }

  private needSet(path: string, id: string): void {
    if (id !== 'any' && !Object.hasOwn(this.rubric.licenseSets, id))
      this.fault(path, `there is no licence set "${id}"`)
  }

  private needOption(path: string, when: When | undefined): void {
    if (!when) return
    const option = this.rubric.options.find((candidate) => candidate.id === when.option)
    if (!option) {
      this.fault(`${path}.option`, `there is no option "${when.option}"`)
      return
    }
    for (const value of when.is) {
      if (!option.values.some((known) => known.id === value))
        this.fault(`${path}.is`, `the option "${option.id}" has no value "${value}"`)
    }
  }

  private needRules(path: string, rules: Variant['licenseWhen']): void {
    for (const [index, rule] of (rules ?? []).entries()) {
      this.needSet(`${path}.${index}.license`, rule.license)
      this.needOption(`${path}.${index}.when`, rule.when)
    }
  }

  ids(): void {
    const { criteria, tiers, headline, options } = this.rubric
    for (const [name, list] of Object.entries({ criteria, tiers, headline, options })) {
      const seen = new Set<string>()
      for (const [index, { id }] of list.entries()) {
        if (seen.has(id)) this.fault(`${name}.${index}.id`, `the id "${id}" is there twice`)
        seen.add(id)
      }
    }
  }

  options(): void {
    for (const [index, option] of this.rubric.options.entries()) {
      if (!option.values.some((value) => value.id === option.default))
        this.fault(`options.${index}.default`, `"${option.default}" is none of the values`)
    }
  }

  licenseSets(): void {
    const sets = Object.entries(this.rubric.licenseSets)
    if (sets.length > MAX_LICENSE_SETS)
      this.fault('licenseSets', `more than ${MAX_LICENSE_SETS} licence sets`)
    for (const [name, set] of sets.slice(0, MAX_LICENSE_SETS)) {
      if (name === 'any') this.fault('licenseSets.any', '"any" is kept for the rule that asks nothing')
      this.needRules(`licenseSets.${name}.licenseWhen`, set.licenseWhen)
    }
  }

  criteria(): void {
    for (const [index, criterion] of this.rubric.criteria.entries()) {
      const path = `criteria.${index}`
      this.needSet(`${path}.license`, criterion.license)
      this.needRules(`${path}.licenseWhen`, criterion.licenseWhen)
      this.needOption(`${path}.onlyWhen`, criterion.onlyWhen)
      for (const [way, variant] of (criterion.alternatives ?? []).entries()) {
        this.needSet(`${path}.alternatives.${way}.license`, variant.license)
        this.needRules(`${path}.alternatives.${way}.licenseWhen`, variant.licenseWhen)
        this.needOption(`${path}.alternatives.${way}.when`, variant.when)
      }
    }
    this.needCriteria('score.of', this.rubric.score?.of)
    for (const [index, category] of (this.rubric.score?.categories ?? []).entries()) {
      this.needCriteria(`score.categories.${index}.of`, category.of)
    }
  }

  tiers(): void {
    for (const [index, tier] of this.rubric.tiers.entries()) {
      const path = `tiers.${index}`
      for (const [place, slot] of tier.requires.entries()) {
        const at = `${path}.requires.${place}`
        if (typeof slot === 'string') this.needCriterion(at, slot)
        else {
          this.needCriterion(`${at}.criterion`, slot.criterion)
          this.needCriterion(`${at}.substitute`, slot.substitute)
          this.needOption(`${at}.when`, slot.when)
        }
      }
      this.needCriteria(`${path}.atLeast.of`, tier.atLeast?.of)
      if (tier.atLeast && tier.atLeast.count > tier.atLeast.of.length)
        this.fault(`${path}.atLeast.count`, 'more than there are criteria to meet')
      if (tier.minScore !== undefined && !this.rubric.score)
        this.fault(`${path}.minScore`, 'the rubric has no score')
      this.needTier(`${path}.accumulates`, tier.accumulates)
      if (runsInCircle(this.rubric, tier.id))
        this.fault(`${path}.accumulates`, 'tiers take each other over in a circle')
    }
    const [first] = this.rubric.tiers
    const asks =
      first &&
      (first.requires.length > 0 || first.accumulates || first.atLeast || first.minScore !== undefined)
    if (asks) this.fault('tiers.0', 'the first tier is the worst and must ask nothing')
  }

  headline(): void {
    const { headline } = this.rubric
    for (const [index, step] of headline.entries()) {
      this.needTier(`headline.${index}.tier`, step.tier)
      this.needCriteria(`headline.${index}.requires`, step.requires)
    }
    const last = headline.at(-1)
    if (last && (last.tier !== undefined || last.requires))
      this.fault(`headline.${headline.length - 1}`, 'the last step is what is left and must ask nothing')
  }
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
