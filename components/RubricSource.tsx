import type { Rubric } from '../lib/rubric/schema'
import { safeUrl } from './EvidenceView'
import { useTexts } from './text'

/** Who published a rubric, which version is meant, and under what its source stands. */
export function RubricSource({ rubric }: { rubric: Rubric }) {
  const { t } = useTexts()
  const url = rubric.url === undefined ? null : safeUrl(rubric.url)
  const date = rubric.date === undefined || rubric.version.includes(rubric.date) ? '' : `, ${rubric.date}`
  const words = t(
    'rubric_source',
    `${rubric.version}${date}`,
    rubric.publisher,
    rubric.sourceLicense ?? t('rubric_source_unsaid'),
  )
  return (
    <p class="lead">
      {words}{' '}
      {url === null ? null : (
        <a href={url} target="_blank" rel="noreferrer noopener">
          {t('options_rubric_source', rubric.title)}
        </a>
      )}
    </p>
  )
}
