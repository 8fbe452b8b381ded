import type { Detector, Signal } from '../collector'
import { kinshipOf } from '../own-sources'
import { deniedBy, isElsewhere } from './denials'
import { githubOf } from './links'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isForeign } from './topics'

/** Terms of use, hosted access, and what the producer publishes beside the model: own tools, their documentation. */

const UNKNOWN_LICENSE = { id: null, state: 'unknown', inherited: false } as const

const USE_POLICY =
  /\b(?:acceptable use policy|prohibited uses? policy|terms of (?:use|service)|use[- ]based restrictions|acceptable usage policy)\b/i
const USER_LIMIT = /\b\d[\d.,]{0,24}\s?(?:million|m|billion)?\s(?:monthly|daily) active users\b/i

export const detectTerms: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || isElsewhere(text)) continue
    const linked = block.links.some(({ url, text: words }) => /^https?:/.test(url) && USE_POLICY.test(words))
    if (!linked && !USE_POLICY.test(block.label ?? '') && !USER_LIMIT.test(text)) continue
    yield {
      component: 'access_terms',
      status: 'present',
      evidence: fromCard(reading, block, text, 'The card sets terms for using the model.', 'text.terms'),
    }
    return
  }
}

const API = /\b(?:our|the \S{2,40}|via|through|hosted) (?:\w+ )?API\b|\bAPI (?:access|platform|service)\b/i
const LOCAL = /localhost|127\.0\.0\.1|openai[- ]compatible|pipeline API|transformers/i

export const detectApiWords: Detector = function* (reading) {
  const owner = reading.id
    .slice(0, Math.max(0, reading.id.indexOf('/')))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  if (owner.length < 3) return
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || !API.test(text) || LOCAL.test(text) || isElsewhere(text)) continue
    // Only the producer's own host: a third party's service is no access that the producer gives.
    const own = block.links.some(({ url }) => {
      const host = /^https?:\/\/([\w.-]{3,100})/i.exec(url)?.[1]?.toLowerCase() ?? ''
      return !/(?:^|\.)(?:github|huggingface)\./.test(host) && host.replace(/[^a-z0-9]/g, '').includes(owner)
    })
    if (!own) continue
    yield {
      component: 'api',
      status: 'mentioned',
      evidence: fromCard(reading, block, text, "The card names the producer's own API.", 'text.api'),
      license: UNKNOWN_LICENSE,
    }
    return
  }
}

const TOOL = /\bour (?:own )?(?:[\w-]+ ){0,2}(?:library|toolkit|tools?|package|tokeni[sz]er)\b/i
const DOCUMENTATION = /\b(?:documentation|docs|tutorials?|user guide)\b/i

export const detectOwnTools: Detector = function* (reading): Generator<Signal> {
  for (const sentence of sentencesOf(reading)) {
    const { text, english, block } = sentence
    if (!english || isForeign(block.section) || isElsewhere(text)) continue
    const tool = TOOL.test(text)
    const documents = DOCUMENTATION.test(text)
    if ((!tool && !documents) || deniedBy(sentence, reading).size > 0) continue
    if (!linksOwn(sentence, reading.id)) continue
    yield {
      component: documents ? 'code_documentation' : 'supporting_tools',
      status: 'partial',
      evidence: fromCard(
        reading,
        block,
        text,
        documents
          ? "The card links to documentation in the model's repository."
          : 'The card links to its own tools.',
        documents ? 'text.documentation' : 'text.tools',
      ),
      license: UNKNOWN_LICENSE,
    }
  }
}

function linksOwn({ text, block }: Sentence, id: string): boolean {
  return block.links.some(({ url, text: words }) => {
    const repository = githubOf(url)
    return repository !== null && (words === '' || text.includes(words)) && kinshipOf(id, repository) !== null
  })
}
