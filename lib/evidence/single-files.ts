import type { ComponentId } from '../components'
import type { Reading } from '../snapshot/reading'
import type { Detector, Signal } from './collector'
import type { FileKind } from './file-kinds'
import { groupFiles, leadOf } from './files'
import { fileEvidence } from './proof'

/** Configuration and training arguments. `config.json` describes the model; it is no training configuration. */

interface Rule {
  kind: FileKind
  component: ComponentId
  status: Signal['status']
  claim: string
  method: string
}

const RULES: readonly Rule[] = [
  {
    kind: 'config',
    component: 'model_metadata',
    status: 'present',
    claim: "The model's configuration is listed.",
    method: 'metadata.config',
  },
  {
    kind: 'training-args',
    component: 'training_config',
    status: 'partial',
    claim: "A trainer's arguments or log are listed; they cover one training run.",
    method: 'metadata.training-args',
  },
  {
    kind: 'training-config',
    component: 'training_config',
    status: 'present',
    claim: 'A training configuration is listed.',
    method: 'metadata.training-config',
  },
  {
    kind: 'eval-results',
    component: 'evaluation_results',
    status: 'present',
    claim: 'Evaluation results are listed as data.',
    method: 'results.files',
  },
  {
    kind: 'packaging',
    component: 'supporting_tools',
    status: 'present',
    claim: 'The repository holds an installable package.',
    method: 'code.packaging',
  },
  {
    kind: 'requirements',
    component: 'supporting_tools',
    status: 'partial',
    claim: 'The libraries that the code needs are listed.',
    method: 'code.requirements',
  },
  {
    kind: 'report',
    component: 'technical_report',
    status: 'present',
    claim: 'A technical report is listed.',
    method: 'docs.report',
  },
  {
    kind: 'datasheet',
    component: 'data_card',
    status: 'present',
    claim: 'A datasheet is listed.',
    method: 'docs.datasheet',
  },
  {
    kind: 'system-card',
    component: 'safety_evidence',
    status: 'present',
    claim: 'A system card is listed.',
    method: 'docs.system-card',
  },
  {
    kind: 'samples',
    component: 'sample_outputs',
    status: 'present',
    claim: 'Sample outputs are listed.',
    method: 'docs.samples',
  },
  {
    kind: 'docs',
    component: 'code_documentation',
    status: 'partial',
    claim: 'Documentation pages are listed.',
    method: 'docs.pages',
  },
  {
    kind: 'policy',
    component: 'access_terms',
    status: 'present',
    claim: 'A use policy is listed.',
    method: 'access.policy',
  },
]

/** What single files show, for one repository. */
export function* fileSignals(reading: Reading): Generator<Signal> {
  const groups = groupFiles(reading.files)
  for (const rule of RULES) {
    const file = leadOf(groups.get(rule.kind))
    if (!file) continue
    yield {
      component: rule.component,
      status: rule.status,
      evidence: fileEvidence(reading, file, rule.claim, rule.method),
    }
  }
}

export const detectFiles: Detector = fileSignals
