import type { QuestionAnswer } from '../../lib/assessment'
import { askPolicy, type Policy } from '../../lib/licenses/policy'
import type { ReadLicenses } from '../../lib/licenses/spdx-expression'
import type { TextAnswer } from '../../lib/licenses/text/identify'
import { safeUrl } from '../EvidenceView'
import { AnswerCard, AnswerList } from '../license/Answers'
import { PolicyLine } from '../license/PolicyLine'
import { familyWords } from '../license/words'
import { useTexts } from '../text'

/** "I want to …": one question at large, the others below. The choice is remembered. */
export function Questions({
  answers,
  question,
  onQuestion,
}: {
  answers: readonly QuestionAnswer[]
  question: QuestionAnswer['question']
  onQuestion(question: QuestionAnswer['question']): void
}) {
  const { t } = useTexts()
  const chosen = answers.find((answer) => answer.question === question)
  return (
    <section class="section">
      <label class="want">
        <span>{t('want_to')}</span>
        <select
          value={question}
          onChange={(event) => {
            const value = answers.find((answer) => answer.question === event.currentTarget.value)
            if (value) onQuestion(value.question)
          }}
        >
          {answers.map((answer) => (
            <option key={answer.question} value={answer.question}>
              {t(`question_${answer.question}`)}
            </option>
          ))}
        </select>
      </label>
      <div aria-live="polite">{chosen ? <AnswerCard answer={chosen} /> : null}</div>
      <h2 class="title second">{t('answers_other')}</h2>
      <AnswerList answers={answers.filter((answer) => answer.question !== question)} />
    </section>
  )
}

/** Licences that were typed or recognised: names, kinds, the policy's word. */
export function LicensesHead({ licenses, policy }: { licenses: ReadLicenses; policy: Policy | null }) {
  const texts = useTexts()
  const { t } = texts
  const parts = licenses.parts.map(({ entry, raw }) => ({
    id: entry?.id ?? raw,
    label: entry?.label ?? raw,
    family: entry?.family ?? null,
    class: entry?.class ?? ('unknown' as const),
    url: entry?.url ?? null,
    terms: null,
  }))
  const joined =
    licenses.operator === 'OR' ? t('check_choice') : licenses.operator === null ? null : t('check_all')
  return (
    <section class="section">
      <h1 dir="auto">{licenses.parts.length === 1 ? licenses.parts[0]?.entry?.name : licenses.text}</h1>
      <ul class="license-parts">
        {licenses.parts.map(({ entry, raw }) => {
          const url = entry?.url ? safeUrl(entry.url) : null
          return (
            <li key={raw}>
              <span class="license" dir="auto">
                {entry?.id ?? raw}
              </span>{' '}
              {familyWords(texts, entry?.family ?? null)}
              {url === null ? null : (
                <>
                  {' · '}
                  <a href={url} target="_blank" rel="noreferrer noopener">
                    {t('license_read')}
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {joined === null ? null : <p class="lead">{joined}</p>}
      <PolicyLine
        word={
          policy &&
          askPolicy(policy, {
            class: parts[0]?.class ?? 'unknown',
            parts: withTerms(parts, licenses),
            operator: licenses.operator === 'OR' ? 'OR' : 'AND',
          })
        }
        rules={policy?.rules ?? []}
      />
    </section>
  )
}

type Part = Parameters<typeof askPolicy>[1]['parts'][number]

const withTerms = (parts: readonly Part[], { terms }: ReadLicenses): Part[] =>
  parts.map((part) => ({ ...part, terms: terms[part.id] ?? null }))

/** What a text was recognised as, and what differs. */
export function TextHead({ text, path }: { text: TextAnswer; path: string | null }) {
  const { t } = useTexts()
  const [first, ...more] = text.matches
  return (
    <section class="section" aria-live="polite">
      {path === null ? null : <p class="model-name">{path}</p>}
      {text.undecided.length > 0 ? (
        <h1>{t('text_undecided', text.undecided.join(', '))}</h1>
      ) : first ? (
        <>
          <h1>{t(first.part === 'policy' ? 'text_policy' : `text_${first.kind}`, first.ids.join(' / '))}</h1>
          {first.kind !== 'same' && first.added.length > 0 ? (
            <div class="differences">
              <p class="lead">{t('text_added')}</p>
              <ul>
                {first.added.slice(0, 3).map((words) => (
                  <li key={words}>
                    <q lang="und" dir="auto">
                      {words}
                    </q>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          {first.kind === 'modified' && first.missingWords > 3 ? (
            <p class="lead">{t('text_missing', first.missingWords)}</p>
          ) : null}
          {more.map((match) => (
            <p class="lead" key={match.ids.join()}>
              {t(match.part === 'policy' ? 'text_policy' : 'text_more', match.ids.join(' / '))}
            </p>
          ))}
        </>
      ) : (
        <h1>{t('text_unknown')}</h1>
      )}
    </section>
  )
}
