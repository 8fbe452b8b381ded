import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'vite'

/** Every pattern of the project: those that are written out, found by a parser, and those that are put together. */

export const ROOT = resolve(import.meta.dirname, '../../..')

export interface Pattern {
  /** "lib/evidence/paper.ts:95" */
  place: string
  pattern: RegExp
}

export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(ROOT, path)).isDirectory()) return filesIn(path)
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : []
  })
}

/** Patterns written out as literals. @throws where a file cannot be parsed. */
export function literalsIn(path: string): Pattern[] {
  const source = readFileSync(join(ROOT, path), 'utf8')
  const { program, errors } = parseSync(path, source)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node && 'start' in node && typeof node.start === 'number') {
      const { regex } = node
      if (typeof regex === 'object' && regex !== null && 'pattern' in regex && 'flags' in regex)
        found.push({
          place: `${path}:${source.slice(0, node.start).split('\n').length}`,
          pattern: new RegExp(`${regex.pattern}`, `${regex.flags}`),
        })
      return
    }
    for (const inner of Object.values(node)) visit(inner)
  }
  visit(program)
  return found
}

/** Patterns that are made by `new RegExp(…)` in the project's own files while `work` runs. */
export async function madeDuring(work: () => Promise<void>): Promise<Pattern[]> {
  const Real = globalThis.RegExp
  const made = new Map<string, Pattern>()
  globalThis.RegExp = new Proxy(Real, {
    construct(target, words, self) {
      const pattern: RegExp = Reflect.construct(target, words, self)
      // Who called: a library's patterns are its own.
      const [, , caller = ''] = (new Error().stack ?? '').split('\n')
      const place = /\/((?:lib|components|entrypoints)\/[\w./-]+\.tsx?)(?:\?[^:)]*)?:(\d+)/.exec(
        caller.includes('node_modules') ? '' : caller,
      )
      if (place) made.set(String(pattern), { place: `${place[1]}:${place[2]}`, pattern })
      return pattern
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Real
  }
  return [...made.values()]
}
