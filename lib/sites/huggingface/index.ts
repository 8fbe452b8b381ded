import type { Site } from '../site'
import { findHeader, glimpse } from './header'
import { hasCards, listKind } from './list-kind'
import { placeOf } from './place'
import { renderedCard } from './rendered-card'

/** Model pages of the Hugging Face Hub. */
export const huggingface: Site = {
  id: 'huggingface',
  holdsRoom: true,
  placeOf,
  glimpse,
  // A sibling of the island, so that nothing stands where Svelte hydrates; layout.css puts it into the title row.
  anchor: findHeader,
  renderedCard,
  // Between models the whole page is loaded.
  navigated: [],
  // `html.dark` is set by an inline script from a cookie or the system and may flip live; the media query alone is wrong.
  theme: (document) => (document.documentElement.classList.contains('dark') ? 'dark' : 'light'),
  listKind,
  hasCards,
}
