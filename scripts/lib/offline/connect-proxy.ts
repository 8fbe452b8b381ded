import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { HOSTS } from './flags'

const ALLOWED: ReadonlySet<string> = new Set(HOSTS.map((host) => `${host}:443`))

/** A CONNECT proxy that leads the sites' names to the recorded Hub and refuses every other: Firefox has no resolver rules. */
export async function startConnectProxy(
  hubPort: number,
): Promise<{ port: number; refused: string[]; close(): Promise<void> }> {
  const refused: string[] = []
  const server = createServer((_, response) => response.writeHead(403).end())
  // A tunnel is no longer the server's own connection: it has to be cut by hand at the end.
  const tunnels = new Set<Socket>()
  server.on('connect', (request, client: Socket, head) => {
    tunnels.add(client)
    client.on('error', () => client.destroy())
    client.once('close', () => tunnels.delete(client))
    if (!ALLOWED.has(request.url ?? '')) {
      refused.push((request.url ?? '').replace(/:443$/, ''))
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const hub = connect(hubPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      hub.write(head)
      hub.pipe(client).pipe(hub)
    })
    hub.on('error', () => client.destroy())
    client.once('close', () => hub.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    /** Names of hosts that somebody wanted and that are none of the sites'. */
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        for (const tunnel of tunnels) tunnel.destroy()
      }),
  }
}
