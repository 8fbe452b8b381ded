import * as z from 'zod/mini'
import { type Registration, registerLicenses } from './registry'
import open from './spdx-open.json'
import type { LicenseEntry } from './types'

/**
 * SPDX ids beyond the Hub's list. Those that are open per OSI, FSF or open-data terms are known at once (flags of the
 * SPDX list of 2024-05-21 as used by the Model Openness Tool); names and all other ids come from the SPDX list itself,
 * loaded with the terms. Kept apart so that a content script does not carry it.
 */

let done = false

const flags = { osi: new Set(open.osi), fsf: new Set(open.fsf), data: new Set(open['open-data']) }

const entryOf = (id: string, name: string, osi: boolean): LicenseEntry => {
  const openData = flags.data.has(id)
  const fsf = flags.fsf.has(id)
  return {
    id,
    name,
    label: id,
    family: familyOf(id, osi || fsf || openData),
    class: osi || fsf || openData ? 'open' : restrictedById(id) ? 'restricted' : 'unknown',
    osi,
    fsf,
    openData,
    hubIds: [],
    url: `https://spdx.org/licenses/${id}.html`,
  }
}

/** Makes the open ones known to `lookupLicense`. Safe to call again. */
export function registerSpdx(): void {
  if (done) return
  done = true
  const ids = new Set([...open.osi, ...open.fsf, ...open['open-data']])
  registerLicenses(
    [...ids].map((id): Registration => ({ entry: entryOf(id, id, flags.osi.has(id)), aliases: [] })),
  )
}

/** Rows of the SPDX list: id, name, OSI approved. */
export const spdxRowsSchema = z.array(z.tuple([z.string(), z.string(), z.boolean()]))

/** Makes the whole list known, by id and by name. */
export function registerSpdxList(rows: readonly (readonly [id: string, name: string, osi: boolean])[]): void {
  registerLicenses(rows.map(([id, name, osi]) => ({ entry: entryOf(id, name, osi), aliases: [name] })))
}

const restrictedById = (id: string): boolean => /^CC-BY.*-N[CD]|Noncommercial|-NC-/i.test(id)

/** Coarse: only families that can be told from the id itself. */
function familyOf(id: string, isOpen: boolean): string {
  if (/^CC-BY-NC/.test(id)) return 'noncommercial'
  if (/^CC-BY-ND/.test(id)) return 'no-derivatives'
  if (/^CC-BY-SA/.test(id)) return 'share-alike'
  if (/^CC-BY|^OGL/.test(id)) return 'attribution'
  if (/^AGPL/.test(id)) return 'network-copyleft'
  if (/^LGPL/.test(id)) return 'weak-copyleft'
  if (/^GPL/.test(id)) return 'copyleft'
  return isOpen ? 'open' : 'other'
}
