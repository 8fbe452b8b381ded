import { belongTogether } from '../evidence/joining'
import { isModelSource, ownHubModels } from '../evidence/model-source'
import { readSnapshot, withMore } from '../snapshot/read'
import { lookUpRepository } from './github'
import { addressOf, type Looked, lookAtHubModel } from './hub'

/** A repository that may be a model's home, with the model on the Hub that it links as its own. */

/** Models that are looked at in search of the repository's own. */
const MOST = 2

/** Never rejects. Nothing of the Hub is asked for a repository that shows no sign of being a model's. */
export async function lookAtRepository(id: string): Promise<Looked> {
  const { source, faults } = await lookUpRepository(id)
  if (source === null) return { snapshot: null, faults }
  if (typeof source === 'string')
    return { snapshot: null, faults: [{ source: 'api', state: source, gated: false }] }
  const reading = readSnapshot(source)
  if (isModelSource(reading) === null) return { snapshot: source, faults }
  // One of a family stands for it: the best that the README links and that is its own by what its card says, too.
  for (const id of ownHubModels(reading).slice(0, MOST)) {
    const looked = await lookAtHubModel(id)
    const model = looked.snapshot
    // What the Hub withholds is said where its model is shown; what it could not answer is asked again.
    const silent = looked.faults
      .filter(({ state }) => state !== 'denied' && state !== 'missing')
      .map(({ state, gated }): Looked['faults'][number] => ({ source: 'model', state, gated }))
      .slice(0, 1)
    if (model && belongTogether(reading, readSnapshot(model)))
      return {
        snapshot: withMore(source, { linked: { [addressOf(id)]: model } }),
        faults: [...faults, ...silent],
      }
    if (!model && silent.length > 0) return { snapshot: source, faults: [...faults, ...silent] }
  }
  return { snapshot: source, faults }
}
