import * as z from 'zod/mini'
import type { Glimpse, Place } from '../site'

/**
 * The header of a model page: `[data-target="ModelHeader"]` with everything the page knows in `data-props`, the same on
 * every tab (whole pages of 2025-08 and 2025-12, excerpts of 2024-07 and 2026-05). The attribute stays after hydration.
 */

export const HEADER = '[data-target="ModelHeader"]'

/** Longest `data-props` that is parsed, in characters. Real ones are 5 to 60 kB; chat templates make them long. */
const MAX_PROPS = 4 * 1024 * 1024

const props = z.object({
  model: z.looseObject({ id: z.string(), lastModified: z.catch(z.nullable(z.string()), null) }),
})

export function findHeader(document: Document): HTMLElement | null {
  return document.querySelector<HTMLElement>(HEADER)
}

/** What the header tells. Unreadable props leave the address's id: the verdict then waits for the model's description. */
export function glimpse(document: Document, place: Place): Glimpse | null {
  const header = findHeader(document)
  if (!header) return null
  const model = propsOf(header)
  // A one-segment address is an old model's: the page knows the full id. A different two-segment id is a stale header.
  const matches =
    model !== null && (!place.id.includes('/') || model.id.toLowerCase() === place.id.toLowerCase())
  if (!matches) return { id: place.id, lastModified: null, model: null, unreadable: true, ...CERTAIN }
  return { id: model.id, lastModified: model.lastModified, model, unreadable: false, ...CERTAIN }
}

/** No other page of the Hub has this header. */
const CERTAIN = { home: 'huggingface', certain: true, worth: true } as const

/** What was parsed of a header, with the attribute it was parsed from: pages change often, headers hardly ever. */
const parsed = new WeakMap<HTMLElement, { source: string | undefined; model: ReturnType<typeof readProps> }>()

function propsOf(header: HTMLElement): ReturnType<typeof readProps> {
  const source = header.dataset.props
  const known = parsed.get(header)
  if (known && known.source === source) return known.model
  const model = readProps(source)
  parsed.set(header, { source, model })
  return model
}

function readProps(source: string | undefined): z.output<typeof props>['model'] | null {
  if (source === undefined || source.length > MAX_PROPS) return null
  try {
    const parsed = z.safeParse(props, JSON.parse(source))
    return parsed.success ? parsed.data.model : null
  } catch {
    return null
  }
}
