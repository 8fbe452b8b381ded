import { placePanel } from './popover'

/** The panel's layer: a popover of the platform (top layer, light dismiss, Escape), placed under the badge. */
export interface Layer {
  readonly element: HTMLElement
  show(): void
  hide(): void
}

/** `closed` is called when the reader or the browser closes it. The listeners end with the signal. */
export function createLayer(shadow: HTMLElement, closed: () => void, signal: AbortSignal): Layer {
  const element = document.createElement('div')
  element.className = 'layer'
  element.popover = 'auto'
  shadow.append(element)
  const badge = () => shadow.querySelector('button')
  const adjust = () => {
    const box = badge()?.getBoundingClientRect()
    const root: HTMLElement | null = document.documentElement
    if (!box || !root) return
    const view = { width: root.clientWidth, height: window.innerHeight }
    const { left, top, width, maxHeight } = placePanel(box, view, { x: window.scrollX, y: window.scrollY })
    for (const [name, length] of Object.entries({ left, top, width, 'max-height': maxHeight })) {
      element.style.setProperty(name, `${length}px`)
    }
  }
  element.addEventListener(
    'toggle',
    (event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') closed()
    },
    { signal },
  )
  window.addEventListener('resize', () => element.matches(':popover-open') && adjust(), { signal })
  return {
    element,
    show() {
      adjust()
      element.showPopover()
    },
    hide() {
      const root = element.getRootNode()
      const inside =
        root instanceof ShadowRoot && root.activeElement !== null && element.contains(root.activeElement)
      if (element.matches(':popover-open')) element.hidePopover()
      // Focus goes back to the badge, unless the reader has already put it elsewhere.
      if (inside) badge()?.focus()
    },
  }
}
