import { browser } from 'wxt/browser'
import type { Texts } from '../../components/text'

/** The browser's messages by any key; the generated types know only the keys that are written out. */
const catalogue: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n

/** The browser's own locale messages. A missing message answers its key, so that a gap is seen and nothing breaks. */
export const texts: Texts = {
  t: (key, ...substitutions) => catalogue.getMessage(key, substitutions.map(String)) || key,
  maybe: (key) => catalogue.getMessage(key) || null,
}

/** The language that the messages are in, for `lang` attributes. */
export const language = (): string => catalogue.getMessage('@@ui_locale').replace('_', '-') || 'en'
