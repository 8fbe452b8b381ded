import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { loadSettings, saveRubricOption, saveSettings, watchSettings } from '../../../lib/platform/settings'
import { DEFAULT_SETTINGS } from '../../../lib/platform/settings-schema'

describe('settings', () => {
  beforeEach(() => fakeBrowser.reset())

  it('start with the defaults', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  })

  it('written in two tabs at once both stand', async () => {
    await Promise.all([saveSettings({ badge: false }), saveSettings({ rubric: 'open-parts' })])
    expect(await loadSettings()).toMatchObject({ badge: false, rubric: 'open-parts' })
  })

  it('that cannot be read fall back one by one', async () => {
    await saveSettings({ rubric: 'open-parts' })
    await fakeBrowser.storage.sync.set({
      'settings.badge': { value: 'maybe', at: 1 },
      'settings.welcomed': 7,
    })
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, rubric: 'open-parts' })
  })

  it('go to the local area when sync refuses, and the newer value is read', async () => {
    await saveSettings({ rubric: 'mof' })
    vi.useFakeTimers({ now: Date.now() + 1_000, toFake: ['Date'] })
    const refused = vi
      .spyOn(fakeBrowser.storage.sync, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'))
    await saveSettings({ rubric: 'open-parts' })
    expect((await loadSettings()).rubric).toBe('open-parts')
    refused.mockRestore()
    vi.useRealTimers()
  })

  it('say so when no area takes them, and what was stored stands', async () => {
    await saveSettings({ rubric: 'open-parts' })
    const spies = [fakeBrowser.storage.sync, fakeBrowser.storage.local].map((area) =>
      vi.spyOn(area, 'set').mockRejectedValue(new Error('disk full')),
    )
    await expect(saveSettings({ rubric: 'mof' })).rejects.toThrow('disk full')
    for (const spy of spies) spy.mockRestore()
    expect((await loadSettings()).rubric).toBe('open-parts')
  })

  it('keep the other options of a rubric when one is set', async () => {
    await saveRubricOption('mof', 'datasetsLicense', 'mot')
    await saveRubricOption('mof', 'compat', 'mot')
    expect((await loadSettings()).rubricOptions).toEqual({ mof: { datasetsLicense: 'mot', compat: 'mot' } })
  })

  it('tell every page of a change until it ends', async () => {
    const end = new AbortController()
    const seen: string[] = []
    watchSettings((settings) => seen.push(settings.rubric), end.signal)
    await saveSettings({ rubric: 'open-parts' })
    await vi.waitFor(() => expect(seen).toEqual(['open-parts']))
    end.abort()
    await saveSettings({ rubric: 'mof' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seen).toEqual(['open-parts'])
  })
})
