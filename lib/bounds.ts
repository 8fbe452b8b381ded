import * as z from 'zod/mini'

/**
 * Bounds on the length of texts and lists at borders. The library's own also look at the `length` of what has turned out
 * to be neither, and throw on `{"length": [{"toString": 0, "valueOf": 0}]}` (zod 4.6.7); these are asked only after the
 * type has been found right.
 */

interface Long {
  readonly length: number
}

export const atMost = (most: number) => z.refine<Long>(({ length }) => length <= most)
export const atLeast = (least: number) => z.refine<Long>(({ length }) => length >= least)

/**
 * For schemas whose bounds have to be the library's own, since a JSON Schema is made of them. Null: a value passes for
 * something long and its length is no number; nothing more can be told about it.
 */
export function parseBounded<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.core.util.SafeParseResult<z.output<Schema>> | null {
  try {
    return z.safeParse(schema, input)
  } catch {
    return null
  }
}
