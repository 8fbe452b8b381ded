import * as z from 'zod/mini'
import { atMost } from '../bounds'
import { headlineSchema, message } from './messages'

/** Messages of lists, apart from the others so that a model's page does not carry them. */

export const listRequest = z.object({
  site: z.enum(['huggingface', 'github']),
  /** The list's page. */
  address: z.string().check(atMost(4_000)),
  models: z
    .array(
      z.object({
        id: z.string().check(atMost(200)),
        /** ISO time of the last change as the list says it. */
        updated: z.nullable(z.string()),
      }),
    )
    .check(atMost(1_000)),
  /**
   * known: nobody is asked · list: one answer for all of them · single: one answer for each · left: takes `single` back
   * for cards that are out of view, and is answered with nothing.
   */
  how: z.enum(['known', 'list', 'single', 'left']),
  /** A name for what the tab shows now; another one takes back whatever is still being asked. */
  list: z.string().check(atMost(80)),
})
export type ListQuery = z.output<typeof listRequest>

const chip = z.object({
  id: z.string(),
  headline: headlineSchema,
  license: z.object({
    id: z.nullable(z.string()),
    label: z.nullable(z.string()),
    class: z.enum(['open', 'conditional', 'restricted', 'none', 'unknown']),
  }),
  conflict: z.boolean(),
  commercial: z.enum(['yes', 'if', 'no', 'unknown']),
  policy: z.nullable(z.enum(['allow', 'review', 'deny'])),
  openBase: z.nullable(z.string()),
  basis: z.enum(['metadata', 'look']),
})

const listAnswer = z.object({
  /** Id of the rubric that the headlines speak for. */
  rubric: z.string(),
  chips: z.array(chip),
  /** Ids that there is no public model for. */
  missing: z.array(z.string()),
  /** The site asked for patience, or did not answer. */
  refused: z.boolean(),
})
export type ListWord = z.output<typeof listAnswer>

/** Page to worker: what a list's models are, as far as the list's own data tells. */
export const LIST = message('list', listRequest, listAnswer)
