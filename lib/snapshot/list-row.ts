import * as z from 'zod/mini'
import { atLeast, atMost } from '../bounds'
import type { Snapshot } from './schema'
import { flag, text, textList } from './tolerant'

/**
 * One model as a list of the Hub's API describes it (`GET /api/models?…&expand[]=…`, recorded 2026-08 and 2026-09): tags
 * with licence and bases, the gate, and of the card's metadata only what a licence needs. Card, files and revision are
 * not looked at.
 */

/** What is asked for of each model; nothing else of an answer is read. */
export const ROW_FIELDS = [
  'tags',
  'gated',
  'private',
  'cardData',
  'pipeline_tag',
  'library_name',
  'lastModified',
  'safetensors',
] as const

const rowSchema = z.object({
  id: z.string().check(atLeast(1), atMost(200)),
  tags: textList,
  gated: z.catch(z.nullable(z.union([z.literal(false), z.literal('auto'), z.literal('manual')])), null),
  private: flag,
  pipeline_tag: text,
  library_name: text,
  lastModified: text,
  cardData: z.catch(
    z.nullable(
      z.object({
        license: textList,
        license_name: text,
        license_link: text,
        base_model: textList,
        base_model_relation: text,
        datasets: textList,
        extra_gated_prompt: text,
      }),
    ),
    null,
  ),
  safetensors: z.catch(z.nullable(z.object({ total: z.catch(z.nullable(z.number()), null) })), null),
})

export type ListRow = z.output<typeof rowSchema>

/** Longest tag list and prompt that are kept: real ones have up to some hundred tags. */
const MAX_TAGS = 500
const MAX_WORDS = 200

/** Reads one item of a list; null where it is no model that can be read. Long texts are cut to what is ever shown. */
export function readListRow(input: unknown): ListRow | null {
  const parsed = z.safeParse(rowSchema, input)
  if (!parsed.success) return null
  const row = parsed.data
  return {
    ...row,
    tags: row.tags?.slice(0, MAX_TAGS) ?? null,
    cardData: row.cardData && {
      ...row.cardData,
      extra_gated_prompt: row.cardData.extra_gated_prompt?.slice(0, MAX_WORDS) ?? null,
    },
  }
}

/** The rows of a list's answer, at most `limit`; what cannot be read is left out. */
export function readListRows(input: unknown, limit: number): ListRow[] {
  if (!Array.isArray(input)) return []
  return input.slice(0, limit).flatMap((item: unknown) => readListRow(item) ?? [])
}

/** A row as a snapshot: everything that no list tells was not looked at. */
export const snapshotOfRow = (row: ListRow): Snapshot => ({
  site: 'huggingface',
  id: row.id,
  revision: null,
  capturedAt: null,
  html: null,
  api: row,
  card: null,
  cardHtml: null,
  cardTruncated: false,
  files: null,
  filesTruncated: false,
  refs: null,
  texts: null,
  linked: null,
})
