import type { Page } from '@playwright/test'

/** A soft navigation as GitHub's own script does it: the same document, another body, other metas (Turbo, 2026). */
export async function turbo(page: Page, path: string): Promise<void> {
  await page.evaluate(async (to) => {
    const next = new DOMParser().parseFromString(await (await fetch(to)).text(), 'text/html')
    history.pushState({}, '', to)
    for (const meta of document.head.querySelectorAll('meta[name^="octolytics"]')) meta.remove()
    document.head.append(...next.head.querySelectorAll('meta[name^="octolytics"]'))
    document.body.className = next.body.className
    document.body.replaceChildren(...next.body.childNodes)
    document.dispatchEvent(new Event('turbo:render'))
  }, path)
}
