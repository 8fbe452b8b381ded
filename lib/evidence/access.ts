import { type Detector, evidence } from './collector'
import { readGate } from './gate'

/** Terms of access, hosted inference, and what a page shows of its card before the card is read. */
export const detectAccess: Detector = function* (reading) {
  const gate = readGate(reading)
  if (gate) yield { component: 'access_terms', status: 'present', evidence: gate }
  const model = reading.model
  const providers = model?.availableInferenceProviders ?? []
  if (providers.length > 0) {
    yield {
      component: 'api',
      status: 'present',
      evidence: evidence(
        'The Hub lists inference providers that serve this model.',
        `${providers.length} inference providers`,
        reading.url,
        'model info: inference providers',
        'access.providers',
        'declared',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
  }
  // Once the files are listed, a card that could not be read is "could not look", not a mere mention.
  if (reading.card === null && reading.files === null && model?.cardExists === true) {
    yield {
      component: 'model_card',
      status: 'mentioned',
      evidence: evidence(
        'The page has a card, which was not read.',
        'README.md',
        reading.url,
        'page: card',
        'docs.card-exists',
        'inferred',
      ),
    }
  }
  if (reading.card === null && model?.pipeline_tag) {
    yield {
      component: 'usage_information',
      status: 'mentioned',
      evidence: evidence(
        'The page names the task that the model is for.',
        model.pipeline_tag,
        reading.url,
        'tag: task',
        'docs.task',
        'inferred',
      ),
    }
  }
}
