import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LicenseAnswer } from '../../../lib/assessment'
import { inspectLicense } from '../../../lib/licenses/inspect'
import { askPolicy, type Policy } from '../../../lib/licenses/policy'
import { EXAMPLE_POLICY, readPolicyFile, writePolicyFile } from '../../../lib/licenses/policy-file'
import { reading } from '../evidence/helpers'

const license = (yaml: string): LicenseAnswer =>
  inspectLicense(reading({ card: `---\n${yaml}\n---\n` })).answer
const policy = (rules: Policy['rules'], rest: Partial<Policy> = {}): Policy => ({
  version: 1,
  rules,
  otherwise: 'review',
  unknown: 'review',
  none: 'deny',
  ...rest,
})
const word = (rules: Policy['rules'], yaml: string) => askPolicy(policy(rules), license(yaml))

describe('a policy', () => {
  it('is decided by the first rule that fits', () => {
    const rules: Policy['rules'] = [
      { when: { license: ['llama3.1'] }, action: 'allow', note: 'checked by legal' },
      { when: { family: ['community'] }, action: 'deny' },
    ]
    expect(word(rules, 'license: llama3.1')).toMatchObject({
      action: 'allow',
      rule: 1,
      note: 'checked by legal',
    })
    expect(word(rules, 'license: gemma')).toMatchObject({ action: 'deny', rule: 2 })
    expect(word(rules, 'license: mit')).toMatchObject({ action: 'review', because: 'otherwise' })
  })

  it('can shut out a term: no user threshold', () => {
    const rules: Policy['rules'] = [{ when: { term: { name: 'userThreshold', is: 'yes' } }, action: 'deny' }]
    expect(word(rules, 'license: llama3.1').action).toBe('deny')
    expect(word(rules, 'license: mit').action).toBe('review')
    // Nobody has read it: no rule on a term can fit.
    expect(word(rules, 'license: other\nlicense_name: house-rules')).toMatchObject({ because: 'unknown' })
  })

  it('takes the worst of licences that apply together and the best where one may choose', () => {
    const rules: Policy['rules'] = [
      { when: { class: ['restricted'] }, action: 'deny' },
      { when: { class: ['open'] }, action: 'allow' },
    ]
    expect(word(rules, 'license: [mit, cc-by-nc-4.0]')).toMatchObject({
      action: 'deny',
      license: 'CC-BY-NC-4.0',
    })
    expect(word(rules, 'license: MIT OR CC-BY-NC-4.0')).toMatchObject({ action: 'allow', license: 'MIT' })
  })

  it('has words for no licence and for an unknown one', () => {
    expect(askPolicy(policy([]), { class: 'none', parts: [], operator: 'AND' })).toMatchObject({
      action: 'deny',
      because: 'none',
    })
    expect(askPolicy(policy([]), { class: 'unknown', parts: [], operator: 'AND' })).toMatchObject({
      because: 'unknown',
    })
  })

  it('matches the start of an id with a star, in any case', () => {
    const rules: Policy['rules'] = [{ when: { license: ['cc-by-*'] }, action: 'allow' }]
    expect(word(rules, 'license: cc-by-sa-4.0').action).toBe('allow')
    expect(word(rules, 'license: cc0-1.0').action).toBe('review')
  })

  it('comes back from its file as it went', () => {
    expect(readPolicyFile(writePolicyFile(EXAMPLE_POLICY))).toEqual({ ok: true, policy: EXAMPLE_POLICY })
  })

  it.each([
    ['{ "version": 1, ', 'syntax', 1],
    [
      '{\n "version": 2,\n "rules": [], "otherwise": "deny", "unknown": "deny", "none": "deny"\n}',
      'value',
      2,
    ],
    [
      '{\n "version": 1,\n "rules": [\n  { "when": { "licence": ["MIT"] }, "action": "allow" }\n ], "otherwise": "deny", "unknown": "deny", "none": "deny"\n}',
      'key',
      4,
    ],
    [
      '{\n "version": 1,\n "rules": [],\n "otherwise": "maybe", "unknown": "deny", "none": "deny"\n}',
      'value',
      4,
    ],
    ['{\n "version": 1,\n "rules": [],\n "unknown": "deny", "none": "deny"\n}', 'value', 1],
    ['[]', 'type', 1],
    ['', 'syntax', 1],
  ])('is refused with the place of the fault: %j', (text, kind, line) => {
    const file = readPolicyFile(text)
    expect(file.ok ? [] : file.faults.map((fault) => [fault.kind, fault.line])).toContainEqual([kind, line])
  })

  it('is read without throwing, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.json()), (text) => {
        readPolicyFile(text)
      }),
      { numRuns: 300, seed: 5 },
    )
    const bomb = `a: &a [1]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [*a,*a,*a,*a,*a]`).join('\n')}`
    expect(readPolicyFile(bomb).ok).toBe(false)
  })
})
