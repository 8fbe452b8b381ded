import type { Link } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import { kinshipOf } from '../own-sources'
import { repositoryLinks } from '../repository-links'
import { githubOf } from './links'
import type { Sentence } from './prose'

/** Which code a card calls the model's own: its source repository, or a folder beside the card. */

/** A relative address of code or of its configuration: it lies beside the card. */
const BESIDE = /^(?:\.\/)?(?!\w+:)[\w-][\w./-]{0,200}\.(?:py|sh|ipynb|ya?ml)(?:$|[?#])/i

/** Whether an address leads to the model's own source, or into the model's own page on the Hub. */
export function isOwnCode(reading: Reading, { url, image }: Pick<Link, 'url' | 'image'>): boolean {
  if (image) return false
  if (BESIDE.test(url)) return true
  const beside = `${reading.url}/`.toLowerCase()
  if (reading.site === 'huggingface' && url.toLowerCase().startsWith(beside))
    return /^(?:tree|blob)\//i.test(url.slice(beside.length))
  const repository = githubOf(url)
  if (repository === null) return false
  return (
    kinshipOf(reading.id, repository) !== null ||
    repositoryLinks(reading).some(({ id }) => id.toLowerCase() === repository.toLowerCase())
  )
}

const THE_REPOSITORY =
  /\b(?:the|this|our) (?:[\w`'"-]+ ){0,3}(?:repo(?:sitory)?|codebase)\b(?! of\b)|\bour github\b/i

/** "This includes scripts for …": what the sentence before it links. */
const CONTAINS = /^(?:this|it)(?: also)? (?:includes|contains|provides)\b/i
const WE_RELEASE =
  /^we (?:also |have |now ){0,2}(?:releas|provid|publish|shar|open-?sourc)(?:e|ed)?\b[^.;]{0,30}\b(?:code|scripts?|notebooks?)\b/i

/** Whether a sentence speaks of the model's own code: by a link, or as "the repository" that the card links elsewhere. */
export function speaksOfOwnCode(reading: Reading, { text, block }: Sentence): boolean {
  const links = CONTAINS.test(text)
    ? block.links
    : block.links.filter(({ text: words }) => words === '' || text.includes(words))
  if (links.some((link) => isOwnCode(reading, link))) return true
  if (links.some(({ url }) => githubOf(url) !== null)) return false
  return (THE_REPOSITORY.test(text) || WE_RELEASE.test(text)) && repositoryLinks(reading).length > 0
}
