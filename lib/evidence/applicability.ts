import type { Finding, Findings } from '../assessment'
import { parentsOf } from '../lineage/bases'
import type { Reading } from '../snapshot/reading'
import { looksTuned } from './dataset-roles'

/**
 * Questions that do not arise. A model that nothing shows to be tuned, and whose pre-training data are released, has no
 * post-training data to release and no base whose weights could be; where tuning merely was not seen and the base data
 * neither, both stay unknown.
 */
export function withoutIdleQuestions(reading: Reading, findings: Findings): Findings {
  const { training_data_base: data, training_data_tuned: tuned, weights_base: base } = findings
  if (data.status !== 'present' || looksTuned(reading)) return findings
  const none = (finding: Finding): Finding => ({ ...finding, status: 'n_a', unknownBecause: null })
  return {
    ...findings,
    ...(tuned.status === 'unknown' && tuned.unknownBecause === 'not_found'
      ? { training_data_tuned: none(tuned) }
      : {}),
    ...(base.status === 'unknown' && parentsOf(reading).length === 0 ? { weights_base: none(base) } : {}),
  }
}
