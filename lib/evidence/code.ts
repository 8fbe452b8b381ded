import type { ComponentId } from '../components'
import { inspectLicense } from '../licenses/inspect'
import { readCodeLicense } from '../licenses/license-files'
import type { Reading } from '../snapshot/reading'
import { encodePart, treeUrl } from '../snapshot/urls'
import { type Detector, evidence, type Signal } from './collector'
import type { FileKind } from './file-kinds'
import { type FileGroups, groupCarried, groupFiles, leadOf } from './files'
import { hubModelsOf } from './hub-models'
import { kinshipOf, ownSources } from './own-sources'
import { fileEvidence } from './proof'
import { fileSignals } from './single-files'
import { textDetectors } from './text'

/**
 * Code, told by the files of the repository itself and of linked repositories that are the model's own source. Code is
 * called absent only where an own source was listed completely and every code file in it is known to be something else.
 */

interface Rule {
  kind: FileKind
  component: ComponentId
  status: Signal['status']
  claim: string
  method: string
}

const RULES: readonly Rule[] = [
  {
    kind: 'modeling',
    component: 'architecture_code',
    status: 'present',
    claim: "The model's own code is listed.",
    method: 'code.modeling',
  },
  {
    kind: 'training',
    component: 'training_code',
    status: 'present',
    claim: 'Training code is listed.',
    method: 'code.training',
  },
  {
    kind: 'finetuning',
    component: 'training_code',
    status: 'partial',
    claim: 'Fine-tuning or example training code is listed.',
    method: 'code.fine-tuning',
  },
  {
    kind: 'data-processing',
    component: 'data_processing_code',
    status: 'present',
    claim: 'Code that prepares data is listed.',
    method: 'code.data',
  },
  {
    kind: 'tuning-data',
    component: 'data_processing_code',
    status: 'partial',
    claim: 'Code that prepares data for fine-tuning is listed.',
    method: 'code.tuning-data',
  },
  {
    kind: 'training-config',
    component: 'training_code',
    status: 'partial',
    claim: 'A configuration for training with a framework is listed.',
    method: 'code.training-config',
  },
  {
    kind: 'inference',
    component: 'inference_code',
    status: 'present',
    claim: 'Inference code is listed.',
    method: 'code.inference',
  },
  {
    kind: 'evaluation',
    component: 'evaluation_code',
    status: 'present',
    claim: 'Evaluation code is listed.',
    method: 'code.evaluation',
  },
]

export const detectCode: Detector = function* (reading) {
  const own = reading.site === 'github' ? licenseOf(reading) : undefined
  yield* codeFiles(reading, own)
  yield* carriedCode(reading, own)
  if (reading.site === 'github') {
    yield* repositorySignals(reading, own)
    // As the model's page on the Hub has it: what is missing here is missing there.
    if (hubModelsOf(reading).some(({ id }) => kinshipOf(id, reading.id) === 'owner'))
      yield* missingTraining([reading])
    return
  }
  const sources = ownSources(reading)
  for (const source of sources) {
    const license = licenseOf(source)
    yield* codeFiles(source, license)
    yield* carriedCode(source, license)
    yield* withLicense(fileSignals(source), license)
    yield* repositorySignals(source, license)
    if (kinshipOf(reading.id, source.id) === 'owner') yield* readmeSignals(source, license)
  }
  yield* missingTraining(sources.filter((source) => kinshipOf(reading.id, source.id) === 'owner'))
}

/** A linked repository's licence for its code: a file that licenses the code by name, else the whole repository's. */
function licenseOf(source: Reading): Signal['license'] {
  const code = readCodeLicense(source)
  if (code) return { id: code.entry.id, state: 'declared', inherited: false }
  const { license, state } = inspectLicense(source)
  return { id: license, state, inherited: state === 'declared' }
}

function* withLicense(signals: Iterable<Signal>, license: Signal['license']): Generator<Signal> {
  for (const signal of signals) yield license ? { ...signal, license } : signal
}

function* codeFiles(source: Reading, license: Signal['license']): Generator<Signal> {
  const groups = groupFiles(source.files)
  yield* withLicense(namedForTraining(source), license)
  for (const rule of RULES) {
    const file = leadOf(groups.get(rule.kind))
    if (!file) continue
    yield* withLicense(
      [
        {
          component: rule.component,
          status: rule.kind === 'training' && onlyShell(groups) ? 'partial' : rule.status,
          evidence: fileEvidence(source, file, rule.claim, rule.method),
        },
      ],
      license,
    )
  }
}

/** "rocket-train" with a `main.py`: the repository says by its name what its main file does. */
function* namedForTraining(source: Reading): Generator<Signal> {
  if (source.site !== 'github' || !/[-_](?:pre-?)?train(?:ing|er)?$/i.test(source.id.slice(0, 140))) return
  const file = source.files?.find(({ path }) => path === 'main.py')
  if (!file) return
  const claim = 'The main file of a repository that is named for training is listed.'
  yield {
    component: 'training_code',
    status: 'present',
    evidence: fileEvidence(source, file, claim, 'code.training-repository'),
  }
}

/** What a package that is carried along can do, the model's makers may have used; whether they did, it does not show. */
function* carriedCode(source: Reading, license: Signal['license']): Generator<Signal> {
  const groups = groupCarried(source.files)
  for (const { kind, component } of RULES) {
    const file = leadOf(groups.get(kind))
    if (!file) continue
    const claim = 'A package that the repository carries along holds such code.'
    const proof = fileEvidence(source, file, claim, 'code.carried')
    yield* withLicense([{ component, status: 'partial', evidence: proof }], license)
  }
}

/** Shell scripts alone start something that is elsewhere. */
const onlyShell = (groups: FileGroups): boolean =>
  [...(groups.get('training')?.first ?? []), ...(groups.get('finetuning')?.first ?? [])].every(({ path }) =>
    path.endsWith('.sh'),
  )

/** What a source repository shows besides its code. */
function* repositorySignals(source: Reading, license: Signal['license']): Generator<Signal> {
  const groups = groupFiles(source.files)
  const readme = groups.get('readme')?.first[0]
  if (readme && hasCode(groups)) {
    yield* withLicense(
      [
        {
          component: 'code_documentation',
          status: 'partial',
          evidence: fileEvidence(source, readme, 'The source has a README.', 'docs.readme'),
        },
      ],
      license,
    )
  }
  const release = source.refs?.find((name) => /^v?\d+(?:\.\d+){1,3}/.test(name))
  if (source.site === 'github' && release !== undefined) {
    yield {
      component: 'project_process',
      status: 'present',
      evidence: evidence(
        'The source has tagged releases.',
        release,
        `${source.url}/releases/tag/${encodePart(release)}`,
        `tag: ${release}`,
        'process.releases',
        'artefact',
      ),
    }
  }
  const process = groups.get('process')?.first[0]
  if (process) {
    yield {
      component: 'project_process',
      status: 'present',
      evidence: fileEvidence(source, process, 'How to take part is written down.', 'process.files'),
    }
  }
}

/** What a source's README may tell of the model; its weights, its card and its licence are the model page's to show. */
const FROM_README: ReadonlySet<ComponentId> = new Set<ComponentId>([
  'training_config',
  'hardware_documentation',
  'evaluation_results',
  'evaluation_data',
  'data_information',
  'training_data_base',
  'training_data_tuned',
  'research_paper',
  'technical_report',
  'usage_information',
])

function* readmeSignals(source: Reading, license: Signal['license']): Generator<Signal> {
  for (const detect of textDetectors) {
    for (const signal of detect(source)) {
      if (!FROM_README.has(signal.component)) continue
      // A text about a whole family: the data that it names may be those of another member.
      const data = signal.component.startsWith('training_data') && !signal.status.startsWith('absent')
      const told: Signal = data ? { ...signal, status: 'mentioned' } : signal
      yield told.license === undefined && license ? { ...told, license } : told
    }
  }
}

const CODE_KINDS: readonly FileKind[] = [
  'modeling',
  'training',
  'finetuning',
  'data-processing',
  'inference',
  'evaluation',
  'other-code',
  'packaging',
]

const hasCode = (groups: FileGroups): boolean => CODE_KINDS.some((kind) => groups.has(kind))

/** Every own source listed in full, with inference or evaluation code and no code file that could be training code. */
function* missingTraining(sources: readonly Reading[]): Generator<Signal> {
  const [first] = sources
  if (!first || sources.some((source) => source.files === null || source.filesTruncated)) return
  const groups = sources.map((source) => groupFiles(source.files))
  const has = (...kinds: FileKind[]) => groups.some((group) => kinds.some((kind) => group.has(kind)))
  if (has('training', 'finetuning', 'training-config', 'other-code') || !has('inference', 'evaluation'))
    return
  yield {
    component: 'training_code',
    status: 'absent_inspected',
    evidence: evidence(
      "The model's source repository is listed in full and holds inference or evaluation code only.",
      first.id,
      treeUrl(first.site, first.id, first.revision),
      'files',
      'code.no-training',
      'artefact',
    ),
  }
}
