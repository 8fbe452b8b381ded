/**
 * The 37 components that openness is measured by: one vocabulary for every rubric.
 * `mot` is the Model Openness Tool's component id (Model Openness Framework 1.0, table 2) where it has one.
 */

export type ComponentKind = 'code' | 'data' | 'document' | 'legal' | 'access' | 'metadata' | 'process'

export const COMPONENTS = [
  { id: 'weights_final', name: 'Final model parameters', kind: 'data', mot: 10 },
  { id: 'weights_base', name: 'Base model parameters', kind: 'data', mot: null },
  { id: 'adapter_weights', name: 'Adapter weights', kind: 'data', mot: null },
  { id: 'weights_intermediate', name: 'Intermediate checkpoints', kind: 'data', mot: 24 },
  { id: 'optimizer_states', name: 'Optimizer states', kind: 'data', mot: null },
  { id: 'model_metadata', name: 'Model metadata / configuration', kind: 'data', mot: 17 },
  { id: 'training_config', name: 'Training configuration and hyper-parameters', kind: 'document', mot: null },
  { id: 'hardware_documentation', name: 'Compute and hardware documentation', kind: 'document', mot: null },
  { id: 'architecture_code', name: 'Model architecture code', kind: 'code', mot: 9 },
  { id: 'training_code', name: 'Training code', kind: 'code', mot: 7 },
  { id: 'data_processing_code', name: 'Data preprocessing code', kind: 'code', mot: 16 },
  { id: 'inference_code', name: 'Inference code', kind: 'code', mot: 8 },
  { id: 'evaluation_code', name: 'Evaluation code', kind: 'code', mot: 18 },
  { id: 'evaluation_data', name: 'Evaluation data', kind: 'data', mot: 19 },
  { id: 'evaluation_results', name: 'Evaluation results', kind: 'document', mot: 12 },
  { id: 'training_data_base', name: 'Pre-training data', kind: 'data', mot: 15 },
  { id: 'training_data_tuned', name: 'Post-training data', kind: 'data', mot: 15 },
  { id: 'data_information', name: 'Data information', kind: 'document', mot: null },
  { id: 'data_card', name: 'Data card / datasheet', kind: 'document', mot: 14 },
  { id: 'model_card', name: 'Model card', kind: 'document', mot: 13 },
  { id: 'technical_report', name: 'Technical report', kind: 'document', mot: 11 },
  { id: 'research_paper', name: 'Research paper', kind: 'document', mot: 21 },
  { id: 'sample_outputs', name: 'Sample model outputs', kind: 'document', mot: 20 },
  { id: 'supporting_tools', name: 'Supporting libraries and tools', kind: 'code', mot: 22 },
  { id: 'code_documentation', name: 'Code documentation', kind: 'document', mot: null },
  { id: 'usage_information', name: 'Usage information', kind: 'document', mot: null },
  { id: 'safety_evidence', name: 'Safety / risk evidence', kind: 'document', mot: null },
  { id: 'package', name: 'Package', kind: 'access', mot: null },
  { id: 'api', name: 'API', kind: 'access', mot: null },
  { id: 'license_model', name: 'Weights licence', kind: 'legal', mot: null },
  { id: 'license_code', name: 'Code licence', kind: 'legal', mot: null },
  { id: 'license_data', name: 'Data licence', kind: 'legal', mot: null },
  { id: 'license_docs', name: 'Documentation licence', kind: 'legal', mot: null },
  { id: 'access_terms', name: 'Access terms', kind: 'legal', mot: null },
  { id: 'lineage', name: 'Lineage', kind: 'metadata', mot: null },
  { id: 'compute_facts', name: 'Compute facts', kind: 'metadata', mot: null },
  { id: 'project_process', name: 'Project process', kind: 'process', mot: null },
] as const satisfies readonly { id: string; name: string; kind: ComponentKind; mot: number | null }[]

export type ComponentId = (typeof COMPONENTS)[number]['id']

export const COMPONENT_IDS: readonly ComponentId[] = COMPONENTS.map((component) => component.id)
