import { interval } from './bootstrap'
import type { Case } from './corpus'
import { agreed, type Group, type Judgement, type Score, score } from './scoring'

/** The score card as text: figures with their intervals, beside two baselines; confusions, and every disagreement. */

const GROUPS: readonly Group[] = ['present', 'partly', 'absent', 'nothing']
const FIGURES: readonly (readonly [keyof Score, string])[] = [
  ['precisionPresent', 'precision of present'],
  ['recallPresent', 'recall of present'],
  ['precisionPartly', 'precision of partly'],
  ['agreement', 'agreement'],
  ['coverage', 'coverage'],
]

type Answers = (item: Case) => readonly Judgement[]
const OURS: Answers = ({ judgements }) => judgements
const SYSTEMS: readonly (readonly [string, Answers])[] = [
  ['Openmark', OURS],
  ["scraper's rules", ({ scraper }) => scraper],
  ['licence tag', ({ tag }) => tag],
]

const two = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '–')

export function figures(cases: readonly Case[]): string {
  const head = ['', ...FIGURES.map(([, name]) => name), 'labels', 'absences']
  const rows = SYSTEMS.map(([name, answers]) => {
    const reached = score(cases.flatMap(answers))
    return [
      name,
      ...FIGURES.map(([key]) => two(reached[key])),
      String(reached.labels),
      String(reached.absences),
    ]
  })
  const spans = FIGURES.map(([key]) => {
    const [low, high] = interval(cases.map(OURS), (items) => score(items)[key])
    return `${two(low)}–${two(high)}`
  })
  return table([head, ...rows, ['95 % of resampled models', ...spans, '', '']])
}

export function confusions(cases: readonly Case[]): string {
  const all = cases.flatMap(OURS)
  return table([
    ['answer \\ label', ...GROUPS],
    ...GROUPS.map((answer) => [
      answer,
      ...GROUPS.map((label) =>
        String(all.filter((item) => item.answer === answer && item.label === label).length),
      ),
    ]),
  ])
}

export function byComponent(cases: readonly Case[]): string {
  const all = cases.flatMap(OURS)
  const ids = [...new Set(all.map(({ component }) => component))].sort()
  return table([
    ['component', 'labels', ...FIGURES.map(([, name]) => name)],
    ...ids.map((id) => {
      const reached = score(all.filter(({ component }) => component === id))
      return [id, String(reached.labels), ...FIGURES.map(([key]) => two(reached[key]))]
    }),
  ])
}

/** Licence class and lineage where a reader says what they are. */
export function licensesAndBases(cases: readonly Case[]): string {
  let classes = 0
  let sameClass = 0
  let bases = 0
  let foundBases = 0
  let relations = 0
  let sameRelation = 0
  for (const { facts, labels } of cases) {
    const license = agreed(labels.license, (reading) => reading.openClass)
    if (license && license.openClass !== 'unknown') {
      classes += 1
      if (license.openClass === facts.license.class) sameClass += 1
    }
    const lineage = agreed(labels.lineage, (reading) => JSON.stringify([...reading.bases].sort()))
    const named = facts.lineage.bases.map(({ id }) => id.toLowerCase())
    for (const base of lineage?.bases ?? []) {
      bases += 1
      const words = base.toLowerCase()
      if (
        named.some((id) => words.includes(id) || id.includes(words) || words.includes(id.split('/')[1] ?? id))
      )
        foundBases += 1
    }
    if (lineage?.relation) {
      relations += 1
      if (lineage.relation === facts.lineage.relation) sameRelation += 1
    }
  }
  return `licence class as the reader's: ${sameClass} of ${classes}; bases found: ${foundBases} of ${bases}; relation: ${sameRelation} of ${relations}`
}

export function disagreements(cases: readonly Case[]): string {
  return cases
    .flatMap(OURS)
    .filter(({ answer, label }) => answer !== label)
    .map(
      ({ model, component, status, label, quotes: [ours, theirs] }) =>
        `${model} · ${component}: ${status}, label ${label}\n  ours:   ${ours || '–'}\n  reader: ${theirs || '–'}`,
    )
    .join('\n')
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}
