import type { Evidence } from '../assessment'
import { evidence } from '../evidence/collector'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { githubLicense } from './github'
import { readTitle } from './titles'
import type { LicenseEntry } from './types'

/** Where a page says which licence it is under, each place verbatim and with its proof. */

export interface Declaration {
  /** As declared: one string or several. */
  licenses: readonly string[]
  name: string | null
  link: string | null
  place: 'tag' | 'front matter' | 'repository'
  evidence: Evidence
}

export interface LicenseFile {
  path: string
  titled: { entry: LicenseEntry; title: string } | null
  /** Null when only the file's name was seen. */
  evidence: Evidence
}

const TAG = 'license:'
const LICENSE_FILE = /^(?:licen[cs]e|copying|unlicense|model[-_ ]?licen[cs]e)[^/]*$/i
/** Files that speak of code, data or third parties, not of the weights. */
const NOT_WEIGHTS = /code|data|docs?\b|third|notice|\.py$/i

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  )

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** All declarations of a licence in metadata, the page's tag first. */
export function readDeclarations(reading: Reading): Declaration[] {
  const found: Declaration[] = []
  const tags = (reading.model?.tags ?? [])
    .filter((tag) => tag.startsWith(TAG))
    .map((tag) => tag.slice(TAG.length))
  const card = readCardKeys(reading)
  if (tags.length > 0) {
    found.push({
      licenses: tags,
      name: card?.name ?? null,
      link: card?.link ?? null,
      place: 'tag',
      evidence: evidence(
        `The page is tagged with the licence ${tags.join(', ')}.`,
        tags.map((tag) => TAG + tag).join(', '),
        reading.url,
        `tag: ${TAG}${tags[0]}`,
        'license.tag',
        'declared',
      ),
    })
  }
  if (card) found.push(card)
  const repository = githubLicense(reading)
  if (repository) found.push(repository)
  return found
}

/** `license`, `license_name`, `license_link` from the card's front matter, else from the Hub's reading of it. */
function readCardKeys(reading: Reading): Declaration | null {
  const data = reading.frontMatter?.data
  const cardData = reading.model?.cardData
  const licenses = data ? texts(data.license) : (cardData?.license ?? []).filter((item) => item.trim() !== '')
  if (licenses.length === 0) return null
  const line = reading.frontMatter?.lines.license
  return {
    licenses,
    name: data ? text(data.license_name) : (cardData?.license_name ?? null),
    link: data ? text(data.license_link) : (cardData?.license_link ?? null),
    place: 'front matter',
    evidence: evidence(
      `The card's front matter declares the licence ${licenses.join(', ')}.`,
      `license: ${licenses.join(', ')}`,
      data ? fileUrl(reading.site, reading.id, reading.revision, 'README.md', line) : reading.url,
      'front matter: license',
      'license.front-matter',
      'declared',
    ),
  }
}

/** Licence files at the root that may speak of the weights; files about the weights by name come first. */
export function readLicenseFiles(reading: Reading): LicenseFile[] {
  const paths = new Set<string>()
  for (const path of Object.keys(reading.texts ?? {})) if (LICENSE_FILE.test(path)) paths.add(path)
  for (const file of reading.files ?? []) {
    if (file.path.length < 80 && !file.path.includes('/') && LICENSE_FILE.test(file.path))
      paths.add(file.path)
  }
  return [...paths]
    .filter((path) => !NOT_WEIGHTS.test(path))
    .sort((a, b) => Number(/model|weight/i.test(b)) - Number(/model|weight/i.test(a)))
    .slice(0, 8)
    .map((path) => {
      const content = reading.texts?.[path] ?? null
      const titled = content === null ? null : readTitle(content)
      return {
        path,
        titled,
        evidence: evidence(
          titled
            ? `The file ${path} is titled "${titled.title.slice(0, 80)}".`
            : `The repository holds a licence file, ${path}.`,
          titled?.title ?? path,
          fileUrl(reading.site, reading.id, reading.revision, path),
          `file: ${path}`,
          'license.file',
          titled ? 'declared' : 'artefact',
        ),
      }
    })
}

/** A licence file of any kind in the listing, code and data ones included. */
export function hasLicenseFile(reading: Reading): boolean {
  const inTexts = Object.keys(reading.texts ?? {}).some((path) => LICENSE_FILE.test(path))
  return (
    inTexts || (reading.files ?? []).some((file) => file.path.length < 80 && LICENSE_FILE.test(file.path))
  )
}
