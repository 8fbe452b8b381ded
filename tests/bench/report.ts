import { readFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { resolve } from 'node:path'

/** One report: sections of figures, for people or as JSON. */

export interface Figure {
  what: string
  value: number
  unit: '' | 'ms' | 'kB' | 'per s' | '%' | 'px'
  note?: string
}

export interface Section {
  id: string
  title: string
  /** Sentences on what was measured and how. */
  about: string[]
  figures: Figure[]
  /** Why nothing was measured; null where something was. */
  skipped: string | null
}

export const section = (id: string, title: string, about: string[], figures: Figure[]): Section => ({
  id,
  title,
  about,
  figures,
  skipped: null,
})

export const skipped = (id: string, title: string, reason: string): Section => ({
  id,
  title,
  about: [],
  figures: [],
  skipped: reason,
})

/** Where and when a report was made. */
export function circumstances(command: string) {
  const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'))
  const [cpu] = cpus()
  return {
    version: String(version),
    date: new Date().toISOString(),
    command,
    machine: {
      system: `${type()} ${release()}`,
      cpu: cpu?.model.trim() ?? 'unknown',
      cores: cpus().length,
      node: process.version,
    },
  }
}

const shown = ({ value, unit }: Figure): string => {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toFixed(digits)}${unit === '' ? '' : unit === '%' ? ' %' : ` ${unit}`}`
}

export function printSection({ title, about, figures, skipped: reason }: Section): string {
  const width = Math.max(0, ...figures.map(({ what }) => what.length))
  return [
    `# ${title}`,
    ...about.map((sentence) => `  ${sentence}`),
    ...(reason === null ? [] : [`  skipped: ${reason}`]),
    ...figures.map(
      (figure) =>
        `  ${figure.what.padEnd(width)}  ${shown(figure).padStart(11)}${figure.note ? `  ${figure.note}` : ''}`,
    ),
    '',
  ].join('\n')
}
