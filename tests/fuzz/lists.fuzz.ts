// @vitest-environment happy-dom
import fc from 'fast-check'
import { vi } from 'vitest'
import { chipOf } from '../../lib/chip'
import { filterOf, fitOf } from '../../lib/page/lists/filter'
import { githubLists } from '../../lib/sites/github/cards'
import { huggingfaceLists } from '../../lib/sites/huggingface/cards'
import { lookAtList } from '../../lib/sources/list'
import { allRubrics } from '../../rubrics'
import { listBody } from '../../scripts/lib/offline/list-page'
import { LISTED } from '../../scripts/samples/listed'
import { checkFacts } from './lib/assessment'
import { fuzz } from './lib/fuzz'
import { hostileJson, hostileString } from './lib/hostile'
import { mutatedJson, mutatedText } from './lib/mutate'

/** Lists: what the Hub's API answers for them, the pages that show them, their addresses, and stored filters. */

vi.mock('../../lib/sources/license-data', () => ({
  loadLicenseTerms: async () => {},
  loadLicenseTexts: async () => {},
}))

const rows = LISTED.slice(0, 12)
const page = listBody('/models', new URLSearchParams({ count: '12' }))?.main ?? ''
const [rubric] = allRubrics()
const HOSTS = /^https:\/\/huggingface\.co\//

const body = fc.oneof(
  { arbitrary: mutatedJson(rows.map((row) => [row])).map((value) => JSON.stringify(value) ?? ''), weight: 5 },
  { arbitrary: mutatedJson([rows]).map((value) => JSON.stringify(value) ?? ''), weight: 3 },
  { arbitrary: mutatedText([JSON.stringify(rows.slice(0, 3))]), weight: 1 },
  { arbitrary: hostileJson.map((value) => JSON.stringify(value) ?? ''), weight: 1 },
)
const link = fc.option(
  fc.oneof(hostileString, fc.constant('<https://elsewhere.example/api/models?cursor=1>; rel="next"')),
)
const address = fc.oneof(
  hostileString.map((words) => `https://huggingface.co/models?search=${words}`),
  hostileString,
  fc.constantFrom('https://huggingface.co/', 'https://huggingface.co/models?p=1e9&sort=constructor'),
)

fuzz(
  'lists',
  fc.record({
    body,
    link,
    address,
    html: mutatedText([page]),
    filter: hostileJson,
    ids: fc.array(hostileString, { maxLength: 5 }),
  }),
  async (input) => {
    let asked = 0
    vi.stubGlobal('fetch', async (url: URL) => {
      asked += 1
      if (!HOSTS.test(url.href)) throw new Error(`It asked ${url.href}.`)
      const headers = new Headers()
      try {
        if (input.link !== null) headers.set('link', input.link)
      } catch {
        // No header can hold this.
      }
      return new Response(input.body, { headers })
    })
    const ids = [...rows.map(({ id }) => id), ...input.ids]
    for (const how of ['list', 'known', 'single', 'list'] as const) {
      const request = {
        site: 'huggingface' as const,
        address: input.address,
        models: ids.map((id) => ({ id, updated: null })),
        how,
      }
      const { found } = await lookAtList(request, new AbortController().signal)
      for (const { id, facts, basis } of found) {
        checkFacts(facts)
        if (!ids.includes(id)) throw new Error(`${id} was not asked for.`)
        if (!rubric) continue
        const chip = chipOf(id, facts, basis, {
          rubric,
          options: undefined,
          derivatives: 'strict',
          policy: null,
        })
        fitOf(filterOf(input.filter), chip)
      }
    }
    if (asked > 2 + ids.length) throw new Error(`It asked ${asked} times.`)
    document.body.innerHTML = input.html
    for (const site of [huggingfaceLists, githubLists])
      for (const { id } of site.cards(document))
        if (!/^[\w.-]+\/[\w.-]+$/.test(id)) throw new Error(`A card of ${id}.`)
  },
)
