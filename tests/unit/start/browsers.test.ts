import { describe, expect, test } from 'vitest'
import { candidates, chooseBrowser, type Machine } from '../../../scripts/start/browsers'

const linux: Machine = { platform: 'linux', env: { PATH: '/home/me/bin:/usr/bin' } }
const mac: Machine = { platform: 'darwin', env: { HOME: '/Users/me', PATH: '/usr/bin' } }
const windows: Machine = {
  platform: 'win32',
  env: { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' },
}
const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

describe('the choice of a browser', () => {
  test('Chromium is taken before Firefox, and Firefox before Chrome', () => {
    const all = only('/usr/bin/google-chrome', '/usr/bin/firefox', '/usr/bin/chromium')
    expect(chooseBrowser(linux, all)).toEqual({ name: 'chromium', executable: '/usr/bin/chromium' })
    const noChromium = only('/usr/bin/google-chrome', '/usr/bin/firefox')
    expect(chooseBrowser(linux, noChromium)).toEqual({ name: 'firefox', executable: '/usr/bin/firefox' })
    expect(chooseBrowser(linux, only('/usr/bin/google-chrome'))?.name).toBe('chrome')
  })

  test('Brave and Edge come between Chromium and Firefox', () => {
    expect(chooseBrowser(linux, only('/usr/bin/microsoft-edge', '/usr/bin/brave-browser'))?.name).toBe(
      'brave',
    )
    expect(chooseBrowser(linux, only('/usr/bin/microsoft-edge', '/usr/bin/firefox'))?.name).toBe('edge')
  })

  test('a browser asked for by name is taken even when a preferred one is there', () => {
    const both = only('/usr/bin/chromium', '/usr/bin/firefox-esr')
    expect(chooseBrowser(linux, both, 'firefox')?.executable).toBe('/usr/bin/firefox-esr')
  })

  test('a browser asked for by name is not replaced by another', () => {
    expect(chooseBrowser(linux, only('/usr/bin/chromium'), 'brave')).toBeUndefined()
  })

  test('PATH is searched in its own order', () => {
    const both = only('/usr/bin/chromium', '/home/me/bin/chromium')
    expect(chooseBrowser(linux, both)?.executable).toBe('/home/me/bin/chromium')
  })

  test('snap packages are found without PATH', () => {
    expect(candidates('chromium', { platform: 'linux', env: {} })).toContain('/snap/bin/chromium')
  })

  test('macOS has its applications, also those of one user', () => {
    expect(candidates('edge', mac)).toContain(
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    )
    expect(candidates('firefox', mac)).toContain('/Users/me/Applications/Firefox.app/Contents/MacOS/firefox')
  })

  test('Windows has its program folders and never a path below an unset one', () => {
    expect(candidates('chrome', windows)).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ])
  })

  test('without any browser there is no choice', () => {
    expect(chooseBrowser(linux, () => false)).toBeUndefined()
  })
})
