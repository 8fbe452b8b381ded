import type { ListCard, ListSite } from '../lists'
import { isParsed } from '../parsed'
import { placeOf } from './place'

/**
 * Cards of the Hub's lists: `article.overview-card-wrapper > a[href]`, one link around everything, with a heading and a
 * row of facts; the same on lists of data sets and Spaces, told apart by the address. Under filters addresses are
 * absolute and carry a query; cards of offers have no model's address. Pages of 2025-04, tools of 2024 to 2026-10.
 */

const CARDS = 'overview-card-wrapper'

interface Read {
  href: string
  card: ListCard | null
}

const known = new WeakMap<Element, Read>()

function readCard(element: HTMLElement): ListCard | null {
  const href = element.querySelector(':scope > a[href]')?.getAttribute('href') ?? ''
  const before = known.get(element)
  if (before?.href === href) return before.card
  const card = cardOf(element, href)
  known.set(element, { href, card })
  return card
}

function cardOf(element: HTMLElement, href: string): ListCard | null {
  if (!URL.canParse(href, 'https://huggingface.co')) return null
  const place = placeOf(new URL(href, 'https://huggingface.co'))
  if (place?.tab !== 'card' || !place.id.includes('/')) return null
  const time = element.querySelector('time[datetime]')?.getAttribute('datetime') ?? ''
  return {
    element,
    id: place.id,
    home: 'huggingface',
    updated: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(time)?.[0] ?? null,
    knownOnly: false,
  }
}

const cardsOf = (document: Document): ListCard[] =>
  [...document.getElementsByClassName(CARDS)].flatMap((element) =>
    element instanceof HTMLElement && isParsed(element) ? (readCard(element) ?? []) : [],
  )

export const huggingfaceLists: ListSite = {
  id: 'huggingface',
  cards: cardsOf,
  // Beside the link, never inside it: layout.css keeps the room in the row of facts and lays the chip over it.
  mount({ element }, chip) {
    if (chip.parentElement !== element) element.append(chip)
  },
  barPlaces(document) {
    if (document.documentElement.dataset.openmarkLists !== 'bar') return []
    const places = new Set<HTMLElement>()
    for (const { element } of cardsOf(document)) if (element.parentElement) places.add(element.parentElement)
    return [...places]
  },
  theme: (document) => (document.documentElement.classList.contains('dark') ? 'dark' : 'light'),
}
