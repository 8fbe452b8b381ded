import type { ComponentId } from '../../components'
import { normalizeLicense } from '../../licenses/normalize'
import type { Detector } from '../collector'
import { stemWords } from '../paper'
import { deniedBy } from './denials'
import { fromCard, type Sentence, sentencesOf } from './prose'

/** Short statements of fact: which licence holds for which part, how large the training was, what can be installed. */

const SUBJECTS: readonly (readonly [RegExp, ComponentId])[] = [
  [/\b(?:code(?:base)?|scripts?|software|repository)\b/i, 'license_code'],
  [/\b(?:weights?|models?|checkpoints?|parameters)\b/i, 'license_model'],
  [/\b(?:data ?sets?|data|corpus|corpora)\b/i, 'license_data'],
  [/\b(?:documentation|card|paper|text)\b/i, 'license_docs'],
]

/** "… is released under the MIT license": what stands before, and the name. */
const UNDER =
  /^(.{3,160}?)\b(?:licensed|released|available|distributed|published|provided|covered|is|are)\b[^.;]{0,40}?\bunder (?:the |an? )?(?:terms of (?:the )?)?([A-Z][\w .+\-[\]]{1,60}?)(?:\s+(?:public )?licen[cs]e\b|[.,;)]|$)/

/** "Code: MIT", "License (weights): CC-BY-4.0": which part, and the name. */
const LABELLED =
  /^(?:licen[cs]es? )?[([]?(?:for |of )?(?:the )?(code|source code|weights|model weights|model|data|data ?sets?|documentation)[)\]]?(?: licen[cs]e)?\s?[:–—]\s?(?:the )?([A-Z][\w .+-]{1,40}?)(?: licen[cs]e)?[.,;)]?$/i

const NOT_UNDER = /\b(?:not|never|cannot|n't)\b[^.;]{0,40}\bunder\b/i

const headings = ({ section }: Sentence['block']): string => section.path.slice(-2).join(' ').slice(0, 200)

export const detectLicenseStatements: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    const labelled = /licen[cs]e/i.test(`${text} ${headings(block)}`)
      ? LABELLED.exec(text.slice(0, 120))
      : null
    const [, before = '', name = ''] = labelled ?? ((english && UNDER.exec(text.slice(0, 400))) || [])
    if (name === '' || NOT_UNDER.test(text) || deniedBy(sentence, reading).size > 0) continue
    const { entry } = normalizeLicense(name)
    // A name that nobody knows may be anything; the sentence is then no declaration.
    if (!entry) continue
    for (const [subject, component] of SUBJECTS) {
      if (!subject.test(before)) continue
      yield {
        component,
        status: 'present',
        evidence: fromCard(reading, block, text, 'The card names the licence of this part.', 'text.license'),
        license: { id: entry.id, state: 'declared', inherited: false },
      }
    }
  }
}

const SIZE = /\b\d+(?:\.\d+)?\s?(?:[bm]\b|billion|million)[ -]?(?:active )?(?:parameters?|params)\b/i
const TOKENS = /\b\d[\d.,]{0,24}\s?(?:[tbm]\b|trillion|billion|million)\s?(?:training |text )?tokens\b/i
const FLOP = /\b\d+(?:\.\d+)?\s?(?:[x×*]\s?10\s?\^?\s?\d{2}|e\+?\d{2})\s?FLOPs?\b/i
const HOURS = /\b\d[\d.,]{0,24}\s?[kM]?\s?(?:GPU|TPU|A100|H100)[ -]hours?\b/i
const ABOUT_TRAINING = /\btrain|\btokens\b|\bparameters?\b|\bhours?\b|\bFLOP/i

export const detectComputeFacts: Detector = function* (reading) {
  const facts = [FLOP, HOURS, TOKENS, SIZE]
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    if (!ABOUT_TRAINING.test(text) || !facts.some((fact) => fact.test(text))) continue
    yield {
      component: 'compute_facts',
      status:
        FLOP.test(text) || HOURS.test(text) || (TOKENS.test(text) && SIZE.test(text)) ? 'present' : 'partial',
      evidence: fromCard(
        reading,
        block,
        text,
        'The card gives figures that the compute can be told from.',
        'text.compute',
      ),
    }
  }
}

const INSTALL = /\bpip3? install (?:-[-\w]+ )*["']?([\w.-]{2,60})/

export const detectPackage: Detector = function* (reading) {
  const [family = ''] = stemWords(reading.id)
  const letters = family.replace(/[^a-z]/g, '')
  if (letters.length < 4) return
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind !== 'code') continue
    for (const line of block.text.slice(0, 20_000).split('\n')) {
      const name = INSTALL.exec(line)?.[1]
      if (
        name === undefined ||
        !name
          .toLowerCase()
          .replace(/[^a-z]/g, '')
          .includes(letters)
      )
        continue
      yield {
        component: 'package',
        status: 'present',
        evidence: fromCard(
          reading,
          block,
          line,
          "The card installs a package that bears the model's name.",
          'text.package',
        ),
      }
      return
    }
  }
}
