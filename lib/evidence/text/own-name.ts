import { parentsOf } from '../../lineage/bases'
import { onceFor } from '../../snapshot/once'
import type { Reading } from '../../snapshot/reading'
import { isCommonFamily, squeeze, titleNames } from '../paper'

/** What a card calls its model, and whose paper a title can be. */

/** Cards of fine-tunes copy the links of their base. */
export const ofAnotherOwner = (reading: Reading): boolean =>
  parentsOf(reading).some(
    ({ id }) => id.split('/')[0]?.toLowerCase() !== reading.id.split('/')[0]?.toLowerCase(),
  )

const MODEL_CARD = /\bmodel card(?:\s(?:for|of)\b)?\s?:?/i
/** A title or an id that says that the model was made out of the one named. */
const DERIVED =
  /fine-?tun|quanti[sz]|distil|gguf|awq|gptq|\blora\b|adapter|merge|version of|based on|trained on|convert|conversion/i
const FOR_A_TASK =
  /(?:^|[-_.])(?:ner|pos|qa|squad\w?|sentiment|emotions?|classif\w{0,12}|ft|tuned|sts\w?|[msx]?nli|summar\w{0,12})(?:$|[-_.])/i

interface OwnName {
  name: string
  /** The card's heading says that it is this name's model card. */
  official: boolean
}

/** The name at the head of the card where it stands in the id too: "AraBERT: …" on "…/bert-base-arabert". */
const ownName = onceFor((reading: Reading): OwnName | null => {
  const heading =
    reading.card?.sections.find((section) => section.heading !== null && section.level <= 2)?.heading ?? ''
  const id = reading.id.slice(reading.id.indexOf('/') + 1).slice(0, 120)
  if (heading === '' || heading.length > 160 || DERIVED.test(heading) || DERIVED.test(id)) return null
  if (FOR_A_TASK.test(id)) return null
  const name = heading
    .replace(MODEL_CARD, '')
    .replace(/\p{Extended_Pictographic}|\ufe0f/gu, '')
    .split(/[:(|,–—]|\s-\s/, 1)[0]
    ?.trim()
  if (!name || /\s(?:for|on)\s/i.test(name)) return null
  const plain = squeeze(name)
  if (plain.length < 2 || !squeeze(id).includes(plain)) return null
  return { name, official: MODEL_CARD.test(heading) }
})

/** Whether a title or the words of a link name this model, as the id or as its card's own heading has it. */
export function namesModel(reading: Reading, text: string): boolean {
  if (titleNames(text, reading.id)) return true
  const own = ownName(reading)
  if (own === null || ofAnotherOwner(reading)) return false
  const plain = squeeze(own.name)
  // "CLIP Paper" and nothing else: here a short or common name will do, where the heading says whose card it is.
  const called = /^\W{0,3}(.{2,40}?) (?:research )?(?:paper|preprint|report)\W{0,3}$/i.exec(
    text.slice(0, 80),
  )?.[1]
  if (called !== undefined && squeeze(called) === plain) return own.official || !isCommonFamily(plain)
  if (plain.length < 5 || isCommonFamily(plain)) return false
  const title = text.slice(0, 400)
  return plain.length >= 7
    ? squeeze(title).includes(plain)
    : title
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .includes(plain)
}

/** Where a title names what the model was made from, or a data set, the paper is that one's. */
export function isOthersTitle(reading: Reading, title: string): boolean {
  if (/\b(?:data ?sets?|corpus|corpora|benchmark|challenge|shared task|treebank)\b/i.test(title)) return true
  const words = new Set(title.toLowerCase().split(/[^a-z0-9]+/))
  const families = (id: string) =>
    id
      .slice(id.indexOf('/') + 1)
      .toLowerCase()
      .split(/[^a-z0-9]+/)
  return (
    families(reading.id).some((word) => isCommonFamily(word) && words.has(word)) ||
    parentsOf(reading).some(
      ({ id, relation }) =>
        relation === 'quantized' || families(id).some((word) => /[a-z]{4}/.test(word) && words.has(word)),
    )
  )
}
