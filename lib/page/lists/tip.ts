import type { ChipHost } from './chip-host'

const GAP = 6
const MARGIN = 8

/** One line more about a chip while it is pointed at or focused: in the top layer, so that no card cuts it off. */
export function offerTip(host: ChipHost, sentence: () => string, signal: AbortSignal): void {
  let tip: HTMLElement | null = null
  const hide = () => {
    tip?.remove()
    tip = null
    document.removeEventListener('keydown', onKey)
  }
  // WCAG 1.4.13: what appears on hover can be sent away.
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
  const show = () => {
    const text = sentence()
    if (tip || text === '') return
    tip = document.createElement('div')
    tip.className = 'tip'
    tip.popover = 'manual'
    // The chip's own name says the same.
    tip.ariaHidden = 'true'
    tip.textContent = text
    host.root.append(tip)
    tip.showPopover()
    document.addEventListener('keydown', onKey)
    // Measured only here, while somebody is pointing.
    const chip = host.element.getBoundingClientRect()
    const { width, height } = tip.getBoundingClientRect()
    const left = Math.max(
      MARGIN,
      Math.min(chip.right - width, document.documentElement.clientWidth - width - MARGIN),
    )
    const below = chip.bottom + GAP
    const top = below + height > window.innerHeight - MARGIN ? chip.top - GAP - height : below
    tip.style.setProperty('left', `${left}px`)
    tip.style.setProperty('top', `${top}px`)
  }
  host.element.addEventListener('pointerenter', show, { signal })
  host.element.addEventListener('pointerleave', hide, { signal })
  host.element.addEventListener('focusin', show, { signal })
  host.element.addEventListener('focusout', hide, { signal })
  host.element.addEventListener('click', hide, { signal })
  signal.addEventListener('abort', hide, { once: true })
}
