import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { startHub } from '../lib/offline/server'
import { parseStartArguments, type StartArguments } from './args'
import { chooseBrowser, type InstalledBrowser } from './browsers'
import { buildExtension } from './build'
import { launchChromium } from './chromium'
import { Failure } from './failure'
import { launchFirefox } from './firefox'
import { HELP } from './help'
import { installChromium, mayInstall, NO_BROWSER } from './install'
import { hubAnswers } from './network'
import { firstPage, tourPages } from './pages'
import type { Session } from './session'
import { tour } from './tour'

/** `npm start`: the extension in a browser, on a model's page. Exit: 0 done, 1 it could not be shown, 2 wrong usage. */

const ROOT = resolve(import.meta.dirname, '../..')
const PICTURES = resolve(ROOT, 'screenshots')

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function findBrowser(wanted: StartArguments['browser']): InstalledBrowser {
  const machine = { platform: process.platform, env: process.env }
  const found = chooseBrowser(machine, isProgram, wanted)
  if (found) return found
  if (wanted !== undefined && wanted !== 'chromium') {
    throw new Failure(`${wanted} was not found on this machine. Leave --browser out to take what is there.`)
  }
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const here = { platform: process.platform, uid: process.getuid?.() ?? -1, osRelease }
  const installed = mayInstall({ ...here, aptGet: isProgram('/usr/bin/apt-get') }) && installChromium()
  const chromium = installed ? chooseBrowser(machine, isProgram, 'chromium') : undefined
  if (!chromium) throw new Failure(NO_BROWSER)
  return chromium
}

/** Only Linux has machines where a window cannot be shown and nobody means it. */
const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

async function show(session: Session, url: string): Promise<void> {
  const tab = await session.tab()
  // A page that does not load is shown by the browser itself; the window stays.
  await tab.open(url).catch(() => {})
  console.log(`Opened ${url}. Close the window to end.`)
  await session.closed
}

async function run(asked: StartArguments): Promise<number> {
  const browser = findBrowser(asked.browser)
  const headless = asked.headless || !hasDisplay()
  const family = browser.name === 'firefox' ? 'firefox' : 'chrome'
  console.log('Building the extension.')
  const [extension, online] = await Promise.all([buildExtension(family, ROOT), hubAnswers()])
  const hub = online ? null : await startHub()
  console.log(
    `${headless ? 'Without a window' : 'Opening'}: ${browser.executable}, ${online ? 'huggingface.co itself' : 'recorded pages (huggingface.co cannot be reached)'}.`,
  )
  const launch = family === 'firefox' ? launchFirefox : launchChromium
  const options = { executable: browser.executable, extension, headless, hubPort: hub?.port ?? null }
  try {
    const session = await launch(options)
    try {
      if (session.extensionPage('welcome') === null) {
        throw new Failure(
          `${browser.executable} started, but without the extension. Choose another browser with --browser.`,
        )
      }
      if (!headless) {
        await show(session, firstPage(!online, asked.url))
        return 0
      }
      const pages = tourPages(!online, asked.url)
      const found = await tour(session, { pages, folder: PICTURES, recorded: !online, say: console.log })
      console.log(`Pictures are in ${PICTURES}.`)
      if (found === 0) throw new Failure('No page had a badge.')
      return 0
    } finally {
      await session.close()
    }
  } finally {
    await hub?.close()
  }
}

async function main(): Promise<number> {
  const parsed = parseStartArguments(process.argv.slice(2))
  if (!parsed.ok) {
    console.error(`${parsed.message}\n\n${HELP}`)
    return 2
  }
  if (parsed.value.help) {
    console.log(HELP)
    return 0
  }
  try {
    return await run(parsed.value)
  } catch (error) {
    const explained =
      error instanceof Failure
        ? error.message
        : `It failed: ${error instanceof Error ? error.message : error}`
    console.error(explained)
    return 1
  }
}

process.exitCode = await main()
