import { gzipSync } from 'node:zlib'
import { identifyText } from '../../lib/licenses/text/identify'
import { hasTextsFolder, licenseFiles } from '../../scripts/lib/license-texts'
import { MUTATIONS, readTexts, type Score, score, shippedIndex, spdxTexts } from '../lib/license-texts'

/** `npm run bench -- licenses`: how well licence texts are recognised after being laid out anew, and what that costs. */

const SEED = 20_261_121

export function benchLicenses(): void {
  const files = licenseFiles()
  for (const [name, content] of Object.entries(files)) {
    console.log(`${name}: ${(gzipSync(content, { level: 9 }).length / 1000).toFixed(1)} kB gzip`)
  }
  const started = performance.now()
  const index = shippedIndex()
  console.log(`index of ${index.texts.length} texts read in ${(performance.now() - started).toFixed(0)} ms`)
  const sets = [
    ['SPDX list', spdxTexts()],
    ...(hasTextsFolder() ? [['texts beside the project', readTexts()] as const] : []),
  ] as const
  if (!hasTextsFolder())
    console.log('texts beside the project: skipped, ../shared/licenses/texts is not here')
  for (const [name, sources] of sets) {
    console.log(`\n${name}: ${sources.length} texts, seed ${SEED}`)
    const all: Score = { total: 0, right: 0, modified: 0, silent: 0, wrong: [] }
    for (const [mutation, mutate] of Object.entries(MUTATIONS)) {
      const result = score(sources, index, mutate, SEED)
      print(mutation, result)
      all.total += result.total
      all.right += result.right
      all.modified += result.modified
      all.silent += result.silent
      all.wrong.push(...result.wrong.map((item) => `${item} (${mutation})`))
    }
    print('all', all)
    for (const item of all.wrong) console.log(`    wrong: ${item}`)
  }
  growth()
}

function print(name: string, { total, right, modified, silent, wrong }: Score): void {
  const share = ((100 * right) / total).toFixed(1)
  console.log(
    `  ${name.padEnd(26)} right ${share} % (${right}), modified ${modified}, unknown or undecided ${silent}, wrong ${wrong.length}`,
  )
}

/** Time by size of the text, as ratios of one run. */
function growth(): void {
  const index = shippedIndex()
  const text = spdxTexts().find(({ id }) => id === 'GPL-3.0-only')?.text ?? ''
  console.log('\ngrowth with the length of the text:')
  let base = 0
  for (const factor of [1, 2, 4, 8]) {
    const long = Array.from({ length: factor }, (_, part) => `${text}\n\nPart ${part}\n\n`).join('')
    const times = Array.from({ length: 9 }, () => {
      const started = performance.now()
      identifyText(long, index)
      return performance.now() - started
    }).sort((a, b) => a - b)
    const median = times[4] ?? 0
    if (factor === 1) base = median
    console.log(`  ${factor}x: ${median.toFixed(1)} ms, ratio ${(median / base).toFixed(2)}`)
  }
}
