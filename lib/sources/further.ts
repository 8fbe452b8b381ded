import { sourcesOf } from '../evidence/sources'
import { ancestorsOf } from '../lineage/ancestors'
import { unreadConfiguration } from '../lineage/further-bases'
import { readSnapshot, withMore } from '../snapshot/read'
import type { Reading } from '../snapshot/reading'
import type { LinkedSource, Snapshot } from '../snapshot/schema'
import { fetchText } from './fetch'
import { fetchRepository } from './github'
import { addressOf, fetchBase, rawAddress } from './hub'
import { fetchCollection, fetchDataset, fetchPaper } from './hub-documents'

/**
 * What a model's page leads to, looked at step by step: the files that may name a base, the model's own repository, its
 * bases and theirs, data sets, a paper, a collection. Four at a time, each once; what is asked is bounded by
 * `evidence/sources` and `lineage/ancestors`.
 */

const AT_ONCE = 4

export interface Step {
  snapshot: Snapshot
  /** False where nobody answered: asking on would be in vain. */
  answered: boolean
  /** Something was asked for and nobody answered: it stays open, and is worth asking for again later. */
  unanswered: boolean
  /** The silence about a file was taken for an empty one: good for now, not worth keeping. */
  lost: boolean
}

interface Target {
  url: string
  fetch(): Promise<LinkedSource | null>
}

/** Looks at the next few sources that a snapshot names and does not hold. Never rejects. */
export async function lookOneStepFurther(snapshot: Snapshot): Promise<Step> {
  // A repository leads to nothing but its model on the Hub; what that leads to is looked at in its place.
  const [model] = Object.entries(snapshot.linked ?? {}).flatMap(([url, target]) =>
    snapshot.site === 'github' && typeof target !== 'string' ? [{ url, target }] : [],
  )
  if (snapshot.site !== 'github') return lookBehind(snapshot, null)
  if (!model) return { snapshot, answered: false, unanswered: false, lost: false }
  const step = await lookBehind(model.target, `https://github.com/${snapshot.id}`)
  const linked = { ...snapshot.linked, [model.url]: step.snapshot }
  return { ...step, snapshot: withMore(snapshot, { linked }) }
}

/** `known`: the address of what is looked at already. */
async function lookBehind(snapshot: Snapshot, known: string | null): Promise<Step> {
  const reading = readSnapshot(snapshot)
  const unread = unreadConfiguration(reading)
  if (unread.length > 0) {
    const { texts, lost } = await readFiles(snapshot, unread)
    const more = withMore(snapshot, { texts: { ...snapshot.texts, ...texts } })
    return { snapshot: more, answered: true, unanswered: false, lost }
  }
  const linked: Record<string, LinkedSource> = { ...snapshot.linked }
  let [answered, unanswered] = [false, false]
  await Promise.all(
    targetsOf(reading)
      .filter(({ url }) => url.toLowerCase() !== known?.toLowerCase())
      .slice(0, AT_ONCE)
      .map(async ({ url, fetch }) => {
        const source = await fetch()
        if (source === null) {
          unanswered = true
          return
        }
        linked[url] = source
        answered = true
      }),
  )
  return { snapshot: withMore(snapshot, { linked }), answered, unanswered, lost: false }
}

/** The model's own source first, then its bases, then the rest. */
function targetsOf(reading: Reading): Target[] {
  const open = sourcesOf(reading).filter(({ state }) => state === 'open')
  const of = (kind: string, fetch: (id: string) => Promise<LinkedSource | null>): Target[] =>
    open.filter((source) => source.kind === kind).map(({ url, id }) => ({ url, fetch: () => fetch(id) }))
  const bases = ancestorsOf(reading)
    .filter(({ state }) => state === 'unseen')
    .map(({ id }) => ({ url: addressOf(id), fetch: () => fetchBase(id) }))
  return [
    ...of('repository', fetchRepository),
    ...bases,
    ...of('dataset', fetchDataset),
    ...of('paper', fetchPaper),
    ...of('collection', fetchCollection),
  ]
}

const MAX_CONFIGURATION = 256 * 1024

/** A file that cannot be had, or is too long to be what its name says, counts as read and empty. */
async function readFiles(
  snapshot: Snapshot,
  paths: readonly string[],
): Promise<{ texts: Record<string, string>; lost: boolean }> {
  let lost = false
  const read = await Promise.all(
    paths.map(async (path): Promise<[string, string]> => {
      const answer = await fetchText(rawAddress(snapshot.id, snapshot.revision, path), {
        maxLength: MAX_CONFIGURATION,
      })
      if (answer.state === 'failed' || answer.state === 'limited') lost = true
      return [path, answer.state === 'ok' && !answer.truncated ? answer.text : '']
    }),
  )
  return { texts: Object.fromEntries(read), lost }
}
