import * as z from 'zod/mini'

/** What a person chose. A field that cannot be read falls back to its default; the others stand. */
export const settingsSchema = z.object({
  /** The rubric that drives the badge. */
  rubric: z.catch(z._default(z.string(), 'mof'), 'mof'),
  /** Per rubric: option id to value id. */
  rubricOptions: z.catch(z._default(z.record(z.string(), z.record(z.string(), z.string())), {}), {}),
  /** Whether a derived model inherits what its bases withhold. */
  derivatives: z.catch(z._default(z.enum(['strict', 'own-work']), 'strict'), 'strict'),
  /** Ids of the rubrics that the panel shows beside the driving one, null: a usual choice; `comparedIn` reads it. */
  compared: z._default(z.unknown(), null),
  /** The reader's own rubrics as stored, null without any; `rubricsOf` reads them, which not every script can. */
  ownRubrics: z._default(z.unknown(), null),
  /**
   * Where the reader has said whether a repository on GitHub is a model's: by `owner/name` or by `owner`, lower case. The
   * narrower one counts.
   */
  repositories: z.catch(z._default(z.record(z.string(), z.enum(['on', 'off'])), {}), {}),
  /** The badge on model pages. */
  badge: z.catch(z._default(z.boolean(), true), true),
  /** Chips in lists. */
  lists: z.catch(z._default(z.boolean(), true), true),
  /** What the bar above a list asks for, null: nothing; `filterOf` reads it, which not every script can. */
  listFilter: z._default(z.unknown(), null),
  /** The reader's own rules on licences as stored, null without any; `policyOf` reads them, which not every script can. */
  policy: z._default(z.unknown(), null),
  /** The question that the licence check answers first. */
  question: z.catch(z._default(z.string(), 'commercial'), 'commercial'),
  /** The legend was read once. */
  welcomed: z.catch(z._default(z.boolean(), false), false),
})

export type Settings = z.output<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({})
