import type { ListCard, ListSite } from '../lists'
import { isParsed } from '../parsed'
import { LINKS } from './list-kind'
import { placeOf } from './place'
import { themeOf } from './theme'

/**
 * Repositories in an owner's lists. A row alone says little: a repository gets a chip where it was assessed before, or
 * where its own words link a model of the Hub that bears its name.
 */

const ROW = 'li, [data-testid="list-item"], article'
const HUB_MODEL =
  /(?:https?:\/\/)?(?:huggingface\.co|hf\.co)\/(?!(?:datasets|spaces|docs|papers|blog|collections|models)\/)([\w.-]{1,96}\/[\w.-]{1,96})/i

const known = new WeakMap<Element, { words: string; card: ListCard | null }>()

export const githubLists: ListSite = {
  id: 'github',
  cards: (document) =>
    [...document.querySelectorAll<HTMLElement>(LINKS)].slice(0, 500).flatMap((link) => readCard(link) ?? []),
  mount({ element }, chip) {
    const link = element.querySelector(LINKS)
    if (link && link.parentElement !== chip.parentElement) link.parentElement?.append(chip)
  },
  barPlaces: () => [],
  theme: themeOf,
}

function readCard(link: HTMLElement): ListCard | null {
  const row = link.closest<HTMLElement>(ROW)
  if (!row || !isParsed(row)) return null
  const words = `${link.getAttribute('href')}\n${(row.textContent ?? '').slice(0, 2_000)}`
  const before = known.get(link)
  if (before?.words === words) return before.card
  const place = placeOf(new URL(link.getAttribute('href') ?? '', 'https://github.com'))
  const card = place?.tab === 'card' ? cardOf(row, place.id, words) : null
  known.set(link, { words, card })
  return card
}

function cardOf(element: HTMLElement, id: string, words: string): ListCard {
  const model = HUB_MODEL.exec(words)?.[1]
  return model === undefined || !bearsName(model, id)
    ? { element, id, home: 'github', updated: null, knownOnly: true }
    : { element, id: model, home: 'huggingface', updated: null, knownOnly: false }
}

/** `owner/Rocket-7B-Chat` on the Hub and `owner/rocket` here; a framework that links a model has another name. */
function bearsName(model: string, repository: string): boolean {
  const [a, b] = [model, repository].map((id) =>
    id
      .slice(id.indexOf('/') + 1)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  )
  if (a === undefined || b === undefined || Math.min(a.length, b.length) < 3) return false
  return a.startsWith(b) || b.startsWith(a)
}
