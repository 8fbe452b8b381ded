import { lookupName } from './names'
import { isPlaceholder } from './normalize'
import { lookupLicense } from './registry'
import type { LicenseEntry } from './types'

/**
 * The title that a licence file's first lines carry. A title is a name, not the text: many model licences begin as MIT
 * or Apache and add a clause, so callers say "titled", never "is".
 */

const HEAD_LENGTH = 2_000
const MAX_LINES = 14

/** First match wins; more specific before more general. Patterns run on one squeezed line of the head. */
const TITLES: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/\bllama 4 community license/i, 'llama4'],
  [/\bllama 3\.([1-3]) community license/i, 'llama3.$1'],
  [/\bllama 3 community license/i, 'llama3'],
  [/\bllama 2 community license/i, 'llama2'],
  [/\bgemma terms of use/i, 'gemma'],
  [/\bcreativeml open rail ?\+\+-?m/i, 'openrail++'],
  [/\bcreativeml open ?rail-?m/i, 'creativeml-openrail-m'],
  [/\bbigscience open ?rail-?m/i, 'bigscience-openrail-m'],
  [/\bbigcode open ?rail-?m/i, 'bigcode-openrail-m'],
  [/\bbigscience rail license/i, 'bigscience-bloom-rail-1.0'],
  [/\bdeepfloyd if license/i, 'deepfloyd-if-license'],
  [/\bfair noncommercial research license/i, 'fair-noncommercial-research-license'],
  [/^attribution-noncommercial-sharealike (\d)\.0/i, 'CC-BY-NC-SA-$1.0'],
  [/^attribution-noncommercial-noderivatives (\d)\.0/i, 'CC-BY-NC-ND-$1.0'],
  [/^attribution-noncommercial (\d)\.0/i, 'CC-BY-NC-$1.0'],
  [/^attribution-sharealike (\d)\.0/i, 'CC-BY-SA-$1.0'],
  [/^attribution-noderivatives (\d)\.0/i, 'CC-BY-ND-$1.0'],
  [/^attribution (\d)\.0/i, 'CC-BY-$1.0'],
  [/^cc0 1\.0 universal/i, 'CC0-1.0'],
  [/^apache license\W{0,4}version 2\.0/i, 'Apache-2.0'],
  [/^gnu affero general public license\W{0,4}version 3/i, 'AGPL-3.0-only'],
  [/^gnu lesser general public license\W{0,4}version 3/i, 'LGPL-3.0-only'],
  [/^gnu lesser general public license\W{0,4}version 2\.1/i, 'LGPL-2.1-only'],
  [/^gnu general public license\W{0,4}version 3/i, 'GPL-3.0-only'],
  [/^gnu general public license\W{0,4}version 2/i, 'GPL-2.0-only'],
  [/^mozilla public license\W{0,4}version 2\.0/i, 'MPL-2.0'],
  [/^bsd 3-clause license/i, 'BSD-3-Clause'],
  [/^bsd 2-clause license/i, 'BSD-2-Clause'],
  [/^(?:the )?mit license(?! \(?modified)/i, 'MIT'],
]

/** The licence that a file's title names, with the title's words. Null when the head carries no known title. */
export function readTitle(text: string): { entry: LicenseEntry; title: string } | null {
  const lines = text
    .slice(0, HEAD_LENGTH)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[=#*_-]+$/.test(line))
    .slice(0, MAX_LINES)
  const head = lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^\W+/, '')
    .replace(/^(?:creative commons )?(?:legal code )?(?=attribution|cc0)/i, '')
  for (const [pattern, template] of TITLES) {
    const match = pattern.exec(head)
    if (!match) continue
    const entry = lookupLicense(template.replace('$1', match[1] ?? ''))
    if (entry) return { entry, title: match[0].trim() }
  }
  // A heading that is exactly the name of a known licence.
  for (const line of lines.slice(0, 3)) {
    const title = line.replace(/^[\s#*=>]+|(?<![\s#*=])[\s#*=]+$/g, '')
    if (title.length < 8 || title.length > 120 || !/licen[cs]e|terms|agreement/i.test(title)) continue
    const entry = lookupName(title)
    if (entry && !isPlaceholder(entry) && entry.family !== 'family') return { entry, title }
  }
  return null
}
