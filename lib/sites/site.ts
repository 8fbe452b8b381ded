/**
 * One site behind one small interface: which page is this, what can be read off it without asking anyone, and where
 * does the badge go. Selectors live in the site's own folder and nowhere else.
 */

/** Where on the site an address points, judged by the address alone. */
export interface Place {
  site: 'huggingface' | 'github'
  /** The id as the address writes it; the page may correct its case or complete it. */
  id: string
  tab: 'card' | 'files' | 'commits' | 'discussions'
  /** The revision in the address (`/tree/REV`, `/blob/REV/…`), or null. */
  revision: string | null
}

/** What the page itself tells of its model. */
export interface Glimpse {
  /** Where the model or repository is at home: GitHub also shows pages of models that are on the Hub. */
  home: 'huggingface' | 'github'
  id: string
  /** ISO time of the last change as the page says it; part of the cache key. Null when the page does not say. */
  lastModified: string | null
  /** The site's own model object, unparsed; null when the page holds none that can be read. */
  model: unknown
  /** The page was there but what it holds could not be read. */
  unreadable: boolean
  /** The page alone shows that it is a model's; else a look has to say so before anything is shown. */
  certain: boolean
  /** There are signs that asking is worth it; without, only what is known already counts. */
  worth: boolean
}

export interface Site {
  id: 'huggingface' | 'github'
  /** The page's layout keeps room for the badge, as wide as it is told; else the badge takes the room that it needs. */
  holdsRoom: boolean
  /** Null for every page that is not a model's. */
  placeOf(url: URL): Place | null
  /** Null while the page holds no model header (not parsed yet, or no model page). */
  glimpse(document: Document, place: Place): Glimpse | null
  /** The element after which the badge's host stands; null while it is not there. */
  anchor(document: Document, place: Place): Element | null
  /** The card's HTML as the page shows it, once the page is parsed; null where it shows none. */
  renderedCard(document: Document): string | null
  /** Events of the document by which the site's own scripts say that they have shown another page, or are about to. */
  navigated: readonly string[]
  /** The page's theme now. */
  theme(document: Document): 'light' | 'dark'
  /** Whether the page may list models, with a bar above them or without, judged by the address alone. */
  listKind(url: URL): 'bar' | 'plain' | null
  /** Whether cards of a list are there now. Cheap. */
  hasCards(document: Document): boolean
}
