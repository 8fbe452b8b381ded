import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BUILD } from './browser'
import { type Figure, type Section, section, skipped } from './report'

/** Every file of the build, raw and compressed. */

const filesOf = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesOf(path) : [path]
  })

export function benchSizes(): Section {
  const title = 'Sizes of the build'
  if (!existsSync(BUILD)) return skipped('sizes', title, 'there is no build (npm run build).')
  const files = filesOf(BUILD).map((path) => {
    const content = readFileSync(path)
    return { name: relative(BUILD, path), raw: content.length, gzip: gzipSync(content, { level: 9 }).length }
  })
  const total = (key: 'raw' | 'gzip') => files.reduce((sum, file) => sum + file[key], 0)
  const figure = (what: string, raw: number, gzip: number): Figure => ({
    what,
    value: gzip / 1_000,
    unit: 'kB',
    note: `${(raw / 1_000).toFixed(1)} kB raw`,
  })
  return section(
    'sizes',
    title,
    ['Compressed with gzip -9; the raw size beside it. Budgets are enforced by size-limit in npm test.'],
    [
      ...files.sort((a, b) => b.gzip - a.gzip).map(({ name, raw, gzip }) => figure(name, raw, gzip)),
      figure('all', total('raw'), total('gzip')),
    ],
  )
}
