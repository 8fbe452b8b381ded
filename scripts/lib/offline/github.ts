import { REPOSITORIES } from '../../samples/sources'
import type { Reply } from './routes'

/** GitHub's API and raw files for recorded repositories; both may be read from any origin. */

const OPEN = { 'access-control-allow-origin': '*' }
const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'json',
  body: JSON.stringify(value),
  headers: { ...OPEN, 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '57' },
})
const NOT_FOUND = json({ message: 'Not Found', status: '404' }, 404)

const find = (owner = '', name = '') =>
  REPOSITORIES.find(({ id }) => id.toLowerCase() === `${owner}/${name}`.toLowerCase())

/** api.github.com: `/repos/{owner}/{name}/commits/HEAD` and `/git/trees/{sha}`. */
export function githubApi(url: URL): Reply {
  const [, owner, name, ...rest] = url.pathname.split('/').filter(Boolean)
  const repository = find(owner, name)
  if (!repository) return NOT_FOUND
  const { commit, files } = repository
  if (rest.join('/') === 'commits/HEAD') return json({ sha: commit })
  if (rest.join('/') !== `git/trees/${commit}`) return NOT_FOUND
  const tree = files.map((path) => ({ path, mode: '100644', type: 'blob', size: 1_000, sha: commit }))
  return json({ sha: commit, truncated: false, tree })
}

/** github.com: only what git itself asks for (git-http-protocol, "smart" info/refs). */
export function githubRefs(url: URL): Reply | null {
  const [, owner, name] = /^\/([\w.-]+)\/([\w.-]+)\.git\/info\/refs$/.exec(url.pathname) ?? []
  if (owner === undefined) return null
  const repository = find(owner, name)
  if (!repository) return { status: 401, type: 'text', body: 'Repository not found.' }
  const { commit, tags } = repository
  const line = (text: string) => `${(text.length + 5).toString(16).padStart(4, '0')}${text}\n`
  const body = [
    line('# service=git-upload-pack'),
    `0000${line(`${commit} HEAD\0multi_ack thin-pack symref=HEAD:refs/heads/main`)}`,
    line(`${commit} refs/heads/main`),
    ...tags.map((tag) => line(`${commit} refs/tags/${tag}`)),
    '0000',
  ].join('')
  return { status: 200, type: 'text', body }
}

/** raw.githubusercontent.com: `/{owner}/{name}/{sha}/{path}`. */
export function githubRaw(url: URL): Reply {
  const [owner, name, commit, ...path] = decodeURIComponent(url.pathname).split('/').filter(Boolean)
  const repository = find(owner, name)
  const body = repository?.commit === commit ? repository?.texts[path.join('/')] : undefined
  return body === undefined
    ? { status: 404, type: 'text', body: '404: Not Found', headers: OPEN }
    : { status: 200, type: 'text', body, headers: OPEN }
}
