import type { NamedDataset } from '../lib/assessment'
import { EvidenceView } from './EvidenceView'
import { useTexts } from './text'

const SHOWN = 12

/** Each data set that is named for training, with how far it can be had and where that is told. */
export function DataClasses({ datasets }: { datasets: readonly NamedDataset[] }) {
  const { t } = useTexts()
  if (datasets.length === 0) return <p class="lead">{t('data_classes_none')}</p>
  const rows = (items: readonly NamedDataset[]) => (
    <ul class="criteria">
      {items.map((dataset) => (
        <li class="criterion" key={dataset.id}>
          <span class="criterion-name" lang="und" dir="auto">
            {dataset.id}
          </span>
          <span class={`criterion-result data-${dataset.class}`}>{t(`data_class_${dataset.class}`)}</span>
          <span class="criterion-reason">{t(`data_class_${dataset.class}_means`)}</span>
          <EvidenceView evidence={dataset.evidence} />
        </li>
      ))}
    </ul>
  )
  const [first, rest] = [datasets.slice(0, SHOWN), datasets.slice(SHOWN)]
  return (
    <>
      <p class="lead">{t('data_classes')}</p>
      {rows(first)}
      {rest.length > 0 ? (
        <details class="more">
          <summary>{t('data_classes_more', rest.length)}</summary>
          {rows(rest)}
        </details>
      ) : null}
    </>
  )
}
