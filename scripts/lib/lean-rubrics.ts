import { chooseOptions, holds } from '../../lib/rubric/options'
import type { Rubric, When } from '../../lib/rubric/schema'
import { allRubrics } from '../../rubrics'

/** What of a bundler's plugin is needed here. */
interface Plugin {
  name: string
  resolveId(id: string): string | undefined
  load(id: string): string | undefined
}

const ID = 'virtual:lean-rubrics'

/**
 * Words go, rules stay, and of the rules only what counts while nothing was chosen: with its options as they come, the
 * headline of a lean rubric is the whole rubric's. What one option of many would need (200 ids of licences) is not
 * carried on every page; a reader's other choice is judged by the worker, as other rubrics are.
 */
export function lean(rubric: Rubric): Rubric {
  const {
    description: _,
    url: _url,
    sourceLicense: _license,
    date: _date,
    $schema: _schema,
    ...rules
  } = rubric
  const counts = ({ when }: { when?: When | undefined }) => holds(when, chooseOptions(rubric))
  const criteria = rubric.criteria.map(({ fix: _fix, ...criterion }) => ({
    ...criterion,
    label: '',
    licenseWhen: criterion.licenseWhen?.filter(counts),
    alternatives: criterion.alternatives
      ?.filter(counts)
      .map((way) => ({ ...way, licenseWhen: way.licenseWhen?.filter(counts) })),
  }))
  const sets = Object.entries(rubric.licenseSets).map(([id, set]) => ({
    id,
    set: { ...set, licenseWhen: set.licenseWhen?.filter(counts) },
  }))
  const variants = criteria.flatMap((criterion) => [criterion, ...(criterion.alternatives ?? [])])
  const instead = [...variants, ...sets.map(({ set }) => set)].flatMap((rule) => rule.licenseWhen ?? [])
  const asked = new Set([...variants, ...instead].map(({ license }) => license))
  return {
    ...rules,
    title: '',
    version: '',
    publisher: '',
    cannotDecide: [],
    inheritsWhen: rubric.inheritsWhen?.filter(counts),
    licenseSets: Object.fromEntries(sets.filter(({ id }) => asked.has(id)).map(({ id, set }) => [id, set])),
    criteria,
    tiers: rubric.tiers.map((tier) => ({ ...tier, label: '' })),
    options: rubric.options.map(({ id, default: value }) => ({
      id,
      label: '',
      values: [{ id: value, label: '' }],
      default: value,
    })),
  }
}

/**
 * Parses and checks the shipped rubrics when the extension is built, so that a broken one breaks the build. A page
 * carries the default one, lean; by any other the worker judges.
 */
export function leanRubrics(): Plugin {
  return {
    name: 'openmark:lean-rubrics',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) =>
      id === `\0${ID}`
        ? `export const leanRubrics = ${JSON.stringify(allRubrics().slice(0, 1).map(lean))}`
        : undefined,
  }
}
