import * as z from 'zod/mini'
import { atMost } from '../bounds'
import { isWeightFile } from '../evidence/files'
import { readCache, writeCache } from '../platform/cache'
import { readSnapshot, withMore } from '../snapshot/read'
import type { Reading } from '../snapshot/reading'
import type { FileEntry, LinkedSource, Snapshot } from '../snapshot/schema'
import { addressOf } from './hub'

/**
 * Weights of the models that this reader looked at before, by the hash of their first file: so that a page with the
 * very same weights under another name is seen as such, without asking anybody. Kept on this machine only.
 */

const AGE = 90 * 24 * 60 * 60 * 1_000
const MAX_MODELS = 3
const MAX_FILES = 64

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const entry = z.object({
  id: z.string().check(atMost(200)),
  revision: z.nullable(z.string()),
  createdAt: z.nullable(z.string()),
  files: z
    .array(z.object({ path: z.string(), size: z.nullable(z.number()), sha256: hash }))
    .check(atMost(MAX_FILES)),
})
const entries = z.array(entry).check(atMost(MAX_MODELS))
type Entry = z.infer<typeof entry>

/** Adds models seen before that hold the first weight file of this one, and remembers this one. Never rejects. */
export async function withKnownWeights(snapshot: Snapshot): Promise<Snapshot> {
  const reading = readSnapshot(snapshot)
  const files = hashedWeights(reading)
  const [first] = files
  if (!first) return snapshot
  const key = `weights/1/${first.sha256}`
  const parsed = z.safeParse(entries, await readCache(key, AGE))
  const known = parsed.success ? parsed.data : []
  const others = known.filter(({ id }) => id.toLowerCase() !== snapshot.id.toLowerCase())
  const { id, revision } = snapshot
  const createdAt = reading.model?.createdAt ?? null
  const own: Entry = { id, revision, createdAt, files: files.slice(0, MAX_FILES) }
  // The first that was seen stays: it is the one that later pages may name.
  await writeCache(key, [...others.slice(0, MAX_MODELS - 1), own])
  if (others.length === 0) return snapshot
  const linked: Record<string, LinkedSource> = {}
  for (const other of others) linked[addressOf(other.id)] = toSnapshot(other)
  return withMore(snapshot, { linked: { ...linked, ...snapshot.linked } })
}

function hashedWeights(reading: Reading): (FileEntry & { sha256: string })[] {
  return (reading.files ?? [])
    .filter(isWeightFile)
    .flatMap((file) => (file.sha256 === null ? [] : [{ ...file, sha256: file.sha256 }]))
    .filter(({ sha256 }) => hash.safeParse(sha256).success)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const toSnapshot = ({ id, revision, createdAt, files }: Entry): Snapshot => ({
  site: 'huggingface',
  id,
  revision,
  capturedAt: null,
  html: null,
  api: { id, createdAt },
  card: null,
  cardHtml: null,
  cardTruncated: false,
  files,
  // Only weights are kept.
  filesTruncated: true,
  refs: null,
  texts: null,
  linked: null,
})
