import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Check, checkTab } from '../../lib/page/quick-check'
import { facts } from './evidence/helpers'

const ask = vi.hoisted(() => vi.fn())
const modelInTab = vi.hoisted(() => vi.fn())
vi.mock('../../lib/platform/messages', () => ({ ask, LOOK: 'look', FOLLOW: 'follow' }))
vi.mock('../../lib/platform/tabs', () => ({ modelInTab }))

const GITHUB = 'https://github.com/acme/rocket'
const repository = (isModel: boolean | null) => {
  const found = facts({ site: 'github', id: 'acme/rocket', files: ['README.md'], card: '# Rocket' })
  return { ...found, subject: { ...found.subject, isModel } }
}
const run = async (tab: { id: number | null; url: string | null }, wanted = false): Promise<Check[]> => {
  const seen: Check[] = []
  await checkTab(tab, (check) => void seen.push(check), new AbortController().signal, wanted)
  return seen
}

describe('what the popup says of the tab in front', () => {
  beforeEach(() => {
    ask.mockReset()
    modelInTab.mockReset()
    modelInTab.mockResolvedValue(null)
  })

  it('is nothing, and nobody is asked, where a page of GitHub does not show that it is public', async () => {
    expect(await run({ id: 1, url: GITHUB })).toEqual([{ state: 'left-alone' }])
    expect(await run({ id: 1, url: `${GITHUB}/settings` })).toEqual([{ state: 'elsewhere' }])
    expect(ask).not.toHaveBeenCalled()
  })

  it('is an offer, and nobody is asked, where nothing shows that a repository is a model’s', async () => {
    modelInTab.mockResolvedValue({
      site: 'github',
      id: 'acme/rocket',
      lastModified: null,
      facts: repository(null),
    })
    expect(await run({ id: 1, url: GITHUB })).toEqual([{ state: 'offer', id: 'acme/rocket' }])
    expect(ask).not.toHaveBeenCalled()
  })

  it('is the whole check once the reader wants it', async () => {
    modelInTab.mockResolvedValue({
      site: 'github',
      id: 'acme/rocket',
      lastModified: null,
      facts: { ...repository(null), depth: 'glance' },
    })
    ask.mockResolvedValue(repository(null))
    const seen = await run({ id: 1, url: GITHUB }, true)
    expect(seen.map(({ state }) => state)).toEqual(['checking', 'done'])
    expect(ask).toHaveBeenCalledWith('look', expect.objectContaining({ site: 'github', knownOnly: false }))
  })

  it('is what the page knows of a model’s repository', async () => {
    modelInTab.mockResolvedValue({
      site: 'github',
      id: 'acme/rocket',
      lastModified: null,
      facts: repository(true),
    })
    expect((await run({ id: 1, url: GITHUB })).map(({ state }) => state)).toEqual(['done'])
    expect(ask).not.toHaveBeenCalled()
  })
})

describe('a repository into which nothing was put', () => {
  it('is said to be empty', () => {
    const { faults } = facts({ site: 'github', id: 'acme/rocket', files: [], card: '' })
    expect(faults).toEqual([{ id: 'empty', detail: 'repository' }])
  })
})
