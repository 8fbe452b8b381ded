import { describe, expect, test } from 'vitest'
import { isDebianLike, mayInstall } from '../../../scripts/start/install'
import { hubAnswers } from '../../../scripts/start/network'

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
const MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
const FEDORA = 'NAME="Fedora Linux"\nID=fedora\nHOME_URL="https://example.org/not-debian"\n'
const server = { platform: 'linux', uid: 0, osRelease: DEBIAN, aptGet: true }

describe('installing a browser unasked', () => {
  test('root with apt-get on Debian may', () => {
    expect(mayInstall(server)).toBe(true)
  })

  test.each([
    ['another user', { uid: 1000 }],
    ['another system', { platform: 'darwin' }],
    ['another distribution', { osRelease: FEDORA }],
    ['a system without apt-get', { aptGet: false }],
  ])('%s may not', (_name, change) => {
    expect(mayInstall({ ...server, ...change })).toBe(false)
  })

  test('the children of Debian count, a word in an address does not', () => {
    expect(isDebianLike(MINT)).toBe(true)
    expect(isDebianLike(FEDORA)).toBe(false)
  })
})

describe('asking for the Hub', () => {
  test.each([
    [200, true],
    [302, true],
    [403, false],
    [502, false],
  ])('an answer %i means %s', async (status, answers) => {
    expect(await hubAnswers(async () => new Response(null, { status }))).toBe(answers)
  })

  test('a name that does not resolve means no network', async () => {
    expect(
      await hubAnswers(async () => {
        throw new TypeError('fetch failed')
      }),
    ).toBe(false)
  })
})
