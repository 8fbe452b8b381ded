import type { ComponentKind } from '../components'

/**
 * The licence of a component as the tool resolves it: its own; else that of its type; else that of the distribution.
 * `unlicensed` and an empty licence mean none and do not inherit; no licence at all does (ModelUpdater.php,
 * ModelEvaluator::resolveLicense; `0` is empty to PHP). `inheritable` is the file's `release.license`.
 */
export function resolveLicense(
  own: unknown,
  inheritable: unknown,
  kind: ComponentKind,
): { license: string | null; inherited: boolean } {
  if (own !== null && own !== undefined) {
    return { license: licensed(filled(own)), inherited: false }
  }
  for (const key of [kind, 'distribution']) {
    const inherited = filled(nameIn(inheritable, key))
    if (inherited !== null) return { license: licensed(inherited), inherited: true }
  }
  return { license: null, inherited: false }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function nameIn(licenses: unknown, key: string): unknown {
  const entry = isRecord(licenses) && Object.hasOwn(licenses, key) ? licenses[key] : null
  return isRecord(entry) && Object.hasOwn(entry, 'name') ? entry.name : null
}

/** A value as text; null where it is empty to PHP. */
function filled(value: unknown): string | null {
  if (value === true) return '1'
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
  return text === '' || text === '0' ? null : text
}

const licensed = (text: string | null): string | null => (text === 'unlicensed' ? null : text)
