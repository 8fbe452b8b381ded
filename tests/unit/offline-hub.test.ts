import { request } from 'node:https'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, startHub } from '../../scripts/lib/offline/server'
import { samples } from '../../scripts/samples'

let hub: Hub

function get(
  path: string,
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]>; pieces: number }> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: hub.port,
        path,
        headers: { host: 'huggingface.co' },
        rejectUnauthorized: false,
      },
      (response) => {
        let body = ''
        let pieces = 0
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString()
          pieces += 1
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers, pieces }),
        )
      },
    )
    call.on('error', reject)
    call.end()
  })
}

describe('the recorded Hub', () => {
  beforeAll(async () => {
    hub = await startHub()
  })
  afterAll(() => hub.close())

  it('holds at least six models of different openness', () => {
    expect(samples.length).toBeGreaterThanOrEqual(6)
    expect(new Set(samples.map(({ page }) => JSON.stringify(page.cardData))).size).toBeGreaterThan(5)
  })

  it('serves a page with the header island, and an API answer with the file list', async () => {
    const page = await get('/allenai/OLMo-7B')
    expect(page.body).toContain('data-target="ModelHeader"')
    const api = JSON.parse((await get('/api/models/allenai/OLMo-7B')).body)
    expect(api).toMatchObject({ id: 'allenai/OLMo-7B', sha: '46fba0de8af86b2eb5329fb11a2994e7c0df3eb9' })
    expect(api.siblings.length).toBeGreaterThan(3)
  })

  it('keeps a gated card back, answers 401 for what is not there, and 307 for what moved', async () => {
    expect(await get('/meta-llama/Llama-3.1-8B/raw/main/README.md')).toMatchObject({
      status: 401,
      headers: { 'x-error-code': 'GatedRepo' },
    })
    expect((await get('/api/models/nobody/nothing')).status).toBe(401)
    expect(await get('/api/models/runwayml/stable-diffusion-v1-5')).toMatchObject({ status: 307 })
  })

  it('streams a page in pieces', async () => {
    expect((await get('/allenai/OLMo-7B?stream=1')).pieces).toBeGreaterThan(2)
  })

  it('writes down every request', async () => {
    hub.resetLog()
    await get('/models')
    expect(hub.log).toMatchObject([{ host: 'huggingface.co', path: '/models', cookie: null }])
  })
})
