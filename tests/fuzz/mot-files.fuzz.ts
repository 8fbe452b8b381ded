import fc from 'fast-check'
import { judge } from '../../lib/rubric/judge'
import { readMotFile } from '../../lib/snapshot/mot-file'
import { allRubrics } from '../../rubrics'
import { checkAssessment, checkFacts } from './lib/assessment'
import { fuzz } from './lib/fuzz'
import { mutatedText } from './lib/mutate'

/** Model Openness Tool files (their schema: https://github.com/lfai/model_openness_tool). */

const SEED = `framework:
  name: Model Openness Framework
  version: '1.0'
  date: '2024-12-15'
release:
  name: Rocket 7B
  version: 7B
  date: '2026-01-01'
  license:
    distribution:
      name: Apache-2.0
      path: https://github.com/acme/rocket/blob/main/LICENSE
    code: {name: MIT, path: ''}
  type: language
  architecture: transformer decoder
  origin: seed
  producer: Acme
  repository: https://github.com/acme/rocket
  huggingface: https://huggingface.co/acme/rocket-7b
  components:
    - name: Model architecture
      description: code
      license: MIT
    - name: Model parameters (Final)
      license: unlicensed
      component_path: https://huggingface.co/acme/rocket-7b
    - name: Data card
      description: data
    - name: Datasets
      license: component not included
    - name: Evaluation results
      license: CC-BY-4.0
`

const rubrics = allRubrics()

fuzz(
  'mot-files',
  fc.tuple(mutatedText([SEED, SEED.replaceAll('acme', '__proto__')]), fc.boolean()),
  ([source, verbatim]) => {
    let facts: ReturnType<typeof readMotFile>
    try {
      facts = readMotFile(source, { verbatim })
    } catch (error) {
      // A plain sentence, as the command line prints it.
      if (error instanceof Error && error.constructor === Error) return
      throw error
    }
    checkFacts(facts)
    checkAssessment(judge(facts, rubrics), rubrics)
  },
)
