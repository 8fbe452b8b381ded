import { browser } from 'wxt/browser'
import type { Texts } from '../../components/text'

/** The browser's messages by any key; the generated types know only the keys that are written out. */
const catalogue: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n

/** What was read once: after an update of the extension an open page can no longer ask the browser. */
const known = new Map<string, string>()
/** More than there are messages; those that name a model are not kept for ever. */
const MAX_KNOWN = 2_000

function read(key: string, substitutions: string[] = []): string {
  const whole = [key, ...substitutions].join('\n')
  const before = known.get(whole)
  if (before !== undefined) return before
  try {
    const message = catalogue.getMessage(key, substitutions)
    if (known.size < MAX_KNOWN) known.set(whole, message)
    return message
  } catch {
    return ''
  }
}

/** The browser's own locale messages. A missing message answers its key, so that a gap is seen and nothing breaks. */
export const texts: Texts = {
  t: (key, ...substitutions) => read(key, substitutions.map(String)) || key,
  maybe: (key) => read(key) || null,
  number: (value, currency) => {
    try {
      return new Intl.NumberFormat(
        language(),
        currency === undefined ? {} : { style: 'currency', currency, maximumFractionDigits: 0 },
      ).format(value)
    } catch {
      return String(value)
    }
  },
  region: (code) => {
    try {
      return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code
    } catch {
      return code
    }
  },
}

/** The language that the messages are in, for `lang` attributes. */
export const language = (): string => read('@@ui_locale').replace('_', '-') || 'en'
