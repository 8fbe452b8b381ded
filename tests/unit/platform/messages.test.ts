import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answer, ask, LOOK, MARK, on } from '../../../lib/platform/messages'

describe('messages', () => {
  beforeEach(() => fakeBrowser.reset())

  it('carry a request to its handler', async () => {
    const seen: unknown[] = []
    answer([
      on(MARK, async (mark) => {
        seen.push(mark)
        return null
      }),
    ])
    await ask(MARK, { low: 1, high: 2, title: 'Open weights' })
    expect(seen).toEqual([{ low: 1, high: 2, title: 'Open weights' }])
  })

  it('with an unreadable answer are refused', async () => {
    fakeBrowser.runtime.onMessage.addListener(async () => ({ subject: 'not facts' }))
    await expect(
      ask(LOOK, { site: 'huggingface', id: 'a/b', lastModified: null, renderedCard: null, knownOnly: false }),
    ).rejects.toThrow()
  })

  it('are sent once more where the worker was ended while it answered, not where nobody will ever answer', async () => {
    const mark = { low: 1, high: 2, title: 'Open weights' }
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage')
    send.mockRejectedValueOnce(new Error('the message channel closed before a response was received'))
    send.mockResolvedValueOnce(null)
    expect(await ask(MARK, mark)).toBeNull()
    expect(send).toHaveBeenCalledTimes(2)
    send.mockRejectedValue(new Error('Could not establish connection'))
    await expect(ask(MARK, mark)).rejects.toThrow('Could not establish connection')
    expect(send).toHaveBeenCalledTimes(4)
    // Under an updated extension the page's runtime has no id any more.
    const { id } = fakeBrowser.runtime
    Object.defineProperty(fakeBrowser.runtime, 'id', { value: undefined, configurable: true })
    await expect(ask(MARK, mark)).rejects.toThrow('Could not establish connection')
    expect(send).toHaveBeenCalledTimes(5)
    Object.defineProperty(fakeBrowser.runtime, 'id', { value: id, configurable: true })
    send.mockRestore()
  })

  it('of another shape are left alone', async () => {
    let called = false
    answer([
      on(MARK, async () => {
        called = true
        return null
      }),
    ])
    for (const message of [
      null,
      'mark',
      { openmark: 'mark', payload: 'x' },
      { openmark: 'other', payload: null },
    ]) {
      await fakeBrowser.runtime.sendMessage(message).catch(() => {})
    }
    expect(called).toBe(false)
  })
})
