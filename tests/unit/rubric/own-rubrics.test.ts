import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPONENT_IDS } from '../../../lib/components'
import { judge } from '../../../lib/rubric/judge'
import { readRubricFile, writeRubricFile } from '../../../lib/rubric/rubric-file'
import { allRubrics, shippedSource } from '../../../rubrics'
import { absent, factsWith, present } from './build'

const base = { title: 'Strange', version: '1', publisher: 'A stranger' }
const headline = [{ id: 'left', label: 'Left', meter: 0 }]

/** Rubrics that nobody here would write. */
const STRANGE: Readonly<Record<string, object>> = {
  nested: {
    ...base,
    id: 'nested',
    licenseSets: { open: { classes: ['open'] }, odd: { ids: ['MIT'], licenseWhen: [] } },
    criteria: [
      {
        id: 'a',
        label: 'A',
        components: ['weights_final', 'adapter_weights'],
        of: 'first',
        license: 'open',
        alternatives: [
          {
            components: ['training_code', 'inference_code', 'evaluation_code'],
            of: 'any',
            count: 2,
            atMostPartly: true,
          },
          { components: ['model_card'], of: 'applying', license: 'odd' },
        ],
      },
    ],
    tiers: [
      { id: 'none', label: 'None' },
      { id: 'some', label: 'Some', requires: [{ criterion: 'a', substitute: 'a', counting: 'drops' }] },
    ],
    headline: [{ id: 'top', label: 'Top', meter: 4, tier: 'some' }, ...headline],
  },
  forty: {
    ...base,
    id: 'forty',
    criteria: Array.from({ length: 40 }, (_, index) => ({
      id: `c${index}`,
      label: `C ${index}`,
      components: [index % 2 === 0 ? 'training_code' : 'model_card'],
      weight: index,
    })),
    score: { of: Array.from({ length: 40 }, (_, index) => `c${index}`) },
    tiers: [
      { id: 'low', label: 'Low' },
      { id: 'high', label: 'High', minScore: 0.5 },
    ],
    headline: [{ id: 'high', label: 'High', meter: 3, tier: 'high' }, ...headline],
  },
  empty: { ...base, id: 'empty', criteria: [], tiers: [{ id: 'all', label: 'Everything' }], headline },
}

describe('a stranger’s rubric', () => {
  it.each(Object.entries(STRANGE))('%s is imported, judges, and goes out as it came in', (id, input) => {
    const file = readRubricFile(JSON.stringify(input))
    expect(file).toMatchObject({ ok: true })
    if (!file.ok) return
    expect(JSON.parse(writeRubricFile(file.input))).toEqual(JSON.parse(JSON.stringify(input)))
    const facts = factsWith({
      training_code: present('MIT'),
      model_card: absent(),
      weights_final: present('MIT'),
    })
    expect(judge(facts, [file.rubric]).rubrics[id]?.verdict.label).not.toBe('')
  })

  it('with forty weighted criteria gets the weighted mean', () => {
    const file = readRubricFile(JSON.stringify(STRANGE.forty))
    if (!file.ok) throw new Error('refused')
    const { score } =
      judge(factsWith({ training_code: present('MIT'), model_card: absent() }), [file.rubric]).rubrics
        .forty ?? {}
    // Even numbers below forty over all numbers below forty: 380 of 780.
    expect(score?.low).toBeCloseTo(380 / 780, 10)
    expect(score?.high).toBeCloseTo(380 / 780, 10)
  })

  it.each([
    ['{\n "id": "x",\n', 'syntax', ''],
    [
      '{\n "id": "x",\n "title": "X", "version": "1", "publisher": "P",\n "criteria": [{ "id": "a", "label": "A", "components": ["nothing"] }],\n "tiers": [{ "id": "t", "label": "T" }],\n "headline": [{ "id": "h", "label": "H", "meter": 9 }]\n}',
      4,
      'criteria.0.components.0',
    ],
    [
      '{\n "id": "x",\n "title": "X", "version": "1", "publisher": "P",\n "criteria": [],\n "tiers": [{ "id": "t", "label": "T" },\n  { "id": "u", "label": "U", "requires": ["missing"] }],\n "headline": [{ "id": "h", "label": "H", "meter": 0 }]\n}',
      6,
      'tiers.1.requires.0',
    ],
  ])('that is broken is refused with its place: %#', (text, line, path) => {
    const file = readRubricFile(text)
    expect(file.ok).toBe(false)
    if (file.ok) return
    if (line === 'syntax') expect(file.faults[0]?.message).not.toBe('')
    else expect(file.faults.map((fault) => [fault.line, fault.path])).toContainEqual([line, path])
  })

  it('is never read without bounds', () => {
    expect(readRubricFile('x'.repeat(300_000)).ok).toBe(false)
    const many = {
      ...STRANGE.empty,
      criteria: Array.from({ length: 500 }, (_, i) => ({ id: `c${i}`, label: 'C', components: ['api'] })),
    }
    expect(readRubricFile(JSON.stringify(many)).ok).toBe(false)
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => void readRubricFile(text)),
      { numRuns: 300, seed: 2 },
    )
  })

  it.each([
    ['a misspelt key of a tier, which would then ask nothing', 'tiers.1.requries', 4],
    ['a key that JSON keeps and objects do not', '', 5],
  ])('is refused for %s', (_, path, line) => {
    const file = readRubricFile(
      [
        '{ "id": "x", "title": "X", "version": "1", "publisher": "P",',
        ' "criteria": [{ "id": "a", "label": "A", "components": ["weights_final"] }],',
        ' "tiers": [{ "id": "t", "label": "T" },',
        path === ''
          ? '  { "id": "u", "label": "U", "requires": ["a"] }],'
          : '  { "id": "u", "label": "U", "requries": ["a"] }],',
        path === '' ? ' "__proto__": { "id": "y" },' : '',
        ' "headline": [{ "id": "h", "label": "H", "meter": 0 }] }',
      ].join('\n'),
    )
    expect(file.ok).toBe(false)
    if (!file.ok) expect(file.faults.map((fault) => [fault.path, fault.line])).toContainEqual([path, line])
  })

  const STUFFED: Readonly<Record<string, string>> = {
    lists: '['.repeat(90_000) + ']'.repeat(90_000),
    objects: `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
    'objects without an end': '{"a":'.repeat(30_000),
    'many keys': `{${Array.from({ length: 18_000 }, (_, i) => `"${i}":1`).join(',')}}`,
    'one key over and over': `{${'"a":1,'.repeat(20_000)}"a":1}`,
    commas: `[${','.repeat(190_000)}`,
    quotes: '"'.repeat(190_000),
    colons: '"a":'.repeat(45_000),
    'lines without words': '\n'.repeat(190_000),
    'ten thousand criteria': `{"criteria":[${'{"id":"c","label":"C","components":["api"]},'.repeat(4_000)}`,
    'a title without an end': JSON.stringify({ ...STRANGE.empty, title: 'x'.repeat(190_000) }),
  }

  it.each(Object.entries(STUFFED))('stuffed with %s is refused before anybody waits', (_, text) => {
    const start = performance.now()
    const file = readRubricFile(text)
    expect(file).toMatchObject({ ok: false })
    if (!file.ok) expect(file.faults[0]?.line).toBeGreaterThan(0)
    // Milliseconds; the worst of them took eight seconds and more once, or the whole process.
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it('of the largest size that is read judges at once', () => {
    const all = COMPONENT_IDS.slice(0, 20)
    const large = {
      ...STRANGE.empty,
      id: 'large',
      licenseSets: { s: { ids: Array.from({ length: 1_000 }, (_, i) => `L-${i}`) } },
      criteria: Array.from({ length: 200 }, (_, i) => ({
        id: `c${i}`,
        label: 'C',
        components: all,
        license: 's',
        alternatives: [{ components: all, of: 'first', license: 's' }],
      })),
      tiers: Array.from({ length: 40 }, (_, i) => ({
        id: `t${i}`,
        label: 'T',
        ...(i > 0 ? { accumulates: `t${i - 1}`, requires: [`c${i}`], minScore: 0.1 } : {}),
      })),
      score: { of: Array.from({ length: 200 }, (_, i) => `c${i}`) },
    }
    const file = readRubricFile(JSON.stringify(large))
    if (!file.ok) throw new Error(JSON.stringify(file.faults[0]))
    const everything = Object.fromEntries(
      COMPONENT_IDS.map((id) => [id, present(`${'MIT AND '.repeat(40)}L-1`)]),
    )
    const start = performance.now()
    expect(judge(factsWith(everything), [file.rubric]).rubrics.large?.criteria).toHaveLength(200)
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it('may be a copy of any that is shipped', () => {
    for (const { id } of allRubrics()) {
      expect(readRubricFile(writeRubricFile(shippedSource(id)))).toMatchObject({ ok: true })
    }
  })
})
