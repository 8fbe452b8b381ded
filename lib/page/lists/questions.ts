import type { Chip } from '../../chip'
import { LIST, type ListQuery, type ListWord } from '../../platform/list-messages'
import { ask } from '../../platform/messages'
import type { ListCard } from '../../sites/lists'

/**
 * Finds out what a list's models are, in three steps: what is known; one answer for the whole list; one each for what
 * is in view and still open, four at a time. One list at a time: `begin` takes back what an earlier one still waits for.
 */

const AT_ONCE = 60
const MOST = 1_000
const SINGLES = 4
/** Models for which a list that has grown is asked for anew; fewer are asked for one by one. */
const WORTH_LIST = 4
/** Milliseconds after which a site that refused is asked again, while the page is looked at; twice as long each time. */
const PATIENCE = 60_000
const MAX_DOUBLINGS = 4

export class Questions {
  /** A word per id: a chip, or that there is no public model. */
  readonly words = new Map<string, Chip | 'missing'>()
  rubric = ''
  /** The site does not answer for now. */
  refused = false

  private list = ''
  private address = ''
  private cards: readonly ListCard[] = []
  private readonly tried = { known: new Set<string>(), list: new Set<string>(), single: new Set<string>() }
  private running = 0
  /** Cards that are asked about one by one now, and whether their question was taken back. */
  private readonly singles = new Map<ListCard, 'asked' | 'left'>()
  private again: ReturnType<typeof setTimeout> | null = null
  private refusals = 0

  constructor(
    /** How much a card is wanted; null: too far away to be asked about alone. */
    private readonly wanted: (card: ListCard) => number | null,
    private readonly heard: (ids: readonly string[]) => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.begin(''), { once: true })
    window.addEventListener('online', () => this.retry(), { signal })
  }

  /** Another list: nothing that is not answered yet is wanted any more. Words that were heard stay. */
  begin(address: string): void {
    this.address = address
    this.list = crypto.randomUUID()
    for (const tried of Object.values(this.tried)) tried.clear()
    this.running = 0
    this.singles.clear()
    this.cards = []
  }

  /** Forgets all words and asks for them again: the rules have changed, or more is known of one model. */
  renew(ids: readonly string[]): void {
    for (const id of ids) {
      this.words.delete(id)
      this.tried.known.delete(id)
      this.tried.list.delete(id)
    }
    this.go()
  }

  /** What is shown now. */
  want(cards: readonly ListCard[]): void {
    this.cards = cards
    this.go()
  }

  private open(step: keyof typeof this.tried): ListCard[] {
    const ids = new Set<string>()
    return this.cards.filter(({ id, knownOnly }) => {
      if (ids.has(id) || this.words.has(id) || this.tried[step].has(id)) return false
      if (step !== 'known' && knownOnly) return false
      ids.add(id)
      return true
    })
  }

  private ordered(cards: readonly ListCard[]): ListCard[] {
    const rank = (card: ListCard) => this.wanted(card) ?? -1
    return [...cards].sort((a, b) => rank(b) - rank(a))
  }

  /** Of one site, since a question goes to one. */
  private first(cards: ListCard[], count: number): ListCard[] {
    const ordered = this.ordered(cards)
    return ordered.filter(({ home }) => home === ordered[0]?.home).slice(0, count)
  }

  /** Starts whatever can be asked next. */
  go(): void {
    if (this.address === '' || this.running > 0) return
    const known = this.open('known')
    if (known.length > 0) {
      void this.step('known', this.first(known, AT_ONCE))
      return
    }
    if (this.refused) return
    const list = this.open('list')
    if (list.length >= WORTH_LIST || (list.length > 0 && this.tried.list.size === 0)) {
      void this.step('list', this.first(list, MOST))
      return
    }
    const single = this.open('single').filter((card) => this.wanted(card) !== null)
    for (const card of this.ordered(single).slice(0, SINGLES - this.singles.size))
      void this.step('single', [card])
  }

  /** Takes back what is asked of cards that are out of view; they are asked about again when they come back. */
  leave(): void {
    const left = [...this.singles].flatMap(([card, state]) =>
      state === 'asked' && this.wanted(card) === null ? card : [],
    )
    if (left.length === 0) return
    for (const card of left) this.singles.set(card, 'left')
    void ask(LIST, this.query('left', left)).catch(() => {})
  }

  private query(how: ListQuery['how'], cards: readonly ListCard[]): ListQuery {
    return {
      site: cards[0]?.home ?? 'huggingface',
      address: this.address,
      models: cards.map(({ id, updated }) => ({ id, updated })),
      how,
      list: this.list,
    }
  }

  private async step(how: 'known' | 'list' | 'single', cards: readonly ListCard[]): Promise<void> {
    const [card] = cards
    if (!card) return
    const { list } = this
    for (const { id } of cards) this.tried[how].add(id)
    if (how === 'single') this.singles.set(card, 'asked')
    else this.running += 1
    const word = await ask(LIST, this.query(how, cards)).catch(() => null)
    // Another list is shown by now.
    if (list !== this.list) return
    if (how === 'single') {
      if (this.singles.get(card) === 'left') this.tried.single.delete(card.id)
      this.singles.delete(card)
    } else this.running -= 1
    if (word) this.hear(how, word, cards)
    else this.refuse()
    this.go()
  }

  private hear(how: 'known' | 'list' | 'single', word: ListWord, cards: readonly ListCard[]): void {
    this.rubric = word.rubric
    for (const chip of word.chips) this.words.set(chip.id, chip)
    for (const id of word.missing) this.words.set(id, 'missing')
    // A list's answer is kept by the worker: what it did not hand over at once is known now.
    if (how === 'list') for (const { id } of cards) if (!this.words.has(id)) this.tried.known.delete(id)
    if (word.refused) this.refuse()
    else {
      this.refused = false
      if (how !== 'known') this.refusals = 0
    }
    this.heard([...word.chips.map(({ id }) => id), ...word.missing])
  }

  private refuse(): void {
    this.refused = true
    this.heard([])
    if (this.again !== null) return
    this.again = setTimeout(() => this.retry(), PATIENCE * 2 ** Math.min(this.refusals, MAX_DOUBLINGS))
    this.refusals += 1
  }

  private retry(): void {
    if (this.again === null) return
    clearTimeout(this.again)
    this.again = null
    this.refused = false
    this.tried.list.clear()
    this.tried.single.clear()
    if (document.visibilityState === 'visible') this.go()
  }
}
