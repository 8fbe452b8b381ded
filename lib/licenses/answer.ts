import type { Conflict, Evidence, LicenseAnswer, LicensePart, LicenseState } from '../assessment'
import type { Reading } from '../snapshot/reading'
import { declaredConflicts } from './conflicts'
import { type Declaration, readDeclarations } from './declarations'
import { type Expression, partId, readExpression } from './expression'
import type { LicenseFile } from './license-files'
import { isPlaceholder, type NormalizedLicense } from './normalize'
import type { LicenseEntry } from './types'

/** The questions that a licence text answers; `null` until somebody has read it for that question. */
export const TERM_KEYS = [
  'commercialUse',
  'modify',
  'redistribute',
  'attribution',
  'shareAlike',
  'includeLicence',
  'stateChanges',
  'patentGrant',
  'useRestrictions',
  'namingRequirement',
  'trainOtherModelsOnOutputs',
  'userThreshold',
  'revenueThreshold',
  'territoryExclusion',
  'gatedAcceptance',
  'litigationTermination',
  'serve',
] as const

/** A reading's licence: the answer to show, and what findings need of it. */
export interface LicenseReading {
  answer: LicenseAnswer
  state: LicenseState
  /** SPDX or registry id, an expression of them, or the words as written; null unless declared. */
  license: string | null
  evidence: Evidence[]
}

const emptyTerms = (): LicenseAnswer['terms'] => Object.fromEntries(TERM_KEYS.map((key) => [key, null]))

/** What else was found where files were looked at (`inspectLicense`). */
export interface Found {
  files: readonly LicenseFile[]
  declarations: readonly Declaration[]
  /** Where further sources disagree with what is declared. */
  conflicts(declarations: readonly Declaration[], declared: Expression | null): Conflict[]
  /** Everything was looked at and no licence is there. */
  none: boolean
}

const NOTHING: Found = { files: [], declarations: [], none: false, conflicts: () => [] }

/**
 * Reads which licence the weights are under from the page's tag, front matter, `license_name` and `license_link`, and
 * from what else was found. Cheap enough for a content script.
 */
export function answerLicense(reading: Reading, found: Found = NOTHING): LicenseReading {
  const declarations = [...readDeclarations(reading), ...found.declarations]
  const { files } = found
  const first = declarations[0]
  const declared = first ? readExpression(first.licenses, first) : null
  const titled = files.find(({ read }) => read !== null)
  const silent =
    declared === null ||
    declared.parts.every((part) => isPlaceholder(part.entry) && part.raw === part.entry?.id)
  const conflicts = () => [
    ...declaredConflicts(declarations, declared),
    ...found.conflicts(declarations, declared),
  ]
  if (silent && titled?.read && titled.read.how !== 'modified') {
    const entry = titled.read.entry
    return {
      answer: {
        ...describe(entry, entry.id, entry.class, [...places(declarations), 'LICENSE'], entry.url),
        conflicts: conflicts(),
      },
      state: 'declared',
      license: entry.id,
      evidence: [...declarations.map((item) => item.evidence), titled.evidence],
    }
  }
  if (first && declared) {
    const [part] = declared.parts
    const single = declared.parts.length === 1 && part ? part : null
    const answer = describe(
      single?.entry ?? null,
      declared.text,
      declared.class,
      places(declarations),
      first.link,
    )
    answer.parts = declared.parts.map(describePart)
    answer.operator = declared.operator
    answer.id = single ? partId(single) : null
    answer.label = single ? labelOf(single.entry, partId(single)) : declared.text
    answer.conflicts = conflicts()
    if (titled) answer.declaredIn.push('LICENSE')
    return {
      answer,
      state: silent && declared.text === 'unknown' ? 'unknown' : 'declared',
      license: declared.text,
      evidence: [
        ...declarations.map((item) => explainList(item.evidence, declared)),
        ...files.map((file) => file.evidence),
      ],
    }
  }
  const state = found.none ? 'none' : 'unknown'
  return {
    answer: {
      ...describe(null, null, state === 'none' ? 'none' : 'unknown', [], null),
      label: null,
      conflicts: conflicts(),
    },
    state,
    license: null,
    evidence: files.map((file) => file.evidence),
  }
}

function describe(
  entry: LicenseEntry | null,
  expression: string | null,
  licenseClass: LicenseAnswer['class'],
  declaredIn: string[],
  link: string | null,
): LicenseAnswer {
  return {
    id: entry?.id ?? null,
    expression,
    label: entry?.label ?? null,
    family: entry && !isPlaceholder(entry) ? entry.family : null,
    class: licenseClass,
    terms: emptyTerms(),
    declaredIn,
    url: link !== null && /^https:\/\//i.test(link) ? link : (entry?.url ?? null),
    conflicts: [],
    parts: entry ? [describePart({ entry, raw: entry.id })] : [],
    operator: 'AND',
    answers: null,
  }
}

function describePart(part: Pick<NormalizedLicense, 'entry' | 'raw'>): LicensePart {
  const known = part.entry && !isPlaceholder(part.entry) ? part.entry : null
  const id = partId(part).slice(0, 200)
  return {
    id,
    label: labelOf(part.entry, id),
    family: known?.family ?? null,
    class: known?.class ?? 'unknown',
    url: known?.url ?? null,
    terms: null,
  }
}

const labelOf = (entry: LicenseEntry | null, id: string): string =>
  entry && !isPlaceholder(entry) ? entry.label : id.slice(0, 60)

const places = (declarations: readonly { place: string }[]): string[] => [
  ...new Set(declarations.map((item) => item.place)),
]

/** Says how several licences were read, since the page does not. */
function explainList(evidence: Evidence, declared: Expression): Evidence {
  if (declared.parts.length < 2 || declared.operator === 'OR') return evidence
  return {
    ...evidence,
    claim: `The page lists ${declared.parts.length} licences without saying whether one may choose; read as applying together.`,
  }
}
