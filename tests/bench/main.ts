import { benchAccuracy } from './accuracy'
import { benchEngine, benchGrowth } from './engine'
import { benchInspect } from './inspect'
import { benchLicenses } from './licenses'
import { benchLists } from './lists'
import { benchPage } from './page'
import { circumstances, printSection, type Section } from './report'
import { benchSizes } from './sizes'
import { benchSurfaces } from './surfaces'
import { benchTexts } from './texts'

/**
 * `npm run bench [-- NAME…] [--json]`: reports, never a pass or a fail. Without a name, one report on how fast everything
 * is; `page` compares pages with and without the extension, `licenses` and `accuracy` tell how often it is right.
 */

const REPORT: Readonly<Record<string, () => Section | Promise<Section | Section[]>>> = {
  engine: benchEngine,
  growth: benchGrowth,
  texts: benchTexts,
  lists: benchLists,
  inspect: benchInspect,
  surfaces: benchSurfaces,
  sizes: benchSizes,
}
const BY_NAME: Readonly<Record<string, () => Section[] | Promise<Section[]>>> = { page: benchPage }
/** These print tables of their own. */
const SCORES: Readonly<Record<string, () => void>> = { licenses: benchLicenses, accuracy: benchAccuracy }

const words = process.argv.slice(2)
const isJson = words.includes('--json')
// What follows any other option is its value, no bench.
const asked = words.filter(
  (word, index) =>
    !word.startsWith('-') && !(words[index - 1]?.startsWith('--') && words[index - 1] !== '--json'),
)

async function main(): Promise<void> {
  const known = { ...REPORT, ...BY_NAME, ...SCORES }
  const unknown = asked.filter((name) => !Object.hasOwn(known, name))
  if (unknown.length > 0) {
    process.stderr.write(
      `bench: no such bench: ${unknown.join(', ')}; there are ${Object.keys(known).join(', ')}\n`,
    )
    process.exitCode = 2
    return
  }
  if (isJson && asked.some((name) => Object.hasOwn(SCORES, name))) {
    process.stderr.write('bench: licenses and accuracy print tables of their own, no JSON\n')
    process.exitCode = 2
    return
  }
  for (const name of asked) SCORES[name]?.()
  const names =
    asked.length === 0 ? Object.keys(REPORT) : asked.filter((name) => !Object.hasOwn(SCORES, name))
  if (names.length === 0) return
  const about = circumstances(`npm run bench${words.length > 0 ? ` -- ${words.join(' ')}` : ''}`)
  const { machine } = about
  if (!isJson)
    console.log(
      `Openmark ${about.version}, ${about.date.slice(0, 10)}, ${about.command}\n${machine.system}, ${machine.cores} × ${machine.cpu}, Node ${machine.node}\n`,
    )
  const sections: Section[] = []
  for (const name of names) {
    const made = (await { ...REPORT, ...BY_NAME }[name]?.()) ?? []
    for (const one of Array.isArray(made) ? made : [made]) {
      sections.push(one)
      if (!isJson) console.log(printSection(one))
    }
  }
  if (isJson) console.log(JSON.stringify({ ...about, sections }))
}

await main()
