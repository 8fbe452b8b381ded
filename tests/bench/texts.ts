import { identifyText } from '../../lib/licenses/text/identify'
import { readTextIndex } from '../../lib/licenses/text/text-index'
import { hasTextsFolder, licenseFiles } from '../../scripts/lib/license-texts'
import { MUTATIONS, readTexts, spdxTexts } from '../lib/license-texts'
import { type Section, section } from './report'
import { cpuMs, leastCpu, median, quantile, slope } from './stats'

/** How fast a licence's text is recognised; how well, `npm run bench -- licenses` tells. */

export function benchTexts(): Section {
  const { ai, spdx } = licenseFiles()
  const readIndex = () => readTextIndex([JSON.parse(ai), JSON.parse(spdx)])
  const index = readIndex()
  const sources = hasTextsFolder() ? readTexts() : spdxTexts().filter((_, at) => at % 8 === 0)
  const times = sources.map(({ text }) => {
    const started = cpuMs()
    identifyText(text, index)
    return cpuMs() - started
  })
  const long = spdxTexts().find(({ id }) => id === 'GPL-3.0-only')?.text ?? ''
  const points = [1, 4, 16].map((factor) => ({
    size: factor,
    cost: leastCpu(() => void identifyText(`${long}\n\n`.repeat(factor), index), 3),
  }))
  return section(
    'texts',
    'Recognising a licence text',
    [
      `${sources.length} texts${hasTextsFolder() ? '' : ' of the SPDX list (../shared/licenses/texts is not here)'} against ${index.texts.length} known ones; processor time.`,
      `How well: npm run bench -- licenses (${Object.keys(MUTATIONS).length} ways of laying each text out anew).`,
    ],
    [
      {
        what: 'reading the index',
        value: leastCpu(() => void readIndex(), 3),
        unit: 'ms',
        note: 'once in a worker',
      },
      { what: 'one text, p50', value: median(times), unit: 'ms' },
      { what: 'one text, p99', value: quantile(times, 0.99), unit: 'ms' },
      {
        what: 'growth from 35 to 560 kB',
        value: slope(points),
        unit: '',
        note: 'slope on logarithmic scales',
      },
    ],
  )
}
