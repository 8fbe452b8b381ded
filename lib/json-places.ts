import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { tooDeepAt } from './nesting'

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
  const deep = tooDeepAt(text)
  if (deep !== -1) return { ok: false, place: placeAt(text, deep), message: 'Nested too deeply' }
  let value: unknown
  try {
    value = JSON.parse(text, refuseProto)
  } catch (error) {
    if (error instanceof ProtoKey) {
      return { ok: false, place: placeAt(text, Math.max(0, text.indexOf(PROTO))), message: error.message }
    }
    return { ok: false, ...firstFault(text, error) }
  }
  // Places are only asked for where something is wrong.
  let tree: Node | undefined
  return {
    ok: true,
    value,
    placeOf(path, key) {
      tree ??= parseTree(text)
      return placeAt(text, tree ? offsetOf(tree, path, key) : 0)
    },
  }
}

const PROTO = '__proto__'

class ProtoKey extends Error {}

/** Storage and clones would make a prototype of it: what goes out would not be what came in. */
function refuseProto(key: string, value: unknown): unknown {
  if (key === PROTO) throw new ProtoKey(`The key "${PROTO}" cannot be kept`)
  return value
}

function firstFault(text: string, error: unknown): { place: Place; message: string } {
  const faults: ParseError[] = []
  parseTree(text, faults, { disallowComments: true })
  const [first] = faults
  if (first) return { place: placeAt(text, first.offset), message: inWords(printParseErrorCode(first.error)) }
  const message = error instanceof Error ? error.message : ''
  return { place: placeAt(text, 0), message: message.slice(0, 160) }
}

/** "CommaExpected" as "Comma expected". */
const inWords = (code: string): string =>
  code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function offsetOf(tree: Node, path: readonly (string | number)[], key?: string): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (!node) continue
    const own = length === path.length && key !== undefined ? keyNode(node, key) : undefined
    return (own ?? node).offset
  }
  return 0
}

const keyNode = (node: Node, key: string): Node | undefined =>
  node.children?.map(({ children }) => children?.[0]).find((name) => name?.value === key)

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
