import type { LicenseReading } from '../licenses/answer'
import type { Signal } from './collector'

/** The weights' licence as a finding of its own. */
export function* licenseSignals(license: LicenseReading): Generator<Signal> {
  const [proof] = license.evidence
  if (license.state !== 'declared' || !proof) return
  for (const item of license.evidence) {
    yield {
      component: 'license_model',
      status: 'present',
      evidence: item,
      license: { id: license.license, state: 'declared', inherited: false },
    }
  }
}
