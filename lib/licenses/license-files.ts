import type { Evidence } from '../assessment'
import { evidence } from '../evidence/collector'
import type { Reading } from '../snapshot/reading'
import type { FileEntry } from '../snapshot/schema'
import { fileUrl } from '../snapshot/urls'
import { lookupLicense } from './registry'
import type { TextMatch } from './text/identify'
import { identifyRegistered } from './text/registered'
import { readTitle } from './titles'
import type { LicenseEntry } from './types'

/** Licence files of a repository: by name, by the title of their text, and by the text itself where texts are loaded. */

export interface LicenseFile {
  path: string
  read: {
    entry: LicenseEntry
    /** text: the wording was recognised · modified: that wording with something changed · title: only the head names it. */
    how: 'text' | 'modified' | 'title'
    /** The words that a quote shows: the title, or what a modified text adds. */
    quote: string
  } | null
  evidence: Evidence
}

const LICENSE_FILE = /^(?:licen[cs]e|copying|unlicense|model[-_ ]?licen[cs]e)[^/]*$/i
/** Files that speak of code, data or third parties, not of the weights. */
const NOT_WEIGHTS = /code|data|docs?\b|third|notice|\.py$/i
const CODE_FILE = /^licen[cs]e[-_.]?code[^/]{0,40}$/i
const WEIGHTS_FILE = /model|weight/i

const listed = new WeakMap<readonly FileEntry[], readonly FileEntry[]>()

/** Licence files of any kind at a listing's root, code and data ones included. Looked for once per listing. */
export function licenseFilesIn(files: readonly FileEntry[] | null): readonly FileEntry[] {
  if (files === null) return []
  const known = listed.get(files)
  if (known) return known
  const found = files.filter(({ path }) => path.length < 80 && !path.includes('/') && LICENSE_FILE.test(path))
  listed.set(files, found)
  return found
}

/** Licence files at the root that may speak of the weights; files about the weights by name come first. */
export function readLicenseFiles(reading: Reading): LicenseFile[] {
  const paths = new Set<string>()
  for (const path of Object.keys(reading.texts ?? {})) if (LICENSE_FILE.test(path)) paths.add(path)
  for (const { path } of licenseFilesIn(reading.files)) paths.add(path)
  return [...paths]
    .filter((path) => !NOT_WEIGHTS.test(path))
    .sort((a, b) => Number(WEIGHTS_FILE.test(b)) - Number(WEIGHTS_FILE.test(a)))
    .slice(0, 8)
    .map((path) => {
      const content = reading.texts?.[path] ?? null
      const read = content === null ? null : readLicense(content)
      return {
        path,
        read,
        evidence: evidence(
          claimOf(path, read),
          read?.quote ?? path,
          fileUrl(reading.site, reading.id, reading.revision, path),
          `file: ${path}`,
          read && read.how !== 'title' ? 'license.text' : 'license.file',
          read ? 'declared' : 'artefact',
        ),
      }
    })
}

function claimOf(path: string, read: LicenseFile['read']): string {
  if (read === null) return `The repository holds a licence file, ${path}.`
  if (read.how === 'text') return `The text of ${path} is that of ${read.entry.name}.`
  if (read.how === 'modified') return `The text of ${path} reads as ${read.entry.name}, modified.`
  return `The file ${path} is titled "${read.quote.slice(0, 80)}".`
}

/** Which licence a file's content is, by its wording where texts are loaded, else by its title. */
export function readLicense(content: string): LicenseFile['read'] {
  const titled = readTitle(content)
  const answer = identifyRegistered(content)
  const match =
    answer?.undecided.length === 0 ? answer.matches.find(({ part }) => part === 'license') : undefined
  const entry = match && entryOf(match)
  if (!match || !entry) {
    // Among texts that cannot be told apart the title may decide.
    return titled ? { entry: titled.entry, how: 'title', quote: titled.title } : null
  }
  const head = headOf(content)
  if (match.kind === 'modified') return { entry, how: 'modified', quote: match.added[0] ?? head }
  return { entry, how: 'text', quote: titled?.title ?? head }
}

/** The plain entry where one text stands for several ids ("-only" and "-or-later"). */
export function entryOf(match: Pick<TextMatch, 'ids'>): LicenseEntry | null {
  const ids = [...match.ids].sort((a, b) => Number(/-or-later$/.test(a)) - Number(/-or-later$/.test(b)))
  for (const id of ids) {
    const entry = lookupLicense(id)
    if (entry) return entry
  }
  return null
}

const headOf = (content: string): string =>
  content
    .slice(0, 1_000)
    .split('\n')
    .map((line) => line.replace(/[#*=_-]+/g, ' ').trim())
    .find((line) => line.length > 3)
    ?.slice(0, 150) ?? ''

/** A licence file of any kind in the listing, code and data ones included. */
export function hasLicenseFile(reading: Reading): boolean {
  const inTexts = Object.keys(reading.texts ?? {}).some((path) => LICENSE_FILE.test(path))
  return inTexts || licenseFilesIn(reading.files).length > 0
}

/** A file that licenses the weights by its own name (`MODEL_LICENSE`, `LICENSE.model.md`). */
export function hasWeightsLicense(reading: Reading): boolean {
  const named = Object.keys(reading.texts ?? {}).filter((path) => path.length < 80 && LICENSE_FILE.test(path))
  return [...named, ...licenseFilesIn(reading.files).map(({ path }) => path)].some((path) =>
    WEIGHTS_FILE.test(path),
  )
}

/** What a file that licenses the code by its own name (`LICENSE-CODE`) is, where its text was read. */
export function readCodeLicense(
  reading: Reading,
): { entry: LicenseEntry; path: string; evidence: Evidence } | null {
  for (const [path, content] of Object.entries(reading.texts ?? {})) {
    if (!CODE_FILE.test(path)) continue
    const read = readLicense(content)
    if (!read || read.how === 'modified') continue
    const proof = evidence(
      claimOf(path, read),
      read.quote,
      fileUrl(reading.site, reading.id, reading.revision, path),
      `file: ${path}`,
      read.how === 'title' ? 'license.file' : 'license.text',
      'declared',
    )
    return { entry: read.entry, path, evidence: proof }
  }
  return null
}
