/**
 * Calls back whenever the page may have become another one: nodes parsed, hydrated, replaced or removed; back and
 * forward; what the site's scripts say of a navigation; a change of theme or width. Callers answer quickly and do nothing when nothing changed for them. Mutations come in
 * batches before the next paint, so what is mounted here is there before the page is seen.
 */
export function watchPage(changed: () => void, navigated: readonly string[], signal: AbortSignal): void {
  const nodes = new MutationObserver(changed)
  nodes.observe(document, { childList: true, subtree: true })
  const theme = new MutationObserver(changed)
  theme.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'data-openmark', 'data-color-mode', 'data-light-theme', 'data-dark-theme'],
  })
  window.addEventListener('pageshow', changed, { signal })
  window.addEventListener('popstate', changed, { signal })
  // What is to be seen of a header may depend on the window's width alone, and the theme on the hour.
  window.addEventListener('resize', changed, { signal })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal })
  for (const name of navigated) document.addEventListener(name, changed, { signal })
  signal.addEventListener(
    'abort',
    () => {
      nodes.disconnect()
      theme.disconnect()
    },
    { once: true },
  )
}
