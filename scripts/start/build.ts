import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure'

export type Target = 'chrome' | 'firefox'

const WXT = join('node_modules', 'wxt', 'bin', 'wxt.mjs')

/** Runs a program of Node quietly and collects both its outputs in the order they came. */
function quietly(words: string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Builds the extension with the local WXT.
 * @returns the absolute folder of the unpacked extension
 * @throws {Failure} with WXT's own output when it does not build
 */
export async function buildExtension(target: Target, root: string): Promise<string> {
  if (!existsSync(join(root, WXT))) throw new Failure('The dependencies are missing. Run npm ci first.')
  const { code, output } = await quietly([join(root, WXT), 'build', '-b', target], root)
  const folder = join(root, '.output', `${target}-mv3`)
  if (code !== 0 || !existsSync(join(folder, 'manifest.json'))) {
    throw new Failure(`The extension does not build.\n${output.trim()}`)
  }
  return folder
}
