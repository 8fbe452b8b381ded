declare module 'virtual:lean-rubrics' {
  import type { Rubric } from '../rubric/schema'

  /** The rubrics that a page carries, as the build parsed them: no prose, and only what counts at the options' defaults. */
  export const leanRubrics: readonly Rubric[]
}
