import { useLayoutEffect, useRef } from 'preact/hooks'
import { Badge } from './Badge'
import { Panel, type PanelProps } from './Panel'
import { TextContext, type Texts } from './text'

export interface PageBadgeProps extends Omit<PanelProps, 'onClose'> {
  texts: Texts
  open: boolean
  onOpen(open: boolean): void
  /** Says where the panel goes, from the badge's box; called when it opens and when the window changes. */
  place(badge: DOMRect): { left: number; top: number; width: number; maxHeight: number }
}

/** The badge in a page and, when it is open, the panel in the browser's top layer. */
export function PageBadge({ texts, open, onOpen, place, ...panel }: PageBadgeProps) {
  const root = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = layer.current
    const badge = root.current?.querySelector('button')
    if (!open || !element || !badge) return
    const fit = () => {
      const { left, top, width, maxHeight } = place(badge.getBoundingClientRect())
      element.style.setProperty('left', `${left}px`)
      element.style.setProperty('top', `${top}px`)
      element.style.setProperty('width', `${width}px`)
      element.style.setProperty('max-height', `${maxHeight}px`)
    }
    const toggled = (event: Event) => {
      if ('newState' in event && event.newState === 'closed') onOpen(false)
    }
    fit()
    element.showPopover?.()
    element.addEventListener('toggle', toggled)
    window.addEventListener('resize', fit)
    return () => {
      element.removeEventListener('toggle', toggled)
      window.removeEventListener('resize', fit)
      // Focus goes back to where it came from, unless the reader has already put it elsewhere.
      if (element.contains(element.ownerDocument.activeElement) || shadowFocus(element)) badge.focus()
    }
  }, [open])
  return (
    <TextContext.Provider value={texts}>
      <div class="page-badge" ref={root}>
        <Badge
          assessment={panel.assessment}
          rubric={panel.rubric}
          open={open}
          onClick={() => onOpen(!open)}
        />
        {open ? (
          <div class="layer" popover="auto" ref={layer}>
            <Panel {...panel} onClose={() => onOpen(false)} />
          </div>
        ) : null}
      </div>
    </TextContext.Provider>
  )
}

function shadowFocus(element: Element): boolean {
  const root = element.getRootNode()
  return root instanceof ShadowRoot && root.activeElement !== null && element.contains(root.activeElement)
}
