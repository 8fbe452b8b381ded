/**
 * Calls back whenever the page may have become another one: nodes parsed, hydrated, replaced or removed; back and
 * forward; what the site's scripts say of a navigation; a change of theme or width. Mutations come in batches before the
 * next paint, so what is mounted here is there before the page is seen. One observer serves the whole page.
 *
 * A page may change thousands of times in a second. While nothing is urgent, all that happens before the next paint is
 * answered once, right before it; `isUrgent` is asked at every batch and must cost nothing worth mentioning.
 */
export function watchPage(
  changed: () => void,
  isUrgent: () => boolean,
  navigated: readonly string[],
  signal: AbortSignal,
): void {
  let frame = 0
  const answer = () => {
    cancelAnimationFrame(frame)
    frame = 0
    changed()
  }
  const observer = new MutationObserver(() => {
    if (isUrgent()) answer()
    else frame ||= requestAnimationFrame(answer)
  })
  observer.observe(document, { childList: true, subtree: true })
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'data-openmark', 'data-color-mode', 'data-light-theme', 'data-dark-theme'],
  })
  // What the parser had not left yet is whole now.
  document.addEventListener('DOMContentLoaded', answer, { signal })
  window.addEventListener('pageshow', answer, { signal })
  window.addEventListener('popstate', answer, { signal })
  // What is to be seen of a header may depend on the window's width alone, and the theme on the hour.
  window.addEventListener('resize', answer, { signal })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', answer, { signal })
  for (const name of navigated) document.addEventListener(name, answer, { signal })
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    },
    { once: true },
  )
}
