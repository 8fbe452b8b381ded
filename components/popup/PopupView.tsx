import type { Assessment, Facts } from '../../lib/assessment'
import type { Rubric } from '../../lib/rubric/schema'
import { Legend } from '../Legend'
import { LicenseSection } from '../LicenseSection'
import { Meter } from '../Meter'
import { TextContext, type Texts, useTexts } from '../text'
import { componentName, faultWords, headlineWords, whyWords } from '../words'

export interface Checked {
  facts: Facts
  assessment: Assessment
  rubric: Rubric
  pending: boolean
}

export interface PopupViewProps {
  texts: Texts
  /** False on the very first click: the legend comes first. */
  welcomed: boolean
  /** Null while the tab is being asked; `elsewhere` where there is no model. */
  check: Checked | 'elsewhere' | null
  /** Whether the tab in front has a panel to open. */
  canOpenPanel: boolean
  onWelcomed(): void
  onOpenPanel(): void
  onOptions(): void
}

/** The popup: the legend once, then the quick licence check for the tab in front. */
export function PopupView(props: PopupViewProps) {
  const { t } = props.texts
  return (
    <TextContext.Provider value={props.texts}>
      <main class="om">
        {props.welcomed ? (
          <CheckView {...props} />
        ) : (
          <section class="section">
            <h1>{t('legend_title')}</h1>
            <Legend />
            <p class="actions">
              <button type="button" class="button primary" onClick={props.onWelcomed}>
                {t('legend_done')}
              </button>
            </p>
          </section>
        )}
      </main>
    </TextContext.Provider>
  )
}

function CheckView({ check, canOpenPanel, onOpenPanel, onOptions }: PopupViewProps) {
  const { t } = useTexts()
  return (
    <>
      <div aria-live="polite" aria-busy={check === null}>
        {check === null ? <p class="section lead">{t('pending')}</p> : null}
        {check === 'elsewhere' ? (
          <section class="section">
            <h1>{t('popup_elsewhere')}</h1>
            <p class="lead">{t('popup_elsewhere_text')}</p>
          </section>
        ) : null}
        {check !== null && check !== 'elsewhere' ? <Model {...check} /> : null}
      </div>
      <footer class="section foot">
        <p class="actions">
          {canOpenPanel ? (
            <button type="button" class="button" onClick={onOpenPanel}>
              {t('popup_open_panel')}
            </button>
          ) : null}
          <button type="button" class="button" onClick={onOptions}>
            {t('popup_options')}
          </button>
        </p>
        <p>{t('not_legal_advice')}</p>
      </footer>
    </>
  )
}

const SHOWN = 3

function Model({ facts, assessment, rubric, pending }: Checked) {
  const texts = useTexts()
  const { t } = texts
  const { low, high } = headlineWords(texts, rubric, assessment.headline)
  const missing = assessment.rubrics[rubric.id]?.missing ?? []
  const names = [...new Map(missing.map((item) => [item.component, item])).values()].slice(0, SHOWN)
  return (
    <>
      <section class="section check-head">
        <Meter low={assessment.headline.meter} high={assessment.headline.high.meter} size="large" />
        <div>
          <h1>{high === null ? low : t('verdict_range', low, high)}</h1>
          <p class="model-name" dir="auto">
            {facts.subject.id}
          </p>
        </div>
      </section>
      {pending ? <p class="notice">{t('pending')}</p> : null}
      {facts.faults.map((fault) => (
        <p class="notice" key={fault.id + fault.detail}>
          {faultWords(texts, fault)}
        </p>
      ))}
      <LicenseSection license={assessment.license} heading="h2" />
      {names.length > 0 ? (
        <section class="section">
          <h2 class="title">{t('section_missing')}</h2>
          <ul class="short-list">
            {names.map((item) => (
              <li key={item.component}>
                <span>{componentName(texts, item.component)}</span>
                <span>{whyWords(texts, item.why)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
