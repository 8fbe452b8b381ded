/** What of a bundler's plugin is needed here. */
interface Plugin {
  name: string
  enforce: 'pre'
  transform(code: string, id: string): string | undefined
}

const RUBRIC = /[\\/]rubrics[\\/][\w-]+\.json$/
/** What a rubric may leave out and no verdict needs; titles and labels stay, for a rubric without them is none. */
const PROSE = new Set(['$schema', 'description', 'url', 'date', 'sourceLicense', 'cannotDecide', 'fix'])

/** Takes the prose out of the shipped rubrics where only verdicts are made: the worker shows nobody a rubric. */
export function rulesOnly(): Plugin {
  return {
    name: 'rules-only',
    enforce: 'pre',
    transform: (code, id) =>
      RUBRIC.test(id)
        ? JSON.stringify(JSON.parse(code), (key, value: unknown) => (PROSE.has(key) ? undefined : value))
        : undefined,
  }
}
