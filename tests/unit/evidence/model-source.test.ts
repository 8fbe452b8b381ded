import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isModelSource } from '../../../lib/evidence/model-source'
import { readSnapshot } from '../../../lib/snapshot/read'
import { parseSnapshot } from '../../../lib/snapshot/schema'
import { KNOWN as FIRST, KNOWN_LATER } from '../../fixtures/repositories/known'

const KNOWN = [...FIRST, ...KNOWN_LATER]

const repository = (id: string, card: string, files: string[] = [], api: object | null = null) =>
  isModelSource(readSnapshot(parseSnapshot({ site: 'github', id, card, files, api })))

const HUB = 'https://huggingface.co'

describe('a repository on GitHub', () => {
  it.each<[what: string, id: string, card: string, files: string[]]>([
    [
      'links models of the same owner',
      'acme/rocket',
      `# Rocket\n\nWe release Rocket, a language model.\n\n[7B](${HUB}/acme/rocket-7b) [70B](${HUB}/acme/rocket-70b)\n`,
      [],
    ],
    [
      'is named as the model is',
      'acme-research/rocket-llm',
      `# Rocket\n\nRocket is a large language model.\n\nSee [here](${HUB}/acme/rocket-llm-7b).\n`,
      [],
    ],
    ['has a licence for its weights', 'acme/rocket', '# Rocket\n', ['LICENSE-MODEL', 'LICENSE-CODE']],
    [
      'offers weights and says that it is a model',
      'acme/rocket',
      '# Rocket\n\nRocket is a vision model with 300M parameters.\n\n## Model Checkpoints\n\n[ViT-H](https://dl.example.org/rocket_vit_h.pth)\n',
      [],
    ],
  ])('is a model’s where it %s', (_, id, card, files) => {
    expect(repository(id, card, files)).toBe(true)
  })

  it.each<[what: string, id: string, card: string, files: string[]]>([
    [
      'a library for interfaces',
      'acme/react-like',
      '# React-like\n\nReact-like is a JavaScript library for building user interfaces.\n',
      ['package.json'],
    ],
    [
      'an engine that serves models',
      'acme/serve',
      `# Serve\n\nServe is a fast and easy-to-use library for LLM inference and serving.\n\nIt runs ${['a/one', 'b/two', 'c/three', 'd/four', 'e/five', 'f/six', 'g/seven'].map((id) => `[x](${HUB}/${id}-7b)`).join(' ')}\n`,
      ['setup.py', 'serve/model.py', 'examples/train.py'],
    ],
    [
      'a suite that evaluates them',
      'acme/eval-harness',
      `# Harness\n\nThis is a framework for evaluating language models on many tasks, such as [x](${HUB}/openorg/one-7b).\n`,
      ['pyproject.toml', 'tasks/mmlu.py'],
    ],
    [
      'a list of them',
      'acme/awesome-llm',
      `# Awesome LLM\n\nA curated list of large language models.\n\n[x](${HUB}/acme/rocket-7b)\n`,
      [],
    ],
    [
      'a client for an API',
      'acme/acme-python',
      '# Acme Python\n\nThe Acme Python library provides access to the Acme API. The primary API is the way to generate text from the model.\n',
      ['pyproject.toml', 'src/client.py'],
    ],
    [
      'a course',
      'acme/llm-course',
      '# Course\n\nThis is a course on how to train your own language model.\n',
      [],
    ],
    ['empty', 'acme/empty', '', []],
  ])('that is %s gets no answer', (_, id, card, files) => {
    expect(repository(id, card, files)).toBeNull()
  })

  it.each(KNOWN.filter(({ what }) => what !== 'model').map(({ id, what }) => [id, what]))(
    '%s, known as %s, gets no answer, under whatever name',
    (id) => {
      const known = KNOWN.find((one) => one.id === id)
      const owner = id.slice(0, id.indexOf('/'))
      const renamed = known?.card.replaceAll(`/${owner}/`, '/someone/') ?? ''
      expect([
        repository(id, known?.card ?? '', known?.files),
        repository(id.replace(owner, 'someone'), renamed, known?.files),
      ]).toEqual([null, null])
    },
  )

  it.each(KNOWN.filter(({ what }) => what === 'model').map(({ id }) => id))(
    '%s is known to be a model’s',
    (id) => {
      const known = KNOWN.find((one) => one.id === id)
      expect(repository(id, known?.card ?? '', known?.files)).toBe(true)
    },
  )

  it('is judged by no list of names', () => {
    const rules = readFileSync(resolve(import.meta.dirname, '../../../lib/evidence/model-source.ts'), 'utf8')
    expect(rules).not.toMatch(/isLibrary|\bhuggingface\\\/|[\w-]+\\\/[\w-]+\|/)
    for (const { id } of KNOWN) expect(rules.toLowerCase()).not.toContain(id.toLowerCase())
  })

  const shared = resolve(import.meta.dirname, '../../../../shared')
  const corpus = join(shared, 'corpus/github')

  it.skipIf(!existsSync(corpus))(
    'of 83 real ones: no false one, nine of ten found (skipped where ../shared is missing)',
    () => {
      const { labels }: { labels: Record<string, string> } = JSON.parse(
        readFileSync(join(shared, 'labels/github.json'), 'utf8'),
      )
      const answers = readdirSync(corpus).map((file) => {
        const reading = readSnapshot(parseSnapshot(JSON.parse(readFileSync(join(corpus, file), 'utf8'))))
        return { id: reading.id, label: labels[reading.id], found: isModelSource(reading) }
      })
      const yes = answers.filter(({ label }) => label === 'yes')
      const recall = yes.filter(({ found }) => found).length / yes.length
      console.info(
        `repositories of models: recall ${recall.toFixed(2)} of ${yes.length}, ${answers.filter(({ label }) => label === 'no').length} that are none`,
      )
      expect(answers.filter(({ label, found }) => label === 'no' && found)).toEqual([])
      expect(recall).toBeGreaterThanOrEqual(0.9)
    },
    30_000,
  )
})
