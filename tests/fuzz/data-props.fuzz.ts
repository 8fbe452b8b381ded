// @vitest-environment happy-dom

import { leanRubrics } from 'virtual:lean-rubrics'
import fc from 'fast-check'
import { collectGlance } from '../../lib/evidence/glance'
import { quickHeadline } from '../../lib/rubric/headline'
import { huggingface } from '../../lib/sites/huggingface'
import { readGlance } from '../../lib/snapshot/glance'
import { samples } from '../../scripts/samples'
import { checkFacts } from './lib/assessment'
import { fuzz } from './lib/fuzz'
import { hostileJson } from './lib/hostile'
import { mutatedJson, mutatedText } from './lib/mutate'

/** The Hub's `data-props`: what a page says of its model before anybody is asked. */

const seeds = samples.map(({ page }) => ({
  activeTab: 'model-card',
  model: page,
  discussionsStats: { total: 0 },
}))
const place = huggingface.placeOf(new URL(`https://huggingface.co/${samples[0]?.id}`))
if (!place) throw new Error('No place.')

const json = fc.oneof({ arbitrary: mutatedJson(seeds), weight: 8 }, { arbitrary: hostileJson, weight: 1 })
const source = fc.oneof(
  { arbitrary: json.map((value) => JSON.stringify(value) ?? ''), weight: 5 },
  { arbitrary: mutatedText(seeds.map((seed) => JSON.stringify(seed))), weight: 1 },
)

fuzz('data-props', fc.tuple(source, fc.constantFrom(...samples.map(({ id }) => id))), ([props, id]) => {
  const header = document.createElement('div')
  header.dataset.target = 'ModelHeader'
  header.dataset.props = props
  document.body.replaceChildren(header)
  const glimpse = huggingface.glimpse(document, { ...place, id })
  if (!glimpse) throw new Error('The header was not found.')
  if (glimpse.id.toLowerCase() !== id.toLowerCase()) throw new Error(`It is taken for ${glimpse.id}.`)
  const facts = collectGlance(readGlance(glimpse.id, glimpse.model))
  checkFacts(facts)
  for (const rubric of leanRubrics) quickHeadline(rubric, facts, undefined)
})
