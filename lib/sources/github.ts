import * as z from 'zod/mini'
import { readCache, writeCache } from '../platform/cache'
import { type FileEntry, LIMITS, type LinkedSource, type Snapshot } from '../snapshot/schema'
import { type Fetched, fetchText } from './fetch'

/**
 * A GitHub repository, looked at: its refs as git itself lists them (head commit, branches, tags; counted by no limit of
 * the API), its tree (one request of the sixty that an hour allows without a token), then its README and its licence as
 * raw files of that commit.
 */

const API = 'https://api.github.com/repos'
const RAW = 'https://raw.githubusercontent.com'
/** GitHub cuts a tree at 7 MB. */
const MAX_TREE = 8 * 1024 * 1024
const MAX_COMMIT = 512 * 1024
/** Pull requests come before tags; of a repository with very many, tags are not seen. */
const MAX_REFS = 2 * 1024 * 1024
const MAX_KEPT_REFS = 500
const NAME = /^[A-Za-z0-9][\w.-]{0,59}\/[\w.-]{1,100}$/
const AGE = 24 * 60 * 60 * 1_000
/** A commit never changes: what was read of it is good for as long as it is the head. */
const AGE_OF_COMMIT = 90 * 24 * 60 * 60 * 1_000
/** Longer lists are not kept between visits. */
const MAX_KEPT = 20_000

const README = /^readme(?:\.(?:md|markdown|rst|txt))?$/i
const LICENSE = /^(?:licen[cs]e|copying)(?:[-_. ][\w.-]{0,40})?$/i

const commitSchema = z.object({ sha: z.string().check(z.regex(/^[0-9a-f]{40}$/)) })
const treeSchema = z.object({
  tree: z.array(
    z.object({
      path: z.string(),
      type: z.catch(z.string(), 'blob'),
      size: z.catch(z.nullable(z.number()), null),
    }),
  ),
  truncated: z.catch(z.boolean(), false),
})
const keptSchema = z.object({
  revision: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.nullable(z.number()), sha256: z.null() })),
  filesTruncated: z.boolean(),
  card: z.nullable(z.string()),
  cardTruncated: z.boolean(),
  texts: z.record(z.string(), z.string()),
  refs: z.nullable(z.array(z.string())),
})
type Kept = z.infer<typeof keptSchema>

/** Null where nobody answered, or the hour's requests are used up: that is asked again. Never rejects. */
export async function fetchRepository(id: string): Promise<LinkedSource | null> {
  if (!NAME.test(id)) return 'missing'
  const key = `repository/2/${id.toLowerCase()}`
  const kept = z.safeParse(keptSchema, await readCache(key, AGE))
  if (kept.success) return toSnapshot(id, kept.data)
  const head = await fetchHead(id)
  if (head === 'empty') return toSnapshot(id, EMPTY)
  if (head === null || typeof head === 'string') return head
  const { revision, refs } = head
  const older = z.safeParse(keptSchema, await readCache(key, AGE_OF_COMMIT))
  if (older.success && older.data.revision === revision) {
    await writeCache(key, { ...older.data, refs: refs ?? older.data.refs })
    return toSnapshot(id, older.data)
  }
  const listing = await fetchText(`${API}/${id}/git/trees/${revision}?recursive=1`, { maxLength: MAX_TREE })
  const tree = z.safeParse(treeSchema, parseJson(listing))
  if (!tree.success) return refused(listing)
  const blobs = tree.data.tree.filter(({ type }) => type === 'blob')
  const files = blobs
    .slice(0, LIMITS.files)
    .map(({ path, size }): FileEntry & { sha256: null } => ({ path, size, sha256: null }))
  const readme = files.find(({ path }) => README.test(path))?.path
  const licenses = licenseFiles(files)
  const card = readme === undefined ? null : await fetchRaw(id, revision, readme, LIMITS.card)
  const texts: Record<string, string> = {}
  let whole = card === null || card.state === 'ok'
  for (const path of licenses) {
    const text = await fetchRaw(id, revision, path, LIMITS.text)
    if (text.state === 'ok') texts[path] = text.text
    else whole = false
  }
  const looked: Kept = {
    revision,
    files,
    filesTruncated: tree.data.truncated || blobs.length > files.length,
    card: card?.state === 'ok' ? card.text : null,
    cardTruncated: card?.state === 'ok' && card.truncated,
    texts,
    refs,
  }
  if (whole && files.length <= MAX_KEPT) await writeCache(key, looked)
  return toSnapshot(id, looked)
}

/** The one licence of a repository; of several, one for the code and one for the weights. */
function licenseFiles(files: readonly FileEntry[]): string[] {
  const all = files.filter(({ path }) => LICENSE.test(path)).map(({ path }) => path)
  const code = all.find((path) => /code/i.test(path))
  const weights = all.find((path) => /model|weights/i.test(path))
  return code === undefined && weights === undefined
    ? all.slice(0, 1)
    : [...new Set([code ?? all.find((path) => path !== weights), weights])].filter(
        (path) => path !== undefined,
      )
}

/** Nothing was ever put there: looked at, and nothing found. */
const EMPTY: Kept = {
  revision: '',
  files: [],
  filesTruncated: false,
  card: '',
  cardTruncated: false,
  texts: {},
  refs: [],
}

interface Head {
  revision: string
  /** Names of branches and tags; null where git did not answer. */
  refs: string[] | null
}

/** As `git ls-remote` asks (git-http-protocol, smart); where that is not to be had, the API names the head commit. */
async function fetchHead(id: string): Promise<Head | 'missing' | 'denied' | 'empty' | null> {
  const listed = await fetchText(`https://github.com/${id}.git/info/refs?service=git-upload-pack`, {
    maxLength: MAX_REFS,
  })
  const head = listed.state === 'ok' ? readRefs(listed.text) : null
  if (head) return head
  const answer = await fetchText(`${API}/${id}/commits/HEAD`, { maxLength: MAX_COMMIT })
  const commit = z.safeParse(commitSchema, parseJson(answer))
  if (commit.success) return { revision: commit.data.sha, refs: null }
  // "Git Repository is empty."
  if (answer.state === 'failed' && answer.status === 409) return 'empty'
  return answer.state === 'missing' || answer.state === 'denied' ? answer.state : null
}

/** Lines of four hexadecimal digits, a hash, a name; the first is HEAD, with the server's abilities after a zero byte. */
export function readRefs(text: string): Head | null {
  const revision = /(?:^|\n|0000)[0-9a-f]{4}([0-9a-f]{40}) HEAD\0/.exec(text.slice(0, 4_096))?.[1]
  if (revision === undefined) return null
  const names = text.matchAll(/\n[0-9a-f]{4}[0-9a-f]{40} refs\/(?:heads|tags)\/([^\s^]{1,200})(?=\n)/g)
  const refs: string[] = []
  for (const [, name] of names) {
    if (name !== undefined && refs.length < MAX_KEPT_REFS) refs.push(name)
  }
  return { revision, refs }
}

const fetchRaw = (id: string, revision: string, path: string, maxLength: number): Promise<Fetched> =>
  fetchText(`${RAW}/${id}/${revision}/${path.split('/').map(encodeURIComponent).join('/')}`, { maxLength })

function refused(answer: Fetched): LinkedSource | null {
  return answer.state === 'missing' || answer.state === 'denied' ? answer.state : null
}

function parseJson(answer: Fetched): unknown {
  if (answer.state !== 'ok' || answer.truncated) return null
  try {
    return JSON.parse(answer.text)
  } catch {
    return null
  }
}

const toSnapshot = (id: string, kept: Kept): Snapshot => ({
  site: 'github',
  id,
  capturedAt: null,
  html: null,
  api: null,
  cardHtml: null,
  linked: null,
  ...kept,
  revision: kept.revision === '' ? null : kept.revision,
})
