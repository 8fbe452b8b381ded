import type { Reading } from '../snapshot/reading'
import { isNamesake } from './model-source'
import { sharesOwner } from './own-sources'
import { repositoryLinks } from './repository-links'

/**
 * Whether a repository on GitHub and a model on the Hub belong together. The repository's README links the model; what
 * else speaks for it is scored: the same owner, the same name, and above all that the model's card calls this repository
 * its own in turn. A card that calls another one its own speaks against it.
 */

const ENOUGH = 2

export function joinScore(repository: Reading, model: Reading): number {
  const called = repositoryLinks(model).map(({ id }) => id.toLowerCase())
  const back = called.includes(repository.id.toLowerCase())
  return (
    1 +
    (sharesOwner(model.id, repository.id) ? 1 : 0) +
    (isNamesake(repository, model.id) ? 1 : 0) +
    (back ? 2 : called.length > 0 ? -1 : 0)
  )
}

export const belongTogether = (repository: Reading, model: Reading): boolean =>
  joinScore(repository, model) >= ENOUGH
