import { lookupLink } from './links'
import { isPlaceholder, normalizeLicense } from './normalize'
import { type ReadLicenses, readSpdxExpression } from './spdx-expression'

/** What somebody typed or pasted into the licence check. */
export type Query =
  | { kind: 'empty' }
  | { kind: 'licenses'; licenses: ReadLicenses }
  /** The text of a licence. */
  | { kind: 'text'; text: string }
  /** A model on the Hub: `owner/name`, or an old one-segment id. */
  | { kind: 'model'; id: string }
  /** A GitHub repository: `owner/name`. */
  | { kind: 'repository'; id: string }
  /** A licence file on one of the sites, as the address of its plain text. */
  | { kind: 'file'; url: string; path: string }
  /** Nothing that is known; `name` as written. */
  | { kind: 'unknown'; name: string }

const MAX_NAME = 300
const LONG_WORDS = 30
const HUB = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(.*)$/i
const GITHUB = /^(?:https?:\/\/)?(?:www\.)?github\.com\/(.*)$/i
const ID = /^[A-Za-z0-9][\w.-]{0,95}(?:\/[A-Za-z0-9][\w.-]{0,95})?$/
const NO_MODELS =
  /^(?:datasets|spaces|docs|blog|models|papers|collections|organizations|settings|api|login|join|tasks|learn|pricing|enterprise|new|search|chat|posts|terms-of-service|privacy|changelog|storage|inference)(?:\/|$)/i
const LICENSE_FILE = /(?:^|\/)(?:licen[cs]e|copying|model[-_]?licen[cs]e)[^/]*$/i

/** Reads a query. No request: a model id is only recognised by its shape. */
export function readQuery(input: string): Query {
  const text = input.trim()
  if (text === '') return { kind: 'empty' }
  if (text.length > MAX_NAME || /\n[^\n]*\n/.test(text) || text.split(/\s+/).length > LONG_WORDS) {
    return { kind: 'text', text }
  }
  const hub = HUB.exec(text)?.[1]
  const github = GITHUB.exec(text)?.[1]
  const file = hub !== undefined ? hubFile(hub) : github !== undefined ? githubFile(github) : null
  if (file) return file
  if (hub !== undefined || github !== undefined || /^https?:\/\//i.test(text)) {
    const entry = lookupLink(text)
    const licenses = entry && !isPlaceholder(entry) ? readSpdxExpression(entry.id) : null
    if (licenses) return { kind: 'licenses', licenses }
    if (hub !== undefined) return hubModel(hub, text)
    if (github !== undefined) return githubRepository(github, text)
    return { kind: 'unknown', name: text }
  }
  const licenses = readSpdxExpression(text)
  if (licenses) return { kind: 'licenses', licenses }
  const { entry } = normalizeLicense(text)
  if (entry && isPlaceholder(entry)) return { kind: 'unknown', name: text }
  // "Apache-2.0 OR Nothing-Known" is no model, and neither is a name of several words.
  return ID.test(text) ? { kind: 'model', id: text } : { kind: 'unknown', name: text }
}

const clean = (path: string): string[] =>
  path
    .replace(/[?#][\s\S]*/, '')
    .split('/')
    .filter((segment) => segment !== '')

function hubModel(path: string, text: string): Query {
  const [first = '', second] = clean(path)
  const id =
    second === undefined || /^(?:tree|blob|resolve|discussions)$/.test(second) ? first : `${first}/${second}`
  return NO_MODELS.test(path) || !ID.test(id) ? { kind: 'unknown', name: text } : { kind: 'model', id }
}

function githubRepository(path: string, text: string): Query {
  const [owner, name] = clean(path)
  const id = `${owner}/${name?.replace(/\.git$/, '')}`
  return name !== undefined && ID.test(id) ? { kind: 'repository', id } : { kind: 'unknown', name: text }
}

function hubFile(path: string): Query | null {
  const match = /^([\w.-]+\/[\w.-]+|[\w.-]+)\/(?:blob|resolve|raw)\/([\w.-]+)\/([^?#]+)/.exec(path)
  const [, id, revision, file] = match ?? []
  if (!id || !revision || !file || !LICENSE_FILE.test(file)) return null
  return { kind: 'file', path: file, url: `https://huggingface.co/${id}/raw/${revision}/${file}` }
}

function githubFile(path: string): Query | null {
  const match = /^([\w.-]+)\/([\w.-]+)\/(?:blob|raw)\/([\w.-]+)\/([^?#]+)/.exec(path)
  const [, owner, name, revision, file] = match ?? []
  if (!owner || !name || !revision || !file || !LICENSE_FILE.test(file)) return null
  return {
    kind: 'file',
    path: file,
    url: `https://raw.githubusercontent.com/${owner}/${name}/${revision}/${file}`,
  }
}
