import type { Page } from '@playwright/test'

/** Waits until the look is done. */
export async function settled(page: Page): Promise<void> {
  await page.locator('openmark-badge[data-state="done"]').waitFor({ state: 'attached' })
}
