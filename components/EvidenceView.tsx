import type { Evidence } from '../lib/assessment'
import { useTexts } from './text'

/** Only addresses that a page may safely link to; everything else is shown as text. */
export const safeUrl = (url: string): string | null => (/^https:\/\//i.test(url) ? url : null)

/** A quote, where it stands, and how it was found. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { t } = useTexts()
  const url = safeUrl(evidence.url)
  return (
    <p class="evidence">
      {evidence.quote === '' ? (
        <span dir="auto">{evidence.claim}</span>
      ) : (
        <q dir="auto" title={evidence.claim}>
          {evidence.quote}
        </q>
      )}{' '}
      <span class="source">
        {url === null ? (
          <span dir="auto">{evidence.locator}</span>
        ) : (
          <a href={url} target="_blank" rel="noreferrer noopener" dir="auto">
            {evidence.locator}
          </a>
        )}
        {' · '}
        {t(`strength_${evidence.strength}`)}
      </span>
    </p>
  )
}
