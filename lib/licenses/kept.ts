import type { Reading } from '../snapshot/reading'
import { registeredLicenses } from './registry'
import { textsVersion } from './text/registered'

/**
 * Remembers what was made of each reading, or of the part of it that `by` names: while a full inspection goes step by
 * step, the same card, bases, repositories and data sets are asked for their licences again and again. Forgotten when
 * more becomes known of licences.
 */
export function keptByReading<T>(
  make: (reading: Reading) => T,
  by: (reading: Reading) => object | null = (reading) => reading,
): (reading: Reading) => T {
  let kept = new WeakMap<object, { made: T }>()
  let version = ''
  return (reading) => {
    const key = by(reading) ?? reading
    const now = `${registeredLicenses().version}.${textsVersion()}`
    if (now !== version) {
      kept = new WeakMap()
      version = now
    }
    const known = kept.get(key)
    if (known) return known.made
    const made = make(reading)
    kept.set(key, { made })
    return made
  }
}
