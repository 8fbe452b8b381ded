/**
 * The Model Openness Tool's evaluation a second time, written straight from its description (components and classes
 * from mof.settings.yml, rules from ModelUpdater.php and ModelEvaluator.php of 2026-05-11), sharing nothing with the
 * engine. Component ids are the tool's.
 */

export interface MotComponent {
  name: string
  license?: string | null | undefined
}

export interface MotRelease {
  license: Record<string, { name: string | null }>
  components: MotComponent[]
}

interface Row {
  id: number
  name: string
  type: 'code' | 'data' | 'document'
  level: 1 | 2 | 3
  required: boolean
}

/** In the tool's order: a name that it does not find becomes index 0. */
export const ROWS: readonly Row[] = [
  { id: 15, name: 'Datasets', type: 'data', level: 1, required: true },
  { id: 16, name: 'Data preprocessing code', type: 'code', level: 1, required: true },
  { id: 9, name: 'Model architecture', type: 'code', level: 3, required: true },
  { id: 10, name: 'Model parameters (Final)', type: 'data', level: 3, required: true },
  { id: 17, name: 'Model metadata', type: 'data', level: 1, required: false },
  { id: 24, name: 'Model parameters (Intermediate)', type: 'data', level: 1, required: true },
  { id: 7, name: 'Training code', type: 'code', level: 2, required: true },
  { id: 8, name: 'Inference code', type: 'code', level: 2, required: true },
  { id: 18, name: 'Evaluation code', type: 'code', level: 2, required: true },
  { id: 19, name: 'Evaluation data', type: 'data', level: 2, required: true },
  { id: 12, name: 'Evaluation results', type: 'document', level: 3, required: true },
  { id: 22, name: 'Supporting libraries and tools', type: 'code', level: 2, required: false },
  { id: 13, name: 'Model card', type: 'document', level: 3, required: true },
  { id: 14, name: 'Data card', type: 'document', level: 3, required: true },
  { id: 11, name: 'Technical report', type: 'document', level: 3, required: true },
  { id: 21, name: 'Research paper', type: 'document', level: 1, required: true },
  { id: 20, name: 'Sample model outputs', type: 'document', level: 3, required: false },
]

/** Some licences of each kind: approved by OSI or FSF, open data, OpenMDW; and what the tool does not count as open. */
export const OPEN = [
  'MIT',
  'Apache-2.0',
  'GPL-2.0+',
  'CC-BY-4.0',
  'CC0-1.0',
  'ODC-PDDL-1.0',
  'OGL-UK-3.0',
  'OpenMDW-1.0',
]
export const NOT_OPEN = [
  ...[
    'PDDL-1.0',
    'C-UDA-1.0',
    'OpenMDW-1.1',
    'apache-2.0',
    'Apache 2.0',
    'CC-BY-NC-4.0',
    'MIT OR Apache-2.0',
  ],
  ...['llama3', 'Component not included', ' MIT', 'constructor'],
]

type State = 'included' | 'invalid' | 'unlicensed'

export function evaluateMot(release: MotRelease): {
  classification: number
  progress: Record<1 | 2 | 3, number>
} {
  const own = new Map<number, string | undefined>()
  for (const component of release.components) {
    const row = ROWS.find((candidate) => candidate.name === component.name) ?? ROWS[0]
    if (!row) continue
    const { license } = component
    own.set(
      row.id,
      license === null || license === undefined ? undefined : license === 'unlicensed' ? '' : license,
    )
  }
  const stateOf = (row: Row): State => {
    let license = own.get(row.id)
    if (license === undefined) {
      license = release.license[row.type]?.name || release.license.distribution?.name || ''
    }
    if (OPEN.includes(license)) return 'included'
    return license === '' || license === '0' || license === 'unlicensed' ? 'unlicensed' : 'invalid'
  }
  const required = (level: number) => ROWS.filter((row) => row.required && row.level >= level)
  const included = (level: number): number[] =>
    required(level)
      .filter((row) => own.has(row.id) && stateOf(row) === 'included')
      .map((row) => row.id)
  const lists = { 3: included(3), 2: included(2), 1: included(1) }
  const reportIn = lists[3].includes(11)
  const paperIn = lists[1].includes(21)
  if (!reportIn && paperIn) {
    lists[3].push(21)
    lists[2].push(21)
  }
  const progressOf = (level: 1 | 2 | 3): number => {
    let total = 0
    let have = 0
    let at = 3
    for (; at >= level; at -= 1) {
      total = required(at).length
      have = lists[at === 3 ? 3 : at === 2 ? 2 : 1].length
      if (have < total) break
    }
    if (at > level) return 0
    if (level === 1 && !lists[1].includes(11) && paperIn) total -= 1
    return Math.min(100, (have / total) * 100)
  }
  const progress = { 1: progressOf(1), 2: progressOf(2), 3: progressOf(3) }
  const reached = ([1, 2, 3] as const).find((level) => progress[level] === 100)
  return { classification: reached ?? 0, progress }
}
