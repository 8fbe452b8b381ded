import fc from 'fast-check'
import { hostileJson, hostileString, NAMES, recordOf } from './hostile'

/** Realistic input with some of it changed: what a schema half believes is more telling than what it refuses at once. */

interface Change {
  /** Which value, counted through the tree. */
  at: number
  how: 'replace' | 'remove' | 'repeat' | 'wrap' | 'rename' | 'add' | 'text'
  value: unknown
  text: string
  name: string
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(100_000),
  how: fc.constantFrom('replace', 'remove', 'repeat', 'wrap', 'rename', 'add', 'text'),
  value: hostileJson,
  text: hostileString,
  name: fc.oneof(fc.constantFrom(...NAMES), hostileString),
})

type Parent = { list: unknown[]; at: number } | { record: Record<string, unknown>; at: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const MAX_PLACES = 20_000

/** Every place of a value, outermost first; not by recursion, for values may be deep. */
function places(root: unknown): Parent[] {
  const found: Parent[] = []
  const open = [root]
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) {
        found.push({ list: value, at })
        open.push(item)
      }
    } else if (isRecord(value)) {
      for (const [at, item] of Object.entries(value)) {
        found.push({ record: value, at })
        open.push(item)
      }
    }
  }
  return found
}

const define = (record: Record<string, unknown>, name: string, value: unknown) =>
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })

function apply(root: { root: unknown }, { at, how, value: given, text, name }: Change): void {
  // Of its own: what is put in twice and then changed would come to hold itself.
  const value: unknown = structuredClone(given)
  const all = places(root)
  const place = all[at % all.length]
  if (!place) return
  const now: unknown = 'list' in place ? place.list[place.at] : place.record[place.at]
  const put = (next: unknown) => {
    if ('list' in place) place.list[place.at] = next
    else define(place.record, place.at, next)
  }
  if (how === 'replace') put(value)
  else if (how === 'text')
    put(
      typeof now === 'string'
        ? `${now.slice(0, at % (now.length + 1))}${text}${now.slice(at % (now.length + 1))}`
        : text,
    )
  else if (how === 'wrap') put([now, value])
  else if (how === 'add') {
    if (Array.isArray(now)) now.push(value)
    else if (isRecord(now)) define(now, name, value)
    else put(recordOf([[name, now]]))
  } else if ('list' in place) {
    if (how === 'remove') place.list.splice(place.at, 1)
    else if (how === 'repeat') {
      // Eight changes may each repeat what the one before has repeated.
      const most = Math.floor((MAX_PLACES - all.length) / (1 + places(now).length))
      const times = Math.min(1 + (at % 200), most)
      for (let copy = 0; copy < times; copy += 1) place.list.push(structuredClone(now))
    }
  } else if (how === 'remove') delete place.record[place.at]
  else if (how === 'rename' && place.at !== 'root') {
    delete place.record[place.at]
    define(place.record, name, now)
  }
}

/** One of the seeds with up to eight changes. */
export const mutatedJson = (seeds: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .record({ seed: fc.nat(seeds.length - 1), changes: fc.array(change, { maxLength: 8 }) })
    .map(({ seed, changes }) => {
      const root = { root: structuredClone(seeds[seed]) }
      for (const one of changes) apply(root, one)
      return root.root
    })

interface Edit {
  at: number
  length: number
  how: 'cut' | 'insert' | 'repeat' | 'move'
  text: string
  times: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000_000),
  length: fc.oneof(fc.nat(8), fc.nat(400)),
  how: fc.constantFrom('cut', 'insert', 'repeat', 'move'),
  text: hostileString,
  times: fc.oneof(fc.nat(4), fc.nat(300)),
})

function editText(text: string, { at, length, how, text: added, times }: Edit): string {
  const from = at % (text.length + 1)
  const piece = text.slice(from, from + length)
  const [before, after] = [text.slice(0, from), text.slice(from + length)]
  if (how === 'cut') return before + after
  if (how === 'insert') return before + added + piece + after
  if (how === 'repeat') return before + piece.repeat(times) + after
  return after + piece + before
}

const MAX_TEXT = 300_000

/** One of the seeds with up to twelve edits. */
export const mutatedText = (seeds: readonly string[]): fc.Arbitrary<string> =>
  fc
    .record({ seed: fc.nat(seeds.length - 1), edits: fc.array(edit, { maxLength: 12 }) })
    .map(({ seed, edits }) =>
      edits.reduce((text, one) => editText(text, one).slice(0, MAX_TEXT), seeds[seed] ?? ''),
    )
