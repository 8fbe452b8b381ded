import { readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Writes `index.ts` beside the licence files: bundlers and Node both read plain imports. Run after adding or removing
 * a file; `tests/data/licenses.test.ts` says when that was forgotten.
 */
export function indexModule(names: readonly string[]): string {
  const files = [...names].sort((a, b) => (a < b ? -1 : 1))
  const imports = files.map((name, index) => `import f${index} from './${name}'`)
  return `${imports.join('\n')}

/** One entry per licence file of this folder, as it stands; \`knowledge-schema.ts\` is its shape. Made by scripts/licenses-index.ts. */
export const files: readonly unknown[] = [
${files.map((_, index) => `  f${index},`).join('\n')}
]
`
}

export const jsonFiles = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.json'))

if (process.argv[1] === import.meta.filename) {
  for (const folder of ['ai', 'standard']) {
    const path = resolve(import.meta.dirname, '../lib/licenses', folder)
    writeFileSync(resolve(path, 'index.ts'), indexModule(jsonFiles(path)))
  }
}
