import { REPOSITORIES } from '../../samples/sources'
import { githubList } from './github-list'
import { marketplacePage, plainPage, repositoryPage } from './github-page'
import type { Reply } from './routes'

/** GitHub's API and raw files for recorded repositories; both may be read from any origin. */

const OPEN = { 'access-control-allow-origin': '*' }

/** What the API lets other origins see and send (docs.github.com, "Using CORS"; recorded answers of 2025). */
const API_CORS = {
  ...OPEN,
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-GitHub-Request-Id',
}
const PREFLIGHT = {
  ...API_CORS,
  'access-control-allow-headers':
    'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, X-GitHub-OTP, X-Requested-With',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  'access-control-max-age': '86400',
}

/** A preflight: the API answers it; raw files and pages know none, so what needs one does not get there. */
export const githubPreflight = (host: string): Reply =>
  host === 'api.github.com'
    ? { status: 204, type: 'text', body: '', headers: PREFLIGHT }
    : { status: 405, type: 'text', body: '' }

const json = (value: unknown, status = 200, etag?: string): Reply => ({
  status,
  type: 'json',
  body: JSON.stringify(value),
  headers: {
    ...API_CORS,
    'x-ratelimit-limit': '60',
    'x-ratelimit-remaining': '57',
    ...(etag === undefined ? {} : { etag }),
  },
})
const NOT_FOUND = json({ message: 'Not Found', status: '404' }, 404)

/** A repository that moved: git and the API lead on, raw files are served under either name. */
const RENAMED: Readonly<Record<string, string>> = { 'example-org/rocket-old': 'example-org/rocket' }

const movedTo = (owner = '', name = ''): string | undefined => RENAMED[`${owner}/${name}`]

const redirect = (location: string): Reply => ({
  status: 301,
  type: 'text',
  body: '',
  headers: { ...API_CORS, location },
})

const find = (owner = '', name = '') =>
  REPOSITORIES.find(({ id }) => id.toLowerCase() === `${owner}/${name}`.toLowerCase())

/** The rules on what a page may load and ask that github.com sent with its answers in 2026-05, without its storage buckets. */
const CSP = [
  "default-src 'none'",
  "base-uri 'self'",
  'child-src github.githubassets.com github.com/assets-cdn/worker/ github.com/assets/ gist.github.com/assets-cdn/worker/',
  "connect-src 'self' uploads.github.com www.githubstatus.com collector.github.com raw.githubusercontent.com api.github.com github.githubassets.com objects-origin.githubusercontent.com copilot-proxy.githubusercontent.com *.actions.githubusercontent.com wss://*.actions.githubusercontent.com insights.github.com wss://alive.github.com api.githubcopilot.com",
  'font-src github.githubassets.com',
  "form-action 'self' github.com gist.github.com copilot-workspace.githubnext.com objects-origin.githubusercontent.com",
  "frame-ancestors 'none'",
  'frame-src viewscreen.githubusercontent.com notebooks.githubusercontent.com',
  "img-src 'self' data: blob: github.githubassets.com media.githubusercontent.com camo.githubusercontent.com identicons.github.com avatars.githubusercontent.com *.githubusercontent.com",
  "manifest-src 'self'",
  'media-src github.com user-images.githubusercontent.com github.githubassets.com',
  'script-src github.githubassets.com',
  "style-src 'unsafe-inline' github.githubassets.com",
  'upgrade-insecure-requests',
  'worker-src github.githubassets.com github.com/assets-cdn/worker/ github.com/assets/ gist.github.com/assets-cdn/worker/',
].join('; ')

/** What comes with every page. */
export const PAGE_HEADERS = {
  'content-security-policy': CSP,
  'x-frame-options': 'deny',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
}

/** github.com as a browser shows it. */
export function githubPage(url: URL): Reply {
  const [owner, name, tab] = url.pathname.split('/').filter(Boolean)
  const headers = PAGE_HEADERS
  if (owner === 'marketplace' && name === 'models' && tab !== undefined)
    return { status: 200, type: 'html', body: marketplacePage(url), headers }
  const moved = movedTo(owner, name)
  if (moved !== undefined) return redirect([url.origin, moved, ...(tab === undefined ? [] : [tab])].join('/'))
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
  if (rest.join('/') === 'commits/HEAD') return json({ sha: commit }, 200, `"${commit}"`)
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
