import { readHubModel } from './hub-model'
import type { Reading } from './reading'
import { pageUrl } from './urls'

/** What a Hub page tells by itself: the model object of its header. No card, no files, no revision. */
export function readGlance(id: string, model: unknown): Reading {
  return {
    site: 'huggingface',
    id,
    url: pageUrl('huggingface', id),
    revision: null,
    model: readHubModel(model),
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
