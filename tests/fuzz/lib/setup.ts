import fc from 'fast-check'
import { registerTexts } from '../../../lib/licenses/text/registered'
import type { TextIndex } from '../../../lib/licenses/text/text-index'
import { shippedIndex } from '../../lib/license-texts'

fc.configureGlobal({ baseSize: 'medium' })

declare global {
  var openmarkFuzzTexts: TextIndex | undefined
}

// Every file of tests is set up anew in the same process; reading the texts takes a second.
globalThis.openmarkFuzzTexts ??= shippedIndex()
registerTexts(globalThis.openmarkFuzzTexts)
