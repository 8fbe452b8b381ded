import { afterEach, describe, expect, it, vi } from 'vitest'
import { factsOf } from '../../../lib/assess'
import { leavesOpen } from '../../../lib/evidence/open'
import type { Snapshot } from '../../../lib/snapshot/schema'
import { lookOneStepFurther } from '../../../lib/sources/further'
import { lookAtRepository } from '../../../lib/sources/github-look'
import { lookAtHubModel } from '../../../lib/sources/hub'
import { MODEL, serve } from '../../fixtures/inspection/world'

vi.mock('../../../lib/platform/cache', () => ({
  readCache: async () => undefined,
  writeCache: async () => {},
}))

async function inspect(
  fetcher: (url: URL) => Promise<Response>,
): Promise<{ snapshot: Snapshot; steps: number }> {
  vi.stubGlobal('fetch', fetcher)
  const { snapshot } = await lookAtHubModel(MODEL)
  if (!snapshot) throw new Error('no snapshot')
  let step = { snapshot, answered: true }
  let steps = 0
  while (step.answered && leavesOpen(factsOf(step.snapshot)) && steps < 30) {
    step = await lookOneStepFurther(step.snapshot)
    steps += 1
  }
  return { snapshot: step.snapshot, steps }
}

describe('an inspection from the repository’s side', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('finds the model, its bases, data sets and paper, asks nothing twice, and never itself', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', serve(asked))
    const { snapshot } = await lookAtRepository('acme/rocket')
    if (!snapshot) throw new Error('no snapshot')
    let step = { snapshot, answered: true }
    while (step.answered && leavesOpen(factsOf(step.snapshot))) step = await lookOneStepFurther(step.snapshot)
    const { components, sources, lineage, subject } = factsOf(step.snapshot)
    expect(subject).toMatchObject({ site: 'github', id: 'acme/rocket', isModel: true })
    expect(sources?.every(({ state }) => state === 'seen')).toBe(true)
    expect(lineage.ancestors?.map(({ id, state }) => [id, state])).toEqual([
      ['acme/seed-7b', 'seen'],
      ['acme/eye-400m', 'seen'],
    ])
    expect(components.training_code.evidence[0]?.url).toContain('https://github.com/acme/rocket/')
    expect(components.weights_final.evidence[0]?.url).toContain('https://huggingface.co/acme/rocket-7b')
    expect(components.data_card.status).toBe('present')
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeLessThanOrEqual(20)
  })
})

describe('a full inspection', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('of a model with a repository of 5,000 files, four data sets, two bases and a paper asks at most twenty times', async () => {
    const asked: string[] = []
    const { snapshot } = await inspect(serve(asked))
    expect(asked.length).toBeLessThanOrEqual(20)
    expect(new Set(asked).size).toBe(asked.length)
    // Of the sixty requests that GitHub's API allows in an hour, one.
    expect(asked.filter((address) => address.startsWith('https://api.github.com/'))).toHaveLength(1)
    const { components, sources, license } = factsOf(snapshot)
    expect(sources?.map(({ kind, state }) => [kind, state])).toEqual([
      ['repository', 'seen'],
      ['dataset', 'seen'],
      ['dataset', 'seen'],
      ['dataset', 'seen'],
      ['dataset', 'seen'],
      ['paper', 'seen'],
    ])
    expect(components.training_code).toMatchObject({ status: 'present', license: 'MIT' })
    expect(components.training_code.evidence[0]?.url).toContain('b'.repeat(40))
    expect(components.data_processing_code.status).toBe('present')
    expect(components.evaluation_code.status).toBe('present')
    expect(components.data_card.status).toBe('present')
    expect(components.training_data_tuned).toMatchObject({ status: 'present', license: 'ODC-By-1.0' })
    expect(components.research_paper.status).toBe('present')
    expect(license.id).toBe('Apache-2.0')
  })

  it('ends where nobody answers, keeps what is known, and knows what was not looked at', async () => {
    const asked: string[] = []
    const here = serve(asked)
    const { snapshot, steps } = await inspect(async (url) => {
      if (url.hostname !== 'huggingface.co') throw new TypeError('no network')
      return here(url)
    })
    expect(steps).toBeLessThan(10)
    const { sources, components } = factsOf(snapshot)
    expect(sources?.find(({ kind }) => kind === 'repository')?.state).toBe('open')
    expect(sources?.filter(({ state }) => state === 'seen')).toHaveLength(5)
    expect(components.training_code.status).not.toMatch(/absent/)
  })

  it('takes a repository that is gone, empty, cut or answered with nonsense for what it is', async () => {
    const repository = async (answer: (url: URL) => Response | null) => {
      const here = serve([])
      const { snapshot } = await inspect(async (url) =>
        url.hostname === 'api.github.com' ? (answer(url) ?? here(url)) : here(url),
      )
      const { sources, components } = factsOf(snapshot)
      return [sources?.find(({ kind }) => kind === 'repository')?.state, components.training_code.status]
    }
    const tree = (body: unknown) => (url: URL) =>
      url.pathname.includes('/trees/') ? new Response(JSON.stringify(body)) : null
    expect(await repository(() => new Response('{}', { status: 404 }))).toEqual(['missing', 'unknown'])
    // The head is known from git, so an answer that makes no sense is no answer.
    expect((await repository(() => new Response('{"message":"busy"}', { status: 500 })))[0]).toBe('open')
    expect((await repository(() => new Response('<html>')))[0]).toBe('open')
    expect((await repository(tree({ tree: 'no' })))[0]).toBe('open')
    const demo = [{ path: 'inference.py', type: 'blob' }]
    // Cut lists prove no absence; whole ones do.
    expect((await repository(tree({ tree: demo, truncated: true })))[1]).not.toMatch(/absent/)
    expect((await repository(tree({ tree: demo, truncated: false })))[1]).toBe('absent_inspected')
  })
})
