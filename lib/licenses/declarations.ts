import type { Evidence } from '../assessment'
import { evidence } from '../evidence/collector'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'

/** Where a page says which licence it is under, each place verbatim and with its proof. */

export interface Declaration {
  /** As declared: one string or several. */
  licenses: readonly string[]
  name: string | null
  link: string | null
  /** `card`: its prose, where nothing else declares one. */
  place: 'tag' | 'front matter' | 'repository' | 'card'
  evidence: Evidence
}

const TAG = 'license:'

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  )

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** All declarations of a licence in metadata, the page's tag first. */
export function readDeclarations(reading: Reading): Declaration[] {
  const found: Declaration[] = []
  const tags = (reading.model?.tags ?? [])
    .filter((tag) => tag.startsWith(TAG))
    .map((tag) => tag.slice(TAG.length))
  const card = readCardKeys(reading)
  if (tags.length > 0) {
    found.push({
      licenses: tags,
      name: card?.name ?? null,
      link: card?.link ?? null,
      place: 'tag',
      evidence: evidence(
        `The page is tagged with the licence ${tags.join(', ')}.`,
        tags.map((tag) => TAG + tag).join(', '),
        reading.url,
        `tag: ${TAG}${tags[0]}`,
        'license.tag',
        'declared',
      ),
    })
  }
  if (card) found.push(card)
  return found
}

/** `license`, `license_name`, `license_link` from the card's front matter, else from the Hub's reading of it. */
function readCardKeys(reading: Reading): Declaration | null {
  const data = reading.frontMatter?.data
  const cardData = reading.model?.cardData
  const licenses = data ? texts(data.license) : (cardData?.license ?? []).filter((item) => item.trim() !== '')
  if (licenses.length === 0) return null
  const line = reading.frontMatter?.lines.license
  return {
    licenses,
    name: data ? text(data.license_name) : (cardData?.license_name ?? null),
    link: data ? text(data.license_link) : (cardData?.license_link ?? null),
    place: 'front matter',
    evidence: evidence(
      `The card's front matter declares the licence ${licenses.join(', ')}.`,
      `license: ${licenses.join(', ')}`,
      data ? fileUrl(reading.site, reading.id, reading.revision, 'README.md', line) : reading.url,
      'front matter: license',
      'license.front-matter',
      'declared',
    ),
  }
}
