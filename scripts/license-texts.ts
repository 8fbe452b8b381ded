import { writeFileSync } from 'node:fs'
import { AI_INDEX, buildAiIndex, hasTextsFolder } from './lib/license-texts'

/** Writes the hashes that AI licences are recognised by. Run after a text was added; needs the reference material. */
if (!hasTextsFolder()) {
  process.stderr.write('license-texts: ../shared/licenses/texts is not here; nothing written\n')
  process.exitCode = 1
} else {
  const index = buildAiIndex()
  writeFileSync(AI_INDEX, `${JSON.stringify(index)}\n`)
  process.stdout.write(`${index.texts.length} texts\n`)
}
