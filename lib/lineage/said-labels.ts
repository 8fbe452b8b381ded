import type { Relation } from '../assessment'
import { fromCard } from '../evidence/text/prose'
import type { Block } from '../snapshot/card'
import type { Reading } from '../snapshot/reading'
import type { Base } from './bases'
import { modelsIn } from './model-names'

/** "Base model: X" as a labelled line, and a heading "Base models" over a list of links. */

const LABELS: readonly (readonly [RegExp, Relation | null])[] = [
  [
    /^(?:(?:fine-?tuned|tuned|finetune)(?: from)?(?: base)? ?(?:model|of)|fine-?tuned from)(?: \[optional\])?$/i,
    'finetune',
  ],
  [/^(?:continu\w+|further)[- ]pre-?trained from(?: model)?$/i, 'continued-pretraining'],
  [/^(?:initiali[sz]ed|derived|trained|built) from(?: model)?$/i, null],
  [
    /^(?:(?:the )?(?:base|parent|backbone|source|foundation|pre-?trained)[- ](?:model|llm|checkpoint)s?(?: name)?|based on|language model|基座模型|基础模型|基模型|ベースモデル|베이스 ?모델|기반 ?모델|modèle de base|basismodell|modelo base)$/i,
    null,
  ],
]
/** May as well be what the model is, or a part of another kind: an id or a link is asked for. */
const VAGUE = /^language model$|^pre-?trained/i
const NONE =
  /^(?:not applicable|none|n\/?a|no(?: base model)?|-+|—|(?:trained )?from scratch|nicht zutreffend|aucun|ninguno|无|無|なし|없음)\s*(?:\(|[.,;]|$)/i
const HEADING =
  /^(?:(?:the )?base models?(?: used)?|models? merged|merged models|基座?模型|基础模型|ベースモデル|マージ(?:に)?(?:利用|使用)(?:した)?モデル(?:一覧)?|베이스 ?모델|기반 ?모델|modèles? de base|basismodelle?|modelos? base)$/i
const MERGED = /merge|マージ/i

/** Null where a label says that there is none. */
export function labelledBases(reading: Reading): Base[] | null {
  for (const block of reading.card?.blocks ?? []) {
    const label = block.label?.trim().slice(0, 80) ?? ''
    const known = label === '' ? undefined : LABELS.find(([pattern]) => pattern.test(label))
    if (!known) continue
    const value = worthOf(block, label)
    if (NONE.test(value)) return null
    const found = modelsIn(reading, block, value, 4, VAGUE.test(label) ? 'data' : 'model')
    const kept = VAGUE.test(label) ? found.filter(({ named, id }) => !named || /-/.test(id)) : found
    if (kept.length > 0)
      return kept.map(({ id, named }) => base(reading, block, block.text, id, named, known[1]))
  }
  return listedBases(reading)
}

const worthOf = (block: Block, label: string): string =>
  block.text
    .slice(block.text.indexOf(label) + label.length)
    .replace(/^\s*[:：]\s*/, '')
    .slice(0, 300)

/** Models linked in the items under such a heading; an owner's own checkpoints are a release, and no bases. */
function listedBases(reading: Reading): Base[] {
  const owner = `${reading.id.split('/')[0]}/`.toLowerCase()
  for (const section of reading.card?.sections ?? []) {
    const heading = section.heading?.trim().replace(/[:：]$/, '') ?? ''
    if (heading.length > 60 || !HEADING.test(heading)) continue
    const items = section.blocks.filter(({ kind }) => kind === 'item').slice(0, 12)
    const relation = MERGED.test(heading) ? 'merge' : null
    const found = items.flatMap((block) => {
      const [first] = modelsIn(reading, block, block.text, 1, 'model')
      return first ? [base(reading, block, block.text, first.id, first.named, relation)] : []
    })
    if (found.length > 0 && !found.some(({ id }) => id.toLowerCase().startsWith(owner))) return found
  }
  return []
}

const base = (
  reading: Reading,
  block: Block,
  text: string,
  id: string,
  named: true | undefined,
  relation: Relation | null,
): Base => ({
  id,
  relation,
  ...(named ? { named } : {}),
  evidence: fromCard(reading, block, text, `The card names ${id} as its base model.`, 'lineage.label'),
})
