import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHubModel } from '../../../lib/snapshot/hub-model'
import { readSnapshot } from '../../../lib/snapshot/read'
import { LIMITS, parseSnapshot } from '../../../lib/snapshot/schema'

const minimal = { site: 'huggingface', id: 'a/b' }

describe('a snapshot', () => {
  it('needs a site and an id, and says which is missing', () => {
    expect(() => parseSnapshot({ id: 'a/b' })).toThrow(/"site"/)
    expect(() => parseSnapshot({ site: 'huggingface' })).toThrow(/"id"/)
    expect(() => parseSnapshot('text')).toThrow(/not a snapshot/)
  })

  it('reads a key left out as not looked at, and an empty value as empty', () => {
    expect(parseSnapshot(minimal)).toMatchObject({
      card: null,
      files: null,
      refs: null,
      texts: null,
      linked: null,
    })
    expect(parseSnapshot({ ...minimal, card: '', files: [], refs: [] })).toMatchObject({
      card: '',
      files: [],
      refs: [],
    })
  })

  it('drops a field of the wrong type and keeps the rest', () => {
    expect(parseSnapshot({ ...minimal, card: 7, revision: [], refs: ['main', 3] })).toMatchObject({
      card: null,
      revision: null,
      refs: ['main'],
    })
  })

  it('marks a file list with an unreadable entry as truncated', () => {
    const snapshot = parseSnapshot({ ...minimal, files: ['config.json', { path: 'm.gguf', size: 9 }, 4] })
    expect(snapshot.files?.map((file) => file.path)).toEqual(['config.json', 'm.gguf'])
    expect(snapshot.filesTruncated).toBe(true)
  })

  it('cuts an oversized card and says so', () => {
    const snapshot = parseSnapshot({ ...minimal, card: 'x'.repeat(LIMITS.card + 1) })
    expect(snapshot.card?.length).toBe(LIMITS.card)
    expect(snapshot.cardTruncated).toBe(true)
  })

  it('keeps why a linked source has no snapshot', () => {
    const snapshot = parseSnapshot({
      ...minimal,
      linked: { a: { missing: true }, b: { denied: true }, c: minimal, d: 4 },
    })
    expect(snapshot.linked).toMatchObject({ a: 'missing', b: 'denied', c: { id: 'a/b' } })
    expect(Object.keys(snapshot.linked ?? {})).toEqual(['a', 'b', 'c'])
  })

  it('of any shape never throws once it has a site and an id', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('html', 'api', 'card', 'files', 'refs', 'texts', 'linked', 'revision'),
          fc.anything(),
        ),
        (fields) => {
          readSnapshot(parseSnapshot({ ...fields, ...minimal }))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe("the Hub's model object", () => {
  it('takes a licence as a string or a list', () => {
    expect(readHubModel({ cardData: { license: 'mit' } })?.cardData?.license).toEqual(['mit'])
    expect(readHubModel({ cardData: { license: ['mit', 'apache-2.0'] } })?.cardData?.license).toEqual([
      'mit',
      'apache-2.0',
    ])
  })

  it('reads a field of the wrong type as unknown and keeps the others', () => {
    expect(
      readHubModel({ id: 'a/b', tags: 5, gated: 'yes', siblings: [{ rfilename: 'x' }, 4], cardData: 'none' }),
    ).toMatchObject({
      id: 'a/b',
      tags: null,
      gated: null,
      siblings: [{ rfilename: 'x' }],
      cardData: null,
    })
  })

  it('is null for anything that is no object', () => {
    for (const input of [null, undefined, 4, 'x', []]) expect(readHubModel(input)).toBeNull()
  })
})
