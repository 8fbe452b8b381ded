import { identifyText, type TextAnswer } from './identify'
import type { TextIndex } from './text-index'

/** The texts to compare with, once somebody has loaded them: the worker, the popup, the command line. */

let index: TextIndex | null = null
let version = 0
const answers = new Map<string, TextAnswer>()
const MAX_KEPT = 32

export function registerTexts(texts: TextIndex | null): void {
  index = texts
  version += 1
  answers.clear()
}

/** Changes when other texts are registered. */
export const textsVersion = (): number => version

export const hasTexts = (): boolean => index !== null

/** Which licence a text is, or null while no texts are loaded. The last answers are kept: one file is asked for often. */
export function identifyRegistered(content: string): TextAnswer | null {
  if (index === null) return null
  const known = answers.get(content)
  if (known) return known
  const answer = identifyText(content, index)
  if (answers.size >= MAX_KEPT) answers.clear()
  answers.set(content, answer)
  return answer
}
