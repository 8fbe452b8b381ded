/**
 * The panel's place: in the browser's top layer (popover), under the badge, inside the window, going along when the page
 * scrolls. On narrow windows it takes the whole width. Lengths in CSS pixels.
 */

const GAP = 8
const MARGIN = 12
const WIDTH = 432
const NARROW = 480

export interface Placement {
  left: number
  top: number
  width: number
  maxHeight: number
}

/** Where the panel goes. `badge` is the badge's box in the window; `scroll` how far the page is scrolled. */
export function placePanel(
  badge: { left: number; bottom: number },
  view: { width: number; height: number },
  scroll: { x: number; y: number },
): Placement {
  const width = view.width <= NARROW ? view.width - 2 * MARGIN : Math.min(WIDTH, view.width - 2 * MARGIN)
  const left = Math.max(MARGIN, Math.min(badge.left, view.width - width - MARGIN))
  const top = badge.bottom + GAP
  // Below the badge if there is room for something readable, else the window's whole height.
  const room = view.height - top - MARGIN
  const maxHeight = room >= 320 ? room : Math.max(240, view.height - 2 * MARGIN)
  const y = room >= 320 ? top : Math.max(MARGIN, view.height - maxHeight - MARGIN)
  return { left: left + scroll.x, top: y + scroll.y, width, maxHeight }
}
