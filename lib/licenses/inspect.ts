import type { Reading } from '../snapshot/reading'
import { answerLicense, type LicenseReading } from './answer'
import { githubLicense } from './github'
import { hasLicenseFile, readLicenseFiles } from './license-files'

/**
 * The licence with licence files and GitHub's detection looked at. `none` needs a card that was read whole and says
 * nothing, and a complete listing without a licence file.
 */
export function inspectLicense(reading: Reading): LicenseReading {
  const repository = githubLicense(reading)
  return answerLicense(reading, {
    files: readLicenseFiles(reading),
    declarations: repository ? [repository] : [],
    none: lacksLicense(reading),
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
