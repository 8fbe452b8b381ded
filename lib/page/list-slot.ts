import type { Settings } from '../platform/settings'

/** Where the script of lists, put into a page when cards are first there, hands itself to the badge's. */
export interface Lists {
  /** Looks at what the page shows now. Cheap where nothing changed. */
  update(): void
  apply(settings: Settings): void
}

declare global {
  var openmarkLists: Lists | undefined
}
