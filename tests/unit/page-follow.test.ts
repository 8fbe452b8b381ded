import { describe, expect, it, vi } from 'vitest'
import { followBases } from '../../lib/page/follow-bases'
import { facts } from './evidence/helpers'

const ask = vi.hoisted(() => vi.fn())
vi.mock('../../lib/platform/messages', () => ({ ask, FOLLOW: 'follow' }))

const REQUEST = {
  site: 'huggingface' as const,
  id: 'acme/rocket-7b',
  lastModified: null,
  renderedCard: null,
  knownOnly: false,
}

describe('looking further while somebody wants to know', () => {
  it('goes on step by step while there is more', async () => {
    ask.mockReset()
    ask
      .mockResolvedValueOnce({ facts: facts({}), more: true })
      .mockResolvedValueOnce({ facts: facts({}), more: false })
    const seen = vi.fn()
    await followBases(REQUEST, seen, new AbortController().signal)
    expect(seen.mock.calls.map(([, more]) => more)).toEqual([true, false])
  })

  it('ends when the page is left: nothing more is asked, and what comes late is not shown', async () => {
    ask.mockReset()
    const end = new AbortController()
    ask.mockImplementation(async () => {
      end.abort()
      return { facts: facts({}), more: true }
    })
    const seen = vi.fn()
    await followBases(REQUEST, seen, end.signal)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(seen).not.toHaveBeenCalled()
  })

  it('ends where nobody answers any more', async () => {
    ask.mockReset()
    ask.mockRejectedValue(new Error('no receiver'))
    const seen = vi.fn()
    await followBases(REQUEST, seen, new AbortController().signal)
    expect(seen).not.toHaveBeenCalled()
  })
})
