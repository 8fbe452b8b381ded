import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { keepOwnRubric, ownRubric, ownRubricIds, removeOwnRubric } from '../../../lib/platform/own-rubrics'
import { addRecent, forgetRecent, loadRecent } from '../../../lib/platform/recent'
import { loadSettings } from '../../../lib/platform/settings'

const rubric = (id: string, title = id) => ({ id, title, odd: { kept: [1, null, 'x'] } })

describe('one’s own rubrics', () => {
  beforeEach(() => fakeBrowser.reset())

  it('are kept as they came, one per id', async () => {
    await keepOwnRubric(rubric('a'))
    await keepOwnRubric(rubric('b'))
    await keepOwnRubric(rubric('a', 'again'))
    const settings = await loadSettings()
    expect(ownRubricIds(settings)).toEqual(['b', 'a'])
    expect(ownRubric(settings, 'a')).toEqual(rubric('a', 'again'))
    await removeOwnRubric('b')
    expect(ownRubricIds(await loadSettings())).toEqual(['a'])
  })

  it('are all there after many are kept one after the other', async () => {
    for (let index = 0; index < 12; index += 1) await keepOwnRubric(rubric(`r${index}`))
    expect(ownRubricIds(await loadSettings())).toHaveLength(12)
  })
})

describe('the last checks', () => {
  beforeEach(() => fakeBrowser.reset())

  it('are ten, newest first, each once, on this device', async () => {
    for (let index = 0; index < 14; index += 1) await addRecent(`m/${index % 12}`)
    const recent = await loadRecent()
    expect(recent).toHaveLength(10)
    expect(recent.slice(0, 3)).toEqual(['m/1', 'm/0', 'm/11'])
    expect(Object.keys(await fakeBrowser.storage.sync.get(null))).toEqual([])
    await forgetRecent()
    expect(await loadRecent()).toEqual([])
  })
})
