import { readBases } from '../lineage/bases'
import type { Detector } from './collector'

/** What metadata says that the model is derived from, as a finding. */
export const detectLineage: Detector = function* (reading) {
  for (const base of readBases(reading))
    yield { component: 'lineage', status: 'present', evidence: base.evidence }
}
