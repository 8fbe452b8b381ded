import type { LicenseClass } from '../assessment'

/** One licence as the registry knows it. */
export interface LicenseEntry {
  /** SPDX id where there is one, else the Hub's id, else a slug of ours. */
  id: string
  name: string
  /** Short form for a chip: "Apache-2.0", "Llama 3.1". */
  label: string
  /** permissive, copyleft, public-domain, attribution, data, rail, community, noncommercial, research … */
  family: string
  class: Exclude<LicenseClass, 'none'>
  osi: boolean
  fsf: boolean
  openData: boolean
  hubIds: readonly string[]
  url: string | null
}
