import type { Facts, Source } from '../lib/assessment'
import { safeUrl } from './EvidenceView'
import { useTexts } from './text'

/** What the page leads to and how far it was looked at: the proofs rest on these, and on nothing else. */
export function SourcesSection({ facts, following }: { facts: Facts; following: boolean }) {
  const { t } = useTexts()
  // A file that may name a base is no source that anybody would want to read.
  const sources = (facts.sources ?? []).filter(({ kind }) => kind !== 'configuration')
  if (sources.length === 0) return null
  const seen = sources.filter(({ state }) => state !== 'open').length
  return (
    <section class="section">
      <details class="more sources">
        <summary>{t('sources_summary', seen, sources.length)}</summary>
        <ul class="criteria">
          {sources.map((source) => (
            <SourceLine key={source.url} source={source} following={following} />
          ))}
        </ul>
      </details>
    </section>
  )
}

function SourceLine({ source, following }: { source: Source; following: boolean }) {
  const { t } = useTexts()
  const url = safeUrl(source.url)
  const { kind, id, state } = source
  return (
    <li class="criterion">
      <span class="criterion-name">
        {t(`source_${kind}`)}{' '}
        {url === null ? (
          <span dir="auto">{id}</span>
        ) : (
          <a href={url} target="_blank" rel="noreferrer noopener" dir="auto">
            {id}
          </a>
        )}
      </span>
      <span class="criterion-result">
        {t(state === 'open' && following ? 'source_asking' : `source_${state}`)}
      </span>
    </li>
  )
}

/** How far the inspection is, in one sentence; null where nothing is under way. */
export function Progress({ facts, following }: { facts: Facts; following: boolean }) {
  const { t } = useTexts()
  if (!following) return null
  const states = [
    ...(facts.sources ?? []).map(({ state }) => state === 'open'),
    ...(facts.lineage.ancestors ?? []).map(({ state }) => state === 'unseen'),
  ]
  const done = states.filter((open) => !open).length
  return <p class="notice">{t('inspecting', done, states.length)}</p>
}
