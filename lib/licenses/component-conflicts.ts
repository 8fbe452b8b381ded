import type { Conflict, Evidence } from '../assessment'
import { listDatasets } from '../evidence/datasets'
import { ownSources } from '../evidence/own-sources'
import { linkedHub } from '../lineage/linked'
import type { Reading } from '../snapshot/reading'
import { sameLicense, severity } from './conflicts'
import { readDeclarations } from './declarations'
import { readExpression } from './expression'
import { githubLicense } from './github'
import { readCodeLicense } from './license-files'
import { isPlaceholder } from './normalize'
import { readStatements } from './statements'
import type { LicenseEntry } from './types'

/**
 * What a card says of its code's and its data's licence, against the code and the data themselves. These concern a
 * component; the weights' own terms stay as they are.
 */
export function findComponentConflicts(reading: Reading): Conflict[] {
  return [...codeConflicts(reading), ...dataConflicts(reading)]
}

interface Said {
  entry: LicenseEntry
  evidence: Evidence
}

function stated(reading: Reading, about: 'code' | 'data'): Said[] {
  return readStatements(reading).flatMap((item) =>
    item.about === about && item.says.kind === 'license'
      ? [{ entry: item.says.entry, evidence: item.evidence }]
      : [],
  )
}

/** A card that gives its code several licences speaks of several pieces; none of them can be held against one file. */
function only(said: readonly Said[]): Said | null {
  const [first] = said
  return first && said.every(({ entry }) => sameLicense(entry, first.entry)) ? first : null
}

function codeConflicts(reading: Reading): Conflict[] {
  const card = only(stated(reading, 'code'))
  if (card === null) return []
  const own = readCodeLicense(reading)
  if (own && !sameLicense(own.entry, card.entry)) {
    return [
      {
        kind: 'tag-vs-text',
        about: 'code',
        severity: severity(card.entry, own.entry),
        between: [card.entry.id, own.entry.id],
        explanation: `The card says that the code is under ${card.entry.id}; the text of ${own.path} is ${own.entry.name}.`,
        evidence: [card.evidence, own.evidence],
      },
    ]
  }
  if (reading.site !== 'huggingface') return []
  for (const source of ownSources(reading)) {
    const there = codeLicenseOf(source)
    if (there === null || sameLicense(there.entry, card.entry)) continue
    return [
      {
        kind: 'hub-vs-github',
        about: 'code',
        severity: severity(card.entry, there.entry),
        between: [card.entry.id, there.entry.id],
        explanation: `The card says that the code is under ${card.entry.id}; the repository ${source.id} is under ${there.entry.id}.`,
        evidence: [card.evidence, there.evidence],
      },
    ]
  }
  return []
}

/** A repository's word on its code, else the licence that GitHub detected there. */
function codeLicenseOf(source: Reading): Said | null {
  const said = only(stated(source, 'code'))
  if (said) return said
  const declared = githubLicense(source)
  const expression = declared ? readExpression(declared.licenses, declared) : null
  const entry = expression?.parts.length === 1 ? expression.parts[0]?.entry : null
  return declared && entry && !isPlaceholder(entry) ? { entry, evidence: declared.evidence } : null
}

/** Only where one data set is named: with several, a sentence on "the data" may mean any of them. */
function dataConflicts(reading: Reading): Conflict[] {
  const card = only(stated(reading, 'data'))
  const [dataset, another] = listDatasets(reading)
  if (card === null || !dataset || another) return []
  const target = linkedHub(reading, `datasets/${dataset.id}`)
  if (target === null || typeof target === 'string') return []
  const [declared] = readDeclarations(target)
  const entries = (declared ? (readExpression(declared.licenses, declared)?.parts ?? []) : []).flatMap(
    ({ entry }) => (entry && !isPlaceholder(entry) ? [entry] : []),
  )
  const [theirs] = entries
  if (!declared || !theirs || entries.some((entry) => sameLicense(entry, card.entry))) return []
  return [
    {
      kind: 'tag-vs-text',
      about: 'data',
      severity: severity(card.entry, theirs),
      between: [card.entry.id, theirs.id],
      explanation: `The card says that the data is under ${card.entry.id}; the data set ${dataset.id} is under ${theirs.id}.`,
      evidence: [card.evidence, declared.evidence],
    },
  ]
}
