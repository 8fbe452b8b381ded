import { beforeEach, describe, expect, it } from 'vitest'
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
