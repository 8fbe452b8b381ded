import type { Facts, Finding, LicenseClass, Status, UnknownBecause } from '../../../lib/assessment'
import type { ComponentId } from '../../../lib/components'
import { nothingKnown, unknown } from '../../../lib/evidence/collector'
import { type ParsedRubric, parseRubric } from '../../../lib/rubric/parse'
import type { Rubric } from '../../../lib/rubric/schema'

/** Facts and rubrics for tests: a few words each. */

type Known = Exclude<Status, 'unknown'>

export function finding(status: Known, license: string | 'none' | null = null): Finding {
  return {
    status,
    unknownBecause: null,
    license: license === 'none' ? null : license,
    licenseState: license === null ? 'unknown' : license === 'none' ? 'none' : 'declared',
    licenseInherited: false,
    evidence: [],
  }
}

export const present = (license: string | null = 'MIT'): Finding => finding('present', license)
export const absent = (): Finding => finding('absent_inspected')
export const notFound = (because: UnknownBecause = 'not_found'): Finding => unknown(because)

interface Page {
  expression: string
  class: LicenseClass
}

/** Facts of a page where everything that is not named is unknown, never looked at. */
export function factsWith(named: Partial<Record<ComponentId, Finding>>, page?: Page): Facts {
  return {
    subject: { site: 'huggingface', id: 'example/model', revision: null, name: 'model', isModel: true },
    license: {
      id: null,
      expression: page?.expression ?? null,
      label: null,
      family: null,
      class: page?.class ?? 'unknown',
      terms: {},
      declaredIn: [],
      url: null,
      conflicts: [],
      parts: [],
      operator: 'AND',
      answers: null,
    },
    components: { ...nothingKnown('not_looked'), ...named },
    lineage: { relation: null, bases: [], influence: { level: null, basis: 'not_determinable' } },
    depth: 'look',
    faults: [],
  }
}

export function rubric(input: unknown): Rubric {
  const parsed: ParsedRubric = parseRubric(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.rubric
}

/** A small rubric over named criteria; whatever a test needs to differ is given. */
export function smallRubric(criteria: readonly unknown[], rest: object = {}): Rubric {
  return rubric({
    id: 'small',
    title: 'Small',
    version: '1',
    publisher: 'a test',
    licenseSets: {
      open: { label: 'an open licence', classes: ['open'], flags: ['osi', 'fsf', 'open-data'] },
    },
    criteria,
    tiers: [{ id: 'none', label: 'None' }],
    headline: [{ id: 'left', label: 'Left', meter: 0 }],
    ...rest,
  })
}
