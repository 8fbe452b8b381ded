import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/**
 * All words come from the locale files. `t` answers the message in the reader's language; `maybe` answers null where
 * there is none, so that texts from data (a stranger's rubric) can stand for themselves.
 */
export interface Texts {
  t(key: string, ...substitutions: (string | number)[]): string
  maybe(key: string): string | null
  /** A number as the reader's language writes it; an amount of money with its currency. */
  number(value: number, currency?: string): string
  /** A country or union by its code (ISO 3166, EU). */
  region(code: string): string
}

const silent: Texts = { t: (key) => key, maybe: () => null, number: String, region: (code) => code }

export const TextContext = createContext<Texts>(silent)

export const useTexts = (): Texts => useContext(TextContext)
