export type Scheme = 'light' | 'dark'

/** One tab of a driven browser: the little that Playwright and Puppeteer have in common and the tour needs. */
export interface Tab {
  open(url: string): Promise<void>
  size(width: number, height: number): Promise<void>
  /** False where this browser cannot pretend the scheme. */
  scheme(scheme: Scheme): Promise<boolean>
  /** The value of an expression in the page's world. */
  read(expression: string): Promise<unknown>
  shoot(path: string, fullPage?: boolean): Promise<void>
  close(): Promise<void>
}

/** A running browser that was given the extension. */
export interface Session {
  /** The address of one of the extension's own pages; null where the extension is not known to be there. */
  extensionPage(name: 'popup' | 'options' | 'welcome', query?: string): string | null
  tab(): Promise<Tab>
  /** Resolves when the user closed the last window or the browser ended. */
  closed: Promise<void>
  close(): Promise<void>
}

export interface LaunchOptions {
  executable: string
  /** Absolute folder of the unpacked extension. */
  extension: string
  headless: boolean
  /** Port of the recorded Hub, null when the real one is used. */
  hubPort: number | null
}

/** Loading a page may take this long; the Hub's own pages take seconds on a slow line. */
export const PAGE_TIMEOUT_MS = 30_000
