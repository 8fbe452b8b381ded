import type { AncestorState, Relation } from '../assessment'
import type { Reading } from '../snapshot/reading'
import { type Base, parentsOf } from './bases'
import { linkedHub } from './linked'
import { relationOf } from './relation'

/**
 * Everything that a model descends from, nearest first. Bases of bases are followed to six steps and to twelve models;
 * what lies beyond is named, never looked at. A model that comes up again (two ways to one base, or a circle) counts once.
 */

export const MAX_ANCESTORS = 12
export const MAX_DEPTH = 6
/** Names beyond the bounds that are kept to be shown. */
const MAX_BEYOND = 20

export interface Node {
  id: string
  depth: number
  state: AncestorState
  /** Null unless seen. */
  reading: Reading | null
  relation: Relation | null
  bases: Base[]
}

/** Walks up from a reading through the snapshots that are linked in it, breadth first. */
export function ancestorsOf(reading: Reading): Node[] {
  const found: Node[] = []
  const known = new Set([keyOf(reading.id)])
  let level = parentsOf(reading)
  let followed = 0
  let beyond = 0
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: Base[] = []
    for (const base of level) {
      const key = keyOf(base.id)
      if (known.has(key)) continue
      known.add(key)
      if (depth > MAX_DEPTH || followed >= MAX_ANCESTORS) {
        if (beyond < MAX_BEYOND) found.push({ ...nothing(base.id, depth), state: 'beyond' })
        beyond += 1
        continue
      }
      const node: Node = base.named
        ? { ...nothing(base.id, depth), state: 'named' }
        : nodeOf(reading, base.id, depth)
      // A page that moved is known by its new name as well: it may be the model itself, or one that was seen.
      if (node.state === 'seen' && keyOf(node.id) !== key) {
        if (known.has(keyOf(node.id))) continue
        known.add(keyOf(node.id))
      }
      followed += 1
      found.push(node)
      next.push(...node.bases)
    }
    level = next
  }
  return found
}

const keyOf = (id: string): string => id.toLowerCase()

const nothing = (id: string, depth: number): Node => ({
  id,
  depth,
  state: 'unseen',
  reading: null,
  relation: null,
  bases: [],
})

function nodeOf(root: Reading, id: string, depth: number): Node {
  const target = linkedHub(root, id)
  if (target === null) return nothing(id, depth)
  if (typeof target === 'string') return { ...nothing(id, depth), state: target }
  const bases = parentsOf(target)
  return { id: target.id, depth, state: 'seen', reading: target, relation: relationOf(target, bases), bases }
}
