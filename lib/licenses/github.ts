import * as z from 'zod/mini'
import { evidence } from '../evidence/collector'
import type { Reading } from '../snapshot/reading'
import type { Declaration } from './declarations'

/** The licence that GitHub detected (`license.spdx_id` of `/repos/{owner}/{repo}`; `NOASSERTION` where it could not tell). */

const schema = z.object({ license: z.object({ spdx_id: z.string() }) })

/** GitHub's word on a repository's licence as a declaration; null when there is none. */
export function githubLicense(reading: Reading): Declaration | null {
  const parsed = z.safeParse(schema, reading.repository)
  if (!parsed.success) return null
  const id = parsed.data.license.spdx_id
  if (id === '' || id === 'NOASSERTION') return null
  return {
    licenses: [id],
    name: null,
    link: null,
    place: 'repository',
    evidence: evidence(
      `GitHub reads the repository's licence as ${id}.`,
      `spdx_id: ${id}`,
      reading.url,
      'repository: license',
      'license.github',
      'declared',
    ),
  }
}
