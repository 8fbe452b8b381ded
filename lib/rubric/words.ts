import type { Finding } from '../assessment'
import { COMPONENTS } from '../component-names'
import type { ComponentId } from '../components'
import { resultOf } from './bound'
import type { Outcome, Part, Way } from './criterion'

/** The engine's sentences: facts about the page, never about people. English; a surface may put its own words instead. */

const NAMES = new Map<ComponentId, string>(COMPONENTS.map((component) => [component.id, component.name]))

const nameOf = (component: ComponentId): string => NAMES.get(component) ?? component
const inSentence = (component: ComponentId): string => {
  const name = nameOf(component)
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

const MAX_LICENSE = 80
const MAX_PARTS = 3

function licenseName(finding: Finding): string {
  const text = finding.license ?? ''
  return text.length > MAX_LICENSE ? `${text.slice(0, MAX_LICENSE).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}

/** Why a criterion came out as it did. */
export function reasonFor(outcome: Outcome): string {
  if (!outcome.applies) return 'Does not apply to this model.'
  if (outcome.reason !== undefined) return outcome.reason
  const parts = decidingParts(outcome.decisive)
  const sentences = parts.slice(0, MAX_PARTS).map(sentence)
  if (parts.length > MAX_PARTS) sentences.push(`And ${parts.length - MAX_PARTS} more.`)
  return sentences.join(' ')
}

function decidingParts(way: Way): Part[] {
  const same = way.parts.filter(
    (part) => part.bound.low === way.bound.low && part.bound.high === way.bound.high,
  )
  if (same.length > 0) return same
  const open = way.parts.filter((part) => part.bound.low < 1)
  return open.length > 0 ? open : way.parts
}

function sentence(part: Part): string {
  const name = nameOf(part.component)
  switch (part.finding.status) {
    case 'present':
      return `${name}: released${licensePhrase(part)}.`
    case 'present_restricted':
      return `${name}: released with restricted access${licensePhrase(part)}.`
    case 'partial':
      return `${name}: released in part${licensePhrase(part)}.`
    case 'mentioned':
      return `${name}: mentioned, but nothing to reach was found.`
    case 'absent_stated':
      return `${name}: the producer says that it is not released.`
    case 'absent_inspected':
      return `${name}: not there in a source that was listed in full.`
    case 'n_a':
      return `${name}: does not apply to this model.`
    default:
      return `${name}: ${WHY_UNKNOWN[part.finding.unknownBecause ?? 'not_looked']}.`
  }
}

const WHY_UNKNOWN = {
  not_found: 'nothing was found where it was looked for',
  not_looked: 'not looked for yet',
  unreachable: 'its source could not be reached',
  truncated: 'part of its source was not seen',
} as const

function licensePhrase(part: Part): string {
  const { finding, license, rule } = part
  if (finding.licenseState === 'none') return ' without a licence'
  if (finding.licenseState === 'unknown') return license === null ? '' : '; its licence is not known'
  const under = ` under ${licenseName(finding)}${finding.licenseInherited ? ' (taken over from the whole)' : ''}`
  if (license === null) return under
  const result = resultOf(license)
  if (result === 'met') return under
  if (result === 'cannot_tell') return `${under}, which is not classified yet`
  return `${under}, which is not ${rule.label ?? 'accepted'}`
}

/** What would close a gap, as an instruction to the producer. */
export function fixFor(part: Part, instruction: string | undefined): string {
  const thing = inSentence(part.component)
  const under = part.rule.label === null ? '' : ` under ${part.rule.label}`
  switch (part.gap) {
    case 'licence':
      return `Release the ${thing}${under} (${
        part.finding.licenseState === 'none' ? 'none is declared' : `now ${licenseName(part.finding)}`
      })${part.finding.status === 'present_restricted' ? ', without asking for access' : ''}.`
    case 'restricted':
      return `Let anybody have the ${thing} without asking for access.`
    case 'partial':
      return `Release all of the ${thing}, not only a part.`
    default:
      return instruction ?? `Publish the ${thing}${under} and link it from the model's page.`
  }
}
