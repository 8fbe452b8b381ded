import { allKnowledge } from '../lib/licenses/all-knowledge'
import { registerKnowledge } from '../lib/licenses/knowledge'
import { registerNamed } from '../lib/licenses/named'
import { registerSpdx, registerSpdxList } from '../lib/licenses/spdx'
import { spdxRows } from '../scripts/lib/license-texts'

/** What the extension loads from its own files is there from the start. */
registerSpdx()
registerNamed()
registerSpdxList(spdxRows())
registerKnowledge(allKnowledge)
