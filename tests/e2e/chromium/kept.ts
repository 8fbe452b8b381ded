import { expect, type Page } from '@playwright/test'

/**
 * Waits until `words` are stored. A page that is left takes back what it has not written yet, and a test leaves faster
 * than anybody can. `welcome` is the address of a page of the extension.
 */
export async function kept(page: Page, welcome: string, words: string): Promise<void> {
  const own = await page.context().newPage()
  await own.goto(welcome)
  await expect
    .poll(() =>
      own.evaluate(
        'Promise.all([chrome.storage.sync.get(null), chrome.storage.local.get(null)]).then(JSON.stringify)',
      ),
    )
    .toContain(words)
  await own.close()
}
