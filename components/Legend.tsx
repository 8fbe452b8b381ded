import { Meter } from './Meter'
import { useTexts } from './text'

const STEPS: { id: string; low: number; high: number }[] = [
  { id: 'closed', low: 0, high: 0 },
  { id: 'open_weights', low: 1, high: 1 },
  { id: 'open_model', low: 2, high: 2 },
  { id: 'open_tooling', low: 3, high: 3 },
  { id: 'open_science', low: 4, high: 4 },
  { id: 'perhaps', low: 1, high: 2 },
]

/** What the meter's steps mean. */
export function Legend() {
  const { t } = useTexts()
  return (
    <>
      <p class="lead">{t('legend_intro')}</p>
      <ul class="steps">
        {STEPS.map(({ id, low, high }) => (
          <li key={id}>
            <Meter low={low} high={high} size="large" />
            <div>
              <b>{t(`legend_${id}`)}</b>
              <p>{t(`legend_${id}_text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class="lead">{t('legend_conditions')}</p>
    </>
  )
}
