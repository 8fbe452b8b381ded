import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { factsOf } from '../../lib/assess'
import type { Facts } from '../../lib/assessment'
import { readMotFile } from '../../lib/snapshot/mot-file'
import { parseSnapshot } from '../../lib/snapshot/schema'
import { readPageHtml } from './page-html'

const MAX_BYTES = 256 * 1024 * 1024

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a directory',
  EACCES: 'not allowed to read it',
}

/**
 * Reads one input file as facts: a snapshot (`.json`) or a Model Openness Tool file (`.yml`, `.yaml`).
 * @throws Error with a plain sentence that says what is wrong with it.
 */
export async function readInput(path: string, options: { verbatim: boolean }): Promise<Facts> {
  const extension = extname(path).toLowerCase()
  if (extension === '.yml' || extension === '.yaml') return readMotFile(await readText(path), options)
  if (extension !== '.json') throw new Error('neither a snapshot (.json) nor a model file (.yml, .yaml)')
  const snapshot = parseSnapshot(parseJson(await readText(path)))
  if (snapshot.api === null && snapshot.html !== null && snapshot.site === 'huggingface') {
    return factsOf({ ...snapshot, api: await readPageHtml(snapshot.html) })
  }
  return factsOf(snapshot)
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > MAX_BYTES) throw new Error(`larger than ${MAX_BYTES / 1024 / 1024} MB`)
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Error(FAULTS[code] ?? (error instanceof Error ? error.message : 'unreadable'))
  }
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Error(`not readable as JSON: ${error instanceof Error ? error.message : 'malformed'}`)
  }
}
