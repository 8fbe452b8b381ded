/**
 * The 37 components that openness is measured by: one vocabulary for every rubric. `component-names.ts` holds their
 * names, apart from here because every page loads this file.
 */

export const COMPONENT_KINDS = {
  weights_final: 'data',
  weights_base: 'data',
  adapter_weights: 'data',
  weights_intermediate: 'data',
  optimizer_states: 'data',
  model_metadata: 'data',
  training_config: 'document',
  hardware_documentation: 'document',
  architecture_code: 'code',
  training_code: 'code',
  data_processing_code: 'code',
  inference_code: 'code',
  evaluation_code: 'code',
  evaluation_data: 'data',
  evaluation_results: 'document',
  training_data_base: 'data',
  training_data_tuned: 'data',
  data_information: 'document',
  data_card: 'document',
  model_card: 'document',
  technical_report: 'document',
  research_paper: 'document',
  sample_outputs: 'document',
  supporting_tools: 'code',
  code_documentation: 'document',
  usage_information: 'document',
  safety_evidence: 'document',
  package: 'access',
  api: 'access',
  license_model: 'legal',
  license_code: 'legal',
  license_data: 'legal',
  license_docs: 'legal',
  access_terms: 'legal',
  lineage: 'metadata',
  compute_facts: 'metadata',
  project_process: 'process',
} as const

export type ComponentId = keyof typeof COMPONENT_KINDS
export type ComponentKind = (typeof COMPONENT_KINDS)[ComponentId]

const isComponent = (id: string): id is ComponentId => Object.hasOwn(COMPONENT_KINDS, id)

export const COMPONENT_IDS: readonly ComponentId[] = Object.keys(COMPONENT_KINDS).filter(isComponent)
