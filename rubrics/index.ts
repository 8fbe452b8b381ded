import { parseRubric } from '../lib/rubric/parse'
import type { Rubric } from '../lib/rubric/schema'
import debianProposal from './debian-proposal.json'
import euFossGpai from './eu-foss-gpai.json'
import fsfProvisional from './fsf-provisional.json'
import influence from './influence.json'
import lessig from './lessig.json'
import mof from './mof.json'
import openParts from './open-parts.json'
import openWeight from './open-weight.json'
import openWeightsDefinition from './open-weights-definition.json'
import osaiIndex from './osai-index.json'
import osaid from './osaid.json'

/** The shipped rubrics as data, not read yet. The first one drives the badge unless another is chosen. */
const SHIPPED: readonly { id: string; data: unknown }[] = [
  { id: 'mof', data: mof },
  { id: 'open-parts', data: openParts },
  { id: 'osaid', data: osaid },
  { id: 'osai-index', data: osaiIndex },
  { id: 'open-weight', data: openWeight },
  { id: 'open-weights-definition', data: openWeightsDefinition },
  { id: 'lessig', data: lessig },
  { id: 'influence', data: influence },
  { id: 'eu-foss-gpai', data: euFossGpai },
  { id: 'fsf-provisional', data: fsfProvisional },
  { id: 'debian-proposal', data: debianProposal },
]

const read = new Map<string, Rubric>()

/** Reads a shipped rubric once, when it is first asked for: a page mostly needs one. */
function readShipped({ id, data }: { id: string; data: unknown }): Rubric {
  const known = read.get(id)
  if (known) return known
  const parsed = parseRubric(data)
  if (!parsed.ok) throw new Error(`rubric ${id}: ${parsed.faults[0]?.path} ${parsed.faults[0]?.message}`)
  read.set(id, parsed.rubric)
  return parsed.rubric
}

export const RUBRIC_IDS: readonly string[] = SHIPPED.map((rubric) => rubric.id)

/** A shipped rubric as its file stands, to copy and change; null for any other id. */
export const shippedSource = (id: string): unknown => SHIPPED.find((rubric) => rubric.id === id)?.data ?? null

/** All shipped rubrics, the default first. */
export const allRubrics = (): readonly Rubric[] => SHIPPED.map(readShipped)

/** The shipped rubric of this id; the default where there is none. */
export function rubricById(id: string): Rubric {
  const [first] = SHIPPED
  const shipped = SHIPPED.find((rubric) => rubric.id === id) ?? first
  if (!shipped) throw new Error('no rubric is shipped')
  return readShipped(shipped)
}
