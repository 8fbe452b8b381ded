import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { knowledgeOf } from '../../../lib/licenses/knowledge'
import { lookupLicense } from '../../../lib/licenses/registry'
import { PAIRS, type Pair } from '../../fixtures/lineage/pairs'
import { facts } from '../evidence/helpers'

/** What a base's licence lets be done with what is derived from it, in one direction: from the base down. */

const KINDS = {
  finetune: 'base-conflict',
  adapter: 'adapter-vs-base',
  quantized: 'quantized-vs-base',
} as const

function conflictsOf({ base, own, made }: Pick<Pair, 'base' | 'own' | 'made'>) {
  return facts({
    card: `---\nlicense: ${own}\nbase_model: acme/base\nbase_model_relation: ${made}\n---\nA model.\n`,
    files: made === 'quantized' ? ['model.Q4_K_M.gguf'] : ['model.safetensors'],
    linked: {
      'https://huggingface.co/acme/base': {
        site: 'huggingface',
        id: 'acme/base',
        api: { id: 'acme/base', tags: [`license:${base}`], cardData: { license: base } },
      },
    },
  }).license.conflicts.filter(({ kind }) => Object.values(KINDS).some((known) => known === kind))
}

describe('a licence and the licence of the base', () => {
  it.each(PAIRS)('$own from $base ($made): $expected, by $clause', (pair) => {
    const conflicts = conflictsOf(pair)
    if (pair.expected === 'none') {
      expect(conflicts).toEqual([])
      return
    }
    expect(conflicts.map(({ severity, kind }) => [severity, kind])).toEqual([
      [pair.expected, KINDS[pair.made]],
    ])
    const quotes = conflicts[0]?.evidence.map(({ quote }) => quote) ?? []
    // Both sides in their own words; a conflict with its clause.
    expect(quotes.length).toBeGreaterThanOrEqual(pair.expected === 'conflict' ? 4 : 3)
    expect(quotes.join(' ')).toContain(pair.own)
    expect(quotes.join(' ')).toContain(pair.base)
  })

  it('is asked about more than forty pairs', () => {
    expect(new Set(PAIRS.map((pair) => `${pair.base} ${pair.own} ${pair.made}`)).size).toBe(PAIRS.length)
    expect(PAIRS.length).toBeGreaterThan(40)
  })

  const file = resolve(import.meta.dirname, '../../../../shared/licenses/second-reading/relations.json')

  interface Rule {
    id: string
    mayRelabelApache2?: boolean | null
  }

  /** Licences whose own clause lets other terms be set; the second reading is stricter than its quote. */
  const OWN_TERMS = new Set(['nvidia-open-model', 'minimax-01-model', 'openatom-model-1.0', 'lfm-open-1.0'])

  it.skipIf(!existsSync(file))(
    'agrees with a second reading of the same texts (skipped where ../shared is missing)',
    () => {
      const { rules }: { rules: Rule[] } = JSON.parse(readFileSync(file, 'utf8'))
      const wrong: string[] = []
      let compared = 0
      for (const { id, mayRelabelApache2 } of rules) {
        const known = lookupLicense(id)
        const read = known && knowledgeOf(known.id)?.derivatives?.mayRelicense
        if (typeof mayRelabelApache2 !== 'boolean' || !read || OWN_TERMS.has(id) || id === 'apache-2.0')
          continue
        compared += 1
        const [conflict] = conflictsOf({ base: id, own: 'apache-2.0', made: 'finetune' })
        if ((conflict?.severity === 'conflict') === mayRelabelApache2) wrong.push(id)
      }
      console.log(`relabelling to Apache-2.0: ${compared} licences compared, ${wrong.length} apart`)
      expect(wrong).toEqual([])
      expect(compared).toBeGreaterThan(60)
    },
  )
})
