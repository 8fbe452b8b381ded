import badgeCss from '../../../components/badge.css?inline'
import chipCss from '../../../components/lists/chip.css?inline'
import { language } from '../../platform/i18n'

/** The element of ours in a card: an open shadow root with the chip, its line and, once opened, the panel's layer. */
export interface ChipHost {
  element: HTMLElement
  /** Holds the chip and the panel's layer. */
  root: HTMLElement
  /** Where the chip is drawn. */
  slot: HTMLElement
  setTheme(theme: 'light' | 'dark'): void
}

export const CHIP = 'openmark-chip'

const STYLE = badgeCss + chipCss

export function createChipHost(site: 'huggingface' | 'github'): ChipHost {
  const element = document.createElement(CHIP)
  element.dataset.site = site
  element.lang = language()
  const shadow = element.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = STYLE
  const root = document.createElement('div')
  root.className = 'root'
  const slot = document.createElement('div')
  slot.className = 'root'
  root.append(slot)
  shadow.append(style, root)
  return {
    element,
    root,
    slot,
    setTheme(theme) {
      if (element.dataset.theme !== theme) element.dataset.theme = theme
    },
  }
}
