import type { CardDocument } from './card'
import type { FrontMatter } from './front-matter'
import type { Collection, Paper } from './hub-documents'
import type { HubModel } from './hub-model'
import type { FileEntry } from './schema'

/**
 * A Snapshot once its texts are parsed: what every detector reads. `null` = not looked at, or unreadable.
 * Made by `readSnapshot` (with the card's parsers) or by `readGlance` (page facts only, no parser needed).
 */
export interface Reading {
  site: 'huggingface' | 'github'
  id: string
  /** The repository's page, e.g. https://huggingface.co/owner/name */
  url: string
  revision: string | null
  /** The Hub's description; null when not looked at, unreadable, or the site is GitHub. */
  model: HubModel | null
  /** GitHub's `/repos/{owner}/{repo}` answer, unparsed; null when not looked at or the site is the Hub. */
  repository: unknown
  /** Of a paper's or a collection's page on the Hub; null for any other. */
  paper: Paper | null
  collection: Collection | null
  frontMatter: FrontMatter | null
  /** Front matter that is there and cannot be read. */
  frontMatterFault: 'malformed' | 'too-large' | null
  card: CardDocument | null
  /** The card's source, front matter included; for quotes and line numbers. */
  cardSource: string | null
  cardTruncated: boolean
  files: readonly FileEntry[] | null
  filesTruncated: boolean
  refs: readonly string[] | null
  texts: Readonly<Record<string, string>> | null
  linked: ReadonlyMap<string, Reading | 'missing' | 'denied'>
}
