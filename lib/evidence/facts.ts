import type { Facts } from '../assessment'
import { inspectLicense } from '../licenses/inspect'
import { keptByReading } from '../licenses/kept'
import { registerNamed } from '../licenses/named'
import { registerSpdx } from '../licenses/spdx'
import { registerFurtherBases } from '../lineage/bases'
import { readFurtherBases } from '../lineage/further-bases'
import { inspectLineage } from '../lineage/inspect'
import { readLineage } from '../lineage/lineage'
import { saysTuned } from '../lineage/said'
import type { Reading } from '../snapshot/reading'
import { withoutIdleQuestions } from './applicability'
import { detectCheckpoints } from './checkpoints'
import { detectCode } from './code'
import type { Detector } from './collector'
import { estimateCompute } from './compute/estimate'
import { classifyDatasets } from './data-classes'
import { registerTunedWords } from './dataset-roles'
import { detectCollections, detectDatasets } from './datasets'
import { gather, glanceDetectors } from './glance'
import { hubModelsOf, takenOver } from './hub-models'
import { detectLicenses } from './legal'
import { detectLineage } from './lineage'
import { detectMetadata } from './metadata'
import { isModelSource } from './model-source'
import { detectNativeCode } from './native'
import { detectPaper } from './paper'
import { detectResults } from './results'
import { detectFiles } from './single-files'
import { sourcesOf } from './sources'
import { textDetectors } from './text'
import { detectBaseWeights, detectWeights } from './weights'
import { detectDeclaredWeights } from './weights-declared'

/** Everything that is looked at: what a page shows, files, branches, linked sources and the card's prose. */
export const detectors: readonly Detector[] = [
  // Listed files say more than the Hub's tags; where files were not seen, this falls back on the tags itself.
  ...glanceDetectors.filter((detect) => detect !== detectDeclaredWeights),
  detectMetadata,
  detectNativeCode,
  detectDatasets,
  detectCollections,
  detectPaper,
  detectResults,
  detectLineage,
  detectWeights,
  detectFiles,
  detectBaseWeights,
  detectCheckpoints,
  detectCode,
  detectLicenses,
  ...textDetectors,
]

registerFurtherBases(readFurtherBases)
registerTunedWords(saysTuned)

/** A page that another one leads to, read as a page of its own. */
const linkedFacts = keptByReading((reading) => gather(reading, detectors, inspectLicense))

/** A base, as its own page would be judged. */
const baseFacts = keptByReading((base) => {
  const found = linkedFacts(base)
  return { ...found, components: withoutIdleQuestions(base, found.components) }
})

/** What a snapshot shows, whatever the rubric. Pure, linear in the reading, never throws on hostile content. */
export function collectFacts(reading: Reading): Facts {
  registerSpdx()
  registerNamed()
  // Read each as a page of its own first: a model's card may speak of this very repository.
  const models = hubModelsOf(reading).flatMap((model) => [...takenOver(model, linkedFacts(model).components)])
  const facts = gather(
    reading,
    models.length === 0 ? detectors : [...detectors, () => models],
    inspectLicense,
  )
  // What a repository's model was made from, and what else it leads to, its page on the Hub says.
  const [model = reading] = hubModelsOf(reading)
  const declared = model === reading ? facts.lineage : readLineage(model)
  facts.lineage = inspectLineage(model, declared, baseFacts)
  facts.sources = sourcesOf(model).map((source) =>
    source.url.toLowerCase() === reading.url.toLowerCase() ? { ...source, state: 'seen' } : source,
  )
  facts.datasets = classifyDatasets(model)
  facts.compute = estimateCompute(model) ?? estimateCompute(reading)
  facts.components = withoutIdleQuestions(reading, facts.components)
  if (reading.site === 'github') facts.subject.isModel = isModelSource(reading)
  return facts
}
