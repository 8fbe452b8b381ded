import { inspectLicense } from '../licenses/inspect'
import { linkedHub } from '../lineage/linked'
import type { Reading } from '../snapshot/reading'
import { type Detector, evidence, type Signal } from './collector'
import { ownSources } from './own-sources'
import { fileEvidence } from './proof'

/** Which licences are declared for weights, code and data, each from its own source. */

const CODE_LICENSE = /^licen[cs]e[-_.]?code[^/]*$/i

export const detectLicenses: Detector = function* (reading) {
  const file = reading.files?.find((item) => item.path.length < 80 && CODE_LICENSE.test(item.path))
  if (file) {
    yield {
      component: 'license_code',
      status: 'present',
      evidence: fileEvidence(reading, file, 'A licence file for the code is listed.', 'license.code-file'),
      license: { id: null, state: 'unknown', inherited: false },
    }
  }
  if (reading.site === 'huggingface') {
    for (const source of ownSources(reading)) yield* declaredFor(source, 'license_code')
  }
  for (const id of reading.model?.cardData?.datasets ?? []) {
    const target = linkedHub(reading, `datasets/${id}`)
    if (target !== null && typeof target !== 'string') yield* declaredFor(target, 'license_data')
  }
}

function* declaredFor(source: Reading, component: 'license_code' | 'license_data'): Generator<Signal> {
  const { license, state, evidence: proofs } = inspectLicense(source)
  if (state !== 'declared' || license === null) return
  yield {
    component,
    status: 'present',
    evidence:
      proofs[0] ??
      evidence(
        `${source.id} is under ${license}.`,
        license,
        source.url,
        'repository: license',
        'license.linked',
        'declared',
      ),
    license: { id: license, state, inherited: false },
  }
}
