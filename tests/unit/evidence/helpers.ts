import type { Facts, Finding } from '../../../lib/assessment'
import type { ComponentId } from '../../../lib/components'
import { collectFacts } from '../../../lib/evidence/facts'
import { readGlance } from '../../../lib/snapshot/glance'
import { readSnapshot } from '../../../lib/snapshot/read'
import type { Reading } from '../../../lib/snapshot/reading'
import { parseSnapshot } from '../../../lib/snapshot/schema'

/** Snapshots of made-up models, written as the contract has them; only the keys that a test is about. */

export const reading = (keys: Record<string, unknown>): Reading =>
  readSnapshot(parseSnapshot({ site: 'huggingface', id: 'acme/rocket-7b', ...keys }))

export const facts = (keys: Record<string, unknown>): Facts => collectFacts(reading(keys))

export const finding = (component: ComponentId, keys: Record<string, unknown>): Finding =>
  facts(keys).components[component]

export const status = (component: ComponentId, keys: Record<string, unknown>) =>
  finding(component, keys).status

export const glance = (model: unknown, id = 'acme/rocket-7b'): Facts => collectFacts(readGlance(id, model))

export const GITHUB = 'https://github.com/acme/rocket'

/** A Hub model whose linked source repository lists these files. */
export const withSource = (files: readonly string[], source: Record<string, unknown> = {}) => ({
  files: ['config.json', 'model.safetensors'],
  linked: { [GITHUB]: { site: 'github', id: 'acme/rocket', files, ...source } },
})
