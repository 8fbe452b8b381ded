import type { ComputeFacts } from '../lib/assessment'
import { EvidenceView } from './EvidenceView'
import { useTexts } from './text'

/** How much compute training took: the number, the interval, the method, what it was told from, and what it presumes. */
export function ComputeSection({ compute }: { compute: ComputeFacts | null | undefined }) {
  const { t } = useTexts()
  if (!compute) return null
  const method = t(`compute_method_${compute.method.replaceAll('-', '_')}`)
  const { tier } = compute
  return (
    <section class="section">
      <h3 class="title">{t('section_compute')}</h3>
      <p>
        {compute.estimate !== null && compute.high !== null
          ? t('compute_about', flop(compute.estimate), flop(compute.low), flop(compute.high), method)
          : t('compute_at_least', flop(compute.low), method)}
      </p>
      <p class="lead">
        {tier.low === tier.high
          ? t(`compute_tier_${tier.low}`)
          : t('range', t(`compute_tier_${tier.low}`), t(`compute_tier_${tier.high}`))}
        {'. '}
        {t('compute_presumption')}
      </p>
      {compute.inputs.map((item, index) => (
        <EvidenceView key={`${item.locator}${index}`} evidence={item} />
      ))}
    </section>
  )
}

const flop = (value: number): string => value.toExponential(1).replace('e+', 'e')
