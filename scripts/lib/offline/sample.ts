import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** A recorded model: what the Hub's API answers about it, its card, its refs and some texts. */
const recorded = z.object({
  /** Where the facts come from. */
  source: z.string(),
  /** Why it is worth a look, in a few words; stands on the front page. */
  shows: z.string(),
  author: z.object({ fullname: z.string(), type: z.enum(['org', 'user']) }),
  api: z.looseObject({
    id: z.string(),
    author: z.string(),
    sha: z.string(),
    lastModified: z.string(),
    gated: z.union([z.literal(false), z.literal('auto'), z.literal('manual')]),
    likes: z.number(),
    downloads: z.number(),
    tags: z.array(z.string()),
    siblings: z.array(z.object({ rfilename: z.string() })),
    cardData: z.optional(z.looseObject({})),
  }),
  /** Titles of the papers among the tags, by arXiv number. */
  papers: z._default(z.record(z.string(), z.string()), {}),
  /** Branches and tags besides `main`. */
  branches: z._default(z.array(z.string()), []),
  /** Stored files that somebody may ask for, by path; short, in our own words. */
  texts: z._default(z.record(z.string(), z.string()), {}),
})

export interface Sample extends z.output<typeof recorded> {
  /** README.md as stored, front matter included; null where there is none. */
  card: string | null
}

/** Ids that lead elsewhere, and ids that are no longer there. */
const others = z.object({ renamed: z.record(z.string(), z.string()), gone: z.array(z.string()) })

export interface Samples extends z.output<typeof others> {
  models: Sample[]
}

/**
 * Reads all recordings of a folder: `owner__name.json` with `owner__name.md` beside it, and `others.json`.
 * @throws when one is not readable or not of the shape above.
 */
export function readSamples(folder: string): Samples {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'others.json')
  return {
    ...z.parse(others, read('others.json')),
    models: names.sort().map((name) => {
      const card = join(folder, name.replace(/json$/, 'md'))
      return { ...z.parse(recorded, read(name)), card: existsSync(card) ? readFileSync(card, 'utf8') : null }
    }),
  }
}
