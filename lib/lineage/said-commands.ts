import { fromCard } from '../evidence/text/prose'
import type { Reading } from '../snapshot/reading'
import { type Base, toBaseId } from './bases'

/** The model that a training command in the card starts from: `--model_name_or_path owner/name`. */

const TRAINS = /--(?:do_train|num_(?:train_)?epochs|per_(?:gpu|device)_train_batch_size|learning_rate)\b/
const FROM =
  /--(?:model_name_or_path|base_model(?:_name_or_path)?|pretrained_model_name_or_path)(?:=| {1,4})["']?(\$\{?\w{1,40}\}?|[\w.-]{1,96}\/[\w.-]{1,96})["']?(?=\s|\\|$)/

export function trainedFrom(reading: Reading): Base[] {
  const code = (reading.card?.blocks ?? []).filter(({ kind }) => kind === 'code')
  for (const block of code) {
    const value = TRAINS.test(block.text) ? FROM.exec(block.text)?.[1] : undefined
    if (value === undefined) continue
    const named = value.startsWith('$')
      ? valueOfName(value.replace(/[${}]/g, ''), code)
      : { id: value, block }
    const id = named === null ? null : toBaseId(named.id)
    if (named === null || id === null || !/^[A-Za-z\d]/.test(id)) continue
    // A command that goes on from this very model shows the reader how to.
    if (id.toLowerCase() === reading.id.toLowerCase()) return []
    const line = named.block.text.split('\n').find((text) => text.includes(named.id)) ?? id
    const claim = `A training command of the card starts from ${id}.`
    const proof = fromCard(reading, named.block, line.trim(), claim, 'lineage.command', 'inferred')
    return [{ id, relation: null, evidence: proof }]
  }
  return []
}

type Code = NonNullable<Reading['card']>['blocks'][number]

/** "export MODEL=owner/name" */
function valueOfName(name: string, code: readonly Code[]): { id: string; block: Code } | null {
  for (const block of code) {
    for (const [, key, id] of block.text.matchAll(
      /(?<!\w)(\w{1,40})=["']?([\w.-]{1,96}\/[\w.-]{1,96})["']?(?=\s|$)/g,
    ))
      if (key === name && id !== undefined) return { id, block }
  }
  return null
}
