import { identifyRegistered } from '../../lib/licenses/text/registered'
import { readTitle } from '../../lib/licenses/titles'
import { spdxTexts } from '../lib/license-texts'
import { checkWay } from './lib/assessment'
import { fuzz } from './lib/fuzz'
import { mutatedText } from './lib/mutate'

/** Licence files: real texts cut, shuffled, stuffed and laid out anew. */

const WANTED = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'CC-BY-4.0', 'MPL-2.0', 'GPL-2.0-only', 'Unlicense']

const texts = spdxTexts()
  .filter(({ id }) => WANTED.includes(id))
  .map(({ text }) => text)
if (texts.length < WANTED.length - 1) throw new Error('The texts are not there.')

fuzz('license-texts', mutatedText(texts), (text) => {
  const answer = identifyRegistered(text)
  if (answer === null) throw new Error('No texts to compare with.')
  for (const { ids, held, added, missingWords } of answer.matches) {
    if (ids.length === 0 || held < 0 || held > 1 || added.length > 5 || missingWords < 0)
      throw new Error('Not a match.')
  }
  if (answer.otherWords < 0) throw new Error('Fewer words than none.')
  readTitle(text)
  checkWay({ site: 'huggingface', id: 'acme/rocket-7b', files: ['LICENSE'], texts: { LICENSE: text } }, [])
})
