import type { Finding, Findings, Status, UnknownBecause } from '../assessment'
import { COMPONENT_IDS, COMPONENT_KINDS, type ComponentId, type ComponentKind } from '../components'
import type { LicenseReading } from '../licenses/answer'
import type { Reading } from '../snapshot/reading'
import { nothingKnown, type Signal, unknown } from './collector'

/**
 * Weighs what detectors said. Artefacts come before an explicit "not released", that before what metadata and words
 * declare, that before what was concluded. Signals on both sides are kept as evidence, whichever wins.
 */

const MAX_EVIDENCE = 8
const STRENGTH = { artefact: 2, declared: 1, inferred: 0 } as const
/** The fuller status wins among positive ones. */
const FULLNESS: Partial<Record<Status, number>> = {
  present: 4,
  present_restricted: 3,
  partial: 2,
  mentioned: 1,
}
/** What a repository's own licence speaks of first. */
const WEIGHTS: readonly ComponentId[] = [
  'weights_final',
  'adapter_weights',
  'weights_intermediate',
  'optimizer_states',
]
/** Found by listing files: a cut listing is why they were not found. */
const LISTED: readonly ComponentId[] = [...WEIGHTS, 'model_metadata']
const INHERITING: readonly ComponentKind[] = ['code', 'document', 'data']

/** One finding per component. Linear in the signals. */
export function resolve(reading: Reading, signals: Iterable<Signal>, license: LicenseReading): Findings {
  const byComponent = new Map<ComponentId, Signal[]>()
  for (const signal of signals) {
    const known = byComponent.get(signal.component)
    if (known) known.push(signal)
    else byComponent.set(signal.component, [signal])
  }
  const findings: Findings = nothingKnown('not_looked')
  for (const id of COMPONENT_IDS) {
    const said = byComponent.get(id)
    findings[id] = said
      ? weigh(reading, id, COMPONENT_KINDS[id], said, license)
      : unknown(whyUnknown(reading, id))
  }
  return findings
}

function weigh(
  reading: Reading,
  id: ComponentId,
  kind: ComponentKind,
  said: readonly Signal[],
  license: LicenseReading,
): Finding {
  const winner = decide(said)
  if (winner === null) return unknown(whyUnknown(reading, id))
  const status = restrictByLicense(id, winner.status, license)
  const rest = said.filter((signal) => signal !== winner).sort((a, b) => rank(b) - rank(a))
  const evidence = [winner, ...rest].map((signal) => signal.evidence)
  if (status !== winner.status) evidence.push(...license.evidence.slice(0, 1))
  const seen = new Set<string>()
  return {
    status,
    unknownBecause: null,
    ...licenseFor(reading, id, kind, winner, said, license),
    evidence: evidence
      .filter((item) => {
        const key = `${item.method} ${item.locator} ${item.quote}`
        return !seen.has(key) && seen.add(key)
      })
      .slice(0, MAX_EVIDENCE),
  }
}

const fullness = (signal: Signal): number => FULLNESS[signal.status] ?? 0
const rank = (signal: Signal): number => STRENGTH[signal.evidence.strength] * 10 + fullness(signal)

/** The signal whose status stands. */
function decide(said: readonly Signal[]): Signal | null {
  const positive = best(said.filter((signal) => fullness(signal) > 0))
  const stated = said.find((signal) => signal.status === 'absent_stated')
  const inspected = said.find((signal) => signal.status === 'absent_inspected')
  const none = stated ?? inspected ?? said.find((signal) => signal.status === 'n_a') ?? null
  if (positive === null) return none
  if (stated)
    return positive.evidence.strength === 'artefact' && positive.status !== 'mentioned' ? positive : stated
  const bare = positive.status === 'mentioned' || positive.evidence.strength === 'inferred'
  return inspected && bare ? inspected : positive
}

/** The fullest positive signal; a gate in declared words restricts what is otherwise fully there. */
function best(positive: readonly Signal[]): Signal | null {
  let top: Signal | null = null
  for (const signal of positive) {
    if (
      top === null ||
      fullness(signal) > fullness(top) ||
      (fullness(signal) === fullness(top) && rank(signal) > rank(top))
    )
      top = signal
  }
  if (top?.status !== 'present') return top
  return positive.find((signal) => signal.status === 'present_restricted') ?? top
}

/** Non-commercial, no-derivatives and research terms restrict weights that are otherwise there. */
function restrictByLicense(id: ComponentId, status: Status, license: LicenseReading): Status {
  return id === 'weights_final' && status === 'present' && license.answer.class === 'restricted'
    ? 'present_restricted'
    : status
}

type Licensing = Pick<Finding, 'license' | 'licenseState' | 'licenseInherited'>

const UNKNOWN_LICENSE: Licensing = { license: null, licenseState: 'unknown', licenseInherited: false }

/**
 * The licence of one component: its own where a source gave one; the model's for weights; the repository's, marked as
 * inherited, for what lies in the same repository; else unknown. Data that is only linked inherits nothing.
 */
function licenseFor(
  reading: Reading,
  id: ComponentId,
  kind: ComponentKind,
  winner: Signal,
  said: readonly Signal[],
  license: LicenseReading,
): Licensing {
  if (fullness(winner) === 0) return UNKNOWN_LICENSE
  const own =
    winner.license ?? said.find((signal) => signal.license && signal.status === winner.status)?.license
  if (own)
    return {
      license: own.state === 'declared' ? own.id : null,
      licenseState: own.state,
      licenseInherited: own.inherited,
    }
  const whole: Licensing = { license: license.license, licenseState: license.state, licenseInherited: false }
  if (WEIGHTS.includes(id) || id === 'license_model') return whole
  if (!INHERITING.includes(kind) || winner.status === 'mentioned' || id === 'weights_base')
    return UNKNOWN_LICENSE
  const here = winner.evidence.url.startsWith(reading.url)
  const linked = kind === 'data' || (kind === 'code' && id !== 'inference_code')
  if (!here || (linked && winner.evidence.strength !== 'artefact' && id !== 'model_metadata'))
    return UNKNOWN_LICENSE
  return { ...whole, licenseInherited: license.state === 'declared' }
}

/** Why nobody said anything about a component. */
export function whyUnknown(reading: Reading, id: ComponentId): UnknownBecause {
  if (id === 'weights_base') return 'not_looked'
  const listed = LISTED.includes(id)
  if (listed && reading.files === null) return 'not_looked'
  if (listed) return reading.filesTruncated ? 'truncated' : 'not_found'
  if (reading.card === null) {
    const unlisted = reading.files === null || reading.filesTruncated
    const there = reading.files?.some((file) => file.path === 'README.md') ?? false
    // Behind a gate the card is listed, and its text answers 401.
    if (there && (reading.model?.gated ?? false) !== false) return 'unreachable'
    return unlisted || there ? 'not_looked' : 'not_found'
  }
  return reading.cardTruncated ? 'truncated' : 'not_found'
}
