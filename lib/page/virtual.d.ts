declare module 'virtual:lean-rubrics' {
  import type { Rubric } from '../rubric/schema'

  /** The rubrics that a page carries, as the build parsed them, without the prose that only panels and options show. */
  export const leanRubrics: readonly Rubric[]
}
