import * as z from 'zod/mini'
import { atLeast, atMost } from '../bounds'

/**
 * The Snapshot: what the sources said, verbatim. `null` = not looked at; empty = looked at, nothing there.
 * A field of the wrong type reads as null and the rest stands. Only `site` and `id` are required.
 */

/** Bounds on hostile input, in UTF-16 code units or items. */
export const LIMITS = {
  card: 512 * 1024,
  text: 512 * 1024,
  texts: 64,
  files: 100_000,
  refs: 20_000,
  linked: 64,
  /** A chain of six bases (lineage), and what the last of them links. */
  depth: 7,
} as const

export interface FileEntry {
  path: string
  /** Bytes, or null where the listing gives none. */
  size: number | null
  /** Lower-case hexadecimal SHA-256 of the content (the LFS object id), or null. */
  sha256: string | null
}

export interface Snapshot {
  site: 'huggingface' | 'github'
  /** `owner/name` (or `name` for the Hub's oldest models); `datasets/owner/name` for a dataset. */
  id: string
  /** Full commit sha that every fact is pinned to, or null. */
  revision: string | null
  capturedAt: string | null
  html: string | null
  /** The Hub's `/api/models/{id}` answer (or the page's own model object), GitHub's `/repos/{o}/{r}` answer; unparsed. */
  api: unknown
  card: string | null
  /** The card as its page renders it; read only where the stored one cannot be had (a gated model's). */
  cardHtml: string | null
  /** Later parts of the card were not seen: nothing may be concluded from what the card does not say. */
  cardTruncated: boolean
  files: FileEntry[] | null
  filesTruncated: boolean
  refs: string[] | null
  texts: Record<string, string> | null
  linked: Record<string, LinkedSource> | null
}

/** A link's target: a snapshot, or why there is none (`missing`: 404; `denied`: 401 or 403). */
export type LinkedSource = Snapshot | 'missing' | 'denied'

const text = z.catch(z.nullable(z.string()), null)
const flag = z.catch(z.boolean(), false)

const fileEntry = z.union([
  z.pipe(
    z.string(),
    z.transform((path): FileEntry => ({ path, size: null, sha256: null })),
  ),
  z.pipe(
    z.object({ path: z.string(), size: z.catch(z.nullable(z.number()), null), sha256: text }),
    z.transform((file): FileEntry => ({ path: file.path, size: file.size, sha256: file.sha256 })),
  ),
])

/** A list whose unreadable items are dropped; `complete` is false when any was, or when the list was cut. */
function readList<T>(
  value: unknown,
  schema: z.ZodMiniType<T>,
  limit: number,
): { items: T[]; complete: boolean } | null {
  if (!Array.isArray(value)) return null
  const items: T[] = []
  let complete = value.length <= limit
  for (const raw of value.slice(0, limit)) {
    const parsed = z.safeParse(schema, raw)
    if (parsed.success) items.push(parsed.data)
    else complete = false
  }
  return { items, complete }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const envelope = z.object({
  site: z.enum(['huggingface', 'github']),
  id: z.string().check(atLeast(1), atMost(300)),
  revision: text,
  capturedAt: text,
  html: text,
  card: text,
  cardHtml: text,
  cardTruncated: flag,
  filesTruncated: flag,
})

/**
 * Parses unknown input into a Snapshot.
 * @throws Error with a plain sentence when it is no snapshot at all (no object, no site, no id).
 */
export function parseSnapshot(input: unknown, depth = 0): Snapshot {
  const parsed = z.safeParse(envelope, input)
  if (!parsed.success || !isRecord(input)) {
    const fault = parsed.success ? null : parsed.error.issues[0]
    const place = fault && fault.path.length > 0 ? `"${fault.path.join('.')}"` : 'the document'
    throw new Error(`not a snapshot: ${place} ${fault ? fault.message.toLowerCase() : 'is not an object'}`)
  }
  const { card, cardHtml, ...rest } = parsed.data
  const files = readList(input.files, fileEntry, LIMITS.files)
  const refs = readList(input.refs, z.string(), LIMITS.refs)
  return {
    ...rest,
    api: input.api ?? null,
    card: card === null ? null : card.slice(0, LIMITS.card),
    cardHtml: card === null && cardHtml !== null ? cardHtml.slice(0, LIMITS.card) : null,
    cardTruncated: rest.cardTruncated || (card ?? cardHtml ?? '').length > LIMITS.card,
    files: files?.items ?? null,
    filesTruncated: rest.filesTruncated || files?.complete === false,
    refs: refs?.items ?? null,
    texts: readTexts(input.texts),
    linked: readLinked(input.linked, depth),
  }
}

function readTexts(value: unknown): Record<string, string> | null {
  if (!isRecord(value)) return null
  const texts: Record<string, string> = Object.create(null)
  for (const [path, content] of Object.entries(value).slice(0, LIMITS.texts)) {
    if (typeof content === 'string') texts[path] = content.slice(0, LIMITS.text)
  }
  return texts
}

function readLinked(value: unknown, depth: number): Record<string, LinkedSource> | null {
  if (!isRecord(value) || depth >= LIMITS.depth) return null
  const linked: Record<string, LinkedSource> = Object.create(null)
  for (const [url, target] of Object.entries(value).slice(0, LIMITS.linked)) {
    if (!isRecord(target)) continue
    if (target.missing === true) linked[url] = 'missing'
    else if (target.denied === true) linked[url] = 'denied'
    else {
      try {
        linked[url] = parseSnapshot(target, depth + 1)
      } catch {
        // An unreadable linked source is a source that was not looked at.
      }
    }
  }
  return linked
}
