import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { atLeast, atMost } from '../../lib/bounds'
import { readPolicyFile } from '../../lib/licenses/policy-file'
import { policyOf } from '../../lib/platform/policy'
import { parseRubric } from '../../lib/rubric/parse'
import { readListRow } from '../../lib/snapshot/list-row'
import { parseSnapshot } from '../../lib/snapshot/schema'

/** An object that passes for something long, and whose length cannot be compared with a number. */
const NO_LENGTH: unknown = JSON.parse('{"length":[{"toString":0,"valueOf":0}]}')

describe('bounds at borders', () => {
  it('count what has a length', () => {
    const short = z.string().check(atLeast(1), atMost(3))
    expect(['', 'a', 'abc', 'abcd'].map((text) => z.safeParse(short, text).success)).toEqual([
      false,
      true,
      true,
      false,
    ])
    const few = z.array(z.unknown()).check(atMost(2))
    expect([[], [1, 2], [1, 2, 3]].map((list) => z.safeParse(few, list).success)).toEqual([true, true, false])
  })

  it('refuse what only passes for something long, and never throw', () => {
    expect(z.safeParse(z.string().check(atMost(3)), NO_LENGTH).success).toBe(false)
    expect(readListRow({ id: NO_LENGTH })).toBeNull()
    expect(() => parseSnapshot({ site: 'huggingface', id: NO_LENGTH })).toThrow(/not a snapshot/)
    expect(policyOf({ policy: { version: 1, rules: NO_LENGTH } })).toBeNull()
    expect(parseRubric({ id: NO_LENGTH, criteria: NO_LENGTH }).ok).toBe(false)
    expect(readPolicyFile(JSON.stringify({ version: 1, rules: NO_LENGTH })).ok).toBe(false)
  })
})
