import type { Lineage } from '../assessment'
import { isElsewhere } from '../evidence/text/denials'
import { fromCard, sentencesOf } from '../evidence/text/prose'
import type { Reading } from '../snapshot/reading'
import origins from './origins.json'
import { isThisModel } from './said'

/**
 * The two weakest levels of influence, for a model that names no base: another's architecture trained anew, and
 * another's ideas. Only where the card says so itself; that nothing was taken over is never concluded from silence.
 */

const ORIGINS = new Map(Object.entries(origins.architectures))
const FROM_SCRATCH =
  /\b(?:pre-?)?train(?:ed|ing)\b[^.;]{0,40}\bfrom scratch\b|\bfrom scratch\b[^.;]{0,40}\b(?:pre-?)?train(?:ed|ing)\b/i
const INSPIRED = /\b(?:(?:is|was|are|were) |largely |heavily |partly |directly ){0,3}inspired by\b/i
const NOT = /\b(?:not|never|without|rather than|instead of)\b/i

/** Null where nothing is said. */
export function readInfluence(reading: Reading): Lineage['influence'] | null {
  const sentences = sentencesOf(reading).filter(
    ({ text, english }) => english && !NOT.test(text) && !isElsewhere(text),
  )
  const type = reading.model?.config?.model_type ?? null
  const owner = reading.id.split('/')[0]?.toLowerCase()
  const makers = type === null ? undefined : ORIGINS.get(type)
  if (type !== null && makers && !makers.some((maker) => maker.toLowerCase() === owner)) {
    const anew = sentences.find(({ text }) => FROM_SCRATCH.test(text) && isThisModel(reading, text))
    if (anew) {
      const claim = `The card says that the model was trained from scratch; its architecture is ${type}, first released by ${makers[0]}.`
      const proof = fromCard(reading, anew.block, anew.text, claim, 'lineage.from-scratch')
      return { level: 'guided-learning', basis: 'declared', evidence: proof }
    }
  }
  const inspired = sentences.find(({ text }) => INSPIRED.test(text) && isThisModel(reading, text))
  if (!inspired) return null
  const claim = 'The card names what the model was inspired by.'
  const proof = fromCard(reading, inspired.block, inspired.text, claim, 'lineage.inspired')
  return { level: 'inspiration', basis: 'declared', evidence: proof }
}
