import { ask, LOAD_PANEL } from '../platform/messages'
import type { MountedPanel, MountPanel } from './panel-slot'

let loading: Promise<void> | null = null

/** The panel's script, put into this page by the worker once. Null when nobody answers: the extension was updated. */
export async function loadPanel(): Promise<MountPanel | null> {
  if (!globalThis.openmarkPanel) {
    loading ??= ask(LOAD_PANEL, null).then(() => {})
    await loading.catch(() => {})
    loading = null
  }
  return globalThis.openmarkPanel ?? null
}

/** One sentence in place of a panel that cannot be had. */
export function sayPlainly(layer: HTMLElement, sentence: string): MountedPanel {
  const paragraph = document.createElement('p')
  paragraph.className = 'plain'
  paragraph.role = 'dialog'
  paragraph.ariaLabel = sentence
  paragraph.tabIndex = -1
  paragraph.textContent = sentence
  layer.replaceChildren(paragraph)
  return { update: () => {}, unmount: () => layer.replaceChildren() }
}
