import type { FileEntry } from '../snapshot/schema'
import { classifyPath, type FileKind, type Folders } from './file-kinds'

/** A listing sorted by what its files are, in one pass. Each kind keeps its first files and a count. */

const KEPT = 40
/** A git-lfs pointer is about 130 bytes; nothing this small holds parameters. */
const POINTER_SIZE = 256
const NO_FILES: FileGroups = new Map()

export interface FileGroup {
  count: number
  first: FileEntry[]
}

export type FileGroups = ReadonlyMap<FileKind, FileGroup>

interface Grouped {
  own: FileGroups
  carried: FileGroups
}

const cache = new WeakMap<readonly FileEntry[], Grouped>()

/** Files by kind. Remembered per listing, so that detectors may ask as often as they like. */
export function groupFiles(files: readonly FileEntry[] | null): FileGroups {
  return files === null ? NO_FILES : sort(files).own
}

/** Code of whole packages that a repository carries along: folders with a licence, a README and a set-up of their own. */
export function groupCarried(files: readonly FileEntry[] | null): FileGroups {
  return files === null ? NO_FILES : sort(files).carried
}

function sort(files: readonly FileEntry[]): Grouped {
  const known = cache.get(files)
  if (known) return known
  const packages = carriedPackages(files)
  const own = new Map<FileKind, FileGroup>()
  const carried = new Map<FileKind, FileGroup>()
  const folders: Folders = new Map()
  for (const file of files) {
    const kind = kindOf(file, folders)
    if (kind === null) continue
    const groups = CODE.has(kind) && packages.some((folder) => file.path.startsWith(folder)) ? carried : own
    const group = groups.get(kind)
    if (!group) groups.set(kind, { count: 1, first: [file] })
    else {
      group.count += 1
      if (group.first.length < KEPT) group.first.push(file)
    }
  }
  const sorted = { own, carried }
  cache.set(files, sorted)
  return sorted
}

const CODE: ReadonlySet<FileKind> = new Set<FileKind>([
  'modeling',
  'training',
  'finetuning',
  'data-processing',
  'tuning-data',
  'inference',
  'evaluation',
])
const MAX_PACKAGES = 20

/** Folders at the root, with a closing slash; a listing's own root is none. */
function carriedPackages(files: readonly FileEntry[]): string[] {
  const signs = new Map<string, Set<string>>()
  for (const { path } of files) {
    const slash = path.indexOf('/')
    if (slash <= 0 || slash > 100 || path.length > slash + 40 || path.indexOf('/', slash + 1) !== -1) continue
    const name = path.slice(slash + 1).toLowerCase()
    const sign = /^(?:licen[cs]e|copying)/.test(name)
      ? 'license'
      : name.startsWith('readme')
        ? 'readme'
        : /^(?:setup\.py|setup\.cfg|pyproject\.toml)$/.test(name)
          ? 'package'
          : null
    if (sign === null) continue
    const folder = path.slice(0, slash + 1)
    signs.set(folder, (signs.get(folder) ?? new Set()).add(sign))
  }
  return [...signs].flatMap(([folder, found]) => (found.size === 3 ? [folder] : [])).slice(0, MAX_PACKAGES)
}

/** Whether a listed file holds the weights of a whole model, or a shard of them. */
export const isWeightFile = (file: FileEntry): boolean => kindOf(file) === 'weights'

function kindOf(file: FileEntry, folders?: Folders): FileKind | null {
  const kind = classifyPath(file.path, folders)
  if ((kind === 'weights' || kind === 'adapter') && file.size !== null && file.size <= POINTER_SIZE)
    return 'pointer'
  if (kind === 'maybe-weights') {
    if (file.size === null) return 'opaque'
    return file.size >= 1_000_000 ? 'weights' : null
  }
  return kind === 'opaque' && file.size !== null && file.size < 1_000_000 ? null : kind
}

/** The file that stands for a group: the first of those nearest to the root. */
export function leadOf(group: FileGroup | undefined): FileEntry | undefined {
  const depth = (file: FileEntry) => file.path.slice(0, 1_024).split('/').length
  return group?.first.reduce((lead, file) => (depth(file) < depth(lead) ? file : lead))
}
