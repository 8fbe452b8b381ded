/**
 * Calls back whenever the page may have become another one: nodes parsed, hydrated, replaced or removed; back and
 * forward; a change of theme. Mutations come in batches before the next paint, so what is mounted here is there before
 * the page is seen. One observer serves the whole page.
 *
 * A page may change thousands of times in a second. While nothing is urgent, all that happens before the next paint is
 * answered once, right before it; `isUrgent` is asked at every batch and must cost nothing worth mentioning.
 */
export function watchPage(changed: () => void, isUrgent: () => boolean, signal: AbortSignal): void {
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
  window.addEventListener('pageshow', answer, { signal })
  window.addEventListener('popstate', answer, { signal })
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    },
    { once: true },
  )
}
