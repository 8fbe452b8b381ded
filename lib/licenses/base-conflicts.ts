import type { Conflict, Evidence } from '../assessment'
import { evidence } from '../evidence/collector'
import { listDatasets } from '../evidence/datasets'
import { ancestorsOf } from '../lineage/ancestors'
import { type Base, isTeacher, readBases } from '../lineage/bases'
import { linkedHub } from '../lineage/linked'
import { looksAdapter, looksCopied } from '../lineage/relation'
import type { Reading } from '../snapshot/reading'
import { sameLicense, speaking } from './conflicts'
import { readDeclarations } from './declarations'
import { type Expression, readExpression } from './expression'
import { knowledgeOf } from './knowledge'
import type { LicenseKnowledge } from './knowledge-schema'
import type { LicenseEntry } from './types'

/**
 * Where a model's licence and its base's do not go together. A conflict only where the base's text forbids other terms
 * for what is derived from it; a copy in another format stays under its licence, so there another label differs.
 */

/** Own licences against those of the bases and, softer, of the training data. */
export function findBaseConflicts(
  reading: Reading,
  own: { expression: Expression | null; evidence: Evidence | null },
): Conflict[] {
  const found: Conflict[] = []
  const forbidden = new Set<string>()
  for (const { base, target, depth } of seenBases(reading)) {
    const declared = declarationOf(target)
    if (declared === null) continue
    const conflict = compareWithBase(reading, base, declared, own)
    if (!conflict) continue
    // A base of a base binds where its terms go on to everything derived; the same terms are told once.
    const theirs = conflict.between[1] ?? ''
    if (conflict.severity === 'conflict' ? forbidden.has(theirs) : depth > 1) continue
    forbidden.add(theirs)
    found.push(conflict)
  }
  found.push(...taught(reading, own))
  const data = own.expression && own.evidence ? restrictedData(reading, own.expression, own.evidence) : null
  if (data) found.push(data)
  return found
}

/** Bases that were looked at, at any depth, each with the place where it is named. */
function seenBases(reading: Reading): { base: Base; target: Reading; depth: number }[] {
  const direct = readBases(reading)
  const nodes = ancestorsOf(reading)
  const named = [...direct, ...nodes.flatMap(({ bases }) => bases)]
  return nodes.flatMap(({ reading: target, depth }) => {
    if (target === null) return []
    const base = named.find(({ id }) => linkedHub(reading, id) === target)
    return base ? [{ base: { ...base, relation: depth === 1 ? base.relation : null }, target, depth }] : []
  })
}

/**
 * What a teacher's licence says of models that learn from its answers: that they count as derived from it (then its
 * terms go on as to a fine-tune), or that there shall be none.
 */
function taught(
  reading: Reading,
  own: { expression: Expression | null; evidence: Evidence | null },
): Conflict[] {
  return readBases(reading)
    .filter(isTeacher)
    .flatMap((base): Conflict[] => {
      const target = linkedHub(reading, base.id)
      const declared = target === null || typeof target === 'string' ? null : declarationOf(target)
      for (const theirs of declared?.entries ?? []) {
        const term = knowledgeOf(theirs.id)?.terms.trainOtherModelsOnOutputs
        if (!declared || !term || !('clause' in term)) continue
        if (term.effect === 'derivative') {
          const conflict = compareWithBase(reading, base, declared, own)
          return conflict ? [conflict] : []
        }
        if (term.value !== 'forbidden' || entriesOf(own).some((entry) => sameLicense(entry, theirs))) continue
        return [
          {
            kind: 'base-conflict',
            severity: 'differs',
            between: [own.expression?.text ?? 'none', theirs.id],
            explanation: `The card calls ${base.id} a teacher of the model; ${theirs.id} restricts training other models on what it answers (${term.clause}).`,
            evidence: [base.evidence, declared.evidence, clauseEvidence(theirs, term)],
          },
        ]
      }
      return []
    })
}

const entriesOf = ({ expression }: { expression: Expression | null }): LicenseEntry[] =>
  speaking(expression?.parts ?? [])

interface Declared {
  entries: LicenseEntry[]
  evidence: Evidence
}

function declarationOf(target: Reading): Declared | null {
  const [first] = readDeclarations(target)
  const expression = first ? readExpression(first.licenses, first) : null
  const entries = speaking(expression?.parts ?? [])
  return first && entries.length > 0 ? { entries, evidence: first.evidence } : null
}

function compareWithBase(
  reading: Reading,
  base: Base,
  declared: Declared,
  own: { expression: Expression | null; evidence: Evidence | null },
): Conflict | null {
  const entries = entriesOf(own)
  const copy = base.relation === 'quantized' || looksCopied(reading)
  const adapter = base.relation === 'adapter' || looksAdapter(reading)
  const kind: Conflict['kind'] = copy ? 'quantized-vs-base' : adapter ? 'adapter-vs-base' : 'base-conflict'

  if (entries.length === 0) {
    // Nothing declared on a copy: its base's licence is the one that holds, and the page does not say so.
    const [theirs] = declared.entries
    if (!copy || own.expression !== null || !theirs || !sawWhole(reading)) return null
    return {
      kind,
      severity: 'differs',
      between: ['none', theirs.id],
      explanation: `The page names no licence; its base ${base.id} is under ${theirs.id}.`,
      evidence: [base.evidence, declared.evidence],
    }
  }
  for (const theirs of declared.entries) {
    if (entries.some((entry) => sameLicense(entry, theirs))) continue
    const [mine] = entries
    if (!mine) continue
    const forbidden = forbids(theirs)
    const proofs = own.evidence
      ? [own.evidence, base.evidence, declared.evidence]
      : [base.evidence, declared.evidence]
    if (forbidden && !carries(mine, theirs)) {
      return {
        kind,
        severity: 'conflict',
        between: [mine.id, theirs.id],
        explanation: `The model is under ${mine.id}, its base ${base.id} under ${theirs.id}, whose terms go with everything derived from it (${forbidden.clause}).`,
        evidence: [...proofs, clauseEvidence(theirs, forbidden)],
      }
    }
    if (copy && dropsDuties(mine, theirs)) {
      return {
        kind,
        severity: 'differs',
        between: [mine.id, theirs.id],
        explanation: `The page says ${mine.id}; it is a copy of ${base.id}, which is under ${theirs.id}.`,
        evidence: proofs,
      }
    }
  }
  return null
}

/** The clause that keeps derivatives under the licence; null where others may be used, or nobody has read. */
function forbids(theirs: LicenseEntry): { clause: string; quote: string } | null {
  const knowledge = knowledgeOf(theirs.id)
  const may = knowledge?.derivatives?.mayRelicense
  return may?.value === false ? may : null
}

/** A licence of the same family in a later version, or one that forbids at least as much, carries the base's terms on. */
function carries(mine: LicenseEntry, theirs: LicenseEntry): boolean {
  const family = (id: string) => id.toLowerCase().replace(/[-_.]?v?\d[\s\S]*/, '')
  if (mine.family === theirs.family && family(mine.id) === family(theirs.id) && mine.class === theirs.class)
    return true
  // Only a limit to non-commercial use is known to be kept by another licence that has it too.
  const keeps = knowledgeOf(theirs.id)?.derivatives
  if (keeps?.ownTerms === 'noncommercial' && mine.class === 'restricted') return true
  const duties = new Set(keeps?.mustFlowDown.map(({ duty }) => duty))
  return (
    mine.class === 'restricted' &&
    theirs.class === 'restricted' &&
    !duties.has('same-license') &&
    !duties.has('license-copy')
  )
}

/** Duties of a base that a copy's label says nothing of. */
function dropsDuties(mine: LicenseEntry, theirs: LicenseEntry): boolean {
  const duties = (entry: LicenseEntry): Set<string> => {
    const knowledge: LicenseKnowledge | null = knowledgeOf(entry.id)
    return new Set(knowledge?.derivatives?.mustFlowDown.map(({ duty }) => duty))
  }
  if (mine.class !== theirs.class) return true
  const own = duties(mine)
  return [...duties(theirs)].some((duty) => !own.has(duty))
}

function clauseEvidence(entry: LicenseEntry, { clause, quote }: { clause: string; quote: string }): Evidence {
  return evidence(
    `${entry.id}, clause ${clause}.`,
    quote,
    entry.url ?? `https://spdx.org/licenses/${entry.id}.html`,
    `license: ${entry.id}, ${clause}`,
    'license.clause',
    'declared',
  )
}

const sawWhole = (reading: Reading): boolean => reading.card !== null && !reading.cardTruncated

/** A free licence on a model that was trained on data for non-commercial use only: not forbidden by any text, worth knowing. */
function restrictedData(reading: Reading, own: Expression, proof: Evidence): Conflict | null {
  if (own.class !== 'open') return null
  for (const { id } of listDatasets(reading)) {
    const target = linkedHub(reading, `datasets/${id}`)
    if (target === null || typeof target === 'string') continue
    const declared = declarationOf(target)
    const restricted = declared?.entries.find((entry) => entry.class === 'restricted')
    if (!declared || !restricted) continue
    return {
      kind: 'base-conflict',
      severity: 'differs',
      between: [own.text, restricted.id],
      explanation: `The model is under ${own.text}; its training data ${id} is under ${restricted.id}.`,
      evidence: [proof, declared.evidence],
    }
  }
  return null
}
