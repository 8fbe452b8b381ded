import * as z from 'zod/mini'
import type { Chip } from '../../chip'

/** What a reader asks of a list, and how a model answers. Pure. */

const filterSchema = z.object({
  /** Least meter, 0: any. */
  least: z.catch(z._default(z.number().check(z.int(), z.minimum(0), z.maximum(4)), 0), 0),
  /** Only where the licence allows commercial use, with or without conditions. */
  commercial: z.catch(z._default(z.boolean(), false), false),
  /** Only what the reader's own policy allows. */
  policy: z.catch(z._default(z.boolean(), false), false),
  /** Whether "perhaps" is as good as "yes". */
  perhaps: z.catch(z._default(z.boolean(), true), true),
  /** What happens to the others. */
  others: z.catch(z._default(z.enum(['dim', 'hide']), 'dim'), 'dim'),
})
export type Filter = z.output<typeof filterSchema>

export const NO_FILTER: Filter = filterSchema.parse({})

/** What is stored, or no filter where that cannot be read. */
export function filterOf(stored: unknown): Filter {
  const parsed = z.safeParse(filterSchema, stored ?? {})
  return parsed.success ? parsed.data : NO_FILTER
}

export const asks = ({ least, commercial, policy }: Filter): boolean => least > 0 || commercial || policy

/** yes · perhaps: nothing excludes it · no · unknown: nothing is known of the model. */
export type Fit = 'yes' | 'perhaps' | 'no' | 'unknown'

const ORDER: readonly Fit[] = ['no', 'unknown', 'perhaps', 'yes']

/** How a model fits; every condition has to hold, so the worst counts. `chip`: null while nothing is known. */
export function fitOf(filter: Filter, chip: Chip | null): Fit {
  if (chip === null) return 'unknown'
  const fits: Fit[] = ['yes']
  const { headline, commercial, policy } = chip
  if (filter.least > 0) {
    const low = headline.meter >= filter.least
    fits.push(low ? 'yes' : headline.high.meter >= filter.least ? 'perhaps' : 'no')
  }
  if (filter.commercial) {
    // What a base withholds is withheld here as well; until it was looked at, nobody knows.
    const certain = commercial !== 'unknown' && chip.openBase === null
    fits.push(commercial === 'no' ? 'no' : certain ? 'yes' : 'perhaps')
  }
  if (filter.policy && policy !== null)
    fits.push(policy === 'deny' ? 'no' : policy === 'review' ? 'perhaps' : 'yes')
  return fits.reduce((worst, fit) => (ORDER.indexOf(fit) < ORDER.indexOf(worst) ? fit : worst))
}

/** Whether the card is dimmed or hidden. What nothing is known of never is: it may be what is looked for. */
export const isOut = (filter: Filter, fit: Fit): boolean =>
  fit === 'no' || (fit === 'perhaps' && !filter.perhaps)
