import { isModelSource, ownHubModels } from '../evidence/model-source'
import { readSnapshot } from '../snapshot/read'
import type { LinkedSource } from '../snapshot/schema'
import { fetchRepository } from './github'
import { addressOf, fetchBase, type Looked } from './hub'

/** A repository that may be a model's home, with the models on the Hub that it links as its own. */

const MAX_MODELS = 2

/** Never rejects. Nothing of the Hub is asked for a repository that shows no sign of being a model's. */
export async function lookAtRepository(id: string): Promise<Looked> {
  const source = await fetchRepository(id)
  if (source === null) return { snapshot: null, faults: [{ source: 'api', state: 'limited', gated: false }] }
  if (typeof source === 'string')
    return { snapshot: null, faults: [{ source: 'api', state: source, gated: false }] }
  const reading = readSnapshot(source)
  if (isModelSource(reading) === null) return { snapshot: source, faults: [] }
  const linked: Record<string, LinkedSource> = {}
  await Promise.all(
    ownHubModels(reading)
      .slice(0, MAX_MODELS)
      .map(async (model) => {
        const found = await fetchBase(model)
        if (found !== null) linked[addressOf(model)] = found
      }),
  )
  return { snapshot: { ...source, linked }, faults: [] }
}
