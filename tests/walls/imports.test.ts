import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The walls of the house: who may import whom. */

const ROOT = resolve(import.meta.dirname, '../..')

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(type\s)?(?:[^'"\n]*?(?:\n[^'"]*?)?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

/** What a file imports at run time: project-relative paths for its own files, names for packages. */
function importsOf(path: string): string[] {
  const found: string[] = []
  for (const match of readFileSync(join(ROOT, path), 'utf8').matchAll(IMPORT)) {
    const target = match[2] ?? match[3]
    if (target === undefined || match[1] !== undefined) continue
    found.push(target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), target)) : target)
  }
  return found
}

/** Everything that a file pulls in, through any number of steps. */
function closure(path: string, seen = new Set<string>()): Set<string> {
  for (const target of importsOf(path)) {
    if (seen.has(target)) continue
    seen.add(target)
    const file = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find(
      (candidate) => /\.tsx?$/.test(candidate) && existsFile(candidate),
    )
    if (file) closure(file, seen)
  }
  return seen
}

function existsFile(path: string): boolean {
  try {
    return statSync(join(ROOT, path)).isFile()
  } catch {
    return false
  }
}

const PURE = ['snapshot', 'evidence', 'licenses', 'lineage', 'rubric', 'export'].map((room) => `lib/${room}`)
const pureFiles = [...PURE.flatMap(sources), 'lib/assess.ts', 'lib/assessment.ts', 'lib/components.ts']
const FORBIDDEN =
  /^(?:wxt|webextension-polyfill|preact|idb|node:)|^(?:components|entrypoints|lib\/(?:sites|sources|platform|page))(?:\/|$)/

describe('the walls of the house', () => {
  it.each(pureFiles)('%s runs unchanged in a page, a worker and Node', (path) => {
    expect(importsOf(path).filter((target) => FORBIDDEN.test(target))).toEqual([])
    expect(readFileSync(join(ROOT, path), 'utf8')).not.toMatch(
      /\b(?:document\.|window\.|globalThis\.|fetch\()/,
    )
  })

  it.each(sources('components'))('%s is a view: no storage, no fetch, no browser', (path) => {
    const targets = importsOf(path).filter((target) =>
      /^(?:wxt|webextension-polyfill|idb|node:)|^(?:entrypoints|lib\/(?:sites|sources|platform|page))/.test(
        target,
      ),
    )
    expect(targets).toEqual([])
    expect(readFileSync(join(ROOT, path), 'utf8')).not.toMatch(/\bfetch\(|\bbrowser\.|\blocalStorage\b/)
  })

  it('fetches in sources only', () => {
    const fetching = [...sources('lib'), ...sources('components'), ...sources('entrypoints')].filter((path) =>
      /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/.test(readFileSync(join(ROOT, path), 'utf8')),
    )
    expect(fetching.map((path) => dirname(path))).toEqual(fetching.map(() => 'lib/sources'))
  })

  it('stores in platform only', () => {
    const storing = [...sources('lib'), ...sources('components'), ...sources('entrypoints')].filter((path) =>
      /browser\.storage|indexedDB|openDB|localStorage/.test(readFileSync(join(ROOT, path), 'utf8')),
    )
    expect(storing.map((path) => dirname(path))).toEqual(storing.map(() => 'lib/platform'))
  })

  it("keeps a site's selectors in the site's own folder", () => {
    const others = [...sources('lib'), ...sources('components')].filter(
      (path) => !path.startsWith('lib/sites/'),
    )
    for (const path of others) {
      expect(readFileSync(join(ROOT, path), 'utf8'), path).not.toMatch(
        /data-target=|ModelHeader"\]|tab-alternate/,
      )
    }
  })

  it('keeps the YAML, Markdown and HTML parsers out of the content script', () => {
    for (const site of ['huggingface', 'github']) {
      const pulled = closure(`entrypoints/${site}.content/index.ts`)
      expect(pulled.size).toBeGreaterThan(20)
      expect([...pulled].filter((target) => /^(?:yaml|markdown-it|htmlparser2|idb)$/.test(target))).toEqual(
        [],
      )
    }
  })

  it('keeps licence texts, inspection, exports, lists and the panel out of what every page pays for', () => {
    const WANTED_LATER =
      /^(?:lib\/(?:assess$|export\/|sources\/|licenses\/(?:text|ai|standard)\/|licenses\/inspect$|lineage\/(?:inspect|further-bases|duties|matches)$|snapshot\/(?:card|front-matter|schema|read)$|page\/(?:panel|lists|license-check|quick-check)(?:\/|$))|components\/(?!Badge$|Meter$|WarningMark$|license\/PolicyMark$|license\/words$|words$|text$|badge\.css)|preact\/?(?:hooks|compat)?$)/
    for (const site of ['huggingface', 'github']) {
      const pulled = closure(`entrypoints/${site}.content/index.ts`)
      expect([...pulled].filter((target) => WANTED_LATER.test(target))).toEqual([])
    }
    // The panel carries none of what the worker does for it either.
    const panel = closure('entrypoints/panel.ts')
    expect(panel.size).toBeGreaterThan(20)
    expect([...panel].filter((target) => /^lib\/(?:export|sources|licenses\/text)\//.test(target))).toEqual(
      [],
    )
  })

  it('knows no rubric by name in the engine', () => {
    for (const path of sources('lib/rubric')) {
      expect(readFileSync(join(ROOT, path), 'utf8'), path).not.toMatch(
        /['"](?:mof|open-parts|osaid|lessig|osai-index)['"]/,
      )
    }
  })
})
