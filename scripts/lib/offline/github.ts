import { REPOSITORIES } from '../../samples/sources'
import { githubList } from './github-list'
import { plainPage, repositoryPage } from './github-page'
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

/** A repository that moved: git and the API lead on, raw files are served under either name. */
const RENAMED: Readonly<Record<string, string>> = { 'example-org/rocket-old': 'example-org/rocket' }

const movedTo = (owner = '', name = ''): string | undefined => RENAMED[`${owner}/${name}`]

const redirect = (location: string): Reply => ({
  status: 301,
  type: 'text',
  body: '',
  headers: { ...OPEN, location },
})

const find = (owner = '', name = '') =>
  REPOSITORIES.find(({ id }) => id.toLowerCase() === `${owner}/${name}`.toLowerCase())

/** GitHub's own rules on what a page may load and ask (answered with every page in 2026, shortened to what matters here). */
const CSP =
  "default-src 'none'; base-uri 'self'; connect-src 'self' api.github.com *.githubusercontent.com; font-src github.githubassets.com; form-action 'self'; frame-ancestors 'none'; img-src 'self' data: *.githubusercontent.com; script-src github.githubassets.com; style-src 'unsafe-inline' github.githubassets.com"

/** github.com as a browser shows it. */
export function githubPage(url: URL): Reply {
  const [owner, name, tab] = url.pathname.split('/').filter(Boolean)
  const headers = { 'content-security-policy': CSP }
  const repository = find(owner, name)
  if (owner !== undefined && name !== undefined && repository)
    return {
      status: 200,
      type: 'html',
      body: repositoryPage(repository, tab ?? null, url.searchParams),
      headers,
    }
  const list = githubList(url.pathname)
  if (list !== null)
    return { status: 200, type: 'html', body: plainPage(url.pathname, url.searchParams, list), headers }
  const known = url.pathname === '/' || (owner !== undefined && name === undefined)
  return { status: known ? 200 : 404, type: 'html', body: plainPage(url.pathname), headers }
}

/** api.github.com: `/repos/{owner}/{name}/commits/HEAD` and `/git/trees/{sha}`. */
export function githubApi(url: URL): Reply {
  const [, owner, name, ...rest] = url.pathname.split('/').filter(Boolean)
  const moved = movedTo(owner, name)
  if (moved !== undefined) return redirect(`${url.origin}/repos/${moved}/${rest.join('/')}${url.search}`)
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
  const moved = movedTo(owner, name)
  if (moved !== undefined) return redirect(`${url.origin}/${moved}.git/info/refs${url.search}`)
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
  const repository = find(...(movedTo(owner, name)?.split('/') ?? [owner, name]))
  const body = repository?.commit === commit ? repository?.texts[path.join('/')] : undefined
  return body === undefined
    ? { status: 404, type: 'text', body: '404: Not Found', headers: OPEN }
    : { status: 200, type: 'text', body, headers: OPEN }
}
