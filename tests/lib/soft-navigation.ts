/**
 * GitHub's ways from page to page without loading one, as far as an extension can tell them apart (spec of the site's
 * pages, 2026-11). Runs in the page itself: everything it needs stands inside.
 */

interface SoftNavigation {
  /** Turbo: address first, old page still there; then metas and body; the page that is left is kept as a copy. */
  turbo(path: string): Promise<void>
  /** React: names and links change in place and metas stay as they were; the address follows, with nothing else. */
  react(path: string): Promise<void>
  /** Back through the browser's history: the copy comes back, with what we had put into it. */
  back(): Promise<void>
  /** The most elements of ours that stood in the page in any frame, and frames with one behind a name that is no model's. */
  seen(): { most: number; astray: number }
}

declare global {
  var soft: SoftNavigation
}

export function installSoftNavigation(models: readonly string[]): void {
  const copies = new Map<string, Node>()
  let shown = location.pathname + location.search
  let most = 0
  let astray = 0
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
  const say = (...names: string[]) => {
    for (const name of names) document.dispatchEvent(new Event(name, { bubbles: true }))
  }
  const named = () => {
    const link = document.querySelector(
      '#repository-container-header strong a, #repo-title-component a, header nav[aria-label="Breadcrumbs"] li + li a',
    )
    return link ? new URL(link.getAttribute('href') ?? '', location.href).pathname : null
  }
  const look = () => {
    const count = document.querySelectorAll('openmark-badge').length
    most = Math.max(most, count)
    if (count > 0 && !models.includes(named() ?? '')) astray += 1
  }
  // What a frame shows: sizes are observed after every callback of the frame, and before it is painted.
  const probe = document.createElement('i')
  probe.style.cssText = 'position:fixed;width:1px;height:1px;visibility:hidden'
  document.documentElement.append(probe)
  new ResizeObserver(look).observe(probe)
  let wide = false
  const everyFrame = () => {
    requestAnimationFrame(everyFrame)
    wide = !wide
    probe.style.width = wide ? '2px' : '1px'
  }
  everyFrame()
  const load = async (path: string) =>
    new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html')
  const show = (body: HTMLElement) => {
    document.body.className = body.className
    document.body.replaceChildren(...body.childNodes)
    shown = location.pathname + location.search
    say('turbo:render', 'turbo:load')
  }
  window.addEventListener('popstate', async () => {
    const copy = copies.get(location.pathname + location.search)
    copies.set(shown, document.body.cloneNode(true))
    await pause(20)
    if (copy instanceof HTMLElement) show(copy)
  })
  globalThis.soft = {
    async turbo(path) {
      say('turbo:before-fetch-request', 'turbo:visit')
      copies.set(shown, document.body.cloneNode(true))
      const next = await load(path)
      history.pushState({}, '', path)
      say('turbo:before-cache')
      await pause(30)
      for (const meta of document.head.querySelectorAll('meta[name^="octolytics"]')) meta.remove()
      document.head.append(...next.head.querySelectorAll('meta[name^="octolytics"]'))
      show(next.body)
    },
    async react(path) {
      say('soft-nav:start')
      const next = await load(path)
      for (const selector of ['#repo-title-component', 'header nav[aria-label="Breadcrumbs"]']) {
        const now = [...document.querySelectorAll(`${selector} a, ${selector} span`)]
        const later = [...next.querySelectorAll(`${selector} a, ${selector} span`)]
        for (const [index, element] of now.entries()) {
          const other = later[index]
          const href = other?.getAttribute('href')
          if (href) element.setAttribute('href', href)
          if (element.firstElementChild === null && element.firstChild)
            element.firstChild.nodeValue = other?.textContent ?? ''
        }
      }
      const [frame, filled] = [document, next].map((page) => page.querySelector('turbo-frame'))
      frame?.replaceChildren(...(filled?.childNodes ?? []))
      await pause(30)
      history.pushState({}, '', path)
      shown = path
      say('soft-nav:end', 'soft-nav:react-done')
    },
    async back() {
      history.back()
      await pause(120)
    },
    seen: () => ({ most, astray }),
  }
}
