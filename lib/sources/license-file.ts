import { fetchText } from './fetch'

/** A licence file as it is stored: of a GitHub repository, or at an address of one of the sites. */

export type LicenseFileAnswer =
  | { state: 'ok'; path: string; text: string }
  | { state: 'missing' | 'failed' | 'limited' }

const MAX_LENGTH = 512 * 1024
/** The names that repositories use, commonest first; each is one request. */
const NAMES = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'COPYING'] as const

/** Asks raw.githubusercontent.com for a repository's licence file at its default branch: at most four requests. */
export async function fetchRepositoryLicense(id: string): Promise<LicenseFileAnswer> {
  for (const name of NAMES) {
    const answer = await fetchLicenseFile(`https://raw.githubusercontent.com/${id}/HEAD/${name}`, name)
    if (answer.state !== 'missing') return answer
  }
  return { state: 'missing' }
}

/** Asks for one file. Never rejects. */
export async function fetchLicenseFile(url: string, path: string): Promise<LicenseFileAnswer> {
  const answer = await fetchText(url, { maxLength: MAX_LENGTH })
  if (answer.state === 'ok') return { state: 'ok', path, text: answer.text }
  if (answer.state === 'limited' || answer.state === 'failed') return { state: answer.state }
  return { state: 'missing' }
}
