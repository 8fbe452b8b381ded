import { language } from '../platform/i18n'

/** An element of ours in a page: an open shadow root (closed ones hide from accessibility tests) with its own style. */
export interface Shadow {
  element: HTMLElement
  /** Holds whatever is drawn. */
  root: HTMLElement
  setTheme(theme: 'light' | 'dark'): void
}

export function createShadow(name: string, site: 'huggingface' | 'github', css: string): Shadow {
  const element = document.createElement(name)
  element.dataset.site = site
  // The page's language is not ours; hyphenation and screen readers go by this.
  element.lang = language()
  const shadow = element.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = css
  const root = document.createElement('div')
  root.className = 'root'
  shadow.append(style, root)
  return {
    element,
    root,
    setTheme(theme) {
      if (element.dataset.theme !== theme) element.dataset.theme = theme
    },
  }
}

/** A place of its own inside `root`, beside what else comes there. */
export function createSlot(root: HTMLElement): HTMLElement {
  const slot = document.createElement('div')
  slot.className = 'root'
  root.append(slot)
  return slot
}
