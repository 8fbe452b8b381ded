import * as z from 'zod/mini'
import { readCache, writeCache } from '../platform/cache'
import { type FileEntry, LIMITS, type LinkedSource, type Snapshot } from '../snapshot/schema'
import { encodePath } from '../snapshot/urls'
import { type Fetched, fetchIfChanged, fetchText } from './fetch'

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
  /** How the API names that commit, where it was the API that told of it. */
  etag: z.nullable(z.string()),
  /** A line for each: its size in bytes or nothing, a space, its path. A list of objects takes four times the room. */
  files: z.string(),
  filesTruncated: z.boolean(),
  card: z.nullable(z.string()),
  cardTruncated: z.boolean(),
  texts: z.record(z.string(), z.string()),
  refs: z.nullable(z.array(z.string())),
})
type Kept = z.infer<typeof keptSchema>

export interface LookedUp {
  /** Null where nobody answered and nothing is known from before. */
  source: LinkedSource | null
  /** What could not be had now; the source then holds less, or stands as it was found before. */
  faults: { source: 'api' | 'card'; state: Exclude<Fetched['state'], 'ok'>; gated: boolean }[]
}

/** Null where nobody answered, or its files could not be listed: that is asked again. Never rejects. */
export async function fetchRepository(id: string): Promise<LinkedSource | null> {
  const { source } = await lookUpRepository(id)
  return source !== null && typeof source !== 'string' && source.files === null ? null : source
}

/** A repository with what could not be had of it. Never rejects. */
export async function lookUpRepository(id: string): Promise<LookedUp> {
  if (!NAME.test(id)) return { source: 'missing', faults: [] }
  const key = `repository/3/${id.toLowerCase()}`
  const fresh = z.safeParse(keptSchema, await readCache(key, AGE))
  if (fresh.success) return whole(toSnapshot(id, fresh.data))
  const parsed = z.safeParse(keptSchema, await readCache(key, AGE_OF_COMMIT))
  const older = parsed.success ? parsed.data : null
  const head = await fetchHead(id, older)
  if (head === 'empty') return whole(toSnapshot(id, EMPTY))
  if (head === 'missing' || head === 'denied') return whole(head)
  if (!('revision' in head)) return asBefore(id, older, head)
  const { revision, etag, refs, name } = head
  if (older?.revision === revision) {
    const still = { ...older, etag: etag ?? older.etag, refs: refs ?? older.refs }
    await writeCache(key, still)
    return whole(toSnapshot(id, still))
  }
  const listing = await fetchText(`${API}/${name}/git/trees/${revision}?recursive=1`, { maxLength: MAX_TREE })
  const tree = z.safeParse(treeSchema, parseJson(listing))
  if (!tree.success) {
    if (listing.state === 'missing' || listing.state === 'denied') return whole(listing.state)
    return older === null ? withoutList(id, head, listing) : asBefore(id, older, listing)
  }
  const blobs = tree.data.tree.filter(({ type }) => type === 'blob')
  const files = blobs.slice(0, LIMITS.files)
  const readme = files.find(({ path }) => README.test(path))?.path
  const { card, texts, faults } = await readTexts(name, revision, readme, licenseFiles(files))
  const looked: Kept = {
    revision,
    etag,
    files: files.map(({ path, size }) => `${size ?? ''} ${path.replaceAll('\n', ' ')}`).join('\n'),
    filesTruncated: tree.data.truncated || blobs.length > files.length,
    card: card?.state === 'ok' ? card.text : null,
    cardTruncated: card?.state === 'ok' && card.truncated,
    texts,
    refs,
  }
  if (faults.length === 0) await writeCache(key, looked)
  return { source: toSnapshot(id, looked), faults }
}

const whole = (source: LinkedSource): LookedUp => ({ source, faults: [] })

/** Nobody answers now: what was read of an earlier commit stands, and is true of that commit. */
const asBefore = (id: string, older: Kept | null, answer: Fetched): LookedUp => ({
  source: older === null ? null : toSnapshot(id, older),
  faults: [{ source: 'api', state: answer.state === 'ok' ? 'failed' : answer.state, gated: false }],
})

/** The API lists no files now; README and licence have addresses of their own, under their usual names. */
async function withoutList(id: string, { revision, refs, name }: Head, answer: Fetched): Promise<LookedUp> {
  const { card, texts } = await readTexts(name, revision, 'README.md', ['LICENSE'])
  const looked: Kept = {
    ...EMPTY,
    revision,
    card: card?.state === 'ok' ? card.text : null,
    cardTruncated: card?.state === 'ok' && card.truncated,
    texts,
    refs,
  }
  const { faults } = asBefore(id, null, answer)
  return { source: { ...toSnapshot(id, looked), files: null }, faults }
}

/** The README and licences as raw files of that commit, with what could not be had of them. */
async function readTexts(
  id: string,
  revision: string,
  readme: string | undefined,
  licenses: readonly string[],
): Promise<{ card: Fetched | null; texts: Record<string, string>; faults: LookedUp['faults'] }> {
  const paths = [...(readme === undefined ? [] : [readme]), ...licenses]
  const answers = await Promise.all(
    paths.map((path) =>
      fetchRaw(id, revision, path, path === readme ? LIMITS.card : LIMITS.text).then((answer) => ({
        path,
        answer,
      })),
    ),
  )
  const texts: Record<string, string> = {}
  const faults: LookedUp['faults'] = []
  for (const { path, answer } of answers) {
    if (answer.state !== 'ok') faults.push({ source: 'card', state: answer.state, gated: false })
    else if (path !== readme) texts[path] = answer.text
  }
  return {
    card: answers.find(({ path }) => path === readme)?.answer ?? null,
    texts,
    faults: faults.slice(0, 1),
  }
}

/** The one licence of a repository; of several, one for the code and one for the weights. */
function licenseFiles(files: readonly { path: string }[]): string[] {
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
  etag: null,
  files: '',
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
  etag: string | null
  /** What the repository is called now: asking under its old name costs a request more each time. */
  name: string
}

/**
 * As `git ls-remote` asks (git-http-protocol, smart); where that is not to be had, the API names the head commit, and
 * where the API did so before, it is only asked whether that has changed.
 */
async function fetchHead(
  id: string,
  older: Kept | null,
): Promise<Head | 'missing' | 'denied' | 'empty' | Fetched> {
  const listed = await fetchText(`https://github.com/${id}.git/info/refs?service=git-upload-pack`, {
    maxLength: MAX_REFS,
  })
  const found = listed.state === 'ok' ? readRefs(listed.text) : null
  if (found && listed.state === 'ok') {
    const name = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)\.git\//.exec(listed.url)?.[1] ?? id
    return { ...found, etag: null, name: NAME.test(name) ? name : id }
  }
  const address = `${API}/${id}/commits/HEAD`
  const answer = await fetchIfChanged(address, { maxLength: MAX_COMMIT }, older?.etag ?? null)
  if (answer.state === 'unchanged')
    return older === null
      ? { state: 'failed', status: 304 }
      : { revision: older.revision, refs: null, etag: older.etag, name: id }
  const commit = z.safeParse(commitSchema, parseJson(answer))
  if (commit.success && answer.state === 'ok')
    return { revision: commit.data.sha, refs: null, etag: answer.etag, name: id }
  // "Git Repository is empty."
  if (answer.state === 'failed' && answer.status === 409) return 'empty'
  return answer.state === 'missing' || answer.state === 'denied' ? answer.state : answer
}

/** Lines of four hexadecimal digits, a hash, a name; the first is HEAD, with the server's abilities after a zero byte. */
export function readRefs(text: string): Pick<Head, 'revision' | 'refs'> | null {
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
  fetchText(`${RAW}/${id}/${revision}/${encodePath(path)}`, { maxLength })

function parseJson(answer: Fetched): unknown {
  if (answer.state !== 'ok' || answer.truncated) return null
  try {
    return JSON.parse(answer.text)
  } catch {
    return null
  }
}

function toSnapshot(id: string, { etag: _, files, revision, ...kept }: Kept): Snapshot {
  return {
    site: 'github',
    id,
    capturedAt: null,
    html: null,
    api: null,
    cardHtml: null,
    linked: null,
    ...kept,
    files: files === '' ? [] : files.split('\n').map(readFile),
    revision: revision === '' ? null : revision,
  }
}

function readFile(line: string): FileEntry {
  const end = line.indexOf(' ')
  const size = Number.parseInt(line.slice(0, end), 10)
  return { path: line.slice(end + 1), size: Number.isNaN(size) ? null : size, sha256: null }
}
