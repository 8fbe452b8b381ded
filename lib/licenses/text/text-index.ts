import * as z from 'zod/mini'
import { atLeast, atMost } from '../../bounds'
import { digestOf, FEATURE_BITS, featuresOf, pairHashes, RATES, type Rate, rateFor } from './features'
import { readLicenseText } from './words'

/**
 * The texts that an unknown text is compared with, as hashes: no text can be read back out of it. A file of this
 * format is data of ours (the AI licences) or made from the `spdx-license-list` package when the extension is built.
 */

/** One text as stored: ids it stands for, part, digest, count of words, rate, features in base64. */
const rowSchema = z.tuple([
  z.array(z.string()).check(atLeast(1)),
  z.enum(['license', 'policy']),
  z.string(),
  z.int().check(z.nonnegative()),
  z.union([z.literal(1), z.literal(2), z.literal(4)]),
  z.string(),
])
export const textIndexSchema = z.object({
  version: z.literal(1),
  texts: z.array(rowSchema).check(atMost(2_000)),
})
export type TextIndexFile = z.infer<typeof textIndexSchema>

export interface ReferenceText {
  /** Registry ids with exactly these words: "GPL-2.0-only" and "GPL-2.0-or-later" share one text. */
  ids: readonly string[]
  /** A licence, or the use policy that belongs to it. */
  part: 'license' | 'policy'
  digest: string
  words: number
  rate: Rate
  /** In the order of the text. */
  features: readonly number[]
}

export interface TextIndex {
  texts: readonly ReferenceText[]
  /** Feature to positions in `texts`. */
  byFeature: ReadonlyMap<number, readonly number[]>
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]))
const LETTERS = FEATURE_BITS / 6

const encode = (features: readonly number[]): string =>
  features
    .map((feature) =>
      Array.from({ length: LETTERS }, (_, place) => ALPHABET[(feature >>> (6 * place)) & 63]).join(''),
    )
    .join('')

function decode(text: string): number[] {
  const features: number[] = []
  for (let start = 0; start + LETTERS <= text.length; start += LETTERS) {
    let feature = 0
    for (let place = 0; place < LETTERS; place += 1) {
      feature |= (VALUES.get(text[start + place] ?? '') ?? 0) << (6 * place)
    }
    features.push(feature)
  }
  return features
}

/** Makes an index file. Texts of the same wording become one row with all their ids. */
export function buildTextIndex(
  sources: readonly { id: string; part: 'license' | 'policy'; text: string }[],
): TextIndexFile {
  const rows = new Map<string, TextIndexFile['texts'][number]>()
  for (const { id, part, text } of sources) {
    const { words } = readLicenseText(text)
    const digest = digestOf(words)
    const known = rows.get(`${digest} ${part}`)
    if (known) {
      if (!known[0].includes(id)) known[0].push(id)
      continue
    }
    const rate = rateFor(words.length)
    rows.set(`${digest} ${part}`, [
      [id],
      part,
      digest,
      words.length,
      rate,
      encode(featuresOf(pairHashes(words), rate)),
    ])
  }
  return { version: 1, texts: [...rows.values()] }
}

/** Reads one or several index files into one index. Throws a ZodError for a file that is not one. */
export function readTextIndex(files: readonly unknown[]): TextIndex {
  const texts = files
    .flatMap((file) => textIndexSchema.parse(file).texts)
    .map(
      ([ids, part, digest, words, rate, features]): ReferenceText => ({
        ids,
        part,
        digest,
        words,
        rate: RATES.find((known) => known === rate) ?? 1,
        features: decode(features),
      }),
    )
  const byFeature = new Map<number, number[]>()
  texts.forEach(({ features }, position) => {
    for (const feature of new Set(features)) {
      const positions = byFeature.get(feature)
      if (positions) positions.push(position)
      else byFeature.set(feature, [position])
    }
  })
  return { texts, byFeature }
}
