import { spawnSync } from 'node:child_process'

export const NO_BROWSER = `No browser found. Openmark needs Chromium, Brave, Edge, Firefox or Chrome.
Install one (Debian and Ubuntu: sudo apt-get install chromium; others: https://www.chromium.org/getting-involved/download-chromium/),
then run npm start again.`

/** True on a Debian or one of its children (os-release(5): ID and ID_LIKE). */
export function isDebianLike(osRelease: string): boolean {
  return osRelease
    .split('\n')
    .filter((line) => /^ID(_LIKE)?=/.test(line))
    .some((line) => /\b(debian|ubuntu)\b/.test(line))
}

/** A browser may be installed unasked only where this is a machine of one's own: root with apt-get on Debian or Ubuntu. */
export function mayInstall(machine: {
  platform: string
  uid: number
  osRelease: string
  aptGet: boolean
}): boolean {
  return (
    machine.platform === 'linux' && machine.uid === 0 && machine.aptGet && isDebianLike(machine.osRelease)
  )
}

/** Installs Chromium from the distribution, its output shown; false when apt-get fails. */
export function installChromium(): boolean {
  console.log('No browser found. Installing chromium with apt-get.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...words: string[]) => spawnSync('apt-get', words, { stdio: 'inherit', env }).status === 0
  // An update that fails for one source of many must not stop an install that the others can serve.
  run('update')
  return run('install', '--yes', '--no-install-recommends', 'chromium')
}
