import type { Assessment, Facts, QuestionAnswer } from '../../lib/assessment'
import type { Policy } from '../../lib/licenses/policy'
import type { Query } from '../../lib/licenses/query'
import type { ReadLicenses } from '../../lib/licenses/spdx-expression'
import type { TextAnswer } from '../../lib/licenses/text/identify'
import type { Rubric } from '../../lib/rubric/schema'
import { Legend } from '../Legend'
import { TextContext, type Texts, useTexts } from '../text'
import { LicensesHead, Questions, TextHead } from './Answered'
import { CheckBox } from './CheckBox'
import { ModelCheck } from './ModelCheck'
import { RepositoryChoice, type RepositoryChoices } from './RepositoryChoice'

export interface Checked {
  facts: Facts
  assessment: Assessment
  rubric: Rubric
  pending: boolean
  /** What each base's licence answers; `answers` null where the licence is not known. */
  bases: { id: string; license: string | null; answers: QuestionAnswer[] | null }[]
}

/** What the box was answered. */
export type BoxAnswer =
  | { state: 'licenses'; licenses: ReadLicenses }
  | { state: 'text'; text: TextAnswer; licenses: ReadLicenses | null; path: string | null }
  | ({ state: 'model' } & Checked)
  | { state: 'offer'; query: Extract<Query, { kind: 'model' | 'repository' | 'file' }> }
  | { state: 'working'; what: 'asking' | 'reading' }
  | { state: 'fault'; fault: 'unknown' | 'no_model' | 'no_file' | 'failed' | 'limited'; name: string }

export interface PopupViewProps {
  texts: Texts
  /** False on the very first click: the legend comes first. */
  welcomed: boolean
  /** Null while the tab is being asked; `elsewhere` where there is no model. */
  check: Checked | 'elsewhere' | 'left-alone' | { offer: string } | null
  /** A repository on GitHub in front, and what the reader has said of it and of its owner; null elsewhere. */
  repository: RepositoryChoices | null
  /** What stands in the box, and what it was answered; null while it is empty. */
  query: string
  answered: BoxAnswer | null
  question: QuestionAnswer['question']
  policy: Policy | null
  recent: readonly string[]
  /** That something could not be stored; null otherwise. */
  notice: string | null
  /** Whether the tab in front has a panel to open. */
  canOpenPanel: boolean
  onWelcomed(): void
  onQuery(query: string): void
  onSubmit(): void
  onQuestion(question: QuestionAnswer['question']): void
  onForget(): void
  onOpenPanel(): void
  onOptions(): void
  /** Look at the repository in front, which nothing shows to be a model's. */
  onCheckRepository(): void
  onRepositoryChoice(key: string, choice: 'on' | 'off' | null): void
}

/** The popup: the legend once, then the quick licence check: for the tab in front, or for what the box is given. */
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

function CheckView(props: PopupViewProps) {
  const { t } = useTexts()
  const { check, answered } = props
  const asked = answered !== null
  return (
    <>
      <div role="status">{props.notice === null ? null : <p class="notice">{props.notice}</p>}</div>
      <CheckBox value={props.query} onInput={props.onQuery} onSubmit={props.onSubmit} />
      <div aria-live="polite" aria-busy={asked ? answered.state === 'working' : check === null}>
        {asked ? <Answer {...props} answered={answered} /> : <Current {...props} />}
      </div>
      {props.recent.length > 0 ? (
        <details class="section recent">
          <summary>{t('check_recent')}</summary>
          <ul>
            {props.recent.map((query) => (
              <li key={query}>
                <button type="button" class="link" dir="auto" onClick={() => props.onQuery(query)}>
                  {query}
                </button>
              </li>
            ))}
          </ul>
          <button type="button" class="button" onClick={props.onForget}>
            {t('check_forget')}
          </button>
        </details>
      ) : null}
      <footer class="section foot">
        <p class="actions">
          {asked && typeof check === 'object' && check !== null ? (
            <button type="button" class="button" onClick={() => props.onQuery('')}>
              {t('check_clear')}
            </button>
          ) : null}
          {props.canOpenPanel && !asked ? (
            <button type="button" class="button" onClick={props.onOpenPanel}>
              {t('popup_open_panel')}
            </button>
          ) : null}
          <button type="button" class="button" onClick={props.onOptions}>
            {t('popup_options')}
          </button>
        </p>
        <p>{t('not_legal_advice')}</p>
      </footer>
    </>
  )
}

function Current(props: PopupViewProps) {
  const { t } = useTexts()
  const { check } = props
  if (check === null) return <p class="section lead">{t('pending')}</p>
  if (check === 'elsewhere' || check === 'left-alone') {
    return (
      <section class="section">
        <h1>{t('popup_elsewhere')}</h1>
        <p class="lead">{t(check === 'elsewhere' ? 'popup_elsewhere_text' : 'popup_left_alone_text')}</p>
      </section>
    )
  }
  if ('offer' in check) {
    return (
      <section class="section">
        <h1>{t('popup_repository')}</h1>
        <p class="lead">{t('popup_repository_text', check.offer)}</p>
        <p class="actions">
          <button type="button" class="button primary" onClick={props.onCheckRepository}>
            {t('popup_repository_check')}
          </button>
        </p>
        <RepositoryChoice repository={props.repository} onChoice={props.onRepositoryChoice} />
      </section>
    )
  }
  return (
    <>
      <ModelCheck {...props} {...check} />
      {props.repository ? (
        <section class="section">
          <RepositoryChoice repository={props.repository} onChoice={props.onRepositoryChoice} />
        </section>
      ) : null}
    </>
  )
}

const OFFER = { model: 'check_ask_hub', repository: 'check_ask_github', file: 'check_ask_file' } as const

function Answer({ answered, ...props }: PopupViewProps & { answered: BoxAnswer }) {
  const { t } = useTexts()
  const { question, policy, onQuestion } = props
  switch (answered.state) {
    case 'licenses':
      return (
        <>
          <LicensesHead licenses={answered.licenses} policy={policy} />
          <Questions answers={answered.licenses.answers} question={question} onQuestion={onQuestion} />
        </>
      )
    case 'text':
      return (
        <>
          <TextHead text={answered.text} path={answered.path} />
          {answered.licenses ? (
            <>
              <LicensesHead licenses={answered.licenses} policy={policy} />
              <Questions answers={answered.licenses.answers} question={question} onQuestion={onQuestion} />
            </>
          ) : null}
        </>
      )
    case 'model':
      return <ModelCheck {...props} {...answered} />
    case 'offer': {
      const name = answered.query.kind === 'file' ? answered.query.path : answered.query.id
      return (
        <p class="section actions">
          <button type="button" class="button primary" onClick={props.onSubmit}>
            {t(OFFER[answered.query.kind], name)}
          </button>
        </p>
      )
    }
    case 'working':
      return (
        <p class="section lead working" role="status">
          {t(`check_${answered.what}`)}
        </p>
      )
    case 'fault':
      return <p class="section lead">{t(`check_${answered.fault}`, answered.name.slice(0, 120))}</p>
  }
}
