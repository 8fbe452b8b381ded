import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { extensionFlags, offlineFlags } from '../../../scripts/lib/offline/flags'
import type { Hub } from '../../../scripts/lib/offline/server'
import { findBrowser } from './system-chromium'

/** Real Chromium with the built extension and a profile of its own, every site's name led to the recorded Hub. */

export const EXTENSION = resolve(import.meta.dirname, '../../../.output/chrome-mv3')

/** Chromium names an unpacked extension after its folder. */
export const idOf = (folder: string): string =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('')

/** `everyHost`: also the names of hosts that the extension may not ask. @throws where there is no build. */
export async function launch(
  hub: Hub,
  everyHost = false,
  folder = EXTENSION,
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  if (!existsSync(join(EXTENSION, 'manifest.json')))
    throw new Error('Build the extension first: npm run build')
  const profile = mkdtempSync(join(tmpdir(), 'openmark-'))
  // Outside developer mode Chromium does not bring an unpacked extension back that reloads itself.
  mkdirSync(join(profile, 'Default'))
  writeFileSync(
    join(profile, 'Default/Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  )
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    args: [...extensionFlags(folder), ...offlineFlags(hub.port, everyHost), '--disable-gpu'],
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
