import { COMPONENTS } from '../component-names'
import type { ComponentId, ComponentKind } from '../components'

/** The tool's component names (mof.settings.yml) and the components that each stands for. */
export const MOT_NAMES: readonly [string, readonly ComponentId[]][] = [
  ['Datasets', ['training_data_base', 'training_data_tuned']],
  ['Data preprocessing code', ['data_processing_code']],
  ['Model architecture', ['architecture_code']],
  ['Model parameters (Final)', ['weights_final']],
  ['Model metadata', ['model_metadata']],
  ['Model parameters (Intermediate)', ['weights_intermediate']],
  ['Training code', ['training_code']],
  ['Inference code', ['inference_code']],
  ['Evaluation code', ['evaluation_code']],
  ['Evaluation data', ['evaluation_data']],
  ['Evaluation results', ['evaluation_results']],
  ['Supporting libraries and tools', ['supporting_tools']],
  ['Model card', ['model_card']],
  ['Data card', ['data_card']],
  ['Technical report', ['technical_report']],
  ['Research paper', ['research_paper']],
  ['Sample model outputs', ['sample_outputs']],
]

/** "Any model metadata including training configuration and optimizer states" (mof.settings.yml). */
export const METADATA: readonly ComponentId[] = ['training_config', 'optimizer_states']

/** Names as they must be written: letter by letter. */
export const KNOWN_NAMES: ReadonlyMap<string, readonly ComponentId[]> = new Map(MOT_NAMES)

/** The tool's first component, which a name that it does not find becomes. */
export const DATASETS = 'Datasets'

/** What a component is, as the tool's licences are given per kind. */
export const KINDS = new Map<ComponentId, ComponentKind>(
  COMPONENTS.map((component) => [component.id, component.kind]),
)
