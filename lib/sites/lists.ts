/** Lists of models on a site: which cards are there, what each is about, and where a chip and the bar above go. */

export interface ListCard {
  /** The card itself; it is what the filter dims or hides. */
  element: HTMLElement
  /** Whose chip it is: `owner/name`. */
  id: string
  home: 'huggingface' | 'github'
  /** ISO time of the last change as the card says it, to the second; null when it does not. */
  updated: string | null
  /** Nobody is asked about it unless its own words prove that it is a model's. */
  knownOnly: boolean
}

export interface ListSite {
  id: 'huggingface' | 'github'
  /** The cards that are there now, in the document's order. Cheap: called after every change of the page. */
  cards(document: Document): ListCard[]
  /** Puts a chip into its card, where nothing else moves. */
  mount(card: ListCard, chip: HTMLElement): void
  /** The elements above whose cards a filter bar may stand. */
  barPlaces(document: Document): HTMLElement[]
  theme(document: Document): 'light' | 'dark'
}
