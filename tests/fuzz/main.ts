import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** `npm run fuzz [-- --minutes N] [--seed S] [--only NAME] [--path P]`: all fuzzers in turn, from one seed. */

const ROOT = resolve(import.meta.dirname, '../..')
const LOG = join(ROOT, 'test-results', 'fuzz.jsonl')
const NAMES = readdirSync(import.meta.dirname)
  .flatMap((name) => /^(.+)\.fuzz\.tsx?$/.exec(name)?.[1] ?? [])
  .sort()

const HELP = `npm run fuzz [-- options]
  --minutes N   minutes for all targets together (default: one for each)
  --seed S      where the cases come from (default: a new one, printed)
  --only NAME   one target: ${NAMES.join(', ')}
  --path P      with --seed and --only: one case alone, as a failure named it`

interface Options {
  minutes: number
  seed: number
  targets: string[]
  path: string | null
}

function readOptions(words: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        minutes: { type: 'string' },
        seed: { type: 'string' },
        only: { type: 'string' },
        path: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return HELP
    const targets = values.only === undefined ? NAMES : NAMES.filter((name) => name === values.only)
    if (targets.length === 0) return `There is no target "${values.only}".\n${HELP}`
    const minutes = Number(values.minutes ?? targets.length)
    const seed = Number(values.seed ?? randomInt(2 ** 31))
    if (!(minutes > 0) || !Number.isInteger(seed)) return `Not a number.\n${HELP}`
    return { minutes, seed, targets, path: values.path ?? null }
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n${HELP}`
  }
}

function run({ minutes, seed, targets, path }: Options): Promise<number> {
  rmSync(LOG, { force: true })
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  const env = {
    ...process.env,
    FUZZ_SECONDS: String((minutes * 60) / targets.length),
    FUZZ_SEED: String(seed),
    FUZZ_PATH: path ?? '',
    FUZZ_LOG: LOG,
  }
  const files = targets.map((name) => `tests/fuzz/${name}.fuzz.`)
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'vitest.fuzz.config.ts', ...files], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  })
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)))
}

/** What each target came to. */
function printCounts(): void {
  let lines: string[] = []
  try {
    lines = readFileSync(LOG, 'utf8').trim().split('\n')
  } catch {
    // It ended before the first target did.
  }
  for (const line of lines) {
    const { name, cases, seconds, failed } = JSON.parse(line)
    console.log(
      `${failed ? 'FAILED' : 'ok    '} ${name.padEnd(20)} ${cases} cases in ${seconds.toFixed(1)} s`,
    )
  }
}

const options = readOptions(process.argv.slice(2))
if (typeof options === 'string') {
  console.error(options)
  process.exitCode = options === HELP ? 0 : 2
} else {
  console.log(`Seed ${options.seed}`)
  process.exitCode = await run(options)
  printCounts()
}
