import { parseDocument } from 'yaml'
import * as z from 'zod/mini'
import type { Facts, Finding, LicenseAnswer } from '../assessment'
import { atMost } from '../bounds'
import { COMPONENT_IDS, type ComponentId, type ComponentKind } from '../components'
import { evidence, unknown } from '../evidence/collector'
import { TERM_KEYS } from '../licenses/answer'
import { readExpression } from '../licenses/expression'
import { tooDeepAt } from '../nesting'
import { resolveLicense } from './mot-license'
import { DATASETS, KINDS, KNOWN_NAMES, METADATA, MOT_NAMES } from './mot-names'

/**
 * A model as the Model Openness Tool describes it (https://github.com/lfai/model_openness_tool, models/*.yml, schema in
 * schema/mof_schema.json). Names and licences are taken as declared; what the file does not list is not released, since
 * it is the model's full declaration.
 */

/** Longest file that is read, in characters. Real ones are 2 to 8 kB. */
const MAX_FILE = 512 * 1024
const MAX_COMPONENTS = 1_000
const MAX_ALIASES = 50
const TOOL = 'https://github.com/lfai/model_openness_tool'

export interface MotFileOptions {
  /**
   * Do exactly as the Model Openness Tool does: a component of an unknown name counts as Datasets (its first
   * component), and licences stay letter by letter as they are written.
   */
  verbatim?: boolean
}

const scalar = z.nullish(z.union([z.string(), z.number(), z.boolean()]))

const fileSchema = z.object({
  release: z.object({
    name: z.union([z.string(), z.number()]),
    producer: scalar,
    repository: scalar,
    huggingface: scalar,
    license: z.optional(z.unknown()),
    components: z
      .array(z.object({ name: z.string(), license: scalar, license_path: scalar, component_path: scalar }))
      .check(atMost(MAX_COMPONENTS)),
  }),
})

type Release = z.output<typeof fileSchema>['release']
type Declared = Release['components'][number]

/**
 * Reads a Model Openness Tool file as facts.
 * @throws Error with a plain sentence when it is no such file, or names a component that nobody knows.
 */
export function readMotFile(source: string, options: MotFileOptions = {}): Facts {
  const release = parseFile(source)
  const verbatim = options.verbatim === true
  const listed = new Map<string, Declared>()
  for (const [index, component] of release.components.entries()) {
    const known = KNOWN_NAMES.has(component.name)
    if (!known && !verbatim) {
      throw new Error(
        `release.components.${index}.name: "${component.name.slice(0, 80)}" is no component of the Model Openness Framework`,
      )
    }
    // A name that comes twice: the last one counts, as in the tool.
    listed.set(known ? component.name : DATASETS, component)
  }
  const findings = declare(release, listed, verbatim)
  return {
    subject: subjectOf(release),
    license: answerFor(findings.weights_final),
    components: findings,
    lineage: { relation: null, bases: [], influence: { level: null, basis: 'not_determinable' } },
    depth: 'look',
    faults: [],
  }
}

/** The model's page where the file links one; else the file's own name for it. */
function subjectOf(release: Release): Facts['subject'] {
  const name = String(release.name)
  const hub = idIn(release.huggingface, /^https:\/\/huggingface\.co\/([\w.-]+(?:\/[\w.-]+)?)\/?$/)
  const github = idIn(release.repository, /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/?$/)
  const site = hub === null && github !== null ? 'github' : 'huggingface'
  return { site, id: hub ?? github ?? name, revision: null, name, isModel: true }
}

const idIn = (link: unknown, pattern: RegExp): string | null =>
  typeof link === 'string' ? (pattern.exec(link)?.[1] ?? null) : null

function parseFile(source: string): Release {
  if (source.length > MAX_FILE) throw new Error(`larger than ${MAX_FILE / 1024} kB`)
  let input: unknown
  try {
    if (tooDeepAt(source) !== -1) throw new Error('nested too deeply')
    const parsed = parseDocument(source, { schema: 'core', version: '1.2', logLevel: 'silent' })
    const [fault] = parsed.errors
    if (fault) throw new Error(fault.message.split('\n')[0] ?? 'malformed')
    input = parsed.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    throw new Error(`not readable as YAML: ${error instanceof Error ? error.message : 'malformed'}`)
  }
  const parsed = z.safeParse(fileSchema, input)
  if (parsed.success) return parsed.data.release
  const fault = parsed.error.issues[0]
  const place = fault && fault.path.length > 0 ? fault.path.join('.') : 'the document'
  throw new Error(`not a Model Openness Tool file: ${place}: ${fault?.message ?? 'unreadable'}`)
}

function declare(
  release: Release,
  listed: ReadonlyMap<string, Declared>,
  verbatim: boolean,
): Facts['components'] {
  const findings = new Map<ComponentId, Finding>()
  for (const [name, components] of MOT_NAMES) {
    const declared = listed.get(name)
    for (const component of components) {
      const kind = KINDS.get(component) ?? 'document'
      findings.set(component, declared ? released(release, declared, kind, verbatim) : notListed(name))
    }
  }
  // The Framework records data information in a model card as a data card: a file without one declares none. Where
  // there is one, how much of the information it holds is not known, only its licence.
  const dataCard = findings.get('data_card')
  if (dataCard?.status === 'present') {
    const { license, licenseState, licenseInherited } = dataCard
    findings.set('data_information', { ...unknown('not_looked'), license, licenseState, licenseInherited })
  } else findings.set('data_information', notListed('Data card'))
  if (!listed.has('Model metadata')) {
    for (const part of METADATA) findings.set(part, notListed('Model metadata'))
  }
  // What the file describes is a whole model.
  findings.set('adapter_weights', { ...unknown('not_looked'), status: 'n_a', unknownBecause: null })
  const entries = COMPONENT_IDS.map((id): [ComponentId, Finding] => [
    id,
    findings.get(id) ?? unknown('not_looked'),
  ])
  return Object.fromEntries(entries) as Facts['components']
}

function released(release: Release, declared: Declared, kind: ComponentKind, verbatim: boolean): Finding {
  const found = resolveLicense(declared.license, release.license, kind)
  const license = found.license === null || verbatim ? found.license : normalise(found.license)
  const notThere = !verbatim && found.license !== null && NOT_INCLUDED.test(found.license)
  return {
    status: notThere ? 'absent_stated' : 'present',
    unknownBecause: null,
    license: notThere ? null : license,
    licenseState: notThere ? 'unknown' : license === null ? 'none' : 'declared',
    licenseInherited: found.inherited,
    evidence: [
      evidence(
        `The file lists the component "${declared.name.slice(0, 80)}".`,
        `${declared.name}${found.license === null ? '' : `, ${found.license}`}`,
        linkOf(declared.component_path) ?? linkOf(release.repository) ?? TOOL,
        'release.components',
        'mot-file.component',
        'declared',
      ),
    ],
  }
}

/** Some files keep a component and write this where its licence belongs. */
const NOT_INCLUDED = /^(?:component ){1,2}not includ/i

function notListed(name: string): Finding {
  const claim = `The file, a full declaration, does not list "${name}".`
  return {
    status: 'absent_inspected',
    unknownBecause: null,
    license: null,
    licenseState: 'unknown',
    licenseInherited: false,
    evidence: [evidence(claim, '', TOOL, 'release.components', 'mot-file.not-listed', 'declared')],
  }
}

const normalise = (license: string): string => readExpression([license])?.text ?? license

function linkOf(value: unknown): string | null {
  return typeof value === 'string' && /^https:\/\/\S{1,500}$/.test(value) ? value : null
}

function answerFor(weights: Finding): LicenseAnswer {
  const expression = weights.license === null ? null : readExpression([weights.license])
  const single = expression?.parts.length === 1 ? (expression.parts[0]?.entry ?? null) : null
  return {
    id: single?.id ?? null,
    expression: weights.license,
    label: single?.label ?? weights.license?.slice(0, 60) ?? null,
    family: single?.family ?? null,
    class: weights.licenseState === 'none' ? 'none' : (expression?.class ?? 'unknown'),
    terms: Object.fromEntries(TERM_KEYS.map((key) => [key, null])),
    declaredIn: weights.license === null ? [] : ['release.components'],
    url: single?.url ?? null,
    conflicts: [],
    parts: [],
    operator: 'AND',
    answers: null,
  }
}
