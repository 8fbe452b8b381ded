import { benchAssess } from './assess'
import { benchLicenses } from './licenses'

/** `npm run bench [-- assess|licenses]`: reports, never a pass or a fail. Without a name, all of them. */

const BENCHES: Readonly<Record<string, () => void>> = { assess: benchAssess, licenses: benchLicenses }

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
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
    bench()
    console.log('')
  }
}
