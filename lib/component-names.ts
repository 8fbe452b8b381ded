import { COMPONENT_IDS, COMPONENT_KINDS, type ComponentId, type ComponentKind } from './components'

/**
 * Names of the components, and the Model Openness Tool's id for each that it knows
 * (Model Openness Framework 1.0, table 2; web/modules/mof/config/install/mof.settings.yml).
 */
const NAMES: Record<ComponentId, readonly [name: string, mot: number | null]> = {
  weights_final: ['Final model parameters', 10],
  weights_base: ['Base model parameters', null],
  adapter_weights: ['Adapter weights', null],
  weights_intermediate: ['Intermediate checkpoints', 24],
  optimizer_states: ['Optimizer states', null],
  model_metadata: ['Model metadata / configuration', 17],
  training_config: ['Training configuration and hyper-parameters', null],
  hardware_documentation: ['Compute and hardware documentation', null],
  architecture_code: ['Model architecture code', 9],
  training_code: ['Training code', 7],
  data_processing_code: ['Data preprocessing code', 16],
  inference_code: ['Inference code', 8],
  evaluation_code: ['Evaluation code', 18],
  evaluation_data: ['Evaluation data', 19],
  evaluation_results: ['Evaluation results', 12],
  training_data_base: ['Pre-training data', 15],
  training_data_tuned: ['Post-training data', 15],
  data_information: ['Data information', null],
  data_card: ['Data card / datasheet', 14],
  model_card: ['Model card', 13],
  technical_report: ['Technical report', 11],
  research_paper: ['Research paper', 21],
  sample_outputs: ['Sample model outputs', 20],
  supporting_tools: ['Supporting libraries and tools', 22],
  code_documentation: ['Code documentation', null],
  usage_information: ['Usage information', null],
  safety_evidence: ['Safety / risk evidence', null],
  package: ['Package', null],
  api: ['API', null],
  license_model: ['Weights licence', null],
  license_code: ['Code licence', null],
  license_data: ['Data licence', null],
  license_docs: ['Documentation licence', null],
  access_terms: ['Access terms', null],
  lineage: ['Lineage', null],
  compute_facts: ['Compute facts', null],
  project_process: ['Project process', null],
}

export interface Component {
  id: ComponentId
  name: string
  kind: ComponentKind
  mot: number | null
}

/** All components in their order. */
export const COMPONENTS: readonly Component[] = COMPONENT_IDS.map((id) => {
  const [name, mot] = NAMES[id]
  return { id, name, kind: COMPONENT_KINDS[id], mot }
})
