import fc from 'fast-check'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { factsOf } from '../../lib/assess'
import { judgeBy } from '../../lib/page/judge-by'
import { loadGithubToken } from '../../lib/platform/github-token'
import { keepOwnRubric, ownRubric, ownRubricIds, removeOwnRubric } from '../../lib/platform/own-rubrics'
import { policyOf } from '../../lib/platform/policy'
import { addRecent, loadRecent } from '../../lib/platform/recent'
import {
  loadSettings,
  repositoryChoice,
  saveRepositoryChoice,
  saveRubricOption,
} from '../../lib/platform/settings'
import { DEFAULT_SETTINGS } from '../../lib/platform/settings-schema'
import { parseSnapshot } from '../../lib/snapshot/schema'
import { fetchRepository } from '../../lib/sources/github'
import { fetchBase } from '../../lib/sources/hub'
import { fetchDataset } from '../../lib/sources/hub-documents'
import { withKnownWeights } from '../../lib/sources/known-weights'
import { look } from '../../lib/sources/look'
import { shippedSource } from '../../rubrics'
import { checkAssessment, checkFacts, checkWay } from './lib/assessment'
import { FACTS } from './lib/facts'
import { fuzz } from './lib/fuzz'
import { hostileJson, hostileString, NAMES } from './lib/hostile'
import { mutatedJson } from './lib/mutate'

/** What is stored, by an earlier version, another program or a broken disk: settings and kept answers. */

const cached = vi.hoisted(() => ({ value: undefined as unknown }))
vi.mock('../../lib/platform/cache', () => ({
  readCache: async () => cached.value,
  writeCache: async () => {},
}))
vi.mock('../../lib/sources/license-data', () => ({
  loadLicenseTerms: async () => {},
  loadLicenseTexts: async () => {},
}))

const rubric = shippedSource('open-parts')
const own = (id: string) => (typeof rubric === 'object' && rubric !== null ? { ...rubric, id } : null)

const STORED = {
  ...Object.fromEntries(
    Object.entries(DEFAULT_SETTINGS).map(([key, value]) => [`settings.${key}`, { value, at: 1 }]),
  ),
  'settings.rubric': { value: 'constructor', at: 2 },
  'settings.rubricOptions': { value: { mof: { datasetsLicense: 'mot' }, constructor: { a: 'b' } }, at: 2 },
  'settings.ownRubrics': { value: [own('constructor'), own('mine')], at: 2 },
  'settings.repositories': { value: { 'acme/rocket': 'on', acme: 'off' }, at: 2 },
  'settings.compared': { value: ['mof', 'constructor'], at: 2 },
  'settings.policy': {
    value: { version: 1, rules: [], otherwise: 'allow', unknown: 'review', none: 'deny' },
    at: 2,
  },
  recent: ['acme/rocket', 'MIT'],
  'github.token': 'ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
}

const kept = [
  ...FACTS,
  { id: 'acme/seed', model: { id: 'acme/seed', cardData: { license: 'mit' } } },
  { api: { id: 'acme/web' }, revision: null, card: '# Web', cardTruncated: false },
  {
    revision: 'a'.repeat(40),
    files: [{ path: 'train.py', size: 1, sha256: null }],
    filesTruncated: false,
    card: '# R',
    cardTruncated: false,
    texts: { LICENSE: 'MIT' },
    refs: ['main'],
  },
  [
    {
      id: 'acme/other',
      revision: null,
      createdAt: null,
      files: [{ path: 'model.safetensors', size: 1, sha256: 'b'.repeat(64) }],
    },
  ],
]

const snapshot = parseSnapshot({
  site: 'huggingface',
  id: 'acme/rocket',
  api: { id: 'acme/rocket' },
  files: [{ path: 'model.safetensors', size: 1, sha256: 'b'.repeat(64) }],
})

/** Written when a clock was wrong: nothing that is written now counts as newer. */
const hasFuture = (...areas: unknown[]): boolean =>
  /"at":\s*[2-9]\d{12}|"at":\s*\d+e/.test(JSON.stringify(areas))

fuzz(
  'storage',
  fc.record({
    sync: mutatedJson([STORED]),
    local: fc.oneof(mutatedJson([STORED]), fc.constant({})),
    kept: fc.oneof({ arbitrary: mutatedJson(kept), weight: 6 }, { arbitrary: hostileJson, weight: 1 }),
    name: fc.oneof(fc.constant('acme/moon'), fc.constantFrom(...NAMES), hostileString),
  }),
  async ({ sync, local, kept: value, name }) => {
    fakeBrowser.reset()
    for (const [area, stored] of [
      [fakeBrowser.storage.sync, sync],
      [fakeBrowser.storage.local, local],
    ] as const)
      if (typeof stored === 'object' && stored !== null && !Array.isArray(stored))
        await area.set({ ...stored })
    const settings = await loadSettings()
    const facts = FACTS[name.length % FACTS.length]
    if (!facts) throw new Error('No facts.')
    const { assessment, rubric: driving, compared } = judgeBy(settings, facts)
    checkAssessment(assessment, [driving, ...compared])
    policyOf(settings)
    ownRubric(settings, name)
    const choice = repositoryChoice(settings, name)
    if (choice !== null && choice !== 'on' && choice !== 'off') throw new Error(`The choice is ${choice}.`)
    for (const query of await loadRecent()) if (query.length > 300) throw new Error('Not a query.')
    const token = await loadGithubToken()
    if (token !== null && !/^\w+$/.test(token)) throw new Error('Not a token.')
    await saveRubricOption(name, name, name)
    await saveRepositoryChoice(name, 'on')
    if (
      /^\w+\/\w+$/.test(name) &&
      !hasFuture(sync, local) &&
      repositoryChoice(await loadSettings(), name) !== 'on'
    )
      throw new Error('A choice was lost.')
    await addRecent(name)
    const before = ownRubricIds(await loadSettings()).filter((id) => id !== name)
    await keepOwnRubric({ id: name })
    await removeOwnRubric(name)
    if (!hasFuture(sync, local) && `${ownRubricIds(await loadSettings())}` !== `${before}`)
      throw new Error('A rubric was lost.')

    cached.value = value
    vi.stubGlobal('fetch', async () => new Response('', { status: 500 }))
    checkFacts(
      await look({
        site: 'huggingface',
        id: 'acme/rocket',
        lastModified: null,
        renderedCard: null,
        knownOnly: false,
      }),
    )
    for (const source of [
      await fetchBase('acme/seed'),
      await fetchRepository('acme/rocket'),
      await fetchDataset('acme/web'),
    ])
      if (source !== null && typeof source !== 'string') checkWay(source, [])
    checkFacts(factsOf(await withKnownWeights(snapshot)))
  },
)
