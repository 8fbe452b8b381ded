import * as z from 'zod/mini'
import { knowledgeSchema, type LicenseKnowledge } from './knowledge-schema'
import { type Registration, registerLicenses } from './registry'

/**
 * Licences whose texts were read for their terms, once somebody has loaded them: the worker and the popup from the
 * extension's own files, the command line and tests from `all-knowledge.ts`. Until then every term is "not checked".
 */

const { id, name, label, family, class: kind, hubIds, aliases, urls } = knowledgeSchema.shape
/** What names need; the terms of a licence are read when somebody asks for them. */
const headSchema = z.object({ id, name, label, family, class: kind, hubIds, aliases, urls })

const sources = new Map<string, unknown>()
const read = new Map<string, LicenseKnowledge | null>()

/**
 * Makes licences, their names and their terms known. Safe to call again with the same.
 * @throws a ZodError when a file has no readable head.
 */
export function registerKnowledge(files: readonly unknown[]): void {
  const registrations: Registration[] = []
  for (const file of files) {
    const head = headSchema.parse(file)
    if (sources.has(head.id)) continue
    sources.set(head.id, file)
    registrations.push({
      entry: {
        id: head.id,
        name: head.name,
        label: head.label,
        family: head.family,
        class: head.class,
        osi: false,
        fsf: false,
        openData: false,
        hubIds: head.hubIds,
        url: toUrl(head.urls[0]),
      },
      aliases: head.aliases,
    })
  }
  if (registrations.length > 0) registerLicenses(registrations)
  read.clear()
}

const toUrl = (url: string | undefined): string | null =>
  url === undefined ? null : /^https?:\/\//.test(url) ? url.replace(/^http:/, 'https:') : `https://${url}`

export const hasKnowledge = (): boolean => sources.size > 0

/** One text under two ids: "or any later version" is said beside the text, not in it. */
const sameText = (id: string): string => id.replace(/-or-later$/, '-only')

/** What was read in a licence's text, or null when nobody has. */
export function knowledgeOf(id: string): LicenseKnowledge | null {
  const known = read.get(id)
  if (known !== undefined) return known
  const file = sources.get(id) ?? sources.get(sameText(id))
  const knowledge = file === undefined ? null : knowledgeSchema.parse(file)
  read.set(id, knowledge)
  return knowledge
}

/** Ids of all licences that were read. */
export const knownIds = (): string[] => [...sources.keys()]
