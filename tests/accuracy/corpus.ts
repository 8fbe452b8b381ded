import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Facts } from '../../lib/assessment'
import { collectFacts } from '../../lib/evidence/facts'
import { lookupLicense } from '../../lib/licenses/registry'
import { readSnapshot } from '../../lib/snapshot/read'
import type { Reading } from '../../lib/snapshot/reading'
import { parseSnapshot, type Snapshot } from '../../lib/snapshot/schema'
import { keywordScraper, licenseTag } from './baselines'
import { type Judgement, judgeModel, judgeStatuses, type Labels } from './scoring'

/** Real cards with a careful reading of each; linked sources removed, since the readings judge the page alone. */

const SHARED = resolve(import.meta.dirname, '../../../shared')
export const CARDS = join(SHARED, 'corpus/cards')
export const LABELS = join(SHARED, 'labels')

/** The half that is only scored: rules are made from the other one, and from readings of one's own. */
const KEPT_ASIDE = new Set(
  'allenai__OLMo-7B CAMB-AI__MARS5-TTS CompVis__stable-diffusion-v1-4 ctheodoris__Geneformer DeepFloyd__IF-I-XL-v1.0 distil-whisper__distil-large-v2 FacebookAI__roberta-large-mnli ibm-granite__granite-timeseries-ttm-v1 lambdalabs__sd-image-variations-diffusers microsoft__Phi-3-mini-128k-instruct nvidia__Nemotron-4-340B-Instruct openlm-research__open_llama_13b SamLowe__roberta-base-go_emotions'.split(
    ' ',
  ),
)

export interface Case {
  name: string
  lookedAt: boolean
  snapshot: Snapshot
  reading: Reading
  facts: Facts
  labels: Labels
  judgements: Judgement[]
  scraper: Judgement[]
  tag: Judgement[]
}

export const isThere = (cards = CARDS, labels = LABELS): boolean => existsSync(cards) && existsSync(labels)

const openTag = licenseTag((license) => lookupLicense(license)?.class === 'open')

/** Every card that has labels. */
export function loadCorpus(cards = CARDS, labels = LABELS): Case[] {
  return readdirSync(cards)
    .filter((file) => file.endsWith('.json') && existsSync(join(labels, file)))
    .map((file) => {
      const snapshot = { ...parseSnapshot(JSON.parse(readFileSync(join(cards, file), 'utf8'))), linked: null }
      const reading = readSnapshot(snapshot)
      const facts = collectFacts(reading)
      const read: Labels = JSON.parse(readFileSync(join(labels, file), 'utf8'))
      const name = file.replace('.json', '')
      return {
        name,
        lookedAt: !KEPT_ASIDE.has(name),
        snapshot,
        reading,
        facts,
        labels: read,
        judgements: judgeModel(facts, read),
        scraper: judgeStatuses(keywordScraper(reading), read),
        tag: judgeStatuses(openTag(reading), read),
      }
    })
}
