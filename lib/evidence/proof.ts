import type { Evidence, Strength } from '../assessment'
import type { Reading } from '../snapshot/reading'
import type { FileEntry } from '../snapshot/schema'
import { fileUrl, treeUrl } from '../snapshot/urls'
import { evidence } from './collector'

/** Evidence that one listed file is. */
export function fileEvidence(
  reading: Reading,
  file: FileEntry | undefined,
  claim: string,
  method: string,
  strength: Strength = 'artefact',
): Evidence {
  const path = file?.path.slice(0, 500) ?? ''
  const url = path
    ? fileUrl(reading.site, reading.id, reading.revision, path)
    : treeUrl(reading.site, reading.id, reading.revision)
  return evidence(claim, path, url, path ? `file: ${path.slice(0, 160)}` : 'files', method, strength)
}
