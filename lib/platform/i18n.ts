import { browser } from 'wxt/browser'
import type { Texts } from '../../components/text'

/** The browser's own locale messages. A missing message answers its key, so that a gap is seen and nothing breaks. */
export const texts: Texts = {
  t: (key, ...substitutions) => browser.i18n.getMessage(key, substitutions.map(String)) || key,
  maybe: (key) => browser.i18n.getMessage(key) || null,
}

/** The language that the messages are in, for `lang` attributes. */
export const language = (): string => browser.i18n.getMessage('@@ui_locale').replace('_', '-') || 'en'
