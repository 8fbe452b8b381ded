import type { Assessment, Facts, Headline, Missing } from '../lib/assessment'
import type { Policy } from '../lib/licenses/policy'
import type { Rubric } from '../lib/rubric/schema'
import { ComponentRow } from './ComponentRow'
import { ComputeSection } from './ComputeSection'
import { group, nextCriteria } from './groups'
import { LicenseSection } from './LicenseSection'
import { LineageSection } from './LineageSection'
import { Meter } from './Meter'
import { RubricsSection } from './RubricsSection'
import { Progress, SourcesSection } from './SourcesSection'
import { useTexts } from './text'
import { faultWords, headlineWords, tierLabel, whyWords } from './words'

export interface PanelProps {
  facts: Facts
  assessment: Assessment
  rubric: Rubric
  /** The other rubrics that the reader wants to see. */
  compared: readonly Rubric[]
  /** What each base is by itself, by the driving rubric. */
  baseHeadlines: Readonly<Record<string, Headline>>
  /** What this step is by itself; null where nothing is derived. */
  ownHeadline: Headline | null
  /** Whether a derived model inherits what its bases withhold. */
  derivatives: 'strict' | 'own-work'
  /** The reader's own rules on licences; null without any. */
  policy: Policy | null
  /** The site is being asked right now. */
  pending: boolean
  /** Bases are being asked for right now. */
  following: boolean
  /** The revision in the page's address, where it is not the one assessed. */
  shownRevision: string | null
  onClose(): void
  onOptions(): void
  onLegend(): void
}

const UNCLEAR_OPEN = 3

/** Everything about one model: the verdict and why, what is missing, what is there, the licence; each with its proof. */
export function Panel(props: PanelProps) {
  const { facts, assessment, rubric, pending, onClose } = props
  const texts = useTexts()
  const { t } = texts
  const { headline } = assessment
  const result = assessment.rubrics[rubric.id]
  const { low, high } = headlineWords(texts, rubric.id, headline)
  // Only what a criterion still turns on; an optimizer state that nobody asks for is no open question.
  const needed = new Set(
    (result?.criteria ?? [])
      .filter(({ id }) => result?.unknown.includes(id))
      .flatMap(({ components }) => components),
  )
  const groups = group(assessment, result?.missing ?? [], needed)
  const next = nextCriteria(rubric, result?.verdict.low ?? '')
  const later = groups.missing.filter(({ criterion }) => !next.has(criterion))
  const row = (id: keyof Assessment['components']) => ({ id, finding: assessment.components[id] })
  return (
    <section
      class="panel"
      role="dialog"
      aria-labelledby="openmark-verdict"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header class="section verdict">
        <Meter low={headline.meter} high={headline.high.meter} size="large" />
        <div>
          <h2 id="openmark-verdict">{high === null ? low : t('verdict_range', low, high)}</h2>
          <p>
            {result
              ? reason(
                  t,
                  tierLabel(texts, rubric, result.verdict.low),
                  tierLabel(texts, rubric, result.verdict.high),
                  rubric.title,
                )
              : null}
          </p>
        </div>
        <button type="button" class="close" aria-label={t('close')} onClick={onClose}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
            <path d="M3 3l8 8M11 3l-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      <div class="scroll">
        <div class="notices" role="status">
          {pending ? <p class="notice">{t('pending')}</p> : null}
          <Progress facts={facts} following={props.following} />
          {facts.faults.map((fault) => (
            <p class="notice" key={fault.id + fault.detail}>
              {faultWords(texts, fault)}
            </p>
          ))}
          {props.shownRevision !== null &&
          facts.subject.revision !== null &&
          props.shownRevision !== 'main' &&
          props.shownRevision !== facts.subject.revision ? (
            <p class="notice">{t('other_revision', facts.subject.revision.slice(0, 7))}</p>
          ) : null}
        </div>
        {groups.missing.length > 0 ? (
          <section class="section">
            <h3 class="title">{t('section_missing')}</h3>
            <MissingRows
              items={groups.missing.filter(({ criterion }) => next.has(criterion))}
              assessment={assessment}
            />
            {later.length === groups.missing.length ? <p class="lead">{t('missing_next_none')}</p> : null}
            {later.length > 0 ? (
              <details class="more">
                <summary>{t('missing_later', later.length)}</summary>
                <MissingRows items={later} assessment={assessment} />
              </details>
            ) : null}
          </section>
        ) : null}
        {groups.unclear.length > 0 ? (
          <section class="section">
            <h3 class="title">{t('section_unclear')}</h3>
            <p class="lead">{t('unclear_explained')}</p>
            <Rows rows={groups.unclear.map(row)} shown={UNCLEAR_OPEN} />
          </section>
        ) : null}
        <section class="section">
          <h3 class="title">{t('section_released')}</h3>
          {groups.released.length === 0 ? <p class="lead">{t('nothing_released')}</p> : null}
          <Rows rows={groups.released.map((id) => ({ ...row(id), showLicense: true }))} shown={8} />
          {groups.withheld.length > 0 ? (
            <>
              <h3 class="title second">{t('section_withheld')}</h3>
              <Rows rows={groups.withheld.map(row)} shown={8} />
            </>
          ) : null}
        </section>
        <LicenseSection license={assessment.license} heading="h3" policy={props.policy} />
        <LineageSection
          assessment={assessment}
          rubric={rubric}
          headlines={props.baseHeadlines}
          own={props.ownHeadline}
          derivatives={props.derivatives}
          pending={pending || props.following}
          onOptions={props.onOptions}
        />
        <ComputeSection compute={facts.compute} />
        <RubricsSection driving={rubric} compared={props.compared} assessment={assessment} />
        <SourcesSection facts={facts} following={props.following} />
        <footer class="section foot">
          <p>
            {t('judged_by')}{' '}
            {rubric.url === undefined ? (
              `${rubric.title} ${rubric.version}`
            ) : (
              <a href={rubric.url} target="_blank" rel="noreferrer noopener">
                {`${rubric.title} ${rubric.version}`}
              </a>
            )}
            {' · '}
            <button type="button" class="link" onClick={props.onOptions}>
              {t('change')}
            </button>
            {' · '}
            <button type="button" class="link" onClick={props.onLegend}>
              {t('legend_link')}
            </button>
          </p>
          <p>{t('not_legal_advice')}</p>
        </footer>
      </div>
    </section>
  )
}

function MissingRows({ items, assessment }: { items: readonly Missing[]; assessment: Assessment }) {
  const texts = useTexts()
  return (
    <ul class="rows">
      {items.map((item) => (
        <ComponentRow
          key={item.criterion + item.component}
          id={item.component}
          finding={assessment.components[item.component]}
          note={whyWords(texts, item.why)}
        >
          <p class="fix" lang="en" dir="auto">
            {item.fix}
          </p>
        </ComponentRow>
      ))}
    </ul>
  )
}

function reason(t: ReturnType<typeof useTexts>['t'], low: string, high: string, rubric: string): string {
  return low === high ? t('verdict_point_reason', rubric, low) : t('verdict_range_reason', rubric, low, high)
}

function Rows({ rows, shown }: { rows: Parameters<typeof ComponentRow>[0][]; shown: number }) {
  const { t } = useTexts()
  const [first, rest] = [rows.slice(0, shown), rows.slice(shown)]
  return (
    <>
      <ul class="rows">
        {first.map((props) => (
          <ComponentRow key={props.id} {...props} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details class="more">
          <summary>{t('more_components', rest.length)}</summary>
          <ul class="rows">
            {rest.map((props) => (
              <ComponentRow key={props.id} {...props} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
