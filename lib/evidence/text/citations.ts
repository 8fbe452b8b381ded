import type { Block, Section } from '../../snapshot/card'
import { onceFor } from '../../snapshot/once'
import type { Reading } from '../../snapshot/reading'
import { squeeze } from '../paper'
import { isPaper } from './links'
import { isHeaded } from './topics'

/** BibTeX on a card, fenced or not, and whether the card asks for it as the citation of its own model. */

const ENTRY = /^\s*@\w{3,20}\s*\{/

export function entriesOf(block: Block): string[] {
  const loose = (block.kind === 'paragraph' || block.kind === 'item') && ENTRY.test(block.text.slice(0, 80))
  if (block.kind !== 'bibtex' && !loose) return []
  return block.text
    .slice(0, 20_000)
    .split(/(?=@\w+\s*\{)/)
    .filter((part) => part.trim() !== '')
}

/** The title of an entry; where the lines were run together, what the next field's comma ends. */
export function titleOf(entry: string): string | null {
  const title =
    /\btitle\s*=\s*[{"]{1,3}([^\n]{3,300}?)[}"]{1,3}[^\S\n]*(?:,[^\S\n]*)?(?:\n|$)/i.exec(entry)?.[1] ??
    /\btitle\s?=\s?[{"]([^\n{}"]{3,300})[}"]\s?(?:,|\})/i.exec(entry)?.[1]
  return title?.replace(/[{}]/g, '') ?? null
}

const OWN_THINGS =
  '(?:models?|work|works|papers?|research|projects?|repo(?:sitory)?|publications?|checkpoints?)'
const AS_OWN = new RegExp(
  [
    `\\bcit(?:e|ing) (?:us\\b|(?:our|this|these) (?:[\\w-]+ )?${OWN_THINGS}\\b)`,
    `^\\W{0,4}(?:please )?cite (?:this model )?as\\W{0,4}$`,
    `\\b(?:us(?:e|ed|ing)|find|found) (?:this|these|our|any of (?:these|our)) (?:[\\w-]+ )?${OWN_THINGS}\\b[^.;]{0,80}\\bcit(?:e|ing)\\b`,
    '(?:本|我们的|当|이 )[^。.]{0,40}(?:引用|인용)|引用(?:本|我们的)|\\bcite[rz]? (?:notre|nos|ce|nuestro|este)\\b|\\b(?:uns|dies)\\w{0,4} [^.]{0,40}zitier',
  ].join('|'),
  'i',
)
/** Asked for a thing that is not the model, or for what the model comes from. */
const OF_OTHERS =
  /\b(?:data ?sets?|corpus|corpora|benchmarks?|library|toolkit|framework|method|original|base model|their)\b|数据集|データセット|데이터/i

interface Cited {
  /** Entries in the section. */
  total: number
  /** Blocks of entries that are asked for as the model's own. */
  asked: ReadonlySet<Block>
}

const citedBySection = new WeakMap<Section, Cited>()

/** What is asked for in the block before an entry, or in the heading above it; read once per section. */
function citedIn(section: Section): Cited {
  const known = citedBySection.get(section)
  if (known) return known
  const asks = (text: string) => AS_OWN.test(text) && !OF_OTHERS.test(text)
  const headed = asks((section.heading ?? '').slice(0, 300))
  const asked = new Set<Block>()
  let total = 0
  let lead = ''
  for (const block of section.blocks) {
    const entries = entriesOf(block).length
    total += entries
    if (entries === 0) lead = block.text.slice(-300)
    else if (asks(lead) || (headed && !OF_OTHERS.test(lead))) asked.add(block)
  }
  const cited = { total, asked }
  citedBySection.set(section, cited)
  return cited
}

const linkedTitles = onceFor(
  (reading: Reading): ReadonlySet<string> =>
    new Set(
      (reading.card?.links ?? [])
        .filter(({ url, text }) => text.length >= 12 && isPaper(url))
        .map(({ text }) => squeeze(text)),
    ),
)

/** One entry that is asked for, or the one among several whose paper the card links under its title. */
export function citedAsOwn(reading: Reading, block: Block, title: string): boolean {
  const { total, asked } = citedIn(block.section)
  if (isHeaded(block.section, 'data') || !asked.has(block)) return false
  return total === 1 || linkedTitles(reading).has(squeeze(title))
}
