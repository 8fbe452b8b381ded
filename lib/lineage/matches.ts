import type { Match } from '../assessment'
import { evidence } from '../evidence/collector'
import { isWeightFile } from '../evidence/files'
import type { Reading } from '../snapshot/reading'
import type { FileEntry } from '../snapshot/schema'
import { fileUrl } from '../snapshot/urls'
import type { Node } from './ancestors'
import { linkedIn } from './linked'

/**
 * Files that are byte for byte those of another model, told by the SHA-256 that listings give. Only identity is told:
 * which one was first, and whether it was agreed, no listing shows. One shard or a tokenizer in common means little.
 */

const MAX_MATCHES = 8

/** Matches with every linked model that was looked at, weights first. */
export function matchesOf(reading: Reading, nodes: readonly Node[]): Match[] {
  if (reading.site !== 'huggingface') return []
  const own = hashed(reading)
  if (own.size === 0) return []
  const named = new Set(nodes.map(({ id }) => id.toLowerCase()))
  const seen = new Set<Reading>()
  const found: Match[] = []
  for (const [id, target] of linkedIn(reading)) {
    if (typeof target === 'string' || target.site !== 'huggingface' || id.startsWith('datasets/')) continue
    if (seen.has(target) || target.id.toLowerCase() === reading.id.toLowerCase()) continue
    seen.add(target)
    found.push(...compare(reading, own, target, named.has(target.id.toLowerCase())))
  }
  const order: readonly Match['what'][] = ['weights', 'some-weights', 'tokenizer', 'config']
  return found.sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what)).slice(0, MAX_MATCHES)
}

/** Files by path with their hashes; empty where the listing gives none. */
function hashed(reading: Reading): Map<string, string> {
  const found = new Map<string, string>()
  for (const { path, sha256 } of reading.files ?? []) if (sha256 !== null) found.set(path, sha256)
  return found
}

function* compare(
  reading: Reading,
  own: ReadonlyMap<string, string>,
  target: Reading,
  declared: boolean,
): Generator<Match> {
  const theirs = new Map([...hashed(target)].map(([path, hash]) => [hash, path]))
  const proof = (path: string, hash: string, claim: string) =>
    evidence(
      claim,
      `${path}: sha256 ${hash}`,
      fileUrl('huggingface', reading.id, reading.revision, path),
      `file: ${path}`,
      'lineage.identical-files',
      'artefact',
    )
  const all = weightFiles(reading)
  const older = isOlder(target, reading)
  const weights = all.filter(({ path }) => own.has(path))
  const same = weights.filter(({ path }) => theirs.has(own.get(path) ?? ''))
  const [first] = same
  // A cut listing, or shards without a hash, cannot show that all are the same.
  const whole = !reading.filesTruncated && weights.length === all.length && same.length === weights.length
  if (first) {
    const hash = own.get(first.path) ?? ''
    const at = `${target.id}${target.revision ? ` at ${target.revision.slice(0, 7)}` : ''}`
    yield {
      id: target.id,
      what: whole ? 'weights' : 'some-weights',
      declared,
      older,
      evidence: proof(
        first.path,
        hash,
        whole
          ? `The weights are byte-identical to those of ${at}${older ? ', uploaded earlier' : ''}.`
          : `${same.length} of ${all.length} weight files are byte-identical to files of ${at}.`,
      ),
    }
  }
  for (const [what, path] of [
    ['tokenizer', 'tokenizer.json'],
    ['config', 'config.json'],
  ] as const) {
    const hash = own.get(path)
    if (hash !== undefined && theirs.get(hash) === path) {
      yield {
        id: target.id,
        what,
        declared,
        older,
        evidence: proof(path, hash, `${path} is that of ${target.id}.`),
      }
    }
  }
}

function isOlder(one: Reading, other: Reading): boolean | null {
  const [first, second] = [one, other].map((reading) => Date.parse(reading.model?.createdAt ?? ''))
  return first === undefined || second === undefined || Number.isNaN(first - second) ? null : first < second
}

const weightFiles = (reading: Reading): FileEntry[] => (reading.files ?? []).filter(isWeightFile)
