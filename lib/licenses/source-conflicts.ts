import type { Conflict, Evidence } from '../assessment'
import { evidence } from '../evidence/collector'
import { ownSources } from '../evidence/own-sources'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { nameEvidence, sameLicense, severity, speaking } from './conflicts'
import type { Declaration } from './declarations'
import type { Expression } from './expression'
import { githubLicense } from './github'
import { hasWeightsLicense, type LicenseFile, readLicenseFiles } from './license-files'
import { lookupLink } from './links'
import { isPlaceholder, normalizeLicense } from './normalize'
import { readStatements, type Statement } from './statements'
import type { LicenseEntry } from './types'

/**
 * Where a model's sources disagree on its licence: the declared one against licence files, the card's own words, the
 * gate's text, and the model's source repository. Code under one licence and weights under another is no contradiction.
 */

export function findSourceConflicts(
  reading: Reading,
  declarations: readonly Declaration[],
  declared: Expression | null,
  files: readonly LicenseFile[],
): Conflict[] {
  const [first] = declarations
  const tag: Tag | null =
    first && declared
      ? {
          entries: speaking(declared.parts),
          evidence: first.evidence,
          declaration: first,
          expression: declared,
        }
      : null
  const entries = tag?.entries ?? []
  return [
    ...linkConflicts(tag),
    ...fileConflicts(tag, files, reading),
    ...statementConflicts(entries, tag?.evidence ?? null, reading),
    ...gateConflicts(entries, tag?.evidence ?? null, reading),
    ...repositoryConflicts(entries, tag?.evidence ?? null, reading),
  ]
}

interface Tag {
  entries: LicenseEntry[]
  evidence: Evidence
  declaration: Declaration
  expression: Expression
}

/** `license_link` leads to the home of another licence than the one that is declared. */
function linkConflicts(tag: Tag | null): Conflict[] {
  const link = tag?.declaration.link ?? null
  const [tagged] = tag?.entries ?? []
  if (tag === null || link === null || !tagged) return []
  const linked = lookupLink(link)
  if (linked === null || isPlaceholder(linked) || tag.entries.some((entry) => sameLicense(entry, linked)))
    return []
  return [
    {
      kind: 'tag-vs-file',
      severity: severity(tagged, linked),
      between: [tagged.id, linked.id],
      explanation: `The page declares ${tagged.id}, its license_link leads to ${linked.name}.`,
      evidence: [
        tag.evidence,
        {
          ...tag.evidence,
          claim: `The license_link leads to ${linked.name}.`,
          quote: `license_link: ${link.slice(0, 150)}`,
          locator: 'front matter: license_link',
          method: 'license.link',
        },
      ],
    },
  ]
}

function fileConflicts(tag: Tag | null, files: readonly LicenseFile[], reading: Reading): Conflict[] {
  const found: Conflict[] = []
  for (const { path, read, evidence: proof } of files) {
    if (read === null) continue
    const { entry } = read
    const says =
      read.how === 'title'
        ? `the file ${path} is titled ${entry.name}`
        : `the text of ${path} is ${entry.name}${read.how === 'modified' ? ', modified' : ''}`
    if (tag === null || tag.entries.length === 0) {
      const hidden = hiddenLimit(tag, entry, says, proof) ?? unknownName(tag, entry, says, proof)
      if (hidden) found.push(hidden)
      else if (tag === null) found.push(...againstStatements(entry, proof, says, reading))
      continue
    }
    const [tagged] = tag.entries
    if (!tagged) continue
    const same = tag.entries.some((other) => sameLicense(other, entry))
    if (same && read.how !== 'modified') continue
    found.push({
      kind: 'tag-vs-file',
      severity: same ? 'differs' : severity(tagged, entry),
      between: [tagged.id, entry.id],
      explanation: `The page declares ${tag.entries.map(({ id }) => id).join(', ')}, ${says}.`,
      evidence: [tag.evidence, proof],
    })
  }
  return found
}

/** `other` without a name, over a text that forbids business: the page's label hides what matters most. */
function hiddenLimit(tag: Tag | null, entry: LicenseEntry, says: string, proof: Evidence): Conflict | null {
  if (tag === null || entry.class !== 'restricted') return null
  const { name } = tag.declaration
  if (name !== null && !/^(?:other|unknown|custom|license)$/i.test(name.trim())) return null
  return {
    kind: 'tag-vs-file',
    severity: 'conflict',
    between: [tag.expression.text, entry.id],
    explanation: `The page's licence is "${tag.expression.text}", which says nothing; ${says}.`,
    evidence: [tag.evidence, proof],
  }
}

/** A name that nobody knows, over a text that is known. */
function unknownName(tag: Tag | null, entry: LicenseEntry, says: string, proof: Evidence): Conflict | null {
  const name = tag?.declaration.name ?? null
  if (tag === null || name === null || /^(?:other|unknown|custom|license)$/i.test(name.trim())) return null
  const known = normalizeLicense(name).entry
  if (known && !isPlaceholder(known)) return null
  const squeeze = (text: string) => text.toLowerCase().replace(/licen[cs]e|agreement|[^a-z0-9]/g, '')
  // A name of the producer's own for this very text is no disagreement.
  if ([entry.id, entry.name, entry.label].some((text) => overlap(squeeze(text), squeeze(name)))) return null
  return {
    kind: 'tag-vs-file',
    severity: 'differs',
    between: [name.slice(0, 80), entry.id],
    explanation: `The licence is named "${name.slice(0, 80)}", ${says}.`,
    evidence: [nameEvidence(tag.declaration), proof],
  }
}

const overlap = (a: string, b: string): boolean => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

/** What the card says of the model, against what is declared for it. */
function statementConflicts(
  entries: readonly LicenseEntry[],
  declared: Evidence | null,
  reading: Reading,
): Conflict[] {
  const [mine] = entries
  if (!mine || declared === null) return []
  const found: Conflict[] = []
  for (const { about, says, evidence: proof } of readStatements(reading)) {
    if (about !== 'model') continue
    if (says.kind === 'license') {
      const theirs = says.entry
      if (entries.some((entry) => sameLicense(entry, theirs))) continue
      found.push({
        kind: 'tag-vs-text',
        severity: severity(mine, theirs),
        between: [mine.id, theirs.id],
        explanation: `The page declares ${mine.id}, its text says ${theirs.id}.`,
        evidence: [declared, proof],
      })
    } else if (says.kind === 'noncommercial' && entries.every((entry) => entry.class === 'open')) {
      found.push({
        kind: 'tag-vs-text',
        severity: 'conflict',
        between: [mine.id, 'no commercial use'],
        explanation: `The page declares ${mine.id}, its text allows no commercial use.`,
        evidence: [declared, proof],
      })
    } else if (says.kind === 'open-source' && entries.every(({ osi, fsf }) => !osi && !fsf)) {
      if (mine.class === 'open' || mine.class === 'unknown') continue
      found.push({
        kind: 'wording-vs-licence',
        severity: mine.class === 'restricted' ? 'conflict' : 'differs',
        between: ['open source', mine.id],
        explanation: `The page calls the model open source; ${mine.id} is not an open source licence.`,
        evidence: [proof, declared],
      })
    }
  }
  return firstOfEach(found)
}

/** A licence file without any declaration, against what the card says. */
function againstStatements(entry: LicenseEntry, proof: Evidence, says: string, reading: Reading): Conflict[] {
  const found: Conflict[] = []
  for (const statement of modelLicenses(reading)) {
    if (sameLicense(statement.entry, entry)) continue
    found.push({
      kind: 'tag-vs-file',
      severity: severity(statement.entry, entry),
      between: [statement.entry.id, entry.id],
      explanation: `The card says ${statement.entry.id}, ${says}.`,
      evidence: [statement.evidence, proof],
    })
  }
  return firstOfEach(found)
}

function modelLicenses(reading: Reading): { entry: LicenseEntry; evidence: Evidence }[] {
  return readStatements(reading).flatMap(({ about, says, evidence: proof }) =>
    about === 'model' && says.kind === 'license' ? [{ entry: says.entry, evidence: proof }] : [],
  )
}

/** The Hub's words before access is given: front matter `extra_gated_prompt` and its headings (hub-docs, models-gated). */
const GATE_KEYS = ['extra_gated_heading', 'extra_gated_prompt', 'extra_gated_description'] as const
const GATE_LIMIT =
  /\b(?:non-?commercial|research)(?: (?:use|purposes?|research))? only\b|\bonly (?:for|to) (?:non-?commercial|(?:academic |scientific )?research)\b|\b(?:not|no|never) (?:be used )?(?:for )?(?:any )?commercial\b|\bnon-?commercial (?:use|research|purposes?)\b/i

function gateConflicts(
  entries: readonly LicenseEntry[],
  declared: Evidence | null,
  reading: Reading,
): Conflict[] {
  const [mine] = entries
  const data = reading.frontMatter?.data
  if (!mine || declared === null || !data || entries.some((entry) => entry.class !== 'open')) return []
  const texts = [...GATE_KEYS.map((key) => data[key]), ...fieldNames(data.extra_gated_fields)]
  for (const text of texts) {
    if (typeof text !== 'string') continue
    const match = GATE_LIMIT.exec(text.slice(0, 20_000))
    if (!match) continue
    const start = Math.max(0, match.index - 60)
    return [
      {
        kind: 'gate-vs-tag',
        severity: 'conflict',
        between: [mine.id, 'no commercial use'],
        explanation: `The page declares ${mine.id}; who asks for access must agree to no commercial use.`,
        evidence: [
          declared,
          evidence(
            'The terms of access allow no commercial use.',
            text
              .slice(start, match.index + match[0].length + 60)
              .replace(/\s+/g, ' ')
              .trim(),
            fileUrl(
              reading.site,
              reading.id,
              reading.revision,
              'README.md',
              reading.frontMatter?.lines.extra_gated_prompt,
            ),
            'front matter: extra_gated_prompt',
            'license.gate',
            'declared',
          ),
        ],
      },
    ]
  }
  return []
}

const fieldNames = (fields: unknown): string[] =>
  typeof fields === 'object' && fields !== null && !Array.isArray(fields)
    ? Object.keys(fields).slice(0, 50)
    : []

/**
 * The Hub page against the model's source repository. They may license two things, weights and code, so another licence
 * there only differs, and says nothing at all where either side tells the two apart.
 */
function repositoryConflicts(
  entries: readonly LicenseEntry[],
  declared: Evidence | null,
  reading: Reading,
): Conflict[] {
  const [mine] = entries
  if (reading.site !== 'huggingface' || !mine || declared === null) return []
  const found: Conflict[] = []
  for (const source of ownSources(reading)) {
    const theirs = repositoryLicense(source)
    if (theirs === null || entries.some((entry) => sameLicense(entry, theirs.entry))) continue
    if (tellsApart(reading, entries) || tellsApart(source, entries) || hasWeightsLicense(source)) continue
    found.push({
      kind: 'hub-vs-github',
      severity: 'differs',
      between: [mine.id, theirs.entry.id],
      explanation: `This page declares ${mine.id}, the repository ${source.id} ${theirs.entry.id}; neither says that the weights and the code differ.`,
      evidence: [declared, theirs.evidence],
    })
  }
  return found
}

function repositoryLicense(source: Reading): { entry: LicenseEntry; evidence: Evidence } | null {
  // What the README says of the model counts for more than a licence file, which may be the code's.
  const [stated] = modelLicenses(source)
  if (stated) return stated
  const declared = githubLicense(source)
  const entry = declared ? normalizeLicense(declared.licenses[0] ?? '').entry : null
  if (declared && entry && !isPlaceholder(entry)) return { entry, evidence: declared.evidence }
  const file = readLicenseFiles(source).find(({ read }) => read !== null && read.how !== 'modified')
  return file?.read ? { entry: file.read.entry, evidence: file.evidence } : null
}

/** Whether a text gives the code one licence and the model another. */
function tellsApart(reading: Reading, entries: readonly LicenseEntry[]): boolean {
  const statements = readStatements(reading)
  const code = statements.some(({ about, says }) => about === 'code' && says.kind === 'license')
  const model = (item: Statement) =>
    item.about === 'model' &&
    (item.says.kind === 'noncommercial' ||
      (item.says.kind === 'license' &&
        entries.some((entry) => item.says.kind === 'license' && sameLicense(entry, item.says.entry))))
  return code && (reading.site === 'huggingface' || statements.some(model))
}

const firstOfEach = (conflicts: readonly Conflict[]): Conflict[] =>
  [
    ...new Map(
      [...conflicts].reverse().map((conflict) => [conflict.kind + conflict.between.join(), conflict]),
    ).values(),
  ].reverse()
