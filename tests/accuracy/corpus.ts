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

/** The half that rules may be made from; the other half is only scored. */
const LOOKED_AT = new Set(
  'ai21labs__AI21-Jamba-1.5-Mini beomi__llama-2-ko-7b CohereForAI__c4ai-command-r-plus Crosstyan__BPModel databricks__dolly-v2-12b deepseek-ai__DeepSeek-V2-Chat EleutherAI__gpt-j-6b google__gemma-7b JosephusCheung__Guanaco meta-llama__Meta-Llama-3-8B nlpaueb__legal-bert-base-uncased openbmb__MiniCPM-Llama3-V-2_5 sambanovasystems__BLOOMChat-176B-v1'.split(
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
        // Readings of one's own may be looked at, whatever is in them.
        lookedAt: resolve(labels) !== LABELS || LOOKED_AT.has(name),
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
