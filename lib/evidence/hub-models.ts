import { answerLicense } from '../licenses/answer'
import type { Reading } from '../snapshot/reading'
import type { Detector } from './collector'
import { detectWeights } from './weights'

/** Models on the Hub that a repository links as its own and that were looked at. */
export const hubModelsOf = (reading: Reading): Reading[] =>
  reading.site === 'github'
    ? [...reading.linked.values()].filter(
        (target): target is Reading =>
          typeof target !== 'string' && target.site === 'huggingface' && target.model !== null,
      )
    : []

/** The weights stand on the Hub, under the licence that is declared there. */
export const detectHubModels: Detector = function* (reading) {
  for (const model of hubModelsOf(reading)) {
    const { license, state } = answerLicense(model)
    for (const signal of detectWeights(model)) {
      if (signal.component !== 'weights_final' && signal.component !== 'adapter_weights') continue
      // A listing of the Hub shows what is there; that a repository's own model is not there, it does not.
      if (signal.status.startsWith('absent')) continue
      yield { ...signal, license: { id: license, state, inherited: false } }
    }
  }
}
