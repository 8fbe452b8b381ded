import * as z from 'zod/mini'
import { readCache, writeCache } from '../platform/cache'
import { readHubModel } from '../snapshot/hub-model'
import { LIMITS, type LinkedSource, type Snapshot } from '../snapshot/schema'
import { encodePath } from '../snapshot/urls'
import { fetchText } from './fetch'

/** What a model's card leads to on the Hub: data sets with their cards, papers, collections. Each kept for a day. */

const HOME = 'https://huggingface.co'
const MAX_API = 2 * 1024 * 1024
const AGE = 24 * 60 * 60 * 1_000
const SHA = /^[0-9a-f]{40}$/

const kept = z.object({
  api: z.unknown(),
  revision: z.nullable(z.string()),
  card: z.nullable(z.string()),
  cardTruncated: z.boolean(),
})
type Kept = z.infer<typeof kept>

interface Read extends Kept {
  /** Nothing of it could not be had: what was not answered is asked again on the next visit. */
  whole: boolean
}

/** A data set (`owner/name`): two requests, its description and its card. Null where nobody answered. */
export async function fetchDataset(id: string): Promise<LinkedSource | null> {
  return fetchKept(`datasets/${id}`, `${HOME}/api/datasets/${encodePath(id)}`, async (api) => {
    const described = readHubModel(api)
    if (!described) return null
    const revision = described.sha !== null && SHA.test(described.sha) ? described.sha : null
    const has =
      described.siblings === null || described.siblings.some((file) => file.rfilename === 'README.md')
    const card = has
      ? await fetchText(`${HOME}/datasets/${encodePath(id)}/raw/${revision ?? 'main'}/README.md`, {
          maxLength: LIMITS.card,
        })
      : null
    const text = card === null || card.state === 'missing' ? '' : card.state === 'ok' ? card.text : null
    return {
      api: described,
      revision,
      card: text,
      cardTruncated: card?.state === 'ok' && card.truncated,
      whole: card?.state !== 'failed' && card?.state !== 'limited',
    }
  })
}

/** A paper's title and authors by its arXiv number. */
export const fetchPaper = (number: string): Promise<LinkedSource | null> =>
  fetchKept(`papers/${number}`, `${HOME}/api/papers/${encodePath(number)}`, plain)

/** A collection's title and items by its slug (`owner/title-hash`). */
export const fetchCollection = (slug: string): Promise<LinkedSource | null> =>
  fetchKept(`collections/${slug}`, `${HOME}/api/collections/${encodePath(slug)}`, plain)

const plain = async (api: unknown): Promise<Read | null> =>
  typeof api === 'object' && api !== null
    ? { api, revision: null, card: null, cardTruncated: false, whole: true }
    : null

async function fetchKept(
  id: string,
  address: string,
  read: (api: unknown) => Promise<Read | null>,
): Promise<LinkedSource | null> {
  const key = `hub/1/${id.toLowerCase()}`
  const known = z.safeParse(kept, await readCache(key, AGE))
  if (known.success) return toSnapshot(id, known.data)
  const answer = await fetchText(address, { maxLength: MAX_API })
  if (answer.state === 'missing' || answer.state === 'denied') return answer.state
  const looked = answer.state === 'ok' ? await read(parseJson(answer.text)) : null
  if (looked === null) return null
  const { whole, ...found } = looked
  if (whole) await writeCache(key, found)
  return toSnapshot(id, found)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const toSnapshot = (id: string, { api, revision, card, cardTruncated }: Kept): Snapshot => ({
  site: 'huggingface',
  id,
  revision,
  capturedAt: null,
  html: null,
  api,
  card,
  cardHtml: null,
  cardTruncated,
  files: null,
  filesTruncated: false,
  refs: null,
  texts: null,
  linked: null,
})
