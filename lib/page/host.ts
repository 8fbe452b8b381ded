import css from '../../components/badge.css?inline'
import { createShadow, createSlot } from './shadow'

/** The one element of ours in a model's page, after the site's header. */

const NAME = 'openmark-badge'

export interface Host {
  /** Holds the badge's place and the panel's layer. */
  root: HTMLElement
  /** Where the badge is rendered. */
  badge: HTMLElement
  /** Puts the element after the anchor unless it is there already; removes any stray one. */
  place(anchor: Element): void
  /** Whether it still stands where it was put, judged without searching the page. */
  isPlaced(): boolean
  setTheme(theme: 'light' | 'dark'): void
  /** Whether more is still being asked: for whoever waits for the final verdict. */
  setState(state: 'looking' | 'done'): void
  /** Fixes the room in the title row to what the badge needs now: once, or again while nothing has been seen yet. */
  reserve(times?: 'again'): void
  remove(): void
}

/** Pixels for what a look may add: the warning mark, bolder words. */
const SLACK = 36

/** A reloaded extension, or a page brought back as it was, may still hold an earlier element of ours. */
export function removeStrays(own: HTMLElement | null = null): void {
  const all = document.getElementsByTagName(NAME)
  if (all.length === 0 || (all.length === 1 && all[0] === own)) return
  for (const stray of [...all]) if (stray !== own) stray.remove()
}

/** Changes within a second by which the badge keeps its place. A page that undoes each would else be kept busy for ever. */
const MOST_AT_ONCE = 30

export function createHost(site: 'huggingface' | 'github'): Host {
  const { element, root, setTheme } = createShadow(NAME, site, css)
  const badge = createSlot(root)
  let width: number | null = null
  let anchored: Element | null = null
  let changes = 0

  const mayChange = (): boolean => {
    if (changes >= MOST_AT_ONCE) return false
    if (changes === 0)
      setTimeout(() => {
        changes = 0
      }, 1_000)
    changes += 1
    return true
  }

  const keepRoom = () => {
    const { style: page, dataset } = document.documentElement
    if (dataset.openmark !== 'on' && mayChange()) dataset.openmark = 'on'
    if (width !== null && page.getPropertyValue('--openmark-width') === '') {
      page.setProperty('--openmark-width', `${width}px`)
    }
  }

  return {
    root,
    badge,
    place(anchor) {
      anchored = anchor
      removeStrays(element)
      if (anchor.nextElementSibling !== element && mayChange()) anchor.after(element)
      keepRoom()
    },
    isPlaced: () => element.isConnected && anchored?.nextElementSibling === element,
    setTheme,
    setState(state) {
      element.dataset.state = state
    },
    reserve(times) {
      const button = badge.firstElementChild
      if ((width !== null && times !== 'again') || !(button instanceof HTMLElement)) return
      // Measured free of the row's width, which is what it is about to decide.
      element.style.setProperty('width', 'max-content', 'important')
      width = Math.ceil(button.getBoundingClientRect().width) + SLACK
      element.style.removeProperty('width')
      document.documentElement.style.setProperty('--openmark-width', `${width}px`)
      keepRoom()
    },
    remove() {
      element.remove()
      delete document.documentElement.dataset.openmark
      document.documentElement.style.removeProperty('--openmark-width')
    },
  }
}
