/**
 * What two licence texts are compared by: their pairs of neighbouring words, hashed. Of a long text only every second
 * or fourth pair is kept, chosen by its hash, so that the same pairs are kept wherever they stand.
 */

/** Bits of a stored hash: three characters of base64. */
export const FEATURE_BITS = 18
const FEATURE_MASK = (1 << FEATURE_BITS) - 1

/** Keep one pair in so many. Every rate divides the next, so that texts kept at different rates can be compared. */
export type Rate = 1 | 2 | 4
export const RATES: readonly Rate[] = [1, 2, 4]

export const rateFor = (wordCount: number): Rate => (wordCount <= 700 ? 1 : wordCount <= 2500 ? 2 : 4)

/** FNV-1a over both words with a finishing mix, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function pairHash(first: string, second: string): number {
  let hash = 0x811c9dc5
  for (const word of [first, ' ', second]) {
    for (let index = 0; index < word.length; index += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
    }
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

/** Hashes of all neighbouring pairs, in order: one fewer than words. */
export function pairHashes(words: readonly string[]): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, words.length - 1))
  for (let index = 0; index < hashes.length; index += 1) {
    hashes[index] = pairHash(words[index] ?? '', words[index + 1] ?? '')
  }
  return hashes
}

export const toFeature = (hash: number): number => hash & FEATURE_MASK

/** Whether a text that is kept at this rate keeps the pair. Told from the feature, so that a fine list can be thinned. */
export const isKept = (feature: number, rate: Rate): boolean => feature % rate === 0

/** The kept features of a text in order of first appearance, each once. */
export function featuresOf(hashes: Uint32Array, rate: Rate): number[] {
  const seen = new Set<number>()
  for (const hash of hashes) if (isKept(toFeature(hash), rate)) seen.add(toFeature(hash))
  return [...seen]
}

/** A number for the whole sequence of words: equal only for equal wording (48 bits; accidents do not happen). */
export function digestOf(words: readonly string[]): string {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (const word of words) {
    for (let index = 0; index < word.length; index += 1) {
      const code = word.charCodeAt(index)
      low = Math.imul(low ^ code, 0x01000193)
      high = Math.imul(high ^ code, 0x5bd1e995) + index
    }
    low = Math.imul(low ^ 0x20, 0x01000193)
    high = Math.imul(high ^ (high >>> 13), 0x5bd1e995)
  }
  return (low >>> 0).toString(36) + ((high >>> 0) & 0xffff).toString(36)
}
