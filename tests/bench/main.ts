import { benchAccuracy } from './accuracy'
import { benchAssess } from './assess'
import { benchInspect } from './inspect'
import { benchLicenses } from './licenses'

/** `npm run bench [-- assess|licenses|accuracy|inspect]`: reports, never a pass or a fail. Without a name, all of them. */

const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  assess: benchAssess,
  licenses: benchLicenses,
  accuracy: benchAccuracy,
  inspect: benchInspect,
}

// What follows an option is its value, no bench.
const asked = process.argv
  .slice(2)
  .filter((argument, index, all) => !argument.startsWith('-') && !all[index - 1]?.startsWith('--'))
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  process.stderr.write(
    `bench: no such bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`,
  )
  process.exitCode = 2
} else {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`# ${name}`)
    await bench()
    console.log('')
  }
}
