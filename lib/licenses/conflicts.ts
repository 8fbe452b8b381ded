import type { Conflict, Evidence } from '../assessment'
import type { Declaration } from './declarations'
import { type Expression, readExpression } from './expression'
import { isPlaceholder, type NormalizedLicense, normalizeLicense } from './normalize'
import type { LicenseEntry } from './types'

/**
 * Where the sources of a licence disagree. A disagreement is a `conflict` only when the page promises more than the
 * other source allows; the other way round it `differs`.
 */

const FREEDOM: Record<LicenseEntry['class'], number> = { open: 2, conditional: 1, unknown: 1, restricted: 0 }

export const severity = (promised: LicenseEntry, allowed: LicenseEntry): Conflict['severity'] =>
  FREEDOM[promised.class] > FREEDOM[allowed.class] && allowed.class !== 'unknown' ? 'conflict' : 'differs'

/** Entries that say something: not `other`, not unknown to everybody, not a family without a version. */
export const speaking = (parts: readonly NormalizedLicense[]): LicenseEntry[] =>
  parts
    .map((part) => part.entry)
    .filter((entry): entry is LicenseEntry => entry !== null && !isPlaceholder(entry))

export const sameLicense = (a: LicenseEntry, b: LicenseEntry): boolean =>
  a.id === b.id ||
  (a.family === 'family' && b.id.toLowerCase().startsWith(a.id)) ||
  (b.family === 'family' && a.id.toLowerCase().startsWith(b.id))

/** What the page's own metadata says twice: tag against front matter, tag against `license_name`. */
export function declaredConflicts(
  declarations: readonly Declaration[],
  primary: Expression | null,
): Conflict[] {
  const first = declarations[0]
  if (!first || !primary) return []
  const found: Conflict[] = []
  const promised = speaking(primary.parts)
  for (const other of declarations.slice(1)) {
    const expression = readExpression(other.licenses, other)
    const entries = expression ? speaking(expression.parts) : []
    const left = promised[0]
    const right = entries.find((entry) => !promised.some((known) => sameLicense(entry, known)))
    if (!left || !right) continue
    found.push({
      kind: 'tag-vs-name',
      severity: severity(left, right),
      between: [left.id, right.id],
      explanation: `The ${first.place} says ${left.id}, the ${other.place} says ${right.id}.`,
      evidence: [first.evidence, other.evidence],
    })
  }
  const named = first.name ? normalizeLicense(first.name) : null
  const [tagged] = promised
  if (
    named?.entry &&
    tagged &&
    !isPlaceholder(named.entry) &&
    !promised.some((entry) => sameLicense(entry, named.entry ?? entry))
  ) {
    found.push({
      kind: 'tag-vs-name',
      severity: severity(tagged, named.entry),
      between: [tagged.id, named.entry.id],
      explanation: `The licence is declared as ${tagged.id}, its license_name is ${first.name?.slice(0, 80)}.`,
      evidence: [first.evidence, nameEvidence(first)],
    })
  }
  return found
}

/** The `license_name` line as evidence. */
export const nameEvidence = (declaration: Declaration): Evidence => ({
  ...declaration.evidence,
  quote: `license_name: ${declaration.name?.slice(0, 150)}`,
  locator: 'front matter: license_name',
  method: 'license.name',
})
