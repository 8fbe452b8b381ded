import type { Evidence } from '../assessment'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { evidence } from './collector'

/** The gate before a model: the Hub's own word (`gated`), else the card's `extra_gated_*` keys where that word is unknown. */
export function readGate(reading: Reading): Evidence | null {
  const gated = reading.model?.gated ?? null
  if (gated === 'auto' || gated === 'manual') {
    return evidence(
      gated === 'auto'
        ? 'Access is granted after sharing contact information and agreeing to conditions.'
        : 'Access is granted by the authors, case by case.',
      `gated: ${gated}`,
      reading.url,
      'model info: gated',
      'access.gated',
      'declared',
    )
  }
  if (gated === false) return null
  const key = Object.keys(reading.frontMatter?.data ?? {}).find((name) => name.startsWith('extra_gated_'))
  const prompt = reading.model?.cardData?.extra_gated_prompt ?? null
  if (key === undefined && prompt === null) return null
  const words = key === undefined ? prompt : reading.frontMatter?.data[key]
  return evidence(
    'The card sets conditions that must be agreed to before access.',
    `${key ?? 'extra_gated_prompt'}: ${typeof words === 'string' ? words.slice(0, 180) : '…'}`,
    key === undefined
      ? reading.url
      : fileUrl(reading.site, reading.id, reading.revision, 'README.md', reading.frontMatter?.lines[key]),
    `front matter: ${key ?? 'extra_gated_prompt'}`,
    'access.gate-prompt',
    'declared',
  )
}
