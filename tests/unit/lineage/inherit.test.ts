import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../lib/assessment'
import type { Derivatives } from '../../../lib/lineage/propagate'
import { quickHeadline } from '../../../lib/rubric/headline'
import { judge, ownHeadline } from '../../../lib/rubric/judge'
import { allRubrics, rubricById } from '../../../rubrics'
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
  linked?: object
}

const snapshot = (id: string, { license, card = '', files, api, bases = [], linked }: Page) => ({
  site: 'huggingface',
  id,
  api: {
    id,
    gated: false,
    tags: license === undefined ? [] : [`license:${license}`],
    cardData: { license, base_model: bases },
    ...api,
  },
  card: `---\n${license === undefined ? '' : `license: ${license}\n`}${linked ? 'datasets: acme/dolma\n' : ''}${bases.length > 0 ? `base_model: [${bases}]\n` : ''}---\n${card}`,
  files: files ?? ['config.json', 'model.safetensors'],
  ...(linked ? { linked } : {}),
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

const QUANTISED = {
  cardData: { base_model: ['acme/comet'], base_model_relation: 'quantized' },
  tags: ['gguf', 'base_model:quantized:acme/comet'],
}

/** Released whole: weights, code for everything, and its data, each under an open licence. */
const FREE = {
  ...OPEN,
  card: `## Training data

Comet was pre-trained on [acme/dolma](${HUB}/datasets/acme/dolma), which we release.

## Training

The training code is at https://github.com/acme/comet.
`,
}
const FREE_LINKED = {
  'https://github.com/acme/comet': {
    site: 'github',
    id: 'acme/comet',
    card: '# comet',
    texts: { LICENSE: 'Apache License\nVersion 2.0, January 2004' },
    files: [
      'LICENSE',
      'pretrain.py',
      'data/preprocess.py',
      'eval/evaluate.py',
      'inference.py',
      'modeling_comet.py',
      'requirements.txt',
      'tokenizer/train_tokenizer.py',
    ],
    api: { license: { spdx_id: 'Apache-2.0' } },
  },
  [`${HUB}/datasets/acme/dolma`]: {
    site: 'huggingface',
    id: 'datasets/acme/dolma',
    api: { id: 'acme/dolma', tags: ['license:odc-by'], gated: false },
    card: '---\nlicense: odc-by\n---\n# Dolma\n',
  },
}

const FREE_PAGE = snapshot('acme/comet', { ...FREE, linked: FREE_LINKED })

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

  it('of a conversion is its parent’s whole verdict also where that is the best there is', () => {
    const [free, none, kept] = [{ license: 'apache-2.0' }, {}, { license: 'cc-by-nc-4.0' }].map((own) =>
      assessed(
        { ...own, files: ['rocket.Q4_K_M.gguf'], api: QUANTISED },
        { 'acme/comet': { ...FREE, linked: FREE_LINKED } },
      ),
    )
    const alone = judge(facts(FREE_PAGE), allRubrics())
    for (const rubric of [
      'mof',
      'osaid',
      'open-parts',
      'open-weight',
      'fsf-provisional',
      'debian-proposal',
    ]) {
      expect([rubric, ...verdict(free as Assessment, rubric)]).toEqual([rubric, ...verdict(alone, rubric)])
    }
    expect(verdict(alone, 'osaid')).toEqual(['plausible', 'plausible'])
    // Its own licence is looked at for itself.
    expect(verdict(none as Assessment, 'osaid')).toEqual(['licence-only-blocker', 'licence-only-blocker'])
    expect(verdict(kept as Assessment, 'osaid')).toEqual(['licence-only-blocker', 'licence-only-blocker'])
  })

  it('of a conversion stays open as far as its parent may go, until that is seen', () => {
    const tags = [...QUANTISED.tags, 'license:apache-2.0']
    const copy = { ...OPEN, files: ['rocket.Q4_K_M.gguf'], api: { ...QUANTISED, tags } }
    const page = facts({ ...snapshot('acme/rocket-7b', { ...copy, bases: ['acme/comet'] }), card: null })
    const glance = quickHeadline(rubricById('mof'), page, undefined)
    expect([glance.id, glance.high.id]).toEqual(['conditional-weights', 'open-science'])
    const seen = judge(facts({ ...snapshot('acme/rocket-7b', copy), linked: {} }), [
      rubricById('open-weight'),
    ])
    expect(verdict(seen, 'open-weight')).toEqual(['not-open-weight', 'open-weight'])
  })

  it('of a model made from a conversion is that of the whole line, not of the format', () => {
    const page = facts({
      ...snapshot('acme/tuned', { ...OPEN, bases: ['copier/comet-4bit'] }),
      linked: {
        [`${HUB}/copier/comet-4bit`]: {
          ...snapshot('copier/comet-4bit', { ...OPEN, api: QUANTISED, bases: ['acme/comet'] }),
        },
        [`${HUB}/acme/comet`]: FREE_PAGE,
      },
    })
    const found = judge(page, [rubricById('osaid')])
    expect(found.rubrics.osaid?.inherited?.bases).toEqual([
      { id: 'copier/comet-4bit', low: 'plausible', high: 'plausible' },
      { id: 'acme/comet', low: 'plausible', high: 'plausible' },
    ])
    expect(found.components.weights_base.status).toBe('present')
  })

  it('counts an adapter’s own weights where its base has open ones, and says so of the step alone', () => {
    const adapter = {
      ...OPEN,
      files: ['adapter_config.json', 'adapter_model.safetensors'],
      api: { library_name: 'peft' },
    }
    const [open, closed] = [assessed(adapter, { 'a/base': OPEN }), assessed(adapter, { 'a/base': CLOSED })]
    expect([verdict(open, 'open-weight'), verdict(closed, 'open-weight')]).toEqual([
      ['open-weight', 'open-weight'],
      ['not-open-weight', 'not-open-weight'],
    ])
    const parent = snapshot('a/base', CLOSED)
    const page = facts({
      ...snapshot('acme/rocket-7b', { ...adapter, bases: ['a/base'] }),
      linked: { [`${HUB}/a/base`]: parent },
    })
    const mof = rubricById('mof')
    expect(ownHeadline(mof, page, undefined)?.id).toBe('open-weights')
    expect(judge(page, [mof]).headline).toMatchObject({
      id: 'restricted-weights',
      high: { id: 'restricted-weights' },
    })
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
