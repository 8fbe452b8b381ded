import type { LicenseReason, QuestionAnswer } from '../../lib/assessment'
import { safeUrl } from '../EvidenceView'
import { useTexts } from '../text'
import { reasonWords } from './words'

/** The six questions, each with its answer; the reasons open on demand. */
export function AnswerList({ answers, open }: { answers: readonly QuestionAnswer[]; open?: boolean }) {
  const { t } = useTexts()
  return (
    <ul class="answers">
      {answers.map((answer) => (
        <li key={answer.question}>
          <details open={open}>
            <summary>
              <span class="answer-question">{t(`question_${answer.question}`)}</span>
              <VerdictWord verdict={answer.verdict} />
            </summary>
            <Reasons answer={answer} />
          </details>
        </li>
      ))}
    </ul>
  )
}

/** One answer at large: for the question that was chosen. */
export function AnswerCard({ answer }: { answer: QuestionAnswer }) {
  const { t } = useTexts()
  return (
    <div class={`answer-card ${answer.verdict}`}>
      <p class="answer-word">
        <VerdictGlyph verdict={answer.verdict} />
        <b>{t(answer.verdict === 'unknown' ? 'verdict_unknown_hint' : `verdict_${answer.verdict}`)}</b>
      </p>
      <Reasons answer={answer} />
    </div>
  )
}

export function Reasons({ answer }: { answer: QuestionAnswer }) {
  const texts = useTexts()
  return (
    <ul class="reasons">
      {answer.because.map((reason, index) => (
        <li key={`${reason.id}${reason.license}${index}`}>
          {reasonWords(texts, reason, answer.verdict)}
          <Citation reason={reason} />
        </li>
      ))}
    </ul>
  )
}

function Citation({ reason }: { reason: LicenseReason }) {
  const { t } = useTexts()
  const url = reason.url === null ? null : safeUrl(reason.url)
  if (reason.quote === null) {
    // A text without a clause on it has nothing to quote; a licence that nobody read has its reason already.
    const silent = reason.id === 'outputs-silent' || reason.id === 'territory-none'
    return silent ? (
      <span class="citation">
        {t('absent_in_text')} <Source url={url} license={reason.license} />
      </span>
    ) : null
  }
  return (
    <span class="citation">
      <q lang="und" dir="auto">
        {reason.quote}
      </q>{' '}
      {reason.clause === null || reason.clause === 'text' ? null : `${t('reason_clause', reason.clause)}, `}
      <Source url={url} license={reason.license} />
    </span>
  )
}

function Source({ url, license }: { url: string | null; license: string }) {
  return url === null ? (
    <span>{license}</span>
  ) : (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {license}
    </a>
  )
}

export function VerdictWord({ verdict }: { verdict: QuestionAnswer['verdict'] }) {
  const { t } = useTexts()
  return (
    <span class={`verdict-word ${verdict}`}>
      <VerdictGlyph verdict={verdict} />
      {t(`verdict_${verdict}`)}
    </span>
  )
}

const PATHS: Record<QuestionAnswer['verdict'], string> = {
  yes: 'M3 8.5l3.2 3L13 4.5',
  if: 'M8 3.5v5.2M8 11.6v.9',
  no: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M6 6.2a2 2 0 1 1 2.6 1.9c-.5.2-.6.5-.6 1.1M8 11.8v.8',
}

/** A form for each answer, so that colour is never alone. */
export function VerdictGlyph({ verdict }: { verdict: QuestionAnswer['verdict'] }) {
  return (
    <svg
      class={`verdict-glyph ${verdict}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="8" cy="8" r="7.2" />
      <path d={PATHS[verdict]} />
    </svg>
  )
}
