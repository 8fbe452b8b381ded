import type { FileEntry } from '../snapshot/schema'
import { classifyPath, type FileKind } from './file-kinds'

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

const cache = new WeakMap<readonly FileEntry[], FileGroups>()

/** Files by kind. Remembered per listing, so that detectors may ask as often as they like. */
export function groupFiles(files: readonly FileEntry[] | null): FileGroups {
  if (files === null) return NO_FILES
  const known = cache.get(files)
  if (known) return known
  const groups = new Map<FileKind, FileGroup>()
  for (const file of files) {
    const kind = kindOf(file)
    if (kind === null) continue
    const group = groups.get(kind)
    if (!group) groups.set(kind, { count: 1, first: [file] })
    else {
      group.count += 1
      if (group.first.length < KEPT) group.first.push(file)
    }
  }
  cache.set(files, groups)
  return groups
}

/** Whether a listed file holds the weights of a whole model, or a shard of them. */
export const isWeightFile = (file: FileEntry): boolean => kindOf(file) === 'weights'

function kindOf(file: FileEntry): FileKind | null {
  const kind = classifyPath(file.path)
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
