import type { Rubric } from '../../lib/rubric/schema'
import { allRubrics } from '../../rubrics'

/** What of a bundler's plugin is needed here. */
interface Plugin {
  name: string
  resolveId(id: string): string | undefined
  load(id: string): string | undefined
}

const ID = 'virtual:lean-rubrics'

/** Words go, rules stay: the headline of a lean rubric is the whole rubric's. */
export function lean(rubric: Rubric): Rubric {
  const {
    description: _,
    url: _url,
    sourceLicense: _license,
    date: _date,
    $schema: _schema,
    ...rules
  } = rubric
  return {
    ...rules,
    title: '',
    version: '',
    publisher: '',
    cannotDecide: [],
    criteria: rubric.criteria.map(({ fix: _fix, ...criterion }) => ({ ...criterion, label: '' })),
    tiers: rubric.tiers.map((tier) => ({ ...tier, label: '' })),
    options: rubric.options.map(({ description: _text, ...option }) => ({
      ...option,
      label: '',
      values: option.values.map(({ id }) => ({ id, label: '' })),
    })),
  }
}

/**
 * Parses and checks the shipped rubrics when the extension is built, so that a broken one breaks the build. A page
 * carries the default one, without its prose; by any other the worker judges.
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
