import type { Assessment, Finding, Headline, Result, RubricResult, Status } from '../assessment'
import { COMPONENTS } from '../component-names'
import { inline, link, row } from './markdown-text'

/** An assessment as a Markdown document, for reading, for a discussion or for a report. */

const RESULT: Record<Result, string> = {
  met: 'met',
  partly: 'partly',
  not_met: 'not met',
  cannot_tell: 'cannot tell',
}

const STATUS: Record<Status, string> = {
  present: 'present',
  present_restricted: 'present, restricted',
  partial: 'in part',
  mentioned: 'mentioned',
  absent_stated: 'says it is not released',
  absent_inspected: 'looked and not there',
  unknown: 'unknown',
  n_a: 'does not apply',
}

const WHY: Record<NonNullable<Finding['unknownBecause']>, string> = {
  not_found: 'not found',
  not_looked: 'not looked at',
  unreachable: 'could not look',
  truncated: 'not all of it seen',
}

/** `titles`: rubric id to the title to show; the id stands where there is none. */
export function toMarkdown(assessment: Assessment, titles: ReadonlyMap<string, string> = new Map()): string {
  const { subject } = assessment
  const lines = [
    `# ${inline(subject.name)}`,
    '',
    `**${headlineText(assessment.headline)}** · ${licenseText(assessment)}`,
    '',
    `${inline(subject.id)} on ${subject.site === 'github' ? 'GitHub' : 'Hugging Face'}${
      subject.revision === null ? '' : `, revision ${inline(subject.revision)}`
    }`,
  ]
  for (const [id, result] of Object.entries(assessment.rubrics)) {
    lines.push('', ...rubricSection(titles.get(id) ?? id, result))
  }
  lines.push('', ...conflictSection(assessment), ...componentSection(assessment))
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

function headlineText(headline: Headline): string {
  if (headline.id === headline.high.id) return inline(headline.label)
  return `${inline(headline.label)} – ${inline(headline.high.label)}`
}

function licenseText({ license }: Assessment): string {
  if (license.class === 'none') return 'no licence'
  const label = license.label ?? license.expression
  return label === null ? 'licence not known' : link(label, license.url)
}

function rubricSection(title: string, result: RubricResult): string[] {
  const lines = [`## ${inline(title)}: ${inline(result.verdict.label)}`]
  if (result.score) lines.push('', `Score: ${percent(result.score.low)}${range(result.score)}`)
  if (result.missing.length > 0) {
    lines.push('', 'Missing, the next step first:', '')
    for (const item of result.missing) lines.push(`- ${inline(item.fix)}`)
  }
  if (result.criteria.length > 0) {
    lines.push('', row(['Criterion', 'Result', 'Why']), row(['---', '---', '---']))
    for (const item of result.criteria)
      lines.push(row([inline(item.label), RESULT[item.result], inline(item.reason)]))
  }
  return lines
}

const percent = (value: number): string => `${Math.round(value * 100)} %`
const range = (score: { low: number; high: number }): string =>
  score.low === score.high ? '' : ` to ${percent(score.high)}`

function conflictSection({ license }: Assessment): string[] {
  if (license.conflicts.length === 0) return []
  const lines = license.conflicts.map(
    (item) => `- ${item.severity === 'conflict' ? 'Conflict' : 'Differs'}: ${inline(item.explanation)}`,
  )
  return ['## Licence sources', '', ...lines, '']
}

function componentSection({ components }: Assessment): string[] {
  const known = COMPONENTS.filter(({ id }) => components[id].status !== 'unknown')
  const lines = ['## Components', '', row(['Component', 'Status', 'Licence', 'Evidence'])]
  lines.push(row(['---', '---', '---', '---']))
  for (const { id, name } of known) lines.push(componentRow(name, components[id]))
  for (const because of ['not_found', 'unreachable', 'truncated', 'not_looked'] as const) {
    const names = COMPONENTS.filter(({ id }) => components[id].unknownBecause === because).map(
      ({ name }) => name,
    )
    if (names.length > 0) lines.push('', `Unknown (${WHY[because]}): ${names.map(inline).join(', ')}`)
  }
  return lines
}

function componentRow(name: string, finding: Finding): string {
  const [proof] = finding.evidence
  const license = finding.license === null ? (finding.licenseState === 'none' ? 'none' : '') : finding.license
  return row([
    inline(name),
    STATUS[finding.status],
    `${inline(license)}${finding.license !== null && finding.licenseInherited ? ' (inherited)' : ''}`,
    proof ? link(proof.claim, proof.url) : '',
  ])
}
