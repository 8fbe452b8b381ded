import type { Status } from '../../lib/assessment'
import type { ComponentId } from '../../lib/components'
import type { Reading } from '../../lib/snapshot/reading'

/** What is easily had instead: two ways to answer, measured on the same labels in the same run. */

export type Baseline = (reading: Reading) => Partial<Record<ComponentId, Status>>

/** "The licence tag decides": an open licence means open weights; nothing else is asked. */
export const licenseTag =
  (isOpen: (license: string) => boolean): Baseline =>
  (reading) => {
    const tag = reading.model?.tags?.find((item) => item.startsWith('license:'))?.slice('license:'.length)
    const declared = tag ?? reading.frontMatter?.data.license
    return typeof declared === 'string' && isOpen(declared) ? { weights_final: 'present' } : {}
  }

/**
 * The rules of the Model Openness Tool's scraper, from the description of its behaviour: words anywhere in the
 * lower-cased card, weight files by their ending, any Python file as architecture. No negation, no section, no subject.
 */
export const keywordScraper: Baseline = (reading) => {
  const found: Partial<Record<ComponentId, Status>> = {}
  const text = reading.cardSource?.toLowerCase() ?? ''
  const has = (words: RegExp, ...components: ComponentId[]) => {
    if (words.test(text)) for (const component of components) found[component] = 'present'
  }
  has(/paper|arxiv|publication/, 'research_paper')
  has(/technical report|tech report|documentation/, 'technical_report')
  has(/evaluation|benchmark|performance|results/, 'evaluation_results')
  has(/training data|trained on|dataset/, 'training_data_base')
  if (reading.cardSource !== null) found.model_card = 'present'
  const paths = (reading.files ?? []).map(({ path }) => path.toLowerCase())
  const root = paths.filter((path) => !path.includes('/'))
  // The corpus lists small files only; the Hub's tags stand for the weights that it leaves out.
  const tagged = reading.model?.tags?.some((tag) => tag === 'safetensors' || tag === 'pytorch') ?? false
  if (tagged || root.some((path) => /\.(?:bin|safetensors|pt|pth|ckpt)$/.test(path)))
    found.weights_final = 'present'
  if (paths.some((path) => path.endsWith('.py') || path.includes('modeling')))
    found.architecture_code = 'present'
  if (paths.some((path) => /inference|generate/.test(path.slice(path.lastIndexOf('/') + 1))))
    found.inference_code = 'present'
  return found
}
