import type { Rubric } from '../../lib/rubric/schema'
import { allRubrics } from '../../rubrics'

/** What of a bundler's plugin is needed here. */
interface Plugin {
  name: string
  resolveId(id: string): string | undefined
  load(id: string): string | undefined
}

const ID = 'virtual:lean-rubrics'

/** Prose goes, rules stay: the verdict of a lean rubric is the whole rubric's. */
export function lean(rubric: Rubric): Rubric {
  const { description: _description, ...rules } = rubric
  return {
    ...rules,
    cannotDecide: [],
    criteria: rubric.criteria.map(({ fix: _fix, ...criterion }) => criterion),
    options: rubric.options.map(({ description: _text, ...option }) => option),
  }
}

/**
 * Parses and checks the shipped rubrics when the extension is built, so that a broken one breaks the build and a page
 * pays for neither the checks nor the prose.
 */
export function leanRubrics(): Plugin {
  return {
    name: 'openmark:lean-rubrics',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) =>
      id === `\0${ID}` ? `export const leanRubrics = ${JSON.stringify(allRubrics().map(lean))}` : undefined,
  }
}
