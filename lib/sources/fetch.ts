import { loadGithubToken } from '../platform/github-token'
import { loadPatience, savePatience } from '../platform/patience'

/**
 * The one fetch client. Only these hosts are ever asked, without cookies and without a referrer; answers are bounded in
 * size and time; a host that asks for patience is left alone until the time it names.
 */

const HOSTS = new Set(['huggingface.co', 'api.github.com', 'raw.githubusercontent.com', 'github.com'])

const GITHUB_API = 'api.github.com'
const TIMEOUT = 15_000
/** Wait after a 429 that names no time, in milliseconds. */
const DEFAULT_PATIENCE = 60_000
const MAX_PATIENCE = 10 * 60_000
const MAX_RESET = 61 * 60_000

export type Fetched =
  | { state: 'ok'; text: string; truncated: boolean; url: string; redirected: boolean }
  /** 404 and 410. */
  | { state: 'missing' }
  /** 401 and 403: gated, private, or (on the Hub) not there at all. */
  | { state: 'denied'; gated: boolean }
  /** 429, or still within the time that an earlier 429 named. */
  | { state: 'limited' }
  /** No network, a timeout, a server's fault, or an answer from a host that is not ours to ask. */
  | { state: 'failed'; status: number | null }

/** Milliseconds since 1970 until which a host is left alone. */
const patience = new Map<string, number>()

export interface FetchLimits {
  /** Characters of text after which reading stops. */
  maxLength: number
}

/** Asks one address. Never rejects. */
export async function fetchText(address: string, { maxLength }: FetchLimits): Promise<Fetched> {
  const url = new URL(address)
  if (url.protocol !== 'https:' || !HOSTS.has(url.hostname)) return { state: 'failed', status: null }
  for (const [host, until] of Object.entries(await loadPatience())) patience.set(host, until)
  if (limitedUntil(url.hostname) !== null) return { state: 'limited' }
  try {
    const token = url.hostname === GITHUB_API ? await loadGithubToken() : null
    let response = await askOnce(url, token)
    // A token that GitHub no longer takes is worse than none.
    if (token !== null && response.status === 401) response = await askOnce(url, null)
    // A redirect may lead anywhere; what another host says is not read.
    if (!HOSTS.has(new URL(response.url || url.href).hostname)) return { state: 'failed', status: null }
    if (response.status === 429 || isUsedUp(response)) {
      patience.set(url.hostname, Date.now() + patienceOf(response.headers))
      await savePatience(Object.fromEntries(patience))
      return { state: 'limited' }
    }
    if (response.status === 401 || response.status === 403) {
      return { state: 'denied', gated: response.headers.get('x-error-code') === 'GatedRepo' }
    }
    if (response.status === 404 || response.status === 410) return { state: 'missing' }
    if (!response.ok) return { state: 'failed', status: response.status }
    const { text, truncated } = await readBounded(response, maxLength)
    return { state: 'ok', text, truncated, url: response.url || url.href, redirected: response.redirected }
  } catch {
    return { state: 'failed', status: null }
  }
}

const askOnce = (url: URL, token: string | null): Promise<Response> =>
  fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'follow',
    signal: AbortSignal.timeout(TIMEOUT),
    ...(token === null ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })

/**
 * Milliseconds since 1970 until which a host asked to be left alone; null where it does not. No host may ask for longer
 * than `MAX_RESET`: a time further away was reckoned before the clock was set back.
 */
export function limitedUntil(host: string): number | null {
  const until = patience.get(host) ?? 0
  const left = until - Date.now()
  return left > 0 && left <= MAX_RESET ? until : null
}

/** GitHub says 403 as well when the hour's requests are used up, or when too many came at once (docs.github.com, 2026). */
const isUsedUp = ({ status, headers }: Response): boolean =>
  status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after'))

/** `Retry-After: seconds`, or the Hub's `RateLimit: "api";r=0;t=57` (seconds until the window ends; recorded 2026-10). */
function patienceOf(headers: Headers): number {
  const after = Number(
    headers.get('retry-after') ?? /;\s*t=(\d{1,6})/.exec(headers.get('ratelimit') ?? '')?.[1],
  )
  if (Number.isFinite(after) && after > 0) return Math.min(after * 1_000, MAX_PATIENCE)
  // GitHub: seconds since 1970 at which the hour ends.
  const reset = Number(headers.get('x-ratelimit-reset')) * 1_000 - Date.now()
  return Number.isFinite(reset) && reset > 0 ? Math.min(reset, MAX_RESET) : DEFAULT_PATIENCE
}

async function readBounded(
  response: Response,
  maxLength: number,
): Promise<{ text: string; truncated: boolean }> {
  const reader = response.body?.getReader()
  if (!reader) return { text: '', truncated: false }
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), truncated: false }
    text += decoder.decode(value, { stream: true })
    if (text.length > maxLength) {
      await reader.cancel()
      return { text: text.slice(0, maxLength), truncated: true }
    }
  }
}
