import fc from 'fast-check'
import { baseHeadlines, judge } from '../../lib/rubric/judge'
import { parseRubric } from '../../lib/rubric/parse'
import { readRubricFile } from '../../lib/rubric/rubric-file'
import { allRubrics, RUBRIC_IDS, shippedSource } from '../../rubrics'
import { checkAssessment } from './lib/assessment'
import { FACTS } from './lib/facts'
import { fuzz } from './lib/fuzz'
import { mutatedJson, mutatedText } from './lib/mutate'

/** Anybody's rubric: refused with reasons, or accepted and then good for every model. */

const sources = RUBRIC_IDS.map(shippedSource)
const small = {
  id: 'constructor',
  title: 'T',
  version: '1',
  publisher: 'P',
  options: [
    {
      id: 'toString',
      label: 'L',
      default: 'a',
      values: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
  ],
  licenseSets: { constructor: { classes: ['open'] } },
  criteria: [
    {
      id: 'constructor',
      label: 'W',
      components: ['weights_final'],
      license: 'constructor',
      onlyWhen: { option: 'toString', is: ['a'] },
    },
    { id: 'c', label: 'C', components: ['training_code', 'inference_code'], of: 'any', count: 2 },
  ],
  tiers: [
    { id: 'no', label: 'No' },
    { id: 'constructor', label: 'Yes', requires: ['constructor', 'c'] },
  ],
  score: { of: ['c', 'constructor'] },
  headline: [
    { id: 'y', label: 'Y', meter: 4, tier: 'constructor' },
    { id: 'n', label: 'N', meter: 0 },
  ],
}

function check(input: unknown, options: unknown): void {
  const parsed = parseRubric(input)
  if (!parsed.ok) {
    if (parsed.faults.length === 0) throw new Error('Refused without a reason.')
    return
  }
  const { rubric } = parsed
  for (const facts of FACTS) {
    const chosen = { [rubric.id]: Object.fromEntries(rubric.options.map(({ id }) => [id, String(options)])) }
    checkAssessment(judge(facts, [rubric], { rubricOptions: chosen }), [rubric])
    baseHeadlines(rubric, facts, chosen[rubric.id])
  }
}

const texts = [...sources, small].map((source) => JSON.stringify(source, null, 2))

fuzz(
  'rubrics',
  fc.record({
    input: fc.oneof(
      fc.record({ value: mutatedJson([...sources, small, small, small]) }),
      fc.record({ text: mutatedText(texts) }),
    ),
    option: fc.constantFrom('a', 'b', 'mot', 'paper'),
  }),
  ({ input, option }) => {
    if ('value' in input) {
      check(input.value, option)
      return
    }
    const file = readRubricFile(input.text)
    if (file.ok) check(file.input, option)
    else if (file.faults.some(({ line, column }) => !(line >= 1) || !(column >= 1)))
      throw new Error('A fault without a place.')
  },
)

if (allRubrics().length !== RUBRIC_IDS.length) throw new Error('A shipped rubric is not accepted.')
