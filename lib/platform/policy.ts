import { parseBounded } from '../bounds'
import { type Policy, policySchema } from '../licenses/policy'
import type { Settings } from './settings'

/** The reader's policy; null without one, or where what is stored cannot be read. */
export function policyOf(settings: Pick<Settings, 'policy'>): Policy | null {
  const parsed = parseBounded(policySchema, settings.policy)
  return parsed?.success ? parsed.data : null
}
