/**
 * Calls back whenever the page may have become another one: nodes parsed, hydrated, replaced or removed; back and
 * forward; a change of theme. Callers answer quickly and do nothing when nothing changed for them. Mutations come in
 * batches before the next paint, so what is mounted here is there before the page is seen.
 */
export function watchPage(changed: () => void, signal: AbortSignal): void {
  const nodes = new MutationObserver(changed)
  nodes.observe(document, { childList: true, subtree: true })
  const theme = new MutationObserver(changed)
  theme.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'data-openmark', 'data-color-mode', 'data-light-theme', 'data-dark-theme'],
  })
  window.addEventListener('pageshow', changed, { signal })
  window.addEventListener('popstate', changed, { signal })
  signal.addEventListener(
    'abort',
    () => {
      nodes.disconnect()
      theme.disconnect()
    },
    { once: true },
  )
}
