import type { ComponentId } from '../../components'
import type { Detector, Signal } from '../collector'
import { deniedBy, isElsewhere, stageOf } from './denials'
import { fromCard, sentencesOf } from './prose'
import { thingsIn } from './released-things'
import { isForeign, isTestData } from './topics'

/** Things that are promised ("coming soon"), or to be had for the asking ("upon request"), in the producer's words. */

const PENDING =
  /\b(?:coming soon|(?:will|shall|is going to|are going to) (?:soon |also |later )?be (?:\w+ )?(?:released|published|open[- ]?sourced|made (?:publicly )?(?:available|public)|available|uploaded|shared)|to be (?:released|published|open[- ]?sourced|uploaded)|(?:plan|planning|intend) to (?:release|publish|open[- ]?source|upload|share)|we(?:'ll| will) (?:soon |also |later )?(?:release|publish|open[- ]?source|upload|share)|release(?:d)? soon)\b/i
const ON_REQUEST =
  /\b(?:(?:up)?on (?:reasonable |written )?request|by request(?:ing)?|requests? (?:for )?access|request form|(?:fill|filling) (?:in|out) (?:this|the|a) (?:\w+ )?form|(?:contact|e-?mail|write to) (?:us|the authors) (?:to (?:get|obtain|request|access|receive)|for access)|to (?:get|obtain|access|receive|request)\b[^.;]{0,60}\b(?:contact|e-?mail|write to) (?:us|the authors))\b/i
const LATER_MODEL =
  /\b(?:next|future|larger|bigger|upcoming|other|new(?:er)?|v\d)\s(?:version|model|weights|checkpoint)|\b\d+(?:\.\d+)?\s?[bm] (?:version|variant|model)\b/i

/** Artefacts only: a report that is promised is no report yet. */
const ARTEFACTS: ReadonlySet<string> = new Set([
  'data',
  'weights_final',
  'weights_intermediate',
  'evaluation_data',
  'evaluation_code',
  'training_code',
  'data_processing_code',
  'inference_code',
])

export const detectAvailability: Detector = function* (reading): Generator<Signal> {
  const said = new Set<ComponentId>()
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || isForeign(block.section)) continue
    const asked = ON_REQUEST.test(text)
    if (!asked && !PENDING.test(text)) continue
    if (isElsewhere(text) || LATER_MODEL.test(text) || deniedBy(sentence, reading).size > 0) continue
    for (const { thing, text: words } of thingsIn(text)) {
      if (thing === 'data' && isTestData(block.section)) continue
      if (!ARTEFACTS.has(thing)) continue
      // Weights that one asks for are a gate, which its own detector reads; beside listed files it is some other set.
      if (asked && thing === 'weights_final') continue
      const component = thing === 'data' ? stageOf(words, reading) : thing
      if (said.has(component)) continue
      said.add(component)
      yield {
        component,
        status: asked ? 'present_restricted' : 'mentioned',
        evidence: fromCard(
          reading,
          block,
          text,
          asked ? 'The card says that this is given on request.' : 'The card announces this for later.',
          asked ? 'text.request' : 'text.pending',
        ),
        license: { id: null, state: 'unknown', inherited: false },
      }
    }
  }
}
