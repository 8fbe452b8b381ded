import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { sampleById } from '../../samples'
import type { Sample } from '../../samples/sample'
import { selfSigned } from './certificate'
import { githubApi, githubPage, githubPreflight, githubRaw, githubRefs } from './github'
import { type Reply, route } from './routes'

/** One request as the server saw it. */
export interface Logged {
  host: string
  method: string
  path: string
  cookie: string | null
  referer: string | null
  authorization: string | null
  /** The answer that is asked about, if it has changed. */
  etag: string | null
  /** Milliseconds since 1970. */
  at: number
}

/** What goes wrong besides wrong answers: no answer ever, a connection that breaks off, half of what was announced. */
export type Trouble = 'stall' | 'reset' | 'cut'

export interface HubOptions {
  /** Pages served verbatim, by path. */
  pages?: Readonly<Record<string, string>>
  /** Models besides the samples, looked up first. */
  models?: readonly Sample[]
}

export interface Hub {
  port: number
  log: Logged[]
  resetLog(): void
  /** Answers every path that matches with this reply, or this trouble, until `fault(pattern, null)`. */
  fault(pattern: RegExp, reply: Reply | Trouble | null): void
  close(): Promise<void>
}

const TYPES = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  text: 'text/plain; charset=utf-8',
}
const PAUSE = 200

/** Starts a stand-in for huggingface.co on a free port of this machine. */
export async function startHub({ pages = {}, models = [] }: HubOptions = {}): Promise<Hub> {
  const log: Logged[] = []
  const faults = new Map<string, [RegExp, Reply | Trouble]>()
  const find = (id: string) =>
    models.find((model) => model.id.toLowerCase() === id.toLowerCase()) ?? sampleById(id)
  const faultAt = (url: URL) => [...faults.values()].find(([pattern]) => pattern.test(url.pathname))?.[1]
  const replyTo = (host: string, url: URL): Reply => {
    if (host === 'api.github.com') return githubApi(url)
    if (host === 'github.com') {
      return githubRefs(url) ?? githubPage(url)
    }
    if (host === 'raw.githubusercontent.com') return githubRaw(url)
    if (host !== 'huggingface.co') return { status: 502, type: 'text', body: 'not recorded' }
    const page = pages[url.pathname]
    return page === undefined ? route(url, find) : { status: 200, type: 'html', body: page }
  }
  const server = createServer(
    selfSigned(['huggingface.co', 'github.com', 'api.github.com', 'raw.githubusercontent.com', 'localhost']),
    (request, response) => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '')
      const url = new URL(request.url ?? '/', `https://${host}`)
      log.push(logged(host, request))
      if (request.method === 'OPTIONS') {
        send(response, githubPreflight(host), false).catch(() => response.destroy())
        return
      }
      const fault = faultAt(url)
      if (fault === 'stall') return
      if (fault === 'reset') {
        request.socket.destroy()
        return
      }
      const reply = fault === undefined || fault === 'cut' ? replyTo(host, url) : fault
      if (fault === 'cut') {
        sendHalf(response, reply)
        return
      }
      // "Not modified" for whoever names the answer that it has.
      const same =
        reply.headers?.etag !== undefined && reply.headers.etag === request.headers['if-none-match']
      send(
        response,
        same ? { ...reply, status: 304, body: '' } : reply,
        url.searchParams.has('stream'),
      ).catch(() => response.destroy())
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    log,
    resetLog: () => void log.splice(0),
    fault(pattern, reply) {
      if (reply === null) faults.delete(pattern.source)
      else faults.set(pattern.source, [pattern, reply])
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const logged = (host: string, request: IncomingMessage): Logged => ({
  host,
  method: request.method ?? 'GET',
  path: request.url ?? '/',
  cookie: request.headers.cookie ?? null,
  referer: request.headers.referer ?? null,
  authorization: request.headers.authorization ?? null,
  etag: request.headers['if-none-match'] ?? null,
  at: Date.now(),
})

/** Announces all, sends half, and hangs up. */
function sendHalf(response: ServerResponse, { status, type, body, headers }: Reply): void {
  const whole = Buffer.from(body)
  response.writeHead(status, { 'content-type': TYPES[type], 'content-length': whole.length, ...headers })
  response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
}

async function send(response: ServerResponse, reply: Reply, stream: boolean): Promise<void> {
  response.writeHead(reply.status, {
    'content-type': TYPES[reply.type],
    ratelimit: '"api";r=499;t=295',
    ...(reply.type === 'html' ? { 'set-cookie': 'session=recorded; Path=/; Secure; SameSite=None' } : {}),
    ...reply.headers,
  })
  if (!stream) {
    response.end(reply.body)
    return
  }
  // The head, then the whole header, then lists up to half of a card's row of facts, then the rest.
  const cuts = [
    reply.body.indexOf('<main'),
    reply.body.indexOf('</header>'),
    ...[3, 9].flatMap((nth) => halfOfRow(reply.body, nth)),
    reply.body.length,
  ]
  let from = 0
  for (const cut of cuts) {
    response.write(reply.body.slice(from, cut))
    from = cut
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  response.end()
}

function halfOfRow(body: string, nth: number): number[] {
  const row = body.split('class="facts').slice(0, nth + 1)
  const dot = row.length > nth ? body.indexOf('</span>', row.join('class="facts').length) : -1
  return dot === -1 ? [] : [dot]
}
