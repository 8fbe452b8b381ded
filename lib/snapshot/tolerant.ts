import * as z from 'zod/mini'

/**
 * Schemas for what sites really send: a field of the wrong type becomes `null` (unknown) and the rest stands.
 * `null` always means "not known"; an empty value means "looked at, nothing there".
 */

const MAX_TEXT = 4_000
const MAX_ITEMS = 5_000

/** A short string; longer ones are cut, so that no field can be used to flood memory. */
export const text = z.catch(
  z.nullable(
    z.pipe(
      z.string(),
      z.transform((value) => value.slice(0, MAX_TEXT)),
    ),
  ),
  null,
)

/** A finite number, else null. */
export const number = z.catch(z.nullable(z.number()), null)

/** A boolean, else null. */
export const flag = z.catch(z.nullable(z.boolean()), null)

/** A string or a list of strings as a list; items of other types are dropped. Null when neither. */
export const textList = z.catch(
  z.nullable(
    z.pipe(
      z.unknown(),
      z.transform((value): string[] | null => {
        const list = typeof value === 'string' ? [value] : value
        if (!Array.isArray(list)) return null
        return list
          .slice(0, MAX_ITEMS)
          .filter((item): item is string => typeof item === 'string')
          .map((item) => item.slice(0, MAX_TEXT))
      }),
    ),
  ),
  null,
)
