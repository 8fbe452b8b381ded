import { parentsOf } from '../lineage/bases'
import type { Block, Link } from '../snapshot/card'
import { onceFor } from '../snapshot/once'
import type { Reading } from '../snapshot/reading'
import { isLibrary, sharesName, sharesOwner } from './own-sources'
import { githubOf } from './text/links'
import { isAbout } from './text/topics'

/**
 * Which GitHub repositories a card calls the model's own source. Every link is scored by whose it is, what it is named
 * after and what the card says of it; the first link on a page proves nothing, and no address is ever guessed.
 */

export interface RepositoryLink {
  /** `owner/name`, as the first link writes it. */
  id: string
  score: number
}

const ENOUGH = 2
const LABEL =
  /^(?:(?:github|model|official|core|training|source|code) ?)?(?:repo(?:sitory)?|repos|source(?: code)?|code(?:base)?|github|implementation|代码|仓库|コード|リポジトリ|코드|dépôt|código|quellcode)\b/i
const CALLED =
  /\b(?:our|official|this model'?s|the model'?s|released (?:in|at|on)|available (?:in|at|on|from)|training code|source code|code (?:is|can|used|for))\b/i
const SOMEBODY_ELSES =
  /\b(?:based on|built (?:on|with|upon)|thanks? to|inspired by|adapted from|forked from|using the|powered by|credit)\b/i

/** Own sources, best first; equal ones in the order of the card. */
export const repositoryLinks = onceFor((reading: Reading): readonly RepositoryLink[] => findLinks(reading))

function findLinks(reading: Reading): RepositoryLink[] {
  if (reading.site !== 'huggingface') return []
  const derived = parentsOf(reading).length > 0
  const best = new Map<string, RepositoryLink>()
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind === 'bibtex') continue
    for (const link of block.links) {
      const id = githubOf(link.url)
      if (id === null || isLibrary(id)) continue
      const score = scoreOf(reading, block, link, id, derived)
      const known = best.get(id.toLowerCase())
      if (!known) best.set(id.toLowerCase(), { id, score })
      else if (score > known.score) known.score = score
    }
  }
  return [...best.values()].filter(({ score }) => score >= ENOUGH).sort((a, b) => b.score - a.score)
}

function scoreOf(reading: Reading, block: Block, link: Link, id: string, derived: boolean): number {
  const owner = sharesOwner(reading.id, id)
  const named = sharesName(reading.id, id)
  const labelled =
    LABEL.test(block.label ?? '') ||
    LABEL.test(link.text) ||
    CALLED.test(block.text.slice(0, 400)) ||
    block.section.path.some((heading) => /model sources?|repositor|source code/i.test(heading.slice(0, 80)))
  let score = (owner ? 1 : 0) + (named ? 1 : 0) + (labelled ? 1 : 0)
  // What a fine-tune links under the name of its base is most often the base's own source, copied with its card.
  if (derived && !owner) score -= 1
  if (!owner && !named && isAbout(block.section, 'use')) score -= 1
  if (!owner && SOMEBODY_ELSES.test(block.text.slice(0, 400))) score -= 1
  return score
}
