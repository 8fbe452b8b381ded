import hub from './hub.json'
import type { LicenseEntry } from './types'

/**
 * The registry of licences: the Hub's list at once, more after `registerLicenses`. Exact by id, so that nothing is
 * ever read into a name; `normalize.ts` does the reading. Flags: OSI approval and FSF libre as in the SPDX list of
 * 2024-05-21; open-data terms as in the Model Openness Tool's list, with PDDL-1.0 and OpenMDW-1.1 put right
 * (https://github.com/lfai/model_openness_tool, LicenseHandler.php). Classes are our reading of each text's kind.
 */

export interface Registration {
  entry: LicenseEntry
  /** Other names that mean exactly this licence. */
  aliases: readonly string[]
}

type Class = LicenseEntry['class']

const CLASSES: readonly Class[] = ['open', 'conditional', 'restricted', 'unknown']

const toClass = (value: string | undefined): Class => CLASSES.find((known) => known === value) ?? 'unknown'

/** hub.json's columns: Hub id, SPDX id or "", name, family, class, flags (o OSI, f FSF, d open data), label, url. */
function readHubRow(row: readonly string[]): LicenseEntry {
  const [hubId = '', spdx = '', name = '', family = '', licenseClass, flags = '', label, url] = row
  return {
    id: spdx || hubId,
    name,
    label: label ?? spdx,
    family,
    class: toClass(licenseClass),
    osi: flags.includes('o'),
    fsf: flags.includes('f'),
    openData: flags.includes('d'),
    hubIds: [hubId],
    url: url ?? (spdx ? `https://spdx.org/licenses/${spdx}.html` : null),
  }
}

const byId = new Map<string, LicenseEntry>()
const registrations: Registration[] = []
let version = 0

/** Adds licences; an id that is known keeps its entry and gets the further names. */
export function registerLicenses(more: readonly Registration[]): void {
  for (const { entry, aliases } of more) {
    const known = byId.get(entry.id)
    if (known) {
      if (aliases.length > 0) registrations.push({ entry: known, aliases })
      continue
    }
    for (const id of [entry.id, ...entry.hubIds]) if (!byId.has(id)) byId.set(id, entry)
    registrations.push({ entry, aliases })
  }
  version += 1
}

registerLicenses(hub.map((row) => ({ entry: readHubRow(row), aliases: [] })))

/** The entry for an SPDX id, a Hub id or an id of ours, exactly as written. Null when nobody knows it. */
export function lookupLicense(id: string): LicenseEntry | null {
  return byId.get(id) ?? null
}

/** All that is registered so far, with a number that changes when more is added. */
export function registeredLicenses(): { version: number; all: readonly Registration[] } {
  return { version, all: registrations }
}
