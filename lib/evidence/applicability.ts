import type { Findings } from '../assessment'
import type { Reading } from '../snapshot/reading'
import { looksTuned } from './dataset-roles'

/**
 * Questions that do not arise. A model that nothing shows to be tuned, and whose pre-training data are released, has no
 * post-training data to release; where tuning merely was not seen and the base data neither, it stays unknown.
 */
export function withoutIdleQuestions(reading: Reading, findings: Findings): Findings {
  const { training_data_base: base, training_data_tuned: tuned } = findings
  if (tuned.status !== 'unknown' || tuned.unknownBecause !== 'not_found') return findings
  if (looksTuned(reading) || base.status !== 'present') return findings
  return { ...findings, training_data_tuned: { ...tuned, status: 'n_a', unknownBecause: null } }
}
