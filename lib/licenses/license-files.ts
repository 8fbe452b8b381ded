import type { Evidence } from '../assessment'
import { evidence } from '../evidence/collector'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { readTitle } from './titles'
import type { LicenseEntry } from './types'

/** Licence files of a repository, by name, with the title of their text where it was read. */

export interface LicenseFile {
  path: string
  titled: { entry: LicenseEntry; title: string } | null
  /** Null when only the file's name was seen. */
  evidence: Evidence
}

const LICENSE_FILE = /^(?:licen[cs]e|copying|unlicense|model[-_ ]?licen[cs]e)[^/]*$/i
/** Files that speak of code, data or third parties, not of the weights. */
const NOT_WEIGHTS = /code|data|docs?\b|third|notice|\.py$/i

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

/** The title of a file that licenses the code by its own name (`LICENSE-CODE`), where its text was read. */
export function readCodeLicense(reading: Reading): { entry: LicenseEntry; path: string } | null {
  for (const [path, content] of Object.entries(reading.texts ?? {})) {
    if (!/^licen[cs]e[-_.]?code[^/]{0,40}$/i.test(path)) continue
    const titled = readTitle(content)
    if (titled) return { entry: titled.entry, path }
  }
  return null
}
