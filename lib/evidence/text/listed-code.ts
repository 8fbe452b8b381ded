import type { ComponentId } from '../../components'
import type { Block } from '../../snapshot/card'
import type { Detector, Signal } from '../collector'
import { isOwnCode } from './own-code'
import { fromCard, isEnglish } from './prose'

/**
 * "See the examples for: tokenizing, pre-training, fine-tuning": a line that links the model's own code and ends in a
 * colon, and a list of what is there.
 */

const PURPOSES: readonly (readonly [RegExp, ComponentId, Signal['status']])[] = [
  [
    /^(?:tokeni[sz]ing|tokeni[sz]ation|pre-?processing|preparing|data (?:preparation|processing|curation))\b/i,
    'data_processing_code',
    'present',
  ],
  [/^(?:pre-?training|training)\b/i, 'training_code', 'present'],
  [/^(?:fine-?tuning|hyper-?parameter (?:tuning|search|optimi[sz]ation))\b/i, 'training_code', 'partial'],
  [/^(?:evaluat\w+|benchmark\w*|reproducing)\b/i, 'evaluation_code', 'present'],
  [/^(?:inference|generati(?:ng|on)|prediction|running|serving|extracting)\b/i, 'inference_code', 'present'],
]
const MAX_ITEMS = 30

export const detectListedCode: Detector = function* (reading): Generator<Signal> {
  const blocks = reading.card?.blocks ?? []
  for (const [at, lead] of blocks.entries()) {
    if (lead.kind !== 'paragraph' || !/:\s*$/.test(lead.text) || !isEnglish(lead.text)) continue
    if (!lead.links.some((link) => isOwnCode(reading, link))) continue
    for (const item of itemsAfter(blocks, at)) {
      const found = PURPOSES.find(([purpose]) => purpose.test(item.text))
      if (!found) continue
      yield {
        component: found[1],
        status: found[2],
        evidence: fromCard(
          reading,
          item,
          `${lead.text} ${item.text}`,
          'The card lists what its own code is for.',
          'text.code.list',
        ),
        license: { id: null, state: 'unknown', inherited: false },
      }
    }
  }
}

function itemsAfter(blocks: readonly Block[], at: number): Block[] {
  const items: Block[] = []
  for (const block of blocks.slice(at + 1, at + 1 + MAX_ITEMS)) {
    if (block.kind !== 'item') break
    items.push(block)
  }
  return items
}
