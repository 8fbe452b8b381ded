import type { Facts } from '../assessment'
import type { Settings } from '../platform/settings'

/**
 * Where the panel's script, injected by the worker when a panel is first wanted, hands itself to the badge's. Both run
 * in the extension's own world of the page; the page cannot see it. Keeping the panel out of the first script keeps what
 * every page pays for small. Measured in Chromium: one script for both was 50 kB gzip; the first panel opens 14 ms later
 * than the next ones (24 against 10, medians of nine), and pointing at the badge or focusing it fetches the script ahead.
 */

export interface LookRequest {
  site: 'huggingface' | 'github'
  id: string
  lastModified: string | null
  renderedCard: string | null
  /** Only what was looked at before is wanted: nobody is asked. */
  knownOnly: boolean
}

export interface PanelState {
  facts: Facts
  settings: Settings
  pending: boolean
  /** How often the site was looked at: after each time what was left open may be followed once more. */
  looks: number
  shownRevision: string | null
  /** What the look was asked with. */
  request: LookRequest
  /** More was found out about the model. */
  onFacts(facts: Facts): void
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
