import css from '../../components/ui.css?inline'

/** The one element of ours in a page: an open shadow root (closed ones hide from accessibility tests) after the site's header. */

const NAME = 'openmark-badge'

export interface Host {
  /** Where the views are rendered. */
  root: HTMLElement
  /** Puts the element after the anchor unless it is there already; removes any stray one. */
  place(anchor: Element): void
  setTheme(theme: 'light' | 'dark'): void
  /** Fixes the room in the title row to what the badge needs now, once. */
  reserve(): void
  remove(): void
}

export function createHost(): Host {
  const element = document.createElement(NAME)
  const shadow = element.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = css
  const root = document.createElement('div')
  root.className = 'root'
  shadow.append(style, root)
  let width: number | null = null
  return {
    root,
    place(anchor) {
      if (anchor.nextElementSibling !== element) anchor.after(element)
      // Back and forward may bring back a page with an earlier element of ours still in it.
      for (const stray of document.querySelectorAll(NAME)) if (stray !== element) stray.remove()
      const page = document.documentElement
      if (page.dataset.openmark !== 'on') page.dataset.openmark = 'on'
      if (width !== null && page.style.getPropertyValue('--openmark-width') === '') {
        page.style.setProperty('--openmark-width', `${width}px`)
      }
    },
    setTheme(theme) {
      if (element.dataset.theme !== theme) element.dataset.theme = theme
    },
    reserve() {
      if (width !== null) return
      const badge = root.firstElementChild
      if (!(badge instanceof HTMLElement)) return
      // Measured free of the row's width, which is what it is about to decide.
      element.style.setProperty('width', 'max-content', 'important')
      width = Math.ceil(badge.getBoundingClientRect().width)
      element.style.removeProperty('width')
      document.documentElement.style.setProperty('--openmark-width', `${width}px`)
    },
    remove() {
      element.remove()
      delete document.documentElement.dataset.openmark
      document.documentElement.style.removeProperty('--openmark-width')
    },
  }
}
