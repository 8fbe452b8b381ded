import { toJson } from '../lib/export/json'
import { toMarkdown } from '../lib/export/markdown'
import { allKnowledge } from '../lib/licenses/all-knowledge'
import { registerKnowledge } from '../lib/licenses/knowledge'
import { registerNamed } from '../lib/licenses/named'
import { registerSpdx, registerSpdxList } from '../lib/licenses/spdx'
import { registerTexts } from '../lib/licenses/text/registered'
import { readTextIndex } from '../lib/licenses/text/text-index'
import { judge } from '../lib/rubric/judge'
import { allRubrics } from '../rubrics'
import { type AssessArguments, readArguments, USAGE, UsageError } from './lib/assess-arguments'
import { licenseFiles, spdxRows } from './lib/license-texts'
import { readInput } from './lib/read-input'

/** The extension's engine on saved input. Exit: 0 all assessed, 1 a file could not be read, 2 wrong usage. */

async function main(argv: readonly string[]): Promise<number> {
  const rubrics = allRubrics()
  const asked = readArguments(argv, rubrics)
  if (asked === 'help') {
    process.stdout.write(`${USAGE}\nrubrics: ${rubrics.map((rubric) => rubric.id).join(', ')}\n`)
    return 0
  }
  registerSpdx()
  registerNamed()
  registerSpdxList(spdxRows())
  registerKnowledge(allKnowledge)
  const { ai, spdx } = licenseFiles()
  registerTexts(readTextIndex([JSON.parse(ai), JSON.parse(spdx)]))
  return (await assessAll(asked)) ? 0 : 1
}

async function assessAll(asked: AssessArguments): Promise<boolean> {
  const { rubrics, rubricOptions, derivatives, format, pretty } = asked
  const titles = new Map(rubrics.map((rubric) => [rubric.id, rubric.title]))
  // Exactly like the Model Openness Tool means: its reading of names and licences too.
  const verbatim = rubricOptions.mof?.compat === 'mot'
  let printed = 0
  let complete = true
  for (const file of asked.files) {
    try {
      const assessment = judge(await readInput(file, { verbatim }), rubrics, { rubricOptions, derivatives })
      const text = format === 'json' ? `${toJson(assessment, pretty)}\n` : toMarkdown(assessment, titles)
      process.stdout.write(format === 'markdown' && printed > 0 ? `\n---\n\n${text}` : text)
      printed += 1
    } catch (error) {
      complete = false
      complain(`${file}: ${error instanceof Error ? error.message : 'could not be assessed'}`)
    }
  }
  return complete
}

/** One line on standard error; what comes from a file cannot steer the terminal. */
function complain(message: string): void {
  const plain = message.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 500)
  process.stderr.write(`assess: ${plain}\n`)
}

// A reader that closed the pipe (`| head`) has seen enough.
process.stdout.on('error', () => process.exit(0))

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  complain(error instanceof Error ? error.message : 'failed')
  if (error instanceof UsageError) process.stderr.write(`${USAGE}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
