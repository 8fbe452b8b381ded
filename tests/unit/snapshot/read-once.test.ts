import { describe, expect, it } from 'vitest'
import { inspectLicense } from '../../../lib/licenses/inspect'
import { registerLicenses } from '../../../lib/licenses/registry'
import { readSnapshot, withMore } from '../../../lib/snapshot/read'
import { parseSnapshot } from '../../../lib/snapshot/schema'

/** A full inspection reads a growing snapshot at every step; what it has read it does not read again. */

const model = (id: string, keys: Record<string, unknown> = {}) =>
  parseSnapshot({ site: 'huggingface', id, card: '---\nlicense: mit\n---\n# Card\n\nA model.\n', ...keys })

describe('a snapshot', () => {
  it('is read once', () => {
    const snapshot = model('acme/rocket-7b')
    expect(readSnapshot(snapshot)).toBe(readSnapshot(snapshot))
  })

  it('that grows keeps what was parsed of its card, its description and its linked pages', () => {
    const base = model('acme/seed-7b')
    const before = model('acme/rocket-7b', {
      api: { id: 'acme/rocket-7b', siblings: [{ rfilename: 'a.bin' }] },
    })
    const first = readSnapshot(before)
    const grown = withMore(before, { linked: { 'https://huggingface.co/acme/seed-7b': base } })
    const second = readSnapshot(grown)
    expect(second).not.toBe(first)
    expect(second.card).toBe(first.card)
    expect(second.frontMatter).toBe(first.frontMatter)
    expect(second.model).toBe(first.model)
    expect(second.files).toBe(first.files)
    expect(second.linked.size).toBe(1)
    const third = readSnapshot(withMore(grown, { texts: { 'config.json': '{}' } }))
    expect(third.linked.get('https://huggingface.co/acme/seed-7b')).toBe(
      second.linked.get('https://huggingface.co/acme/seed-7b'),
    )
    expect(third.texts).toEqual({ 'config.json': '{}' })
  })

  it('with other content is another', () => {
    const snapshot = model('acme/rocket-7b')
    readSnapshot(snapshot)
    const other = readSnapshot({ ...snapshot, card: '# Another\n\nAnother model.\n' })
    expect(other.card?.sections.map(({ heading }) => heading)).toContain('Another')
  })
})

describe('a licence answer', () => {
  it('is given once for a reading, and again when more licences are known', () => {
    const reading = readSnapshot(
      model('acme/rocket-7b', { card: '---\nlicense: acme-terms-9\n---\n# Card\n' }),
    )
    const first = inspectLicense(reading)
    expect(inspectLicense(reading)).toBe(first)
    expect(first.answer.class).toBe('unknown')
    registerLicenses([
      {
        entry: {
          id: 'acme-terms-9',
          name: 'Acme Terms 9',
          label: 'Acme 9',
          family: 'acme',
          class: 'restricted',
          osi: false,
          fsf: false,
          openData: false,
          hubIds: [],
          url: null,
        },
        aliases: [],
      },
    ])
    expect(inspectLicense(reading).answer).toMatchObject({ id: 'acme-terms-9', class: 'restricted' })
  })
})
