import type { Headline } from '../../lib/assessment'
import { DERIVATIVES, type Derivatives } from '../../lib/lineage/propagate'
import type { Rubric } from '../../lib/rubric/schema'
import { Meter } from '../Meter'
import { RubricSource } from '../RubricSource'
import { TextContext, type Texts, useTexts } from '../text'
import { headlineWords } from '../words'
import { PolicyEditor, type PolicyEditorProps } from './PolicyEditor'
import { RubricEditor, type RubricEditorProps } from './RubricEditor'

export interface Example {
  id: string
  headline: Headline
  license: string | null
}

export interface OptionsViewProps {
  texts: Texts
  rubrics: readonly Rubric[]
  /** The rubric that drives the badge. */
  rubric: Rubric
  /** The rubric that the examples are judged by: the one in the editor while it is valid. */
  preview: Rubric
  /** Values chosen for the options of each rubric, by its id; a missing one is the default. */
  chosen: Readonly<Record<string, Readonly<Record<string, string>>>>
  badge: boolean
  /** Chips in lists. */
  lists: boolean
  derivatives: Derivatives
  policy: PolicyEditorProps
  editor: RubricEditorProps
  /** Ids of the rubrics that the panel shows too, and of the reader's own. */
  compared: readonly string[]
  own: readonly string[]
  examples: readonly Example[]
  /** Said politely after a change was stored, or that it could not be. */
  message: string
  onRubric(id: string): void
  onOption(rubric: string, option: string, value: string): void
  onCompared(id: string, shown: boolean): void
  onCopy(id: string): void
  onExport(id: string): void
  onRemove(id: string): void
  onDerivatives(derivatives: Derivatives): void
  onBadge(shown: boolean): void
  onLists(shown: boolean): void
  onLegend(): void
  /** Whether a token for GitHub's API is kept; itself it is never shown again. */
  hasToken: boolean
  onToken(token: string): void
}

/** Options: every change is stored at once and shown on open pages. */
export function OptionsView(props: OptionsViewProps) {
  const { t } = props.texts
  return (
    <TextContext.Provider value={props.texts}>
      <main class="om page">
        <h1>{t('options_title')}</h1>
        <p class="lead">{t('options_intro')}</p>
        <RubricChoice {...props} />
        <RubricOptions {...props} />
        <LineageChoice {...props} />
        <Preview rubric={props.preview} examples={props.examples} />
        <RubricEditor {...props.editor} />
        <PolicyEditor {...props.policy} />
        <h2>{t('options_surfaces')}</h2>
        <label class="choice">
          <input
            type="checkbox"
            checked={props.badge}
            onChange={(event) => props.onBadge(event.currentTarget.checked)}
          />
          <b>{t('options_badge')}</b>
          <span class="detail">{t('options_badge_text')}</span>
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked={props.lists}
            onChange={(event) => props.onLists(event.currentTarget.checked)}
          />
          <b>{t('options_lists')}</b>
          <span class="detail">{t('options_lists_text')}</span>
        </label>
        <GithubToken {...props} />
        <h2>{t('options_more')}</h2>
        <p class="lead">
          {t('options_privacy')}{' '}
          <button type="button" class="link" onClick={props.onLegend}>
            {t('legend_link')}
          </button>
        </p>
        <p class="saved" role="status">
          {props.message}
        </p>
      </main>
    </TextContext.Provider>
  )
}

function GithubToken({ hasToken, onToken }: OptionsViewProps) {
  const { t } = useTexts()
  return (
    <section>
      <h2>{t('options_token')}</h2>
      <p class="lead">{t('options_token_text')}</p>
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault()
          const input = event.currentTarget.elements.namedItem('token')
          if (!(input instanceof HTMLInputElement)) return
          onToken(input.value)
          input.value = ''
        }}
      >
        <label>
          {t('options_token_label')}{' '}
          <input
            type="password"
            name="token"
            autocomplete="off"
            spellcheck={false}
            placeholder={hasToken ? t('options_token_kept') : ''}
          />
        </label>
        <button type="submit" class="button">
          {t('options_token_save')}
        </button>
        {hasToken ? (
          <button type="button" class="button" onClick={() => onToken('')}>
            {t('options_token_forget')}
          </button>
        ) : null}
      </form>
    </section>
  )
}

/** The options of the rubric that drives the badge, then of those that stand beside it. */
function RubricOptions({ rubrics, rubric, compared, chosen, onOption, texts }: OptionsViewProps) {
  const shown = [rubric, ...rubrics.filter(({ id }) => id !== rubric.id && compared.includes(id))]
  const words = (...parts: string[]) => texts.maybe(`option_${parts.join('_')}`.replaceAll('-', '_'))
  return shown.flatMap((of) =>
    of.options.map((option) => (
      <fieldset class="option-group" key={`${of.id}.${option.id}`}>
        <legend>{`${of.title}: ${words(of.id, option.id) ?? option.label}`}</legend>
        {option.values.map((value) => (
          <label class="choice" key={value.id}>
            <input
              type="radio"
              name={`${of.id}.${option.id}`}
              value={value.id}
              checked={(chosen[of.id]?.[option.id] ?? option.default) === value.id}
              onChange={() => onOption(of.id, option.id, value.id)}
            />
            <span>{words(of.id, option.id, value.id) ?? value.label}</span>
          </label>
        ))}
      </fieldset>
    )),
  )
}

function LineageChoice({ derivatives, onDerivatives }: OptionsViewProps) {
  const { t } = useTexts()
  return (
    <fieldset class="option-group">
      <legend>{t('options_lineage')}</legend>
      <p class="lead">{t('options_lineage_text')}</p>
      {DERIVATIVES.map((value) => (
        <label class="choice" key={value}>
          <input
            type="radio"
            name="derivatives"
            value={value}
            checked={derivatives === value}
            onChange={() => onDerivatives(value)}
          />
          <span>{t(`options_lineage_${value.replaceAll('-', '_')}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function RubricChoice(props: OptionsViewProps) {
  const { rubrics, rubric, onRubric } = props
  const { t } = useTexts()
  return (
    <fieldset>
      <legend>
        <h2>{t('options_rubric')}</h2>
      </legend>
      {rubrics.map((candidate) => (
        <div key={candidate.id} class="rubric-choice">
          <label class="choice">
            <input
              type="radio"
              name="rubric"
              value={candidate.id}
              checked={candidate.id === rubric.id}
              disabled={!candidate.drives}
              onChange={() => onRubric(candidate.id)}
            />
            <b>{candidate.title}</b>
            <span class="detail">
              {`${candidate.version} · ${candidate.publisher}`}
              {candidate.date === undefined ? null : ` · ${candidate.date}`}
            </span>
            {candidate.description === undefined ? null : <span class="detail">{candidate.description}</span>}
          </label>
          <About rubric={candidate} />
          <RubricActions {...props} of={candidate} />
        </div>
      ))}
    </fieldset>
  )
}

/** Where a rubric comes from, and what it cannot decide. */
function About({ rubric }: { rubric: Rubric }) {
  const { t } = useTexts()
  return (
    <details class="about">
      <summary aria-label={`${t('options_about_rubric')}: ${rubric.title}`}>
        {t('options_about_rubric')}
      </summary>
      <RubricSource rubric={rubric} />
      {rubric.cannotDecide.length > 0 ? (
        <>
          <p class="lead">{t('options_cannot_decide')}</p>
          <ul>
            {rubric.cannotDecide.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  )
}

function RubricActions({ of, own, compared, rubric, ...props }: OptionsViewProps & { of: Rubric }) {
  const { t } = useTexts()
  const mine = own.includes(of.id)
  return (
    <p class="rubric-actions">
      <label>
        <input
          type="checkbox"
          checked={of.id === rubric.id || compared.includes(of.id)}
          disabled={of.id === rubric.id}
          onChange={(event) => props.onCompared(of.id, event.currentTarget.checked)}
        />{' '}
        {t('rubric_in_panel')}
      </label>
      <button
        type="button"
        class="link"
        aria-label={`${t(mine ? 'rubric_edit' : 'rubric_copy')}: ${of.title}`}
        onClick={() => props.onCopy(of.id)}
      >
        {t(mine ? 'rubric_edit' : 'rubric_copy')}
      </button>
      <button
        type="button"
        class="link"
        aria-label={`${t('rubric_export')}: ${of.title}`}
        onClick={() => props.onExport(of.id)}
      >
        {t('rubric_export')}
      </button>
      {mine ? (
        <button
          type="button"
          class="link"
          aria-label={`${t('rubric_remove')}: ${of.title}`}
          onClick={() => props.onRemove(of.id)}
        >
          {t('rubric_remove')}
        </button>
      ) : null}
    </p>
  )
}

function Preview({ rubric, examples }: { rubric: Rubric; examples: readonly Example[] }) {
  const texts = useTexts()
  return (
    <>
      <h2>{texts.t('options_preview')}</h2>
      <table class="examples">
        <tbody>
          {examples.map((example) => {
            const { low, high } = headlineWords(texts, rubric.id, example.headline)
            return (
              <tr key={example.id}>
                <th scope="row">{example.id}</th>
                <td>
                  <Meter low={example.headline.meter} high={example.headline.high.meter} />
                  {high === null ? low : texts.t('range', low, high)}
                </td>
                <td>{example.license}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
