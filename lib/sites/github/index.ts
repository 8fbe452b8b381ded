import type { Site } from '../site'
import { anchor, glimpse } from './header'
import { hasCards, listKind } from './list-kind'
import { placeOf } from './place'
import { themeOf } from './theme'

/** Repositories on GitHub that are models' homes. */
export const github: Site = {
  id: 'github',
  holdsRoom: false,
  placeOf,
  glimpse,
  anchor,
  // Nothing on GitHub is shown to readers and withheld from its API.
  renderedCard: () => null,
  theme: themeOf,
  listKind,
  hasCards,
  // Turbo and GitHub's own soft navigation; the address may change after the last node of the page did.
  navigated: [
    'turbo:before-fetch-request',
    'turbo:visit',
    'turbo:render',
    'turbo:load',
    'soft-nav:payload',
    'soft-nav:end',
    'soft-nav:react-done',
  ],
}
