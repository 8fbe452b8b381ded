import type { Site } from '../site'
import { anchor, glimpse } from './header'
import { placeOf } from './place'

/** Repositories on GitHub that are models' homes. */
export const github: Site = {
  id: 'github',
  placeOf,
  glimpse,
  anchor,
  // Nothing on GitHub is shown to readers and withheld from its API.
  renderedCard: () => null,
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
  // `auto` follows the system; dimmed and high-contrast themes are kinds of light and dark.
  theme: (document) => {
    const mode = document.documentElement.dataset.colorMode
    const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
    const theme = dark
      ? document.documentElement.dataset.darkTheme
      : document.documentElement.dataset.lightTheme
    // A reader may have chosen a light theme for the night, or a dark one for the day.
    return theme === undefined || theme === ''
      ? dark
        ? 'dark'
        : 'light'
      : theme.startsWith('dark')
        ? 'dark'
        : 'light'
  },
}
