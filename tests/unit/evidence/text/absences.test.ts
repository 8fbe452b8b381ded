import { describe, expect, it } from 'vitest'
import { WORDINGS, type Wording } from '../../../fixtures/absences'
import { FOURTH } from '../../../fixtures/absences/fourth'
import { SECOND } from '../../../fixtures/absences/second'
import { THIRD } from '../../../fixtures/absences/third'
import { facts } from '../helpers'

/**
 * Stated absences and their near-misses in seven languages, worded as producers word them: other subjects, questions,
 * promises, access on request, double negation. A wrong "not released" insults a producer, so precision comes first.
 */

interface Outcome {
  wording: Wording
  /** Components wrongly said to be withheld, and those that were overlooked. */
  wrong: string[]
  missed: string[]
  right: number
}

/** A card is more than one sentence; a short entry is in the language of its card. */
const INTRODUCTION: Partial<Record<Wording['language'], string>> = {
  en: 'Rocket 7B is a language model for the people who work with text, and it was made by the Acme team.',
}

function outcomeOf(wording: Wording): Outcome {
  const { heading, text, tuned } = wording
  const found = facts({
    id: 'acme/rocket-7b',
    card: `---\n${tuned ? 'base_model: comet/base-7b\n' : 'license: mit\n'}---\n# Rocket 7B\n\n${INTRODUCTION[wording.language] ?? ''}\n\n${heading === null ? '' : `## ${heading}\n\n`}${text.startsWith('|') ? `| | |\n|---|---|\n${text}` : text}\n`,
  }).components
  const absent: readonly string[] = wording.absent
  const asked = new Set<string>(WORDINGS.flatMap((other) => other.absent))
  const said = Object.entries(found)
    .filter(([id, { status }]) => status === 'absent_stated' && asked.has(id))
    .map(([id]) => id)
  return {
    wording,
    wrong: said.filter((id) => !absent.includes(id)),
    missed: absent.filter((id) => !said.includes(id)),
    right: said.filter((id) => absent.includes(id)).length,
  }
}

const sum = (outcomes: readonly Outcome[]) => {
  const right = outcomes.reduce((total, outcome) => total + outcome.right, 0)
  const wrong = outcomes.reduce((total, outcome) => total + outcome.wrong.length, 0)
  const missed = outcomes.reduce((total, outcome) => total + outcome.missed.length, 0)
  return { right, wrong, missed, precision: right / (right + wrong), recall: right / (right + missed) }
}

describe('stated absences', () => {
  const outcomes = WORDINGS.map(outcomeOf)
  if (process.env.OPENMARK_MISSES) {
    for (const { wording, wrong, missed } of outcomes)
      if (wrong.length + missed.length > 0)
        console.info(
          `${wording.language} wrong ${wrong} missed ${missed}: [${wording.heading}] ${wording.text}`,
        )
  }

  it('are told from near-misses in all seven languages', () => {
    const all = sum(outcomes)
    console.info('stated absences', all)
    expect(WORDINGS.length).toBeGreaterThanOrEqual(80)
    expect(all.precision).toBeGreaterThanOrEqual(0.95)
    expect(all.recall).toBeGreaterThanOrEqual(0.8)
  })

  // Written by somebody who had seen neither the first set nor the rules; both were read once blind (see
  // tests/accuracy/ADJUDICATION.md), then used.
  it.each([
    ['second', SECOND],
    ['third', THIRD],
    ['fourth', FOURTH],
  ])('are told on a %s set', (name, wordings) => {
    const blind = wordings.map(outcomeOf)
    if (process.env.OPENMARK_MISSES) {
      for (const { wording, wrong, missed } of blind)
        if (wrong.length + missed.length > 0)
          console.info(
            `${name} ${wording.language} wrong ${wrong} missed ${missed}: [${wording.heading}] ${wording.text}`,
          )
    }
    const reached = sum(blind)
    console.info(`${name} set`, reached)
    expect(reached.precision).toBeGreaterThanOrEqual(0.95)
    expect(reached.recall).toBeGreaterThanOrEqual(0.8)
  })

  it.each(['en', 'zh', 'ja', 'ko', 'fr', 'de', 'es'] as const)('in %s', (language) => {
    const reached = sum(outcomes.filter(({ wording }) => wording.language === language))
    console.info(language, reached)
    expect(reached.precision).toBeGreaterThanOrEqual(0.9)
    expect(reached.recall).toBeGreaterThanOrEqual(0.7)
  })
})
