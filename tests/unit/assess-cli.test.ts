import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { allRubrics } from '../../rubrics'
import { readArguments, UsageError } from '../../scripts/lib/assess-arguments'
import { readPageHtml } from '../../scripts/lib/page-html'
import { readInput } from '../../scripts/lib/read-input'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'assess-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** The command as a person runs it. */
function assess(...args: string[]) {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '--silent', 'assess', '--', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { lines: stdout.split('\n').filter((line) => line !== ''), stdout, stderr, status }
}

const SNAPSHOT = write('snapshot.json', {
  site: 'huggingface',
  id: 'example/model',
  revision: 'a'.repeat(40),
  api: { id: 'example/model', tags: ['license:apache-2.0', 'safetensors'], gated: false },
  card: '---\nlicense: apache-2.0\n---\n# Model\n',
  files: ['README.md', 'config.json', { path: 'model.safetensors', size: 2_000_000_000 }],
})
const MODEL = write('model.yml', {
  framework: { name: 'Model Openness Framework', version: '1.0', date: '2024-12-15' },
  release: {
    name: 'Example',
    license: {},
    producer: 'Nobody',
    components: [{ name: 'Model card', license: 'MIT' }],
  },
})
const UNKNOWN_NAME = write(
  'unknown-name.yml',
  'release: { name: x, license: {}, components: [{ name: Weights }] }',
)
const BROKEN = write('broken.json', '{ "site": ')

describe('npm run assess', () => {
  it('prints one JSON document per file and exits with 0', () => {
    const { lines, stderr, status } = assess(SNAPSHOT, MODEL)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [snapshot, model] = lines.map((line) => JSON.parse(line))
    expect(snapshot.subject.id).toBe('example/model')
    expect(snapshot.headline.id).toBe('open-weights')
    expect(Object.keys(model.rubrics)).toEqual(allRubrics().map((rubric) => rubric.id))
  }, 30_000)

  it('names the file and the fault of what it cannot read, assesses the rest, and exits with 1', () => {
    const { lines, stderr, status } = assess(BROKEN, join(folder, 'gone.json'), UNKNOWN_NAME, MODEL)
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
    const complaints = stderr.trim().split('\n')
    expect(complaints).toHaveLength(3)
    expect(complaints[0]).toMatch(/broken\.json: not readable as JSON/)
    expect(complaints[1]).toMatch(/gone\.json: no such file$/)
    expect(complaints[2]).toMatch(
      /unknown-name\.yml: .*"Weights" is no component of the Model Openness Framework$/,
    )
  }, 30_000)

  it('exits with 2 for wrong usage, and says what would be right', () => {
    const { stdout, stderr, status } = assess('--rubric', 'nobody', MODEL)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('unknown rubric "nobody"; there are mof, open-parts')
    expect(stderr).toContain('usage: npm run --silent assess --')
  }, 30_000)

  it('prints Markdown documents with a rule between them', () => {
    const { stdout, status } = assess('--format', 'markdown', '--rubric', 'mof', SNAPSHOT, MODEL)
    expect(status).toBe(0)
    expect(stdout.split('\n\n---\n\n# ')).toHaveLength(2)
  }, 30_000)

  it('takes an unknown component for Datasets where it does exactly as the Model Openness Tool', () => {
    const { lines, status } = assess('--rubric', 'mof', '--option', 'mof.compat=mot', UNKNOWN_NAME)
    expect(status).toBe(0)
    expect(JSON.parse(lines[0] ?? '').components.training_data_base.status).toBe('present')
  }, 30_000)
})

describe('the arguments', () => {
  const read = (...argv: string[]) => readArguments(argv, allRubrics())

  it('are read with their defaults', () => {
    expect(read('a.json')).toMatchObject({
      files: ['a.json'],
      format: 'json',
      pretty: false,
      rubricOptions: {},
    })
    expect(read('--help')).toBe('help')
  })

  it('keep the rubrics in the order asked for, once each', () => {
    const asked = read('--rubric', 'open-parts', '--rubric', 'mof', '--rubric', 'mof', 'a.json')
    expect(asked === 'help' ? [] : asked.rubrics.map((rubric) => rubric.id)).toEqual(['open-parts', 'mof'])
  })

  it.each([
    [[], /no FILE/],
    [['--format', 'pdf', 'a.json'], /unknown format "pdf"; there are json, markdown/],
    [['--option', 'compat', 'a.json'], /"compat" is no RUBRIC\.OPTION=VALUE/],
    [['--option', 'mof.colour=red', 'a.json'], /unknown option "mof\.colour"; there are .*mof\.compat/],
    [['--option', 'mof.compat=maybe', 'a.json'], /it can be off, mot/],
    [['--pretty', 'a.json', 'b.json'], /single FILE/],
    [['--wrong', 'a.json'], /--wrong/],
  ])('%j are wrong usage', (argv, message) => {
    expect(() => read(...argv)).toThrow(UsageError)
    expect(() => read(...argv)).toThrow(message)
  })
})

describe('a snapshot that holds only the page', () => {
  const props = JSON.stringify({
    model: { id: 'example/model', tags: ['license:mit', 'safetensors'], gated: false },
  })
  const page = `<!doctype html><script>globalThis.ran = true</script>
    <div data-target="ModelHeader" data-props="${props.replaceAll('"', '&quot;')}"></div>`

  it('is read from the model in its header, and no script of it runs', async () => {
    const path = write('page.json', { site: 'huggingface', id: 'example/model', html: page })
    const facts = await readInput(path, { verbatim: false })
    expect(facts.license.id).toBe('MIT')
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined()
  })

  it.each([
    '',
    '<p>nothing</p>',
    '<div data-target="ModelHeader" data-props="{"></div>',
    '<div data-target="ModelHeader" data-props="7"></div>',
  ])('tells nothing where the header cannot be read: %j', async (html) =>
    expect(await readPageHtml(html)).toBeNull(),
  )

  it('refuses what is no snapshot, with a sentence', async () => {
    await expect(readInput(write('list.json', []), { verbatim: false })).rejects.toThrow(/not a snapshot/)
    await expect(readInput(write('notes.txt', ''), { verbatim: false })).rejects.toThrow(/neither a snapshot/)
    await expect(readInput(folder, { verbatim: false })).rejects.toThrow(/neither a snapshot/)
  })
})
