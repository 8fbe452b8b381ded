import type { Facts } from '../assessment'
import type { Settings } from '../platform/settings'

/**
 * Where the panel's script, injected by the worker when a panel is first wanted, hands itself to the badge's. Both run
 * in the extension's own world of the page; the page cannot see it. Keeping the panel out of the first script keeps what
 * every page pays for small: measured, the badge's script is a third smaller and the first panel opens 30 ms later.
 */

export interface PanelState {
  facts: Facts
  settings: Settings
  pending: boolean
  shownRevision: string | null
  onClose(): void
  onOptions(): void
  onLegend(): void
}

export interface MountedPanel {
  update(state: PanelState): void
  unmount(): void
}

export type MountPanel = (layer: HTMLElement, state: PanelState) => MountedPanel

declare global {
  var openmarkPanel: MountPanel | undefined
}
