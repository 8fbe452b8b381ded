import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../lib/assessment'
import type { Derivatives } from '../../../lib/lineage/propagate'
import { judge } from '../../../lib/rubric/judge'
import { allRubrics } from '../../../rubrics'
import { facts } from '../evidence/helpers'

/**
 * What bases withhold, in the verdict (rubrics/02_osaid.md, 2.6: "merge = min over parents; quantized/converted =
 * parent's verdict with self licence check; adapter = adapter judged + base judged separately; composite models must
 * list all bases").
 */

const HUB = 'https://huggingface.co'

interface Page {
  license?: string
  card?: string
  files?: string[]
  api?: object
  bases?: string[]
}

const snapshot = (id: string, { license, card = '', files, api, bases = [] }: Page) => ({
  site: 'huggingface',
  id,
  api: {
    id,
    gated: false,
    tags: license === undefined ? [] : [`license:${license}`],
    cardData: { license, base_model: bases },
    ...api,
  },
  card: `---\n${license === undefined ? '' : `license: ${license}\n`}${bases.length > 0 ? `base_model: [${bases}]\n` : ''}---\n${card}`,
  files: files ?? ['config.json', 'model.safetensors'],
})

type Parents = Record<string, Page | 'missing' | 'denied'>

function assessed(
  own: Page & { tags?: string[] },
  parents: Parents,
  derivatives: Derivatives = 'strict',
): Assessment {
  const linked = Object.fromEntries(
    Object.entries(parents).map(([id, page]) => [
      `${HUB}/${id}`,
      typeof page === 'string' ? { [page]: true } : snapshot(id, page),
    ]),
  )
  const page = snapshot('acme/rocket-7b', { ...own, bases: Object.keys(parents) })
  const tags = [...page.api.tags, ...(own.tags ?? [])]
  return judge(facts({ ...page, api: { ...page.api, tags }, linked }), allRubrics(), {
    driving: 'open-weight',
    derivatives,
  })
}

const verdict = (assessment: Assessment, rubric: string) => {
  const result = assessment.rubrics[rubric]?.verdict
  return [result?.low, result?.high]
}
/** Weights under an open licence: the least that the Open Weight Definition asks. */
const OPEN: Page = { license: 'apache-2.0' }
const CLOSED: Page = { license: 'cc-by-nc-4.0' }

describe('what bases withhold', () => {
  it('counts in a strict verdict, and not in one on own work', () => {
    const strict = assessed(OPEN, {
      'acme/base': { ...OPEN, card: 'We do not release the pretraining data.' },
    })
    const own = assessed(
      OPEN,
      { 'acme/base': { ...OPEN, card: 'We do not release the pretraining data.' } },
      'own-work',
    )
    expect(strict.components.training_data_base.status).toBe('absent_stated')
    expect(own.components.training_data_base.status).toBe('n_a')
    expect(own.components.weights_base.status).toBe('n_a')
    expect(strict.rubrics.osaid?.inherited?.bases.map(({ id }) => id)).toEqual(['acme/base'])
    expect(own.rubrics.osaid?.inherited).toBeUndefined()
  })

  it('is the weakest of all parents of a merge', () => {
    const merge = { ...OPEN, tags: ['merge'] }
    const [fine, one] = [
      assessed(merge, { 'a/a': OPEN, 'b/b': OPEN, 'c/c': OPEN }),
      assessed(merge, { 'a/a': OPEN, 'b/b': { ...OPEN, api: { gated: 'manual' } }, 'c/c': OPEN }),
    ]
    expect(fine.lineage.relation).toBe('merge')
    expect(fine.components.weights_base.status).toBe('present')
    expect(one.components.weights_base.status).toBe('present_restricted')
  })

  it('is not known of a composite while one part is not', () => {
    const parts = (vision: Page | 'denied') => assessed(OPEN, { 'a/language': OPEN, 'b/vision': vision })
    expect(parts(OPEN).components.weights_base.status).toBe('present')
    expect(parts('denied').components.weights_base.status).toBe('unknown')
    expect(verdict(parts('denied'), 'osaid')[0]).toBe('fails')
  })

  it("is a conversion's whole verdict: its parent's, under its own licence", () => {
    const parent: Page = {
      ...OPEN,
      card: '## Training data\n\nWe do not release the training data. It was collected by us from the web.',
    }
    const copy = assessed(
      { ...OPEN, files: ['rocket-7b.Q4_K_M.gguf'], tags: ['gguf'] },
      { 'acme/base': parent },
    )
    const [alone] = [assessed(parent, {})]
    expect(copy.lineage.relation).toBe('quantized')
    expect(copy.components.training_data_base.status).toBe(alone.components.training_data_base.status)
    expect(verdict(copy, 'osaid')).toEqual(verdict(alone, 'osaid'))
    const relabelled = assessed(
      { license: 'mit', files: ['a.gguf'], tags: ['gguf'] },
      { 'acme/base': { license: 'llama3.1' } },
    )
    expect(relabelled.license.conflicts.map(({ kind }) => kind)).toContain('quantized-vs-base')
  })

  it('tells the adapter from the system: the adapter is judged, and its base beside it', () => {
    const adapter = {
      ...OPEN,
      files: ['adapter_config.json', 'adapter_model.safetensors'],
      api: { library_name: 'peft' },
    }
    const found = assessed(adapter, { 'acme/base': CLOSED })
    expect(found.lineage.relation).toBe('adapter')
    expect(found.components.adapter_weights.status).toBe('present')
    const definition = found.rubrics['open-weights-definition']
    expect(definition?.inherited?.bases).toMatchObject([{ id: 'acme/base', high: 'not-met' }])
    expect(definition?.verdict.high).toBe('not-met')
  })

  it('leaves the verdict open where a base is gone or closed, and says which', () => {
    for (const state of ['missing', 'denied'] as const) {
      const found = assessed(OPEN, { 'acme/base': state })
      expect(found.lineage.ancestors?.map((base) => base.state)).toEqual([state])
      expect(verdict(found, 'osaid')[0]).toBe('fails')
      expect(found.rubrics.osaid?.inherited?.bases).toMatchObject([{ low: 'fails', high: 'plausible' }])
    }
  })

  it('is nobody’s where a page names only itself or a data set', () => {
    const page = snapshot('acme/rocket-7b', OPEN)
    const self = facts({ ...page, card: '---\nbase_model: acme/rocket-7b\ndatasets: acme/corpus\n---\n' })
    expect(self.lineage.bases).toEqual([])
    const data = facts({ ...page, card: '---\nbase_model: acme/corpus\ndatasets: acme/corpus\n---\n' })
    expect(data.lineage.bases).toEqual([])
  })

  it('follows a base that was renamed, and stops in a circle', () => {
    const linked = {
      [`${HUB}/acme/old-name`]: snapshot('acme/new-name', { ...OPEN, bases: ['acme/rocket-7b'] }),
    }
    const found = facts({ ...snapshot('acme/rocket-7b', { ...OPEN, bases: ['acme/old-name'] }), linked })
    expect(found.lineage.ancestors?.map(({ id, state }) => [id, state])).toEqual([['acme/new-name', 'seen']])
    expect(found.lineage.bases).toMatchObject([
      { id: 'acme/old-name', license: 'Apache-2.0', resolved: true },
    ])
  })
})
