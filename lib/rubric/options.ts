import type { Rubric, RubricOptions, When } from './schema'

/** A rubric's options with defaults filled in; a value that the rubric does not know is ignored. */
export function chooseOptions(rubric: Rubric, chosen: RubricOptions = {}): RubricOptions {
  const values: [string, string][] = rubric.options.map((option) => {
    const value = Object.hasOwn(chosen, option.id) ? chosen[option.id] : undefined
    const known = value !== undefined && option.values.some((candidate) => candidate.id === value)
    return [option.id, known ? value : option.default]
  })
  return Object.fromEntries(values)
}

/** True when the condition holds, or when there is none. */
export function holds(when: When | undefined, options: RubricOptions): boolean {
  if (when === undefined) return true
  const value = options[when.option]
  return value !== undefined && when.is.includes(value)
}

/** Whether every option is as the rubric comes. */
export const isUnchanged = (rubric: Rubric, chosen: RubricOptions = {}): boolean =>
  rubric.options.every(({ id, default: usual }) => !Object.hasOwn(chosen, id) || chosen[id] === usual)
