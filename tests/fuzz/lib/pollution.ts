/** What every object inherits: no input may change it. */

const SHARED: readonly (readonly [string, object])[] = [
  ['Object.prototype', Object.prototype],
  ['Array.prototype', Array.prototype],
  ['Function.prototype', Function.prototype],
  ['String.prototype', String.prototype],
  ['Map.prototype', Map.prototype],
  ['Set.prototype', Set.prototype],
  ['Object', Object],
]

const names = (target: object): string => Reflect.ownKeys(target).map(String).join()

const before = SHARED.map(([, target]) => names(target))

/** @throws where a prototype that all share has more or fewer properties than at the start. */
export function checkPrototypes(): void {
  SHARED.forEach(([name, target], index) => {
    if (names(target) === before[index]) return
    const known = new Set(before[index]?.split(','))
    const added = Reflect.ownKeys(target).filter((key) => !known.has(String(key)))
    for (const key of added) Reflect.deleteProperty(target, key)
    throw new Error(`${name} was changed: ${added.map(String).join(', ') || 'something is gone'}`)
  })
}
