import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import * as z from 'zod/mini'
import { loadGithubToken } from '../../../lib/platform/github-token'
import { ownRubric } from '../../../lib/platform/own-rubrics'
import { policyOf } from '../../../lib/platform/policy'
import { loadRecent } from '../../../lib/platform/recent'
import { loadSettings, repositoryChoice, saveSettings } from '../../../lib/platform/settings'
import { DEFAULT_SETTINGS } from '../../../lib/platform/settings-schema'
import { DATA_VERSION, migrateStoredData } from '../../../lib/platform/stored-data'

/** What each version of the extension stored, one example each, told from its commit in lib/platform. */
const stored = z.object({
  sync: z.record(z.string(), z.unknown()),
  local: z.record(z.string(), z.unknown()),
})
const example = (version: number) =>
  z.parse(
    stored,
    JSON.parse(readFileSync(resolve(import.meta.dirname, `../../fixtures/stored/${version}.json`), 'utf8')),
  )

async function restore(version: number) {
  const { sync, local } = example(version)
  await fakeBrowser.storage.sync.set(sync)
  await fakeBrowser.storage.local.set(local)
}

/** What a reader of that version had chosen, in the words of today. */
const CHOSEN = [
  {},
  { rubric: 'open-parts', badge: false, welcomed: true, rubricOptions: { mof: { datasetsLicense: 'mot' } } },
  { question: 'train' },
  { compared: ['osaid'], question: 'a-question-of-later' },
  { derivatives: 'own-work' },
  { repositories: { 'acme/rocket': 'on', acme: 'off' } },
  { lists: false, listFilter: { an: 'old filter' } },
  {},
]
const VERSIONS = [1, 2, 3, 4, 5, 6, 7]

describe('what an earlier version stored', () => {
  beforeEach(() => fakeBrowser.reset())

  it('is known for every version', () => expect(VERSIONS.at(-1)).toBe(DATA_VERSION))

  it.each(VERSIONS)('is all there after the update: version %i', async (version) => {
    await restore(version)
    await migrateStoredData()
    const settings = await loadSettings()
    expect(settings).toMatchObject({
      ...DEFAULT_SETTINGS,
      policy: settings.policy,
      ownRubrics: settings.ownRubrics,
      ...Object.assign({}, ...CHOSEN.slice(0, version + 1)),
    })
    expect(policyOf(settings)?.none ?? null).toBe(version >= 2 ? 'deny' : null)
    expect(await loadRecent()).toEqual(version >= 2 ? ['llama3.1', 'acme/rocket'] : [])
    expect(ownRubric(settings, 'mine')).toEqual(
      version >= 3 ? { id: 'mine', title: 'Mine', odd: [1, null] } : null,
    )
    expect(repositoryChoice(settings, 'Acme/Rocket')).toBe(version >= 5 ? 'on' : null)
    expect(await loadGithubToken()).toBe(version >= 5 ? `ghp_${'a1B2'.repeat(9)}` : null)
    expect((await fakeBrowser.storage.local.get('data.version'))['data.version']).toBe(DATA_VERSION)
    // One thing that is changed afterwards changes nothing else.
    await saveSettings({ welcomed: true })
    expect(await loadSettings()).toEqual({ ...settings, welcomed: true })
  })

  it('is brought on step by step, a failed step again at the next start, and newer data are left alone', async () => {
    const taken: string[] = []
    let broken = true
    const steps = {
      7: async () => void taken.push('7 to 8'),
      8: async () => {
        if (broken) throw new Error('full')
        taken.push('8 to 9')
      },
    }
    await restore(5)
    await migrateStoredData(steps, 9)
    expect(taken).toEqual(['7 to 8'])
    broken = false
    await migrateStoredData(steps, 9)
    await migrateStoredData(steps, 9)
    expect(taken).toEqual(['7 to 8', '8 to 9'])
    const set = vi.spyOn(fakeBrowser.storage.local, 'set')
    await migrateStoredData()
    expect(set).not.toHaveBeenCalled()
    set.mockRestore()
  })
})

describe('after the clock was set back by a year', () => {
  beforeEach(() => fakeBrowser.reset())

  it('the last choice still wins, also where sync refuses it', async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 10, 1), toFake: ['Date'] })
    await saveSettings({ rubric: 'osaid' })
    vi.setSystemTime(Date.UTC(2026, 10, 1))
    const refused = vi
      .spyOn(fakeBrowser.storage.sync, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'))
    await saveSettings({ rubric: 'open-parts' })
    expect((await loadSettings()).rubric).toBe('open-parts')
    refused.mockRestore()
    await saveSettings({ rubric: 'mof' })
    expect((await loadSettings()).rubric).toBe('mof')
    vi.useRealTimers()
  })
})
