import { parseArgs } from 'node:util'

export const BROWSERS = ['chromium', 'brave', 'edge', 'firefox', 'chrome'] as const
export type BrowserName = (typeof BROWSERS)[number]

export interface StartArguments {
  url: string | undefined
  browser: BrowserName | undefined
  headless: boolean
  help: boolean
}

export type Parsed = { ok: true; value: StartArguments } | { ok: false; message: string }

const wrong = (message: string): Parsed => ({ ok: false, message })

const isBrowser = (name: string): name is BrowserName => (BROWSERS as readonly string[]).includes(name)

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol)

/**
 * Reads the command line of `npm start`.
 * @param argv the words after the script's name
 * @returns the arguments, or one sentence about the wrong usage; never throws
 */
export function parseStartArguments(argv: readonly string[]): Parsed {
  try {
    const { values } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        url: { type: 'string' },
        browser: { type: 'string' },
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const { url, headless, help } = values
    const browser = values.browser?.toLowerCase()
    if (url !== undefined && !isWebAddress(url)) return wrong(`Not a web address: ${url}`)
    if (browser !== undefined && !isBrowser(browser)) {
      return wrong(`Not a browser known here: ${browser}. Known are ${BROWSERS.join(', ')}.`)
    }
    return { ok: true, value: { url, browser, headless, help } }
  } catch (error) {
    return wrong(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}
