import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../lib/rubric/judge'
import { readMotFile } from '../../../lib/snapshot/mot-file'
import { rubricById } from '../../../rubrics'
import { evaluateMot, type MotComponent, type MotRelease, NOT_OPEN, OPEN, ROWS } from './mot-reference'

const MOF = rubricById('mof')
const CLASSES = { unclassified: 0, 'class-3': 3, 'class-2': 2, 'class-1': 1 } as const
const SHARED = resolve(import.meta.dirname, '../../../../shared')

/** What the Model Openness Tool says of a file: class and progress of Class I, II, III. */
function asTheTool(source: string) {
  const { verdict, progress } = evaluate(MOF, readMotFile(source, { verbatim: true }), { compat: 'mot' })
  expect(verdict.low).toBe(verdict.high)
  const classification = Object.entries(CLASSES).find(([id]) => id === verdict.low)?.[1]
  return { classification, progress: [1, 2, 3].map((level) => progress?.[`class-${level}`] ?? Number.NaN) }
}

const file = (release: MotRelease) =>
  JSON.stringify({
    framework: { name: 'Model Openness Framework', version: '1.0', date: '2024-12-15' },
    release: { name: 'Example', producer: 'Nobody', ...release },
  })

const named = (...names: string[]): MotComponent[] => names.map((name) => ({ name, license: 'MIT' }))
const only = (level: number): string[] =>
  ROWS.filter((row) => row.required && row.level >= level).map((row) => row.name)
const without = (names: readonly string[], ...gone: string[]) => names.filter((name) => !gone.includes(name))

const license: fc.Arbitrary<string | null | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...OPEN) },
  { weight: 2, arbitrary: fc.constantFrom(...NOT_OPEN) },
  { weight: 2, arbitrary: fc.constantFrom(null, undefined, '', '0', 'unlicensed') },
)
const componentName = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...ROWS.map((row) => row.name)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Dataset', 'model card', 'Model parameters', '', '__proto__', 'constructor'),
  },
)
const globalLicense = fc.option(
  fc.record({ name: fc.option(fc.constantFrom(...OPEN, ...NOT_OPEN, '', 'unlicensed')) }),
  {
    nil: undefined,
  },
)

/** Mostly complete files, so that the higher classes are reached too. */
const components = fc.oneof(
  fc.array(fc.record({ name: componentName, license }), { maxLength: 17 }),
  fc
    .tuple(
      fc.subarray(
        ROWS.map((row) => row.name),
        { minLength: 12 },
      ),
      fc.infiniteStream(license),
      fc.boolean(),
    )
    .map(([names, licenses, clean]) =>
      names.map((name) => ({ name, license: clean ? 'MIT' : (licenses.next().value ?? 'MIT') })),
    ),
)
const release: fc.Arbitrary<MotRelease> = fc.record({
  license: fc
    .record({
      distribution: globalLicense,
      code: globalLicense,
      data: globalLicense,
      document: globalLicense,
    })
    .map((all) => {
      const given: MotRelease['license'] = {}
      for (const [key, value] of Object.entries(all)) if (value) given[key] = value
      return given
    }),
  components,
})

describe("with mof.compat=mot the result is the Model Openness Tool's own", () => {
  it('agrees with a second implementation of its rules on 10,000 random models', () => {
    const seen = new Set<number>()
    fc.assert(
      fc.property(release, (model) => {
        const expected = evaluateMot(model)
        seen.add(expected.classification)
        expect(asTheTool(file(model))).toEqual({
          classification: expected.classification,
          progress: [expected.progress[1], expected.progress[2], expected.progress[3]],
        })
      }),
      { numRuns: 10_000, seed: 20260511 },
    )
    expect([...seen].sort()).toEqual([0, 1, 2, 3])
  }, 120_000)

  it.each([
    ['nothing listed', [], { classification: 0, progress: [0, 0, 0] }],
    ['Class III alone', named(...only(3)), { classification: 3, progress: [0, 60, 100] }],
    ['Class II', named(...only(2)), { classification: 2, progress: [(10 / 14) * 100, 100, 100] }],
    ['Class I', named(...only(1)), { classification: 1, progress: [100, 100, 100] }],
    [
      'one document short',
      named(...without(only(1), 'Data card')),
      { classification: 0, progress: [0, 0, (5 / 6) * 100] },
    ],
    [
      'the paper in place of the report',
      named(...without(only(1), 'Technical report')),
      { classification: 1, progress: [100, 100, 100] },
    ],
    [
      'the report in place of the paper, which the tool does not accept',
      named(...without(only(1), 'Research paper')),
      { classification: 2, progress: [(13 / 14) * 100, 100, 100] },
    ],
    [
      'a report under terms that are not open, beside an open paper',
      [
        ...named(...without(only(3), 'Technical report'), 'Research paper'),
        { name: 'Technical report', license: 'x' },
      ],
      { classification: 3, progress: [0, 60, 100] },
    ],
    [
      'datasets without a licence',
      [...named(...without(only(1), 'Datasets')), { name: 'Datasets', license: 'unlicensed' }],
      { classification: 2, progress: [(13 / 14) * 100, 100, 100] },
    ],
    [
      'an unknown name, which becomes Datasets',
      named(...without(only(1), 'Datasets'), 'Something else'),
      { classification: 1, progress: [100, 100, 100] },
    ],
    [
      'a name that comes twice, of which the last counts',
      [...named(...only(3)), { name: 'Model card', license: 'nothing known' }],
      { classification: 0, progress: [0, 0, (5 / 6) * 100] },
    ],
  ])('%s', (_, listed, expected) => {
    expect(asTheTool(file({ license: {}, components: listed }))).toEqual(expected)
  })

  it('inherits the licence of the type, then of the distribution; none where it says unlicensed', () => {
    const bare = only(3).map((name) => ({ name }))
    expect(
      asTheTool(file({ license: { distribution: { name: 'MIT' } }, components: bare })).classification,
    ).toBe(3)
    const typed = { distribution: { name: 'MIT' }, data: { name: 'unlicensed' } }
    expect(asTheTool(file({ license: typed, components: bare })).progress[2]).toBe((5 / 6) * 100)
    const unlicensed = bare.map((component) => ({ ...component, license: 'unlicensed' }))
    expect(
      asTheTool(file({ license: { distribution: { name: 'MIT' } }, components: unlicensed })).progress[2],
    ).toBe(0)
  })
})

const DATA = resolve(SHARED, 'conformance/mot')
const hasShared = existsSync(DATA)
if (!hasShared)
  console.warn('skipped: the published files of the Model Openness Tool (../shared) are not here')

describe.skipIf(!hasShared)(
  "on the Model Openness Tool's own files (skipped where ../shared is missing)",
  () => {
    const list = (folder: string) =>
      hasShared ? readdirSync(resolve(DATA, folder)).filter((name) => name.endsWith('.yml')) : []

    it('has the nine test files and the twenty models', () => {
      expect([list('test-data').length, list('models').length]).toEqual([9, 20])
    })

    it.each(list('test-data'))('%s', (name) => {
      const [, c1, c2, c3] = (/C1_(\d+)%-C2_(\d+)%-C3_(\d+)%/.exec(name) ?? []).map(Number)
      const expected = [c3 === 100 && c2 === 100 ? c1 : 0, c3 === 100 ? c2 : 0, c3]
      const { classification, progress } = asTheTool(readFileSync(resolve(DATA, 'test-data', name), 'utf8'))
      expect(progress.map(Math.round)).toEqual(expected)
      expect(classification).toBe(expected.includes(100) ? expected.indexOf(100) + 1 : 0)
    })

    it.each(list('models'))('%s as published', (name) => {
      const table = readFileSync(resolve(SHARED, 'published/mot-2026-05-11.csv'), 'utf8').split('\n')
      const row = table
        .find((line) => line.includes(`,${name},`))
        ?.split(`,${name},`)[1]
        ?.split(',')
      const { classification, progress } = asTheTool(readFileSync(resolve(DATA, 'models', name), 'utf8'))
      expect([String(classification), ...progress.map((value) => value.toFixed(2))]).toEqual(row?.slice(0, 4))
    })
  },
)
