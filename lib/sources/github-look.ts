import { isModelSource, ownHubModels } from '../evidence/model-source'
import { readSnapshot, withMore } from '../snapshot/read'
import { lookUpRepository } from './github'
import { addressOf, type Looked, lookAtHubModel } from './hub'

/** A repository that may be a model's home, with the model on the Hub that it links as its own. */

/** Never rejects. Nothing of the Hub is asked for a repository that shows no sign of being a model's. */
export async function lookAtRepository(id: string): Promise<Looked> {
  const { source, faults } = await lookUpRepository(id)
  if (source === null) return { snapshot: null, faults }
  if (typeof source === 'string')
    return { snapshot: null, faults: [{ source: 'api', state: source, gated: false }] }
  const reading = readSnapshot(source)
  if (isModelSource(reading) === null) return { snapshot: source, faults }
  // One of a family stands for it: the first that the README links.
  const [model] = ownHubModels(reading)
  const looked = model === undefined ? null : await lookAtHubModel(model)
  const linked = model === undefined || !looked?.snapshot ? null : { [addressOf(model)]: looked.snapshot }
  // What the Hub withholds is said where its model is shown; what it could not answer is asked again.
  const more = (looked?.faults ?? [])
    .filter(({ state }) => state !== 'denied' && state !== 'missing')
    .map(({ state, gated }): Looked['faults'][number] => ({ source: 'model', state, gated }))
  return { snapshot: withMore(source, { linked }), faults: [...faults, ...more.slice(0, 1)] }
}
