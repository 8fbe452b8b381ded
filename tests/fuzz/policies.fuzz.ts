import fc from 'fast-check'
import { askPolicy } from '../../lib/licenses/policy'
import { EXAMPLE_POLICY, readPolicyFile } from '../../lib/licenses/policy-file'
import { policyOf } from '../../lib/platform/policy'
import { FACTS } from './lib/facts'
import { fuzz } from './lib/fuzz'
import { mutatedJson, mutatedText } from './lib/mutate'

/** Policies as they are stored and as they are imported. */

const seeds = [
  EXAMPLE_POLICY,
  {
    version: 1,
    rules: [{ when: { license: ['MIT', 'llama*'] }, action: 'deny', note: 'n' }],
    otherwise: 'allow',
    unknown: 'review',
    none: 'deny',
  },
]
const ACTIONS = new Set(['allow', 'review', 'deny'])

function check(policy: unknown): void {
  const read = policyOf({ policy })
  if (read === null) return
  for (const { license } of FACTS)
    if (!ACTIONS.has(askPolicy(read, license).action)) throw new Error('Not a word.')
}

fuzz(
  'policies',
  fc.oneof(
    fc.record({ value: mutatedJson(seeds) }),
    fc.record({ text: mutatedText(seeds.map((seed) => JSON.stringify(seed, null, 1))) }),
  ),
  (input) => {
    if ('value' in input) {
      check(input.value)
      return
    }
    const file = readPolicyFile(input.text)
    if (file.ok) check(file.policy)
    else if (file.faults.some(({ line, column }) => !(line >= 1) || !(column >= 1)))
      throw new Error('A fault without a place.')
  },
)
