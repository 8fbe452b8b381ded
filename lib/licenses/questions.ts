import type { LicenseReason, QuestionAnswer } from '../assessment'
import type { LicenseKnowledge, LicenseTerms, TermKey } from './knowledge-schema'
import type { LicenseEntry } from './types'

/**
 * "May I …?": six questions that people come with, answered from what was read in a licence's text. Every answer
 * carries its reasons with clause and quote; what nobody has read gives "not determined" and says so.
 */

export const QUESTIONS = ['commercial', 'share', 'train', 'eu', 'ship', 'serve'] as const
export type Question = QuestionAnswer['question']
export type Verdict = QuestionAnswer['verdict']

/** What an answer rests on. The words for each are in the locales, under `reason_…`. */
export type ReasonId =
  | 'allowed'
  | 'allowed-osd'
  | 'allowed-open'
  | 'noncommercial'
  | 'research-only'
  | 'separate-license'
  | 'no-derivatives'
  | 'no-redistribution'
  | 'conditions'
  | 'use-policy'
  | 'users-license'
  | 'users-display'
  | 'users-register'
  | 'users-limit'
  | 'revenue-license'
  | 'revenue-display'
  | 'revenue-register'
  | 'revenue-limit'
  | 'register'
  | 'territory'
  | 'territory-multimodal'
  | 'territory-none'
  | 'keep-notices'
  | 'license-copy'
  | 'state-changes'
  | 'same-license'
  | 'naming-display'
  | 'naming-prefix'
  | 'naming-encouraged'
  | 'outputs-forbidden'
  | 'outputs-competing'
  | 'outputs-other-models'
  | 'outputs-language-models'
  | 'outputs-named-kinds'
  | 'only-models'
  | 'outputs-derivative'
  | 'outputs-conditions'
  | 'outputs-silent'
  | 'hosting-forbidden'
  | 'hosting-distribution'
  | 'hosting-license'
  | 'hosting-source'
  | 'hosting-conditions'
  | 'not-checked'
  | 'unknown-license'
  | 'no-license'
  | 'sources-disagree'

export interface Reason extends LicenseReason {
  id: ReasonId
}

export interface Known {
  entry: LicenseEntry
  knowledge: LicenseKnowledge | null
}

/** Answers all six questions for one licence. */
export function answerQuestions(known: Known): QuestionAnswer[] {
  return QUESTIONS.map((question) => {
    const { verdict, because } = ANSWERS[question](new Reader(known))
    return { question, verdict, because }
  })
}

interface Outcome {
  verdict: Verdict
  because: Reason[]
}

type Term = {
  value: unknown
  clause?: string | undefined
  quote?: string | undefined
  effect?: string | null | undefined
  onlyModels?: string | undefined
}

/** Terms of one licence, with the reasons that quote them. */
class Reader {
  readonly terms: LicenseTerms | null
  readonly #entry: LicenseEntry

  constructor({ entry, knowledge }: Known) {
    this.terms = knowledge?.terms ?? null
    this.#entry = entry
  }

  get open(): boolean {
    return this.#entry.class === 'open'
  }

  /** OSI approval promises what the Open Source Definition demands of every approved licence (https://opensource.org/osd). */
  get osi(): boolean {
    return this.#entry.osi
  }

  /** Copyleft reaches what is shipped unchanged; share-alike only what was changed. */
  get copyleft(): boolean {
    return /copyleft/.test(this.#entry.family)
  }

  get class(): LicenseEntry['class'] {
    return this.#entry.class
  }

  because(id: ReasonId, term: Term | null, ...params: string[]): Reason {
    const only = term?.onlyModels
    return {
      id: only === undefined ? id : 'only-models',
      params: only === undefined ? params : [only],
      clause: term?.clause ?? null,
      quote: term?.quote ?? null,
      license: this.#entry.id,
      url: this.#entry.url,
    }
  }

  /** A clause of the Open Source Definition as the source. */
  osd(clause: string, quote: string): Reason {
    return {
      id: 'allowed-osd',
      params: [clause],
      clause: `OSD ${clause}`,
      quote,
      license: this.#entry.id,
      url: 'https://opensource.org/osd',
    }
  }

  notChecked(): Outcome {
    return { verdict: 'unknown', because: [this.because('not-checked', null)] }
  }

  flag(key: TermKey, id: ReasonId): Reason[] {
    const term = this.terms?.[key]
    return term?.value === true ? [this.because(id, term)] : []
  }
}

const OSD_FREE_REDISTRIBUTION =
  'The license shall not restrict any party from selling or giving away the software'
const OSD_DERIVED = 'The license must allow modifications and derived works'
const OSD_FIELDS =
  'The license must not restrict anyone from making use of the program in a specific field of endeavor.'
const OSD_PERSONS = 'The license must not discriminate against any person or group of persons.'

/** Outputs that may not train some models, by the effect of the clause: others may be trained. */
const FORBIDDEN_IN_PART: ReadonlyMap<string, ReasonId> = new Map([
  ['competing', 'outputs-competing'],
  ['language-models', 'outputs-language-models'],
  ['named-kinds', 'outputs-named-kinds'],
])

const ANSWERS: Record<Question, (read: Reader) => Outcome> = {
  commercial: (read) => {
    const term = read.terms?.commercialUse ?? null
    if (term === null) return read.osi ? yes(read.osd('6', OSD_FIELDS)) : read.notChecked()
    if (term.value === 'no') return { verdict: 'no', because: [refusal(read, term)] }
    const conditions = [...thresholds(read), ...registration(read), ...policy(read), ...territory(read)]
    if (conditions.length > 0) return { verdict: 'if', because: conditions }
    if (term.value === 'conditional') return { verdict: 'if', because: [condition(read, term)] }
    return yes(read.because('allowed', term))
  },

  share: (read) => {
    const { modify, redistribute } = read.terms ?? {}
    if (modify?.value === 'no') return { verdict: 'no', because: [read.because('no-derivatives', modify)] }
    if (redistribute?.value === 'no') {
      return { verdict: 'no', because: [read.because('no-redistribution', redistribute)] }
    }
    if (!modify || !redistribute) {
      if (!read.osi) return read.notChecked()
      return { verdict: 'if', because: [read.osd('3', OSD_DERIVED), ...duties(read, true)] }
    }
    const conditions = [...noncommercial(read), ...duties(read, true), ...policy(read), ...territory(read)]
    if (conditions.length > 0) return { verdict: 'if', because: conditions }
    const conditional = [modify, redistribute].find(({ value }) => value === 'conditional')
    if (conditional) return { verdict: 'if', because: [read.because('conditions', conditional)] }
    return yes(read.because('allowed', modify))
  },

  train: (read) => {
    const term = read.terms?.trainOtherModelsOnOutputs ?? null
    if (term === null) return read.osi ? yes(read.osd('6', OSD_FIELDS)) : read.notChecked()
    if (term.value === 'forbidden') {
      const partly = FORBIDDEN_IN_PART.get(effectOf(term) ?? '')
      if (partly) return { verdict: 'if', because: [read.because(partly, term)] }
      const id = effectOf(term) === 'other-models' ? 'outputs-other-models' : 'outputs-forbidden'
      return { verdict: 'no', because: [read.because(id, term)] }
    }
    const limits = noncommercial(read)
    if (term.value === 'allowed') {
      return limits.length > 0 ? { verdict: 'if', because: limits } : yes(read.because('allowed', term))
    }
    if (term.value === 'conditional') {
      const effect = effectOf(term)
      if (effect === 'competing')
        return { verdict: 'if', because: [read.because('outputs-competing', term), ...limits] }
      if (effect === 'derivative')
        return { verdict: 'if', because: [read.because('outputs-derivative', term), ...limits] }
      const naming = effect === 'name-prefix' ? namings(read, true) : []
      return {
        verdict: 'if',
        because: [...(naming.length > 0 ? naming : [read.because('outputs-conditions', term)]), ...limits],
      }
    }
    // A text that does not speak of outputs forbids nothing in a free licence; elsewhere nobody can tell.
    const silent = read.because('outputs-silent', term)
    if (read.open) return yes(silent)
    return { verdict: 'unknown', because: [silent, ...limits] }
  },

  eu: (read) => {
    const term = read.terms?.territoryExclusion ?? null
    if (term === null) return read.osi ? yes(read.osd('5', OSD_PERSONS)) : read.notChecked()
    if (term.value === false) return yes(read.because('territory-none', term))
    const places = read.terms?.territoryExclusion
    if (!places || places.value === false || !('effect' in places)) return read.notChecked()
    if (!places.value.includes('EU')) return yes(read.because('territory-none', places))
    return places.effect === 'multimodal'
      ? { verdict: 'if', because: [read.because('territory-multimodal', places, places.value.join(', '))] }
      : { verdict: 'no', because: [read.because('territory', places, places.value.join(', '))] }
  },

  ship: (read) => {
    const { commercialUse, redistribute } = read.terms ?? {}
    if (commercialUse?.value === 'no') return { verdict: 'no', because: [refusal(read, commercialUse)] }
    if (redistribute?.value === 'no') {
      return { verdict: 'no', because: [read.because('no-redistribution', redistribute)] }
    }
    if (!commercialUse || !redistribute) {
      if (!read.osi) return read.notChecked()
      return { verdict: 'if', because: [read.osd('1', OSD_FREE_REDISTRIBUTION), ...duties(read, false)] }
    }
    const conditions = [
      ...thresholds(read),
      ...registration(read),
      ...duties(read, false),
      ...(read.copyleft ? read.flag('shareAlike', 'same-license') : []),
      ...policy(read),
      ...territory(read),
    ]
    if (conditions.length > 0) return { verdict: 'if', because: conditions }
    const conditional = [commercialUse, redistribute].find(({ value }) => value === 'conditional')
    if (conditional) return { verdict: 'if', because: [condition(read, conditional)] }
    return yes(read.because('allowed', redistribute))
  },

  serve: (read) => {
    const { commercialUse, serve } = read.terms ?? {}
    if (serve?.value === 'no') return { verdict: 'no', because: [read.because('hosting-forbidden', serve)] }
    if (commercialUse?.value === 'no') {
      // A service without a business may be left; whether it is one, no text can say.
      const research = refusal(read, commercialUse)
      return { verdict: research.id === 'noncommercial' ? 'if' : 'no', because: [research] }
    }
    if (!serve || !commercialUse) return read.osi ? yes(read.osd('6', OSD_FIELDS)) : read.notChecked()
    const hosting = 'effect' in serve ? hostingReason(read, serve) : []
    const conditions = [
      ...hosting,
      ...thresholds(read),
      ...registration(read),
      ...namings(read, false),
      ...policy(read),
      ...territory(read),
    ]
    if (conditions.length > 0) return { verdict: 'if', because: conditions }
    if (serve.value === 'conditional' || commercialUse.value === 'conditional') {
      return {
        verdict: 'if',
        because: [condition(read, serve.value === 'conditional' ? serve : commercialUse)],
      }
    }
    return yes(read.because('allowed', serve.value === 'yes' ? serve : commercialUse))
  },
}

const yes = (reason: Reason): Outcome => ({ verdict: 'yes', because: [reason] })

const effectOf = (term: object): string | null =>
  'effect' in term && typeof term.effect === 'string' ? term.effect : null

function refusal(read: Reader, term: Term): Reason {
  if (term.effect === 'research') return read.because('research-only', term)
  if (term.effect === 'separate-license') return read.because('separate-license', term)
  return read.because('noncommercial', term)
}

function condition(read: Reader, term: Term): Reason {
  return read.because(term.effect === 'separate-license' ? 'separate-license' : 'conditions', term)
}

const noncommercial = (read: Reader): Reason[] => {
  const term = read.terms?.commercialUse
  return term?.value === 'no' ? [refusal(read, term)] : []
}

const policy = (read: Reader): Reason[] => read.flag('useRestrictions', 'use-policy')

function registration(read: Reader): Reason[] {
  const term = read.terms?.gatedAcceptance
  return term?.value === true ? [read.because('register', term)] : []
}

function territory(read: Reader): Reason[] {
  const term = read.terms?.territoryExclusion
  if (!term || term.value === false || !('effect' in term)) return []
  return [
    read.because(term.effect === 'all' ? 'territory' : 'territory-multimodal', term, term.value.join(', ')),
  ]
}

/** Numbers go out as they are; the surface writes them in its language. */
function thresholds(read: Reader): Reason[] {
  const found: Reason[] = []
  const users = read.terms?.userThreshold
  if (users && users.value !== false) {
    found.push(
      read.because(`users-${users.effect}`, users, String(users.value), users.period, nameToShow(read)),
    )
  }
  const revenue = read.terms?.revenueThreshold
  if (revenue && revenue.value !== false) {
    found.push(
      read.because(
        `revenue-${revenue.effect}`,
        revenue,
        String(revenue.value),
        revenue.period,
        revenue.currency,
        nameToShow(read),
      ),
    )
  }
  return found
}

function nameToShow(read: Reader): string {
  const term = read.terms?.namingRequirement
  return term && term.value !== false ? term.value : ''
}

/** Names to show or to take. `derived`: also what only changed or trained models must be called. */
function namings(read: Reader, derived: boolean): Reason[] {
  const term = read.terms?.namingRequirement
  if (!term || term.value === false) return []
  // A name that is owed only above a threshold is told with the threshold.
  const { userThreshold, revenueThreshold } = read.terms ?? {}
  const byThreshold = [userThreshold, revenueThreshold].some((item) => item && effectOf(item) === 'display')
  const found: Reason[] = []
  if ((term.effect === 'display' || term.effect === 'display+prefix') && !byThreshold) {
    found.push(read.because('naming-display', term, term.value))
  }
  if (derived && (term.effect === 'prefix' || term.effect === 'display+prefix')) {
    found.push(read.because('naming-prefix', term, term.prefix ?? term.value))
  }
  if (term.effect === 'encouraged') found.push(read.because('naming-encouraged', term, term.value))
  return found
}

function duties(read: Reader, changed: boolean): Reason[] {
  const copy = read.flag('includeLicence', 'license-copy')
  const notices = read.flag('attribution', 'keep-notices')
  // One sentence of the text that asks for both is told once.
  const both = copy[0] && notices[0] && copy[0].quote === notices[0].quote ? notices : [...notices, ...copy]
  return [
    ...both,
    ...(changed ? read.flag('stateChanges', 'state-changes') : []),
    ...(changed ? read.flag('shareAlike', 'same-license') : []),
    ...namings(read, changed),
  ]
}

function hostingReason(read: Reader, serve: Term): Reason[] {
  switch (serve.effect) {
    case 'counts-as-distribution':
      return [read.because('hosting-distribution', serve)]
    case 'needs-license':
      return [read.because('hosting-license', serve)]
    case 'source-offer':
      return [read.because('hosting-source', serve)]
    case 'noncommercial':
      return [read.because('noncommercial', serve)]
    case 'conditions':
      return [read.because('hosting-conditions', serve)]
    default:
      return []
  }
}
