import { readHubModel } from './hub-model'
import type { Reading } from './reading'
import { pageUrl } from './urls'

/** What a page tells by itself: on the Hub the model object of its header. No card, no files, no revision. */
export function readGlance(
  id: string,
  model: unknown,
  site: 'huggingface' | 'github' = 'huggingface',
): Reading {
  return {
    site,
    id,
    url: pageUrl(site, id),
    revision: null,
    model: site === 'huggingface' ? readHubModel(model) : null,
    repository: null,
    paper: null,
    collection: null,
    frontMatter: null,
    frontMatterFault: null,
    card: null,
    cardSource: null,
    cardTruncated: false,
    files: null,
    filesTruncated: false,
    refs: null,
    texts: null,
    linked: new Map(),
  }
}
