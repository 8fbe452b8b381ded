/** Which list each tab shows: what is still being asked for an earlier one is wanted by nobody. */

const shown = new Map<number, { list: string; end: AbortController }>()

/** A signal that ends as soon as the tab shows another list. */
export function signalOf(tab: number, list: string): AbortSignal {
  const known = shown.get(tab)
  if (known?.list === list) return known.end.signal
  known?.end.abort()
  const end = new AbortController()
  shown.set(tab, { list, end })
  return end.signal
}
