import type { Evidence, Finding, LicenseState, Status, Strength, UnknownBecause } from '../assessment'
import { COMPONENT_IDS, type ComponentId } from '../components'
import type { Reading } from '../snapshot/reading'

/** A detector's word on one component. Several may speak of the same one; `resolve` weighs them. */
export interface Signal {
  component: ComponentId
  status: Exclude<Status, 'unknown'>
  evidence: Evidence
  license?: { id: string | null; state: LicenseState; inherited: boolean }
}

/** Reads what it knows about and says what it found; silence means "nothing found". Pure, linear in the reading. */
export type Detector = (reading: Reading) => Iterable<Signal>

const QUOTE_LENGTH = 200

/** Cuts a quote at 200 characters, on a word's end where there is one, without breaking a surrogate pair. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= QUOTE_LENGTH) return plain
  const cut = plain.slice(0, QUOTE_LENGTH - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > QUOTE_LENGTH / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Evidence with its quote bounded. */
export function evidence(
  claim: string,
  quoted: string,
  url: string,
  locator: string,
  method: string,
  strength: Strength,
): Evidence {
  return { claim, quote: quote(quoted), url, locator, method, strength }
}

/** A finding that nobody has said anything about. */
export function unknown(because: UnknownBecause): Finding {
  return {
    status: 'unknown',
    unknownBecause: because,
    license: null,
    licenseState: 'unknown',
    licenseInherited: false,
    evidence: [],
  }
}

/** Every component unknown for one reason. */
export function nothingKnown(because: UnknownBecause): Record<ComponentId, Finding> {
  const entries = COMPONENT_IDS.map((id): [ComponentId, Finding] => [id, unknown(because)])
  return Object.fromEntries(entries) as Record<ComponentId, Finding>
}
