import * as z from 'zod/mini'
import type { Reading } from '../snapshot/reading'
import { fileUrl } from '../snapshot/urls'
import { type Detector, evidence } from './collector'

/** Results and the data sets behind them from the card's `model-index` (Papers-with-Code format, hub-docs model cards). */

const metric = z.object({ type: z.string(), value: z.union([z.number(), z.string()]) })
const result = z.object({
  dataset: z.catch(
    z.nullable(z.object({ type: z.string(), name: z.catch(z.nullable(z.string()), null) })),
    null,
  ),
  metrics: z.catch(z.array(z.unknown()), []),
})
const entry = z.object({ results: z.array(z.unknown()) })

const MAX_RESULTS = 200
/** A trainer's loss is no evaluation result. */
const LOSS = /loss|perplexity_train|epoch|runtime|steps/i

export const detectResults: Detector = function* (reading) {
  const index = readIndex(reading)
  const first = index.find((item) => item.metric !== null)
  const url = reading.frontMatter
    ? fileUrl(
        reading.site,
        reading.id,
        reading.revision,
        'README.md',
        reading.frontMatter.lines['model-index'],
      )
    : reading.url
  if (first?.metric) {
    yield {
      component: 'evaluation_results',
      status: 'present',
      evidence: evidence(
        'The card declares evaluation results as data.',
        `${first.dataset ?? ''} ${first.metric.type}: ${first.metric.value}`,
        url,
        'front matter: model-index',
        'results.model-index',
        'declared',
      ),
    }
  }
  const dataset = index.find((item) => item.metric !== null && item.dataset !== null)?.dataset
  if (dataset) {
    yield {
      component: 'evaluation_data',
      status: 'mentioned',
      evidence: evidence(
        'The declared results name the data set that they were measured on.',
        dataset,
        url,
        'front matter: model-index',
        'results.dataset',
        'declared',
      ),
    }
  }
}

interface Measured {
  dataset: string | null
  metric: { type: string; value: string } | null
}

function readIndex(reading: Reading): Measured[] {
  const declared = reading.frontMatter?.data['model-index'] ?? reading.model?.['model-index']
  if (!Array.isArray(declared)) return []
  const found: Measured[] = []
  for (const raw of declared.slice(0, 16)) {
    const parsed = z.safeParse(entry, raw)
    if (!parsed.success) continue
    for (const item of parsed.data.results.slice(0, MAX_RESULTS)) {
      const read = z.safeParse(result, item)
      if (read.success)
        found.push({
          dataset: read.data.dataset?.type.slice(0, 200) ?? null,
          metric: firstMetric(read.data.metrics),
        })
    }
  }
  return found
}

function firstMetric(metrics: readonly unknown[]): Measured['metric'] {
  for (const raw of metrics.slice(0, 50)) {
    const parsed = z.safeParse(metric, raw)
    if (!parsed.success || LOSS.test(parsed.data.type.slice(0, 100))) continue
    const value = String(parsed.data.value).slice(0, 60)
    if (/\d/.test(value)) return { type: parsed.data.type.slice(0, 60), value }
  }
  return null
}
