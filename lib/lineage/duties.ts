import type { BaseDuty, Evidence } from '../assessment'
import { evidence } from '../evidence/collector'
import { answerLicense } from '../licenses/answer'
import { readDeclarations } from '../licenses/declarations'
import { knowledgeOf } from '../licenses/knowledge'
import type { Duty, LicenseKnowledge } from '../licenses/knowledge-schema'
import { readLicenseFiles } from '../licenses/license-files'
import { lookupLicense } from '../licenses/registry'
import type { Reading } from '../snapshot/reading'
import { fileUrl, treeUrl } from '../snapshot/urls'
import type { Node } from './ancestors'

/**
 * What the licences of a model's bases ask of everything derived from them, with what this page shows of it. A duty
 * that a page cannot show (a notice that goes to a buyer) stays open; "not found" is said only of what was looked at.
 */

const MAX_DUTIES = 40

/** The duties to each base that was seen and whose licence has been read, each clause once. */
export function dutiesOf(reading: Reading, nodes: readonly Node[]): BaseDuty[] {
  const found = new Map<string, BaseDuty>()
  for (const { id, reading: base } of nodes) {
    if (base === null) continue
    for (const part of answerLicense(base).answer.parts) {
      const knowledge = knowledgeOf(part.id)
      for (const duty of knowledge?.derivatives?.mustFlowDown ?? []) {
        const key = `${part.id} ${duty.duty} ${duty.clause} ${duty.quote}`
        if (knowledge === null || found.has(key) || found.size >= MAX_DUTIES) continue
        const check = CHECKS[duty.duty]
        const proof = check?.(reading, knowledge) ?? null
        found.set(key, {
          base: id,
          license: part.id,
          duty: duty.duty,
          clause: duty.clause,
          quote: duty.quote,
          ...(duty.onlyModels === undefined ? {} : { onlyModels: duty.onlyModels }),
          state: proof
            ? 'met'
            : check === undefined || !wasLookedAt(reading, duty.duty)
              ? 'cannot_tell'
              : 'not_found',
          evidence: proof,
        })
      }
    }
  }
  return [...found.values()]
}

/** Proof that a duty is met, or null. */
type Check = (reading: Reading, base: LicenseKnowledge) => Evidence | null

const CHECKS: Partial<Record<Duty, Check>> = {
  'license-copy': (reading, base) => licenseFile(reading, base) ?? null,
  'attribution-notice': (reading, base) => file(reading, /^notice(?:\.\w{1,10})?$/i) ?? holder(reading, base),
  'use-restrictions': (reading, base) =>
    file(reading, /^(?:use[-_ ]?policy|acceptable[-_ ]use)[^/]{0,40}$/i) ?? sameDeclared(reading, base),
  'same-license': sameDeclared,
  noncommercial: restrictedDeclared,
  naming: shownName,
}

/** Which sources a duty would be seen in. */
function wasLookedAt(reading: Reading, duty: Duty): boolean {
  const files = reading.files !== null && !reading.filesTruncated
  const card = reading.card !== null && !reading.cardTruncated
  return duty === 'naming' ? card : duty === 'same-license' || duty === 'noncommercial' ? true : files && card
}

function file(reading: Reading, pattern: RegExp): Evidence | null {
  const path = reading.files?.find((entry) => entry.path.length < 80 && pattern.test(entry.path))?.path
  if (path === undefined) return null
  return evidence(
    `The repository holds ${path}.`,
    path,
    fileUrl(reading.site, reading.id, reading.revision, path),
    `file: ${path}`,
    'lineage.duty-file',
    'artefact',
  )
}

/** A licence file that is the base's text; one that was not read may be it only where the page declares that licence. */
function licenseFile(reading: Reading, base: LicenseKnowledge): Evidence | null {
  const files = readLicenseFiles(reading)
  const known = files.find(({ read }) => read?.entry.id === base.id)
  if (known) return known.evidence
  const [unread] = files.filter(({ read }) => read === null)
  return unread && sameDeclared(reading, base) ? unread.evidence : null
}

/** The base's own notice in the card, by the licence's name. */
function holder(reading: Reading, base: LicenseKnowledge): Evidence | null {
  const name = base.name.replace(/(?<!\s)\s*\([\s\S]*/, '').toLowerCase()
  return quoteOf(
    reading,
    (text) => text.toLowerCase().includes(name),
    'The card names the licence of its base.',
  )
}

function sameDeclared(reading: Reading, base: LicenseKnowledge): Evidence | null {
  const answer = answerLicense(reading).answer
  return answer.parts.some(({ id }) => id === base.id)
    ? (readDeclarations(reading)[0]?.evidence ?? null)
    : null
}

function restrictedDeclared(reading: Reading): Evidence | null {
  const { parts, operator } = answerLicense(reading).answer
  const limited = parts.filter(({ id }) => lookupLicense(id)?.class === 'restricted')
  const kept = operator === 'OR' ? limited.length === parts.length : limited.length > 0
  return kept && parts.length > 0 ? (readDeclarations(reading)[0]?.evidence ?? null) : null
}

/** The words that the licence wants shown, in the card, or at the start of the model's name. */
function shownName(reading: Reading, base: LicenseKnowledge): Evidence | null {
  const term = base.terms.namingRequirement
  if (!term || term.value === false) return null
  const words = term.value.toLowerCase()
  const own = reading.id.slice(reading.id.indexOf('/') + 1)
  const prefix = term.prefix ?? (term.effect === 'prefix' ? term.value : null)
  if (prefix !== null && own.toLowerCase().startsWith(prefix.toLowerCase())) {
    return evidence(
      `The model's name begins with "${prefix}".`,
      own,
      treeUrl(reading.site, reading.id, reading.revision),
      'name',
      'lineage.duty-name',
      'declared',
    )
  }
  return quoteOf(reading, (text) => text.toLowerCase().includes(words), `The card shows "${term.value}".`)
}

function quoteOf(reading: Reading, holds: (text: string) => boolean, claim: string): Evidence | null {
  const block = reading.card?.blocks.find(({ text }) => holds(text))
  if (!block) return null
  return evidence(
    claim,
    block.text,
    fileUrl(reading.site, reading.id, reading.revision, 'README.md'),
    block.section.heading === null ? 'card' : `section: ${block.section.heading.slice(0, 120)}`,
    'lineage.duty-text',
    'declared',
  )
}
