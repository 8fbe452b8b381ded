import type { LicenseAnswer, QuestionAnswer } from '../assessment'
import { knowledgeOf } from './knowledge'
import type { LicenseKnowledge, LicenseTerms } from './knowledge-schema'
import { answerQuestions, QUESTIONS, type Verdict } from './questions'
import { lookupLicense } from './registry'

/** Puts what was read in licences' texts to a licence answer: its terms and the six questions. */
export function withTerms(answer: LicenseAnswer): LicenseAnswer {
  const parts = answer.parts.map((part) => {
    const knowledge = knowledgeOf(part.id)
    return { ...part, terms: knowledge ? plainTerms(knowledge) : null }
  })
  const [only] = parts
  const answers = answerFor(parts, answer.operator, answer.class === 'none')
  return {
    ...answer,
    parts,
    terms: parts.length === 1 && only?.terms ? { ...answer.terms, ...only.terms } : answer.terms,
    answers: isDisputed(answer) ? answers.map((item) => dispute(item, answer)) : answers,
  }
}

const isDisputed = ({ conflicts }: LicenseAnswer): boolean =>
  conflicts.some(
    ({ kind, severity, about }) =>
      severity === 'conflict' && kind !== 'wording-vs-licence' && about === undefined,
  )

/** A permission that another source takes back is none that one can rely on. A refusal stands. */
function dispute(item: QuestionAnswer, answer: LicenseAnswer): QuestionAnswer {
  if (item.verdict !== 'yes' && item.verdict !== 'if') return item
  const reason = {
    id: 'sources-disagree',
    params: [answer.expression ?? answer.id ?? '', item.verdict],
    clause: null,
    quote: null,
    license: answer.id ?? '',
    url: null,
  }
  return { ...item, verdict: 'unknown', because: [reason, ...item.because] }
}

/** Answers for one licence by its id; an id that nobody knows is told as such. */
export function answersOf(id: string): QuestionAnswer[] {
  const entry = lookupLicense(id)
  if (entry) return answerQuestions({ entry, knowledge: knowledgeOf(id) })
  return unanswered('unknown-license', id)
}

/** Answers for several licences: all apply (`AND`, the worst counts), or one may choose (`OR`, the best counts). */
export function answerFor(
  parts: readonly { id: string }[],
  operator: 'AND' | 'OR',
  none = false,
): QuestionAnswer[] {
  const [first, ...rest] = parts.map(({ id }) => answersOf(id))
  if (!first) return unanswered(none ? 'no-license' : 'unknown-license', '')
  return rest.reduce((left, right) => combineAnswers(left, right, operator), first)
}

const RANK: readonly Verdict[] = ['no', 'unknown', 'if', 'yes']

/** Joins the answers of two sides of an expression, question by question. */
export function combineAnswers(
  left: readonly QuestionAnswer[],
  right: readonly QuestionAnswer[],
  operator: 'AND' | 'OR',
): QuestionAnswer[] {
  return QUESTIONS.map((question) => {
    const a = left.find((item) => item.question === question) ?? unknownAnswer(question)
    const b = right.find((item) => item.question === question) ?? unknownAnswer(question)
    const [worse, better] = RANK.indexOf(a.verdict) <= RANK.indexOf(b.verdict) ? [a, b] : [b, a]
    if (operator === 'OR') return better
    // Conditions of both sides hold together; otherwise the side that stands in the way is the reason.
    if (worse.verdict === better.verdict || worse.verdict === 'if') {
      const more = better.verdict === 'if' || better.verdict === worse.verdict ? better.because : []
      return { ...worse, because: [...worse.because, ...more] }
    }
    return worse
  })
}

const unknownAnswer = (question: QuestionAnswer['question']): QuestionAnswer => ({
  question,
  verdict: 'unknown',
  because: [],
})

const unanswered = (id: 'unknown-license' | 'no-license', license: string): QuestionAnswer[] =>
  QUESTIONS.map((question) => ({
    question,
    verdict: 'unknown',
    because: [{ id, params: [], clause: null, quote: null, license, url: null }],
  }))

/** Terms without their citations, as exports and policies see them. */
export function plainTerms({ terms }: LicenseKnowledge): LicenseAnswer['terms'] {
  return Object.fromEntries(
    Object.entries(terms).map(([key, term]: [string, LicenseTerms[keyof LicenseTerms]]) => [
      key,
      term === null ? null : Array.isArray(term.value) ? term.value.join(', ') : term.value,
    ]),
  )
}
