import type { Facts } from '../assessment'
import { answerLicense, type LicenseReading } from '../licenses/answer'
import { readLineage } from '../lineage/lineage'
import type { Reading } from '../snapshot/reading'
import { depthOf, faultsOf, subjectOf } from './about'
import { detectAccess } from './access'
import type { Detector } from './collector'
import { licenseSignals } from './license-signals'
import { resolve } from './resolve'
import { detectDeclaredWeights } from './weights-declared'

/**
 * What the page itself shows, without a request and without a parser: this runs in the content script before the badge
 * is drawn, so it imports neither YAML nor Markdown nor HTML readers, and only the detectors that a headline can turn on
 * at this depth: weights, gate and licence. Everything else is unknown until the look, a moment later.
 */

export const glanceDetectors: readonly Detector[] = [detectDeclaredWeights, detectAccess]

/** Facts from a page's own model object. Pure; never throws on hostile content. */
export function collectGlance(reading: Reading): Facts {
  return gather(reading, glanceDetectors, answerLicense)
}

/** Runs detectors over a reading and weighs what they say; `licenseOf` reads its licence. */
export function gather(
  reading: Reading,
  detectors: readonly Detector[],
  licenseOf: (reading: Reading) => LicenseReading,
): Facts {
  const license = licenseOf(reading)
  const signals = [...licenseSignals(license), ...detectors.flatMap((detect) => [...detect(reading)])]
  return {
    subject: subjectOf(reading),
    license: license.answer,
    components: resolve(reading, signals, license),
    lineage: readLineage(reading),
    depth: depthOf(reading),
    faults: faultsOf(reading),
  }
}
