import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitCard } from '../../../lib/snapshot/front-matter'

describe('front matter', () => {
  it('is read as YAML 1.2 with the line of every key', () => {
    const { frontMatter, body, bodyOffset } = splitCard(
      '---\nlicense: mit\ndatasets:\n- a/b\nversion: no\n---\n# Card\n',
    )
    expect(frontMatter?.data).toMatchObject({ license: 'mit', datasets: ['a/b'], version: 'no' })
    expect(frontMatter?.lines).toMatchObject({ license: 2, datasets: 3, version: 5 })
    expect(body).toBe('# Card\n')
    expect(bodyOffset).toBe(6)
  })

  it('may be missing, empty, or end with the file', () => {
    expect(splitCard('# Card').frontMatter).toBeNull()
    expect(splitCard('---\n---\ntext').frontMatter?.data).toEqual({})
    expect(splitCard('---\nlicense: mit\n---').frontMatter?.data).toMatchObject({ license: 'mit' })
    expect(splitCard('---\nlicense: mit\nno end').frontMatter).toBeNull()
  })

  it('accepts Windows line ends and a byte order mark', () => {
    expect(splitCard('\uFEFF---\r\nlicense: mit\r\n---\r\n# Card').frontMatter?.data).toMatchObject({
      license: 'mit',
    })
  })

  it('that is malformed is a fault and leaves the body', () => {
    expect(splitCard('---\nlicense: [mit\n---\n# Card')).toMatchObject({
      frontMatter: null,
      fault: 'malformed',
      body: '# Card',
    })
  })

  it.each([
    ['lists', '['.repeat(60_000)],
    ['mappings', '{"a":'.repeat(25_000)],
    ['dashes', '- '.repeat(60_000)],
    ['colons', 'a: '.repeat(40_000)],
  ])('nested without end in %s is malformed, at once', (_, yaml) => {
    const start = performance.now()
    expect(splitCard(`---\nx: ${yaml}\n---\n# Card`)).toMatchObject({ fault: 'malformed', body: '# Card' })
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('refuses an alias bomb', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items =
        level === 0
          ? 'lol'
          : Array(9)
              .fill(`*a${level - 1}`)
              .join(',')
      return `a${level}: &a${level} [${items}]`
    })
    expect(splitCard(`---\n${levels.join('\n')}\n---\n`)).toMatchObject({
      frontMatter: null,
      fault: 'malformed',
    })
  })

  it('past its size is not parsed', () => {
    expect(splitCard(`---\na: ${'x'.repeat(200_000)}\n---\nbody`)).toMatchObject({
      fault: 'too-large',
      body: 'body',
    })
  })

  it('cannot reach a prototype', () => {
    const { frontMatter } = splitCard('---\n__proto__:\n  polluted: yes\nconstructor: x\n---\n')
    expect(Object.getPrototypeOf(frontMatter?.data)).toBeNull()
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        splitCard(`---\n${text}\n---\n${text}`)
        splitCard(text)
      }),
      { numRuns: 500 },
    )
  }, 30_000)
})
