import { type Detector, evidence } from './collector'

/** The model's configuration as the Hub shows it. `config.json` describes the model; it is no training configuration. */
export const detectMetadata: Detector = function* (reading) {
  const config = reading.model?.config
  const name = config?.architectures?.[0] ?? config?.model_type
  if (!name) return
  yield {
    component: 'model_metadata',
    status: 'present',
    evidence: evidence(
      "The Hub shows the model's configuration.",
      name,
      reading.url,
      'model info: config',
      'metadata.hub-config',
      'declared',
    ),
  }
}
