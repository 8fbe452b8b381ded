import type { Facts } from '../assessment'
import { entryOf } from '../licenses/license-files'
import { type Query, readQuery } from '../licenses/query'
import { type ReadLicenses, readSpdxExpression } from '../licenses/spdx-expression'
import type { TextAnswer } from '../licenses/text/identify'
import { identifyRegistered } from '../licenses/text/registered'
import { ask, LOOK } from '../platform/messages'
import { loadLicenseTerms, loadLicenseTexts } from '../sources/license-data'
import { fetchLicenseFile, fetchRepositoryLicense } from '../sources/license-file'

/** The licence check of the popup: what a query answers at once, and what it takes to answer the rest. */

export type Answered =
  | { state: 'licenses'; licenses: ReadLicenses }
  | { state: 'text'; text: TextAnswer; licenses: ReadLicenses | null; path: string | null }
  | { state: 'model'; facts: Facts }
  /** Enter asks a site: nothing is asked while somebody types. */
  | { state: 'offer'; query: Extract<Query, { kind: 'model' | 'repository' | 'file' }> }
  | { state: 'working'; what: 'asking' | 'reading' }
  | { state: 'fault'; fault: 'unknown' | 'no_model' | 'no_file' | 'failed' | 'limited'; name: string }

/** Answers without a request; null for an empty box. */
export async function answerAtOnce(input: string): Promise<Answered | null> {
  await loadLicenseTerms()
  const query = readQuery(input)
  switch (query.kind) {
    case 'empty':
      return null
    case 'licenses':
      return { state: 'licenses', licenses: query.licenses }
    case 'text':
      return readText(query.text, null)
    case 'unknown':
      return { state: 'fault', fault: 'unknown', name: query.name }
    default:
      return { state: 'offer', query }
  }
}

/** Answers by asking a site. Never rejects. */
export async function answerByAsking(
  query: Extract<Answered, { state: 'offer' }>['query'],
): Promise<Answered> {
  if (query.kind === 'model') return askModel(query.id)
  const file =
    query.kind === 'repository'
      ? await fetchRepositoryLicense(query.id)
      : await fetchLicenseFile(query.url, query.path)
  if (file.state === 'ok') return readText(file.text, file.path)
  const name = query.kind === 'repository' ? query.id : query.path
  return { state: 'fault', fault: file.state === 'missing' ? 'no_file' : file.state, name }
}

async function askModel(id: string): Promise<Answered> {
  const facts = await ask(LOOK, {
    site: 'huggingface',
    id,
    lastModified: null,
    renderedCard: null,
    knownOnly: false,
  }).catch(() => null)
  if (facts === null) return { state: 'fault', fault: 'failed', name: id }
  if (facts.depth === 'look') return { state: 'model', facts }
  const fault = facts.faults.find(
    (item) => item.id === 'gone' || item.id === 'rate-limit' || item.id === 'gated',
  )
  if (fault?.id === 'gone') return { state: 'fault', fault: 'no_model', name: id }
  if (fault?.id === 'gated') return { state: 'model', facts }
  return { state: 'fault', fault: fault?.id === 'rate-limit' ? 'limited' : 'failed', name: id }
}

async function readText(content: string, path: string | null): Promise<Answered> {
  await Promise.all([loadLicenseTerms(), loadLicenseTexts()])
  const text = identifyRegistered(content) ?? { matches: [], undecided: [], otherWords: 0 }
  const match = text.undecided.length === 0 ? text.matches.find(({ part }) => part === 'license') : undefined
  const entry = match && match.kind !== 'modified' ? entryOf(match) : null
  return { state: 'text', text, licenses: entry ? readSpdxExpression(entry.id) : null, path }
}
