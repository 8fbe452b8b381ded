import * as z from 'zod/mini'
import { atMost } from '../bounds'

/** A paper as the Hub describes it (`GET /api/papers/{arXiv number}`), and a collection (`GET /api/collections/{slug}`). */

const text = z.catch(z.nullable(z.string().check(atMost(2_000))), null)

const paperSchema = z.object({
  id: text,
  title: text,
  authors: z.catch(z.array(z.object({ name: text })), []),
  organization: z.catch(z.nullable(z.object({ name: text })), null),
})

export interface Paper {
  title: string
  authors: string[]
  /** The organisation on the Hub that claims it. */
  organization: string | null
}

export function readPaper(answer: unknown): Paper | null {
  const parsed = z.safeParse(paperSchema, answer)
  if (!parsed.success || !parsed.data.title) return null
  const { title, authors, organization } = parsed.data
  return {
    title: title.replace(/\s+/g, ' ').slice(0, 400),
    authors: authors.flatMap(({ name }) => (name ? [name.slice(0, 120)] : [])).slice(0, 100),
    organization: organization?.name ?? null,
  }
}

const collectionSchema = z.object({
  title: text,
  items: z.catch(z.array(z.catch(z.nullable(z.object({ type: z.string(), id: z.string() })), null)), []),
})

export interface Collection {
  title: string
  items: { type: string; id: string }[]
}

const MAX_ITEMS = 200

export function readCollection(answer: unknown): Collection | null {
  const parsed = z.safeParse(collectionSchema, answer)
  if (!parsed.success) return null
  const items = parsed.data.items.flatMap((item) => (item === null || item.id.length > 200 ? [] : [item]))
  return { title: parsed.data.title ?? '', items: items.slice(0, MAX_ITEMS) }
}
