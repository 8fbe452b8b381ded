import fc from 'fast-check'
import { vi } from 'vitest'
import { fetchRepository } from '../../lib/sources/github'
import { fetchBase } from '../../lib/sources/hub'
import { fetchCollection, fetchDataset, fetchPaper } from '../../lib/sources/hub-documents'
import { look, lookFurther } from '../../lib/sources/look'
import { ANSWERS, MODEL } from '../fixtures/inspection/world'
import { checkFacts, checkWay } from './lib/assessment'
import { fuzz } from './lib/fuzz'
import { hostileJson, hostileString } from './lib/hostile'
import { mutatedJson, mutatedText } from './lib/mutate'

/** Answers of the Hub and of GitHub: of the wrong shape, broken off, or none at all. */

vi.mock('../../lib/platform/cache', () => ({ readCache: async () => undefined, writeCache: async () => {} }))
vi.mock('../../lib/platform/github-token', () => ({ loadGithubToken: async () => null }))
vi.mock('../../lib/sources/license-data', () => ({
  loadLicenseTerms: async () => {},
  loadLicenseTexts: async () => {},
}))

const COLLECTION = 'https://huggingface.co/api/collections/acme/all-1'
const answers: Readonly<Record<string, string>> = {
  ...ANSWERS,
  // A tree of 5,000 files is the benchmark's; a hundred say the same here.
  ...Object.fromEntries(
    Object.entries(ANSWERS).flatMap(([address, body]) => {
      if (!address.includes('/git/trees/')) return []
      const tree = JSON.parse(body)
      return [[address, JSON.stringify({ ...tree, tree: tree.tree.slice(0, 100) })]]
    }),
  ),
  [COLLECTION]: JSON.stringify({ title: 'All', items: [{ type: 'model', id: MODEL }] }),
}

interface Spoiled {
  body: string
  status: number
  headers: Record<string, string>
}

const isJson = (body: string) => body.startsWith('{') || body.startsWith('[')

const spoiled = (body: string): fc.Arbitrary<Spoiled> =>
  fc.record({
    body: fc.oneof(
      { arbitrary: fc.constant(body), weight: 2 },
      {
        arbitrary: isJson(body)
          ? mutatedJson([JSON.parse(body)]).map((value) => JSON.stringify(value) ?? '')
          : mutatedText([body]),
        weight: 6,
      },
      { arbitrary: mutatedText([body]), weight: 1 },
      { arbitrary: hostileJson.map((value) => JSON.stringify(value) ?? ''), weight: 1 },
    ),
    status: fc.oneof(
      { arbitrary: fc.constant(200), weight: 12 },
      { arbitrary: fc.constantFrom(204, 301, 401, 403, 404, 409, 410, 418, 500, 503), weight: 1 },
    ),
    headers: fc.constantFrom<Record<string, string>>(
      {},
      { 'x-error-code': 'GatedRepo' },
      { 'content-length': '-1' },
    ),
  })

const world = fc.record(
  Object.fromEntries(Object.entries(answers).map(([address, body]) => [address, spoiled(body)])),
)

const MAX_STEPS = 30

fuzz('api-answers', fc.tuple(world, fc.option(hostileString)), async ([replies, renderedCard]) => {
  let asked = 0
  vi.stubGlobal('fetch', async (url: URL) => {
    asked += 1
    if (
      !/^https:\/\/(?:huggingface\.co|github\.com|api\.github\.com|raw\.githubusercontent\.com)\//.test(
        url.href,
      )
    )
      throw new Error(`It asked ${url.href}.`)
    const reply = replies[`${url.origin}${url.pathname}`]
    if (reply === undefined) return new Response('', { status: 404 })
    return new Response(reply.status === 204 ? null : reply.body, {
      status: reply.status,
      headers: reply.headers,
    })
  })
  for (const [site, id] of [
    ['huggingface', MODEL],
    ['github', 'acme/rocket'],
  ] as const) {
    const request = {
      site,
      id,
      lastModified: null,
      renderedCard: site === 'huggingface' ? renderedCard : null,
      knownOnly: false,
    }
    checkFacts(await look(request))
    let steps = 0
    for (let more = true; more; steps += 1) {
      const step = await lookFurther(request)
      checkFacts(step.facts)
      more = step.more
      if (steps > MAX_STEPS) throw new Error('It looks further without end.')
    }
  }
  for (const source of [
    await fetchBase('acme/seed-7b'),
    await fetchDataset('acme/rocket-web'),
    await fetchPaper('2503.01234'),
    await fetchCollection('acme/all-1'),
    await fetchRepository('acme/rocket'),
  ])
    if (source !== null && typeof source !== 'string') checkWay(source, [])
  if (asked > 400) throw new Error(`It asked ${asked} times.`)
})
