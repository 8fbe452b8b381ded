import type { Facts, Subject } from '../assessment'
import type { Reading } from '../snapshot/reading'

/** What a reading is about, how far it was looked at, and what of it could not be read. */

export function subjectOf(reading: Reading): Subject {
  return {
    site: reading.site,
    id: reading.id,
    revision: reading.revision,
    name: reading.id.slice(reading.id.lastIndexOf('/') + 1),
    isModel: reading.site === 'huggingface' ? !/^(?:datasets|spaces)\//.test(reading.id) : null,
  }
}

export const depthOf = (reading: Reading): Facts['depth'] =>
  reading.card === null && reading.files === null ? 'glance' : 'look'

export function faultsOf(reading: Reading): Facts['faults'] {
  const faults: Facts['faults'] = []
  if (reading.frontMatterFault !== null) faults.push({ id: 'front-matter', detail: reading.frontMatterFault })
  if (reading.cardTruncated) faults.push({ id: 'card-truncated', detail: 'card' })
  if (reading.filesTruncated) faults.push({ id: 'files-truncated', detail: 'files' })
  if (reading.site === 'github' && reading.files?.length === 0)
    faults.push({ id: 'empty', detail: 'repository' })
  const gated = reading.model?.gated
  if (gated === 'auto' || gated === 'manual') faults.push({ id: 'gated', detail: gated })
  return faults
}
