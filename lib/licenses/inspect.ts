import type { Conflict } from '../assessment'
import { hubModelsOf } from '../evidence/hub-models'
import type { Reading } from '../snapshot/reading'
import { answerLicense, type LicenseReading } from './answer'
import { findBaseConflicts } from './base-conflicts'
import { textLicense } from './card-text'
import { findComponentConflicts } from './component-conflicts'
import { readDeclarations } from './declarations'
import { githubLicense } from './github'
import { keptByReading } from './kept'
import { hasLicenseFile, readLicenseFiles } from './license-files'
import { findSourceConflicts } from './source-conflicts'
import { withTerms } from './terms'

/**
 * The licence with everything looked at: licence files, GitHub's detection, the card's words, bases and data, and what
 * was read in the licences' texts. `none` needs a card that was read whole and says nothing, and a complete listing
 * without a licence file.
 */
export const inspectLicense = keptByReading(inspectOnce)

function inspectOnce(reading: Reading): LicenseReading {
  const repository = githubLicense(reading)
  const files = readLicenseFiles(reading)
  // Metadata and files come first; the card's words are asked where they are silent.
  const silent =
    repository === null && files.every(({ read }) => read === null) && readDeclarations(reading).length === 0
  const declared = silent ? textLicense(reading) : repository
  const license = answerLicense(reading, {
    files,
    declarations: declared ? [declared] : [],
    none: lacksLicense(reading),
    conflicts: (declarations, declared) => [
      ...findSourceConflicts(reading, declarations, declared, files),
      ...findComponentConflicts(reading),
      ...fromTheOtherSide(reading),
      ...findBaseConflicts(reading, {
        expression: declared,
        evidence: declarations[0]?.evidence ?? null,
      }),
    ],
  })
  return { ...license, answer: withTerms(license.answer) }
}

/** What the page on the Hub would say of the two: a contradiction is shown on both sides. */
function fromTheOtherSide(reading: Reading): Conflict[] {
  return hubModelsOf(reading).flatMap((model) => {
    const joined: Reading = { ...model, linked: new Map([[reading.url, { ...reading, linked: new Map() }]]) }
    return inspectLicense(joined).answer.conflicts.filter(({ kind }) => kind === 'hub-vs-github')
  })
}

/** A card that speaks of a licence in its prose is not one without a licence. */
const SPEAKS_OF_LICENSE = /licen[cs]|copyright|terms of use|public domain/i

function lacksLicense(reading: Reading): boolean {
  if (reading.files === null || reading.filesTruncated || hasLicenseFile(reading)) return false
  if (reading.frontMatterFault !== null || reading.cardTruncated) return false
  if (reading.card !== null) return !reading.card.blocks.some((block) => SPEAKS_OF_LICENSE.test(block.text))
  return !reading.files.some((file) => /^readme(?:\.|$)/i.test(file.path.slice(0, 80)))
}
