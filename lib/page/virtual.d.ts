declare module 'virtual:lean-rubrics' {
  import type { Rubric } from '../rubric/schema'

  /** The shipped rubrics as the build parsed them, without the prose that only panels and options show. The default first. */
  export const leanRubrics: readonly Rubric[]
}
