import { files as ai } from './ai'
import { files as standard } from './standard'

/** Every licence that was read, as its file stands. Big: the extension loads it as data, never with its code. */
export const allKnowledge: readonly unknown[] = [...standard, ...ai]
