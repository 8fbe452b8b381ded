import { inspectLicense } from '../licenses/inspect'
import { licenseFilesIn, readCodeLicense } from '../licenses/license-files'
import { linkedHub } from '../lineage/linked'
import type { Reading } from '../snapshot/reading'
import { type Detector, evidence, type Signal } from './collector'
import { listDatasets } from './datasets'
import { ownSources } from './own-sources'
import { fileEvidence } from './proof'

/** Which licences are declared for weights, code and data, each from its own source. */

const CODE_LICENSE = /^licen[cs]e[-_.]?code[^/]*$/i

export const detectLicenses: Detector = function* (reading) {
  const ownCode = [...codeLicense(reading)]
  yield* ownCode
  // A repository's licence is first of all that of what it holds: code.
  if (reading.site === 'github' && ownCode.length === 0) {
    const declared = [...declaredFor(reading, 'license_code')]
    yield* declared.length > 0 ? declared : unreadFile(reading)
  }
  if (reading.site === 'huggingface') {
    for (const source of ownSources(reading)) {
      const own = [...codeLicense(source)]
      yield* own.length > 0 ? own : declaredFor(source, 'license_code')
    }
  }
  for (const { id } of listDatasets(reading)) {
    const target = linkedHub(reading, `datasets/${id}`)
    if (target !== null && typeof target !== 'string') yield* declaredFor(target, 'license_data')
  }
}

/** A file that licenses the code by its own name. */
function* codeLicense(source: Reading): Generator<Signal> {
  const file = licenseFilesIn(source.files).find((item) => CODE_LICENSE.test(item.path))
  const read = readCodeLicense(source)
  if (!file && !read) return
  const entry = file ?? { path: read?.path ?? '', size: null, sha256: null }
  yield {
    component: 'license_code',
    status: 'present',
    evidence: fileEvidence(source, entry, 'A licence file for the code is listed.', 'license.code-file'),
    license: { id: read?.entry.id ?? null, state: read ? 'declared' : 'unknown', inherited: false },
  }
}

const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:[-_. ][\w.-]{0,40})?$/i

/** A licence is there; which one, nobody has read. */
function* unreadFile(source: Reading): Generator<Signal> {
  const file = licenseFilesIn(source.files).find((item) => LICENSE_FILE.test(item.path))
  if (!file) return
  yield {
    component: 'license_code',
    status: 'present',
    evidence: fileEvidence(source, file, 'A licence file is listed.', 'license.file-listed'),
    license: { id: null, state: 'unknown', inherited: false },
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
