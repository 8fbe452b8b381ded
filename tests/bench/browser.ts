import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core'
import { extensionFlags, offlineFlags } from '../../scripts/lib/offline/flags'
import { chooseBrowser } from '../../scripts/start/browsers'

/** Real Chromium for the benches: a throw-away profile, the recorded sites under their own names. */

export const BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3')

/** A sentence why nothing can be measured in a browser here, or null. */
export function hindrance(): string | null {
  if (!executable()) return 'Chromium is not installed (apt-get install chromium, or set CHROMIUM_PATH).'
  return existsSync(join(BUILD, 'manifest.json')) ? null : 'there is no build (npm run build).'
}

const executable = (): string | undefined =>
  process.env.CHROMIUM_PATH ??
  chooseBrowser({ platform: process.platform, env: process.env }, existsSync, 'chromium')?.executable

/** Chromium names an unpacked extension after its folder. */
export const idOf = (folder: string): string =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('')

export interface Arm {
  context: BrowserContext
  version: string
  close(): Promise<void>
}

/** @param folder the unpacked extension, or null for none */
export async function launch(port: number, folder: string | null): Promise<Arm> {
  const profile = mkdtempSync(join(tmpdir(), 'openmark-bench-'))
  const isLoading = (flag: string) => /^--(?:disable-extensions-except|load-extension)=/.test(flag)
  const flags = extensionFlags(folder ?? BUILD).filter((flag) => folder !== null || !isLoading(flag))
  const path = executable()
  const context = await chromium.launchPersistentContext(profile, {
    ...(path ? { executablePath: path } : {}),
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...flags, ...offlineFlags(port), '--disable-gpu'],
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
  })
  return {
    context,
    version: context.browser()?.version() ?? 'unknown',
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Ends all service workers, as the browser does when they idle. */
export async function killWorkers(protocol: CDPSession): Promise<void> {
  const { targetInfos } = await protocol.send('Target.getTargets')
  for (const { type, targetId } of targetInfos) {
    if (type === 'service_worker') await protocol.send('Target.closeTarget', { targetId })
  }
}
