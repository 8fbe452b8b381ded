import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'

/** JSON read with the place of every value, for files that people write by hand. */

export interface Place {
  /** From 1. */
  line: number
  column: number
}

export type JsonWithPlaces =
  | { ok: true; value: unknown; placeOf(path: readonly (string | number)[], key?: string): Place }
  | { ok: false; place: Place; message: string }

/** Reads JSON. Never throws. `placeOf` answers where a value begins, or one of its keys; an unknown path is its nearest known part. */
export function readJsonWithPlaces(text: string): JsonWithPlaces {
  const lines = new LineCounter()
  // JSON is YAML's flow style; the YAML reader keeps the place of every value, which JSON.parse does not.
  const tree = parseDocument(text, {
    schema: 'json',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const [first] = tree.errors
    const message = first?.message ?? (error instanceof Error ? error.message : '')
    return {
      ok: false,
      place: place(first?.pos[0] ?? 0),
      message: message.split('\n')[0]?.slice(0, 160) ?? '',
    }
  }
  return {
    ok: true,
    value,
    placeOf(path, key) {
      for (let length = path.length; length >= 0; length -= 1) {
        const node: unknown = length === 0 ? tree.contents : tree.getIn(path.slice(0, length), true)
        if (key !== undefined && length === path.length && isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key)
          if (pair && isScalar(pair.key) && pair.key.range) return place(pair.key.range[0])
        }
        if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
          return place(Number(node.range[0]) || 0)
        }
      }
      return place(0)
    },
  }
}
