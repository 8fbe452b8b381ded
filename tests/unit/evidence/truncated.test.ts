import { describe, expect, it } from 'vitest'
import { isModelSource } from '../../../lib/evidence/model-source'
import { readSnapshot } from '../../../lib/snapshot/read'
import { parseSnapshot } from '../../../lib/snapshot/schema'
import { facts } from './helpers'

/** A repository of a hundred thousand files: GitHub cuts its list, and what is not on it may well be there. */

const README =
  '# Rocket\n\nWe release Rocket, a language model.\n\n[7B](https://huggingface.co/acme/rocket-7b)\n'
const many = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `src/package${index % 977}/deep/module_${index}.${['py', 'md', 'json', 'ipynb'][index % 4]}`,
  )
const repository = (files: string[], filesTruncated: boolean) => ({
  site: 'github',
  id: 'acme/rocket',
  revision: 'a'.repeat(40),
  card: README,
  files,
  filesTruncated,
  linked: { 'https://huggingface.co/acme/rocket-7b': { site: 'huggingface', id: 'acme/rocket-7b', api: {} } },
})
const absent = (input: Record<string, unknown>) =>
  Object.entries(facts(input).components)
    .filter(([, { status }]) => status === 'absent_inspected')
    .map(([id]) => id)

describe('a list of files that was cut', () => {
  it('makes nothing absent that a whole one would', () => {
    const few = ['README.md', 'LICENSE', 'inference.py', 'demo.ipynb']
    expect(absent(repository(few, false))).toEqual(['training_code'])
    expect(absent(repository(few, true))).toEqual([])
  })

  it('of a hundred thousand is read in bounded time, and says that it was cut', () => {
    const big = repository([...many(100_000), 'train.py'], true)
    const start = performance.now()
    const { faults, components } = facts(big)
    isModelSource(readSnapshot(parseSnapshot(big)))
    // A few tenths of a second on one core; ten times that where many share it.
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(faults).toContainEqual({ id: 'files-truncated', detail: 'files' })
    expect(components.evaluation_code.status).not.toMatch(/absent/)
  })
})
