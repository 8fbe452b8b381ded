import type { Assessment, CriterionResult } from '../lib/assessment'
import type { Rubric } from '../lib/rubric/schema'
import { DataClasses } from './DataClasses'
import { RubricSource } from './RubricSource'
import { useTexts } from './text'
import { tierLabel } from './words'

/**
 * The same facts by every definition that the reader wants to see, the one that drives the badge first; each by its own
 * rules and in its own words, never one number out of many.
 */
export function RubricsSection({
  driving,
  compared,
  assessment,
}: {
  driving: Rubric
  compared: readonly Rubric[]
  assessment: Assessment
}) {
  const texts = useTexts()
  const { t } = texts
  return (
    <section class="section">
      <h3 class="title">{t('section_rubrics')}</h3>
      <ul class="rubrics">
        {[driving, ...compared].map((rubric) => {
          const result = assessment.rubrics[rubric.id]
          if (!result) return null
          const low = tierLabel(texts, rubric, result.verdict.low)
          const high = tierLabel(texts, rubric, result.verdict.high)
          // Without an order, the first tier is what is left when nothing can be told: no end of a range.
          const point = low === high || (!rubric.ordered && result.verdict.low === rubric.tiers[0]?.id)
          return (
            <li key={rubric.id}>
              <details>
                <summary>
                  <b dir="auto">{rubric.title}</b>
                  {rubric === driving ? <span class="rubric-note">{t('rubric_drives')}</span> : null}
                  <span class="rubric-verdict" dir="auto">
                    {point ? low : t('range', low, high)}
                    {result.score ? ` · ${score(texts.number, result.score)}` : ''}
                  </span>
                </summary>
                <ul class="criteria">
                  {result.criteria.map((criterion) => (
                    <CriterionLine key={criterion.id} criterion={criterion} />
                  ))}
                </ul>
                {result.categories ? (
                  <p class="lead">
                    {result.categories
                      .map((category) => `${category.label}: ${score(texts.number, category)}`)
                      .join(' · ')}
                  </p>
                ) : null}
                {rubric.listsDatasets ? <DataClasses datasets={assessment.datasets ?? []} /> : null}
                <RubricSource rubric={rubric} />
                {rubric.cannotDecide.length > 0 ? (
                  <p class="lead" lang="en">
                    {t('rubric_cannot_decide')} {rubric.cannotDecide.join(' ')}
                  </p>
                ) : null}
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const score = (number: (value: number) => string, { low, high }: { low: number; high: number }): string => {
  const round = (value: number) => number(Math.round(value * 100) / 100)
  return low === high ? round(low) : `${round(low)} – ${round(high)}`
}

function CriterionLine({ criterion }: { criterion: CriterionResult }) {
  const { t } = useTexts()
  return (
    <li class="criterion">
      <span class="criterion-name" lang="en" dir="auto">
        {criterion.label}
      </span>
      <span class={`criterion-result ${criterion.result}`}>{t(`result_${criterion.result}`)}</span>
      <span class="criterion-reason" lang="en" dir="auto">
        {criterion.reason}
      </span>
    </li>
  )
}
