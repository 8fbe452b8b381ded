import { posix, win32 } from 'node:path'
import { BROWSERS, type BrowserName } from './args'

export interface Machine {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
}

export interface InstalledBrowser {
  name: BrowserName
  executable: string
}

/** Commands looked up in PATH, fixed paths (macOS), and paths below the program folders (Windows). */
const PLACES: Readonly<Record<BrowserName, { commands: string[]; mac: string[]; windows: string[] }>> = {
  chromium: {
    commands: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
    mac: ['Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium\\Application\\chrome.exe'],
  },
  brave: {
    commands: ['brave-browser', 'brave', 'brave-browser-stable'],
    mac: ['Brave Browser.app/Contents/MacOS/Brave Browser'],
    windows: ['BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
  },
  edge: {
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  firefox: {
    commands: ['firefox', 'firefox-esr'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
  chrome: {
    commands: ['google-chrome', 'google-chrome-stable'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
  },
}

const LINUX_FOLDERS = ['/usr/local/bin', '/usr/bin', '/snap/bin']

const filled = (values: (string | undefined)[]): string[] => values.flatMap((value) => value || [])

function inPath(commands: readonly string[], machine: Machine): string[] {
  const folders = [...new Set([...(machine.env.PATH ?? '').split(':').filter(Boolean), ...LINUX_FOLDERS])]
  return commands.flatMap((command) => folders.map((folder) => posix.join(folder, command)))
}

/** The paths where this browser may be on this machine, likeliest first; nothing is looked at. */
export function candidates(name: BrowserName, machine: Machine): string[] {
  const places = PLACES[name]
  const { env, platform } = machine
  if (platform === 'win32') {
    const roots = filled([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA])
    return places.windows.flatMap((path) => roots.map((root) => win32.join(root, path)))
  }
  if (platform === 'darwin') {
    const roots = filled(['/Applications', env.HOME && `${env.HOME}/Applications`])
    return [
      ...places.mac.flatMap((path) => roots.map((root) => posix.join(root, path))),
      ...inPath(places.commands, machine),
    ]
  }
  return inPath(places.commands, machine)
}

/**
 * The first browser that is there, in the order of `BROWSERS`. Branded Chrome comes last: it ignores
 * `--load-extension` since version 137.
 * @param wanted only this one, when the user asked for it
 * @param isThere says whether a path is an executable file
 */
export function chooseBrowser(
  machine: Machine,
  isThere: (path: string) => boolean,
  wanted?: BrowserName,
): InstalledBrowser | undefined {
  for (const name of wanted ? [wanted] : BROWSERS) {
    const executable = candidates(name, machine).find(isThere)
    if (executable) return { name, executable }
  }
  return undefined
}
