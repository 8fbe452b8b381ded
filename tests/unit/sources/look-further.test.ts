import { afterEach, describe, expect, it, vi } from 'vitest'
import { lookFurther } from '../../../lib/sources/look'
import { MODEL, serve } from '../../fixtures/inspection/world'

/** Storage that is full, blocked or broken. */
vi.mock('../../../lib/platform/cache', () => ({
  readCache: async () => undefined,
  writeCache: async () => {},
}))
vi.mock('../../../lib/sources/license-data', () => ({
  loadLicenseTerms: async () => {},
  loadLicenseTexts: async () => {},
}))

describe('an inspection where nothing can be kept', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('ends all the same, and asks for nothing twice', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', serve(asked))
    const request = {
      site: 'huggingface',
      id: MODEL,
      lastModified: null,
      renderedCard: null,
      knownOnly: false,
    } as const
    let steps = 0
    for (let more = true; more && steps < 20; steps += 1) more = (await lookFurther(request)).more
    expect(steps).toBeLessThan(10)
    expect(new Set(asked).size).toBe(asked.length)
  })
})
