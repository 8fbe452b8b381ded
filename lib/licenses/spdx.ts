import { type Registration, registerLicenses } from './registry'
import open from './spdx-open.json'

/**
 * SPDX ids beyond the Hub's list that are open per OSI, FSF or open-data terms: flags only (SPDX list 2024-05-21 as
 * used by the Model Openness Tool). Kept apart so that a content script does not carry it.
 */

let done = false

/** Makes them known to `lookupLicense`. Safe to call again. */
export function registerSpdx(): void {
  if (done) return
  done = true
  const ids = new Set([...open.osi, ...open.fsf, ...open['open-data']])
  const [osi, fsf, data] = [new Set(open.osi), new Set(open.fsf), new Set(open['open-data'])]
  registerLicenses(
    [...ids].map(
      (id): Registration => ({
        entry: {
          id,
          name: id,
          label: id,
          family: familyOf(id),
          class: 'open',
          osi: osi.has(id),
          fsf: fsf.has(id),
          openData: data.has(id),
          hubIds: [],
          url: `https://spdx.org/licenses/${id}.html`,
        },
        aliases: [],
      }),
    ),
  )
}

/** Coarse: only families that can be told from the id itself. */
function familyOf(id: string): string {
  if (/^CC-BY-SA/.test(id)) return 'share-alike'
  if (/^CC-BY|^OGL/.test(id)) return 'attribution'
  if (/^AGPL/.test(id)) return 'network-copyleft'
  if (/^LGPL/.test(id)) return 'weak-copyleft'
  if (/^GPL/.test(id)) return 'copyleft'
  return 'open'
}
