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
  | {
      state: 'ok'
      text: string
      truncated: boolean
      url: string
      redirected: boolean
      /** What a later request may ask about, to be answered only if it has changed. */
      etag: string | null
      /** Where a paged answer goes on; on the same host only. */
      next: string | null
    }
  /** 404 and 410. */
  | { state: 'missing' }
  /** 401 and 403: gated, private, or (on the Hub) not there at all. */
  | { state: 'denied'; gated: boolean }
  /** 429, or still within the time that an earlier 429 named. */
  | { state: 'limited' }
  /** No network, a timeout, a server's fault, or an answer from a host that is not ours to ask. */
  | { state: 'failed'; status: number | null }

/** Until when (milliseconds since 1970) a host is left alone, and for whom: another token has a limit of its own. */
const patience = new Map<string, { until: number; token: string | null }>()

let recalling: Promise<void> | null = null

/** What an earlier worker was told; a token's own limit is not kept, as the token would be. */
const recallPatience = (): Promise<void> => {
  recalling ??= loadPatience().then((known) => {
    for (const [host, until] of Object.entries(known)) patience.set(host, { until, token: null })
  })
  return recalling
}

const keepPatience = (): Promise<void> =>
  savePatience(
    Object.fromEntries(
      [...patience].flatMap(([host, { until, token }]) => (token === null ? [[host, until]] : [])),
    ),
  )

/** A token that GitHub did not take: not offered again until the reader gives another, or the worker starts anew. */
let refused: string | null = null

export interface FetchLimits {
  /** Characters of text after which reading stops. */
  maxLength: number
  /** Nobody wants the answer any more. */
  signal?: AbortSignal
}

/** Asks one address. Never rejects. */
export async function fetchText(address: string, limits: FetchLimits): Promise<Fetched> {
  const answer = await fetchIfChanged(address, limits, null)
  // Nobody was told what is known already.
  return answer.state === 'unchanged' ? { state: 'failed', status: 304 } : answer
}

/** Asks one address whose last answer carried that `etag`; `unchanged` where that answer is still good. Never rejects. */
export async function fetchIfChanged(
  address: string,
  { maxLength, signal }: FetchLimits,
  etag: string | null,
): Promise<Fetched | { state: 'unchanged' }> {
  const url = new URL(address)
  if (url.protocol !== 'https:' || !HOSTS.has(url.hostname)) return { state: 'failed', status: null }
  try {
    const known = url.hostname === GITHUB_API ? await loadGithubToken() : null
    let token = known === refused ? null : known
    await recallPatience()
    if (limitedUntil(url.hostname) !== null && patience.get(url.hostname)?.token === token)
      return { state: 'limited' }
    let response = await askOnce(url, token, etag, signal)
    // A token that GitHub no longer takes is worse than none.
    if (token !== null && response.status === 401) {
      refused = token
      token = null
      response = await askOnce(url, token, etag, signal)
    }
    // A redirect may lead anywhere; what another host says is not read.
    if (!HOSTS.has(new URL(response.url || url.href).hostname)) return { state: 'failed', status: null }
    if (response.status === 304) return { state: 'unchanged' }
    if (response.status === 429 || (await isUsedUp(url, response))) {
      patience.set(url.hostname, { until: Date.now() + patienceOf(response.headers), token })
      await keepPatience()
      return { state: 'limited' }
    }
    if (patience.delete(url.hostname)) await keepPatience()
    if (response.status === 401 || response.status === 403) {
      return { state: 'denied', gated: response.headers.get('x-error-code') === 'GatedRepo' }
    }
    if (response.status === 404 || response.status === 410) return { state: 'missing' }
    if (!response.ok) return { state: 'failed', status: response.status }
    const { text, truncated } = await readBounded(response, maxLength)
    const { redirected, headers } = response
    return {
      state: 'ok',
      text,
      truncated,
      url: response.url || url.href,
      redirected,
      etag: headers.get('etag'),
      next: nextOf(headers.get('link'), url),
    }
  } catch {
    return { state: 'failed', status: null }
  }
}

const askOnce = (
  url: URL,
  token: string | null,
  etag: string | null,
  signal: AbortSignal | undefined,
): Promise<Response> =>
  fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'follow',
    signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]) : AbortSignal.timeout(TIMEOUT),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(etag === null ? {} : { 'if-none-match': etag }),
    },
  })

/**
 * Milliseconds since 1970 until which a host asked to be left alone; null where it does not. No host may ask for longer
 * than `MAX_RESET`: a time further away was reckoned before the clock was set back.
 */
export function limitedUntil(host: string): number | null {
  const until = patience.get(host)?.until ?? 0
  const left = until - Date.now()
  return left > 0 && left <= MAX_RESET ? until : null
}

/**
 * GitHub says 403 as well when the hour's requests are used up, or when too many came at once; then it may name no time
 * in any header, and only the words tell (docs.github.com, 2026: wait a minute at least).
 */
async function isUsedUp({ hostname }: URL, response: Response): Promise<boolean> {
  if (response.status !== 403) return false
  if (response.headers.get('x-ratelimit-remaining') === '0' || response.headers.has('retry-after'))
    return true
  if (hostname !== GITHUB_API) return false
  const { text } = await readBounded(response, 4_096)
  return /\brate limit\b|\babuse detection\b/i.test(text)
}

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

/** `Link: <address>; rel="next"` of a paged answer, on the same host only. */
function nextOf(link: string | null, from: URL): string | null {
  const address = /<([^<>]{1,2000})>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1]
  if (address === undefined || !URL.canParse(address, from)) return null
  const next = new URL(address, from)
  return next.origin === from.origin ? next.href : null
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
