import * as z from 'zod/mini'
import { files as aiFiles } from './ai'
import { knowledgeSchema, type LicenseKnowledge } from './knowledge-schema'
import { type Registration, registerLicenses } from './registry'
import { files as standardFiles } from './standard'

/**
 * Licences whose texts were read for their terms. Kept apart so that a content script does not carry it: the worker,
 * the popup and the command line do.
 */

const { id, name, label, family, class: kind, hubIds, aliases, urls } = knowledgeSchema.shape
/** What names need; the terms of a licence are read when somebody asks for them. */
const headSchema = z.object({ id, name, label, family, class: kind, hubIds, aliases, urls })

let sources: Map<string, unknown> | null = null
const read = new Map<string, LicenseKnowledge | null>()

/** Makes the licences and their names known to `lookupLicense` and `normalizeLicense`. Safe to call again. */
export function registerKnowledge(): void {
  if (sources !== null) return
  sources = new Map()
  const registrations: Registration[] = []
  for (const file of [...standardFiles, ...aiFiles]) {
    const head = headSchema.parse(file)
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
  registerLicenses(registrations)
}

const toUrl = (url: string | undefined): string | null =>
  url === undefined ? null : /^https?:\/\//.test(url) ? url.replace(/^http:/, 'https:') : `https://${url}`

/** One text under two ids: "or any later version" is said beside the text, not in it. */
const sameText = (id: string): string => id.replace(/-or-later$/, '-only')

/** What was read in a licence's text, or null when nobody has. */
export function knowledgeOf(id: string): LicenseKnowledge | null {
  registerKnowledge()
  const known = read.get(id)
  if (known !== undefined) return known
  const file = sources?.get(id) ?? sources?.get(sameText(id))
  const knowledge = file === undefined ? null : knowledgeSchema.parse(file)
  read.set(id, knowledge)
  return knowledge
}

/** Ids of all licences that were read. */
export function knownIds(): string[] {
  registerKnowledge()
  return [...(sources?.keys() ?? [])]
}
