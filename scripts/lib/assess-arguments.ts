import { parseArgs } from 'node:util'
import { DERIVATIVES, type Derivatives } from '../../lib/lineage/propagate'
import type { Rubric } from '../../lib/rubric/schema'

export const FORMATS = ['json', 'markdown'] as const
export type Format = (typeof FORMATS)[number]

export interface AssessArguments {
  files: string[]
  /** In the order they were asked for; the first one speaks in the headline. */
  rubrics: Rubric[]
  /** Per rubric id: option id to value id. */
  rubricOptions: Record<string, Record<string, string>>
  /** The lineage's option. */
  derivatives: Derivatives
  format: Format
  pretty: boolean
}

/** Wrong usage: the message says what would be right. */
export class UsageError extends Error {}

export const USAGE =
  'usage: npm run --silent assess -- [--rubric ID]... [--option RUBRIC.OPTION=VALUE | --option lineage=strict|own-work]... [--format json|markdown] [--pretty] FILE...'

/** @throws UsageError */
export function readArguments(argv: readonly string[], rubrics: readonly Rubric[]): AssessArguments | 'help' {
  const { values, positionals } = parse(argv)
  if (values.help) return 'help'
  const format = FORMATS.find((known) => known === (values.format ?? 'json'))
  if (!format) throw new UsageError(`unknown format "${values.format}"; there are ${FORMATS.join(', ')}`)
  if (positionals.length === 0) throw new UsageError('no FILE was given')
  if (values.pretty && positionals.length > 1) throw new UsageError('--pretty is for a single FILE')
  return {
    files: positionals,
    rubrics: chooseRubrics(values.rubric ?? [], rubrics),
    ...readOptions(values.option ?? [], rubrics),
    format,
    pretty: values.pretty ?? false,
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        rubric: { type: 'string', multiple: true },
        option: { type: 'string', multiple: true },
        format: { type: 'string' },
        pretty: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unreadable arguments')
  }
}

function chooseRubrics(ids: readonly string[], rubrics: readonly Rubric[]): Rubric[] {
  if (ids.length === 0) return [...rubrics]
  return [...new Set(ids)].map((id) => {
    const found = rubrics.find((rubric) => rubric.id === id)
    if (found) return found
    throw new UsageError(`unknown rubric "${id}"; there are ${rubrics.map((rubric) => rubric.id).join(', ')}`)
  })
}

function readOptions(
  pairs: readonly string[],
  rubrics: readonly Rubric[],
): Pick<AssessArguments, 'rubricOptions' | 'derivatives'> {
  const chosen: Record<string, Record<string, string>> = {}
  let derivatives: Derivatives = 'strict'
  for (const pair of pairs) {
    const policy = /^(?:lineage(?:\.(?:policy|derivatives))?|derivatives)=(.*)$/.exec(pair)?.[1]
    if (policy !== undefined) {
      derivatives = readPolicy(policy)
      continue
    }
    const [, rubricId, optionId, value] = /^([^.=]+)\.([^=]+)=(.*)$/.exec(pair) ?? []
    if (rubricId === undefined || optionId === undefined || value === undefined)
      throw new UsageError(`"${pair}" is no RUBRIC.OPTION=VALUE`)
    const rubric = rubrics.find((known) => known.id === rubricId)
    const option = rubric?.options.find((known) => known.id === optionId)
    if (!rubric || !option)
      throw new UsageError(`unknown option "${rubricId}.${optionId}"; there are ${optionNames(rubrics)}`)
    if (!option.values.some((known) => known.id === value)) {
      const values = option.values.map((known) => known.id).join(', ')
      throw new UsageError(`"${rubricId}.${optionId}" cannot be "${value}"; it can be ${values}`)
    }
    chosen[rubric.id] = { ...chosen[rubric.id], [option.id]: value }
  }
  return { rubricOptions: chosen, derivatives }
}

function readPolicy(value: string): Derivatives {
  const known = DERIVATIVES.find((policy) => policy === value)
  if (!known) throw new UsageError(`"lineage" cannot be "${value}"; it can be ${DERIVATIVES.join(', ')}`)
  return known
}

const optionNames = (rubrics: readonly Rubric[]): string =>
  rubrics.flatMap((rubric) => rubric.options.map((option) => `${rubric.id}.${option.id}`)).join(', ')
