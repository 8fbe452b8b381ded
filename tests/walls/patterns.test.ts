import { join } from 'node:path'
import { analyse } from 'scslre'
import { describe, expect, it, vi } from 'vitest'
import { attacksOn } from './patterns/attacks'
import { growthOf } from './patterns/growth'
import { filesIn, literalsIn, madeDuring, type Pattern, ROOT } from './patterns/sources'

/**
 * Patterns must be linear in their input: pages and cards are anybody's. Two proofs: a checker that knows how two
 * repetitions come into each other's way (scslre), and attacks made from each pattern, timed.
 */

const PURE = ['snapshot', 'evidence', 'licenses', 'lineage', 'rubric', 'export'].map((room) => `lib/${room}`)

/** What is put together while the files are loaded, and while a card that has everything is read. */
const made = await madeDuring(async () => {
  vi.resetModules()
  for (const path of PURE.flatMap(filesIn)) if (path.endsWith('.ts')) await import(join(ROOT, path))
  const { factsOf } = await import('../../lib/assess')
  const { parseSnapshot } = await import('../../lib/snapshot/schema')
  factsOf(
    parseSnapshot({
      site: 'huggingface',
      id: 'acme-labs/Rocket-7b-instruct',
      api: {
        id: 'acme-labs/Rocket-7b-instruct',
        cardData: { license: 'mit', base_model: 'acme-labs/Rocket-7b' },
      },
      card: '# Rocket\n\nRocket is licensed under MIT. We do not release the training data of Rocket. It is a fine-tuned version of Llama 2 and Mistral.',
    }),
  )
})
const literals = ['lib', 'components', 'entrypoints'].flatMap(filesIn).flatMap(literalsIn)
const all: Pattern[] = [...literals, ...made]

describe('patterns', () => {
  it('are all found', () => {
    expect(literals.length).toBeGreaterThan(600)
    // One place more or less each for `new RegExp(` in the project.
    expect(new Set(made.map(({ place }) => place)).size).toBeGreaterThan(20)
  })

  it('have no two repetitions that can take each other’s text', () => {
    const faults = all.flatMap(({ place, pattern }) =>
      analyse({ source: pattern.source, flags: pattern.flags }).reports.map(
        ({ type, character }) =>
          `${place} ${type} ${JSON.stringify(character.pick)} /${pattern.source.slice(0, 80)}/`,
      ),
    )
    expect(faults).toEqual([])
  })

  it('withstand what is made to slow them down', { timeout: 120_000 }, () => {
    const faults = all.flatMap(({ place, pattern }) => {
      for (const attack of attacksOn(pattern)) {
        const fault = growthOf(pattern, attack)
        if (fault !== null) return [`${place} ${fault}`]
      }
      return []
    })
    expect(faults).toEqual([])
  })

  it('that would not are found', { timeout: 120_000 }, () => {
    const slow = [/(?:a|ab|b)*c/, /\s+$/, /x\w*y/, /^(?: ¤(?:[-. ]?\w{1,12}){0,2})*!/]
    for (const pattern of slow) {
      const proof = attacksOn(pattern).some((attack) => growthOf(pattern, attack) !== null)
      const known = analyse({ source: pattern.source, flags: pattern.flags }).reports.length > 0
      expect(proof || known, String(pattern)).toBe(true)
    }
  })
})
