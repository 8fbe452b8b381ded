import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The system's Chromium. @throws where there is none: these tests may not be skipped. */
export function findBrowser(): string {
  const path = process.env.CHROMIUM_PATH ?? PLACES.find((candidate) => existsSync(candidate))
  if (!path) throw new Error('Chromium is not installed (apt-get install chromium, or set CHROMIUM_PATH)')
  return path
}
