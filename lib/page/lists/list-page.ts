import type { Chip } from '../../chip'
import { type Settings, saveSettings } from '../../platform/settings'
import type { ListCard, ListSite } from '../../sites/lists'
import type { Lists } from '../list-slot'
import { Bars } from './bars'
import { CardChip } from './card-chip'
import { CHIP } from './chip-host'
import { asks, type Filter, filterOf, fitOf, isOut } from './filter'
import { Questions } from './questions'

/** How far outside the window a card's chip is drawn and asked for already, in pixels. */
const AHEAD = 300

const OUT = 'openmarkOut'
const NONE = 'openmarkNone'

/**
 * All lists of a page while it is open: chips on the cards that are in view, and what the bar asks of all cards. Called
 * after every change of the page; what did not change costs one walk over the cards.
 */
export class ListPage implements Lists {
  private readonly end = new AbortController()
  private readonly chips = new Map<HTMLElement, CardChip>()
  private cards: ListCard[] = []
  private address = ''
  /** Cards in the window or near it, and how much they are wanted: what came last first, and of that the window's own. */
  private readonly visible = new Map<Element, number>()
  private seenAt = 0
  private readonly watched = new Set<Element>()
  private readonly watcher = new IntersectionObserver((entries) => this.seen(entries), {
    rootMargin: `${AHEAD}px`,
  })
  private readonly questions = new Questions(
    ({ element }) => this.visible.get(element) ?? null,
    () => this.draw(),
    this.end.signal,
  )
  private readonly bars: Bars

  constructor(
    private readonly site: ListSite,
    private settings: Settings,
  ) {
    this.bars = new Bars(site, (filter) => this.choose(filter), this.end.signal)
  }

  update(): void {
    if (!this.settings.lists) return
    const { pathname, search } = location
    if (this.address !== pathname + search) {
      this.address = pathname + search
      this.questions.begin(location.origin + this.address)
    }
    this.cards = this.site.cards(document)
    this.follow()
    this.questions.leave()
    this.draw()
    if (this.cards.length > 0) this.questions.want(this.cards)
  }

  apply(settings: Settings): void {
    const before = this.settings
    this.settings = settings
    if (!settings.lists) {
      this.clear()
      return
    }
    const rules = ({ listFilter: _, ...rest }: Settings) => JSON.stringify(rest)
    if (rules(before) !== rules(settings)) this.questions.renew([...this.questions.words.keys()])
    for (const chip of this.chips.values()) chip.apply()
    this.update()
  }

  /** Watches new cards come into view, and lets go of those that are gone. */
  private follow(): void {
    const there = new Set<Element>(this.cards.map(({ element }) => element))
    for (const element of this.watched) {
      if (there.has(element)) continue
      this.watcher.unobserve(element)
      this.watched.delete(element)
      this.visible.delete(element)
    }
    for (const element of there) {
      if (this.watched.has(element)) continue
      this.watched.add(element)
      this.watcher.observe(element)
    }
  }

  private seen(entries: readonly IntersectionObserverEntry[]): void {
    this.seenAt += 2
    for (const { target, isIntersecting, boundingClientRect: box, rootBounds: around } of entries) {
      // Told by the entry: asking the window for its height would lay the page out.
      const inside = around !== null && box.bottom > around.top + AHEAD && box.top < around.bottom - AHEAD
      if (isIntersecting) this.visible.set(target, this.seenAt + (inside ? 1 : 0))
      else this.visible.delete(target)
    }
    this.draw()
    this.questions.leave()
    this.questions.go()
  }

  private word(card: ListCard): Chip | 'missing' | null {
    return this.questions.words.get(card.id) ?? null
  }

  private draw(): void {
    const theme = this.site.theme(document)
    const { rubric } = this.questions
    const there = new Map(this.cards.map((card) => [card.element, card]))
    for (const [element, chip] of this.chips) {
      // Gone, or the page uses the element for another model now.
      if (there.get(element)?.id === chip.card.id) continue
      chip.remove()
      this.chips.delete(element)
    }
    for (const card of this.cards) {
      const word = this.word(card)
      mark(card.element, NONE, word === 'missing')
      const chip = this.chips.get(card.element)
      if (word === null || word === 'missing') {
        chip?.keep(theme)
        continue
      }
      if (chip) {
        chip.show(word, rubric)
        chip.keep(theme)
      } else if (this.visible.has(card.element)) {
        for (const stray of card.element.querySelectorAll(CHIP)) stray.remove()
        const made = new CardChip(
          this.site,
          card,
          { chip: word, rubric },
          () => this.settings,
          (id) => this.questions.renew([id]),
        )
        this.chips.set(card.element, made)
        made.keep(theme)
      }
    }
    this.filter()
  }

  /** Holds at once, and is kept; where it cannot be kept it holds on this page. */
  private choose(listFilter: Filter): void {
    this.settings = { ...this.settings, listFilter }
    this.filter()
    saveSettings({ listFilter }).catch(() => {})
  }

  /** Dims or hides what the reader does not look for, and says how many. */
  private filter(): void {
    const filter: Filter = filterOf(this.settings.listFilter)
    const active = asks(filter)
    const count = { yes: 0, perhaps: 0, no: 0, unknown: 0 }
    for (const card of this.cards) {
      const word = this.word(card)
      const fit = fitOf(filter, word === 'missing' ? null : word)
      count[fit] += 1
      const { dataset } = card.element
      const out = active && isOut(filter, fit) ? filter.others : undefined
      if (dataset[OUT] === out) continue
      if (out === undefined) delete dataset[OUT]
      else dataset[OUT] = out
    }
    this.bars.draw({ filter, active, count, refused: this.questions.refused, settings: this.settings })
  }

  private clear(): void {
    for (const chip of this.chips.values()) chip.remove()
    this.chips.clear()
    for (const { element } of this.cards) {
      delete element.dataset[OUT]
      delete element.dataset[NONE]
    }
    this.cards = []
    this.follow()
    this.bars.remove()
    this.questions.begin('')
    this.address = ''
  }
}

function mark(element: HTMLElement, name: string, on: boolean): void {
  if (on === name in element.dataset) return
  if (on) element.dataset[name] = ''
  else delete element.dataset[name]
}
