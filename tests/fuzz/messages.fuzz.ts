import fc from 'fast-check'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import background from '../../entrypoints/background'
import { ask, FOLLOW, JUDGE, LOOK, MARK, OPEN_PAGE } from '../../lib/platform/messages'
import { checkFacts } from './lib/assessment'
import { FACTS } from './lib/facts'
import { fuzz } from './lib/fuzz'
import { hostileJson } from './lib/hostile'
import { mutatedJson } from './lib/mutate'

/** Messages in both directions: the worker gets whatever a page may send, the page whatever a worker may answer. */

vi.mock('../../lib/platform/cache', () => ({ readCache: async () => undefined, writeCache: async () => {} }))
vi.mock('../../lib/sources/license-data', () => ({
  loadLicenseTerms: async () => {},
  loadLicenseTexts: async () => {},
}))
vi.mock('../../lib/platform/tabs', () => ({
  injectPanel: async () => {},
  openPage: async () => {},
  openPanelInTab: async () => false,
}))
vi.mock('../../lib/platform/license-shortcuts', () => ({ offerShortcuts: () => {} }))

const request = {
  site: 'huggingface',
  id: 'acme/rocket',
  lastModified: null,
  renderedCard: '<p>x</p>',
  knownOnly: true,
}
const seeds = [
  { openmark: 'look', payload: request },
  { openmark: 'follow', payload: request },
  { openmark: 'mark', payload: { low: 1, high: 2, title: 'Open weights' } },
  { openmark: 'load-panel', payload: null },
  { openmark: 'open-page', payload: 'options' },
  ...FACTS.map((facts) => ({ openmark: 'judge', payload: facts })),
]
const replies = [
  ...FACTS,
  { facts: FACTS[0], more: false },
  { headline: { id: 'a', label: 'A', meter: 1, high: { id: 'b', label: 'B', meter: 2 } }, policy: null },
]

const quietly = <Answer>(work: Promise<Answer>): Promise<Answer | null> => work.catch(() => null)

fuzz(
  'messages',
  fc.record({
    message: fc.oneof({ arbitrary: mutatedJson(seeds), weight: 8 }, { arbitrary: hostileJson, weight: 1 }),
    reply: fc.oneof({ arbitrary: mutatedJson(replies), weight: 8 }, { arbitrary: hostileJson, weight: 1 }),
  }),
  async ({ message, reply }) => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))
    fakeBrowser.reset()
    fakeBrowser.commands.onCommand.addListener = () => {}
    background.main()
    // A message that nobody takes is refused by the browser itself; whatever a handler takes, it answers.
    const refused = await fakeBrowser.runtime.sendMessage(message).then(
      () => null,
      (error: unknown) => error,
    )
    if (refused instanceof Error && !/listener|handler|response|receiving end/i.test(refused.message))
      throw refused

    fakeBrowser.reset()
    fakeBrowser.runtime.onMessage.addListener(async () => reply)
    const looked = await quietly(
      ask(LOOK, { site: 'huggingface', id: 'a/b', lastModified: null, renderedCard: null, knownOnly: false }),
    )
    if (looked) checkFacts(looked)
    await quietly(
      ask(FOLLOW, {
        site: 'huggingface',
        id: 'a/b',
        lastModified: null,
        renderedCard: null,
        knownOnly: false,
      }),
    )
    const [facts] = FACTS
    if (facts) await quietly(ask(JUDGE, facts))
    await ask(MARK, null)
    await ask(OPEN_PAGE, 'options')
  },
)
