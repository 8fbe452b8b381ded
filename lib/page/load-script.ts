import { ask, LOAD_SCRIPT } from '../platform/messages'
import type { MountedPanel, MountPanel } from './panel-slot'

const loading = new Map<string, Promise<void>>()

/** A script that the worker puts into this page when it is first wanted. `isThere` says whether it has arrived. */
async function load(name: 'panel' | 'lists', isThere: () => boolean): Promise<boolean> {
  if (!isThere()) {
    const asked = loading.get(name) ?? ask(LOAD_SCRIPT, name).then(() => {})
    loading.set(name, asked)
    await asked.catch(() => {})
    loading.delete(name)
  }
  return isThere()
}

/** Null when nobody answers: the extension was updated. */
export async function loadPanel(): Promise<MountPanel | null> {
  await load('panel', () => globalThis.openmarkPanel !== undefined)
  return globalThis.openmarkPanel ?? null
}

/** What shows chips in lists; once it is there it keeps them up to date. */
export const loadLists = (): Promise<boolean> => load('lists', () => globalThis.openmarkLists !== undefined)

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
