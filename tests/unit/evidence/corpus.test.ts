import { describe, expect, it } from 'vitest'
import { collectFacts } from '../../../lib/evidence/facts'
import { readSnapshot } from '../../../lib/snapshot/read'
import { isThere, loadCorpus } from '../../accuracy/corpus'
import { figures } from '../../accuracy/report'
import { agreed, score } from '../../accuracy/scoring'

/** Accuracy on 26 real cards against careful readings of each, linked sources removed; floors, not the figures. */

describe.skipIf(!isThere())('on the corpus of real cards (skipped where ../shared is missing)', () => {
  const cases = isThere() ? loadCorpus() : []
  const looked = cases.filter(({ lookedAt }) => lookedAt)

  it('agrees with careful readers on the half that rules were made from', () => {
    console.info(figures(looked))
    const ours = score(looked.flatMap(({ judgements }) => judgements))
    expect(ours.precisionPresent).toBeGreaterThanOrEqual(0.95)
    expect(ours.recallPresent).toBeGreaterThanOrEqual(0.7)
    expect(ours.precisionPartly).toBeGreaterThanOrEqual(0.7)
    expect(ours.agreement).toBeGreaterThanOrEqual(0.7)
    expect(ours.coverage).toBeGreaterThanOrEqual(0.6)
    for (const other of ['scraper', 'tag'] as const) {
      const theirs = score(looked.flatMap((item) => item[other]))
      expect(ours.agreement - theirs.agreement, other).toBeGreaterThanOrEqual(0.1)
    }
  })

  it('never takes a cut card for a silent one', () => {
    for (const { name, snapshot } of cases)
      for (const length of [2_000, 60, 333, 1_111, 2_777, 4_444]) {
        const cut = { ...snapshot, card: snapshot.card?.slice(0, length) ?? null, cardTruncated: true }
        const whole = collectFacts(readSnapshot(snapshot)).components
        for (const [id, { status }] of Object.entries(collectFacts(readSnapshot(cut)).components)) {
          const before = Object.entries(whole).find(([other]) => other === id)?.[1].status
          if (status.startsWith('absent')) expect([name, id, status]).toEqual([name, id, before])
          if (status === 'n_a') expect([name, id, before]).toEqual([name, id, 'n_a'])
        }
      }
  }, 60_000)

  it('reads licence classes as a careful reader does wherever both know one', () => {
    let right = 0
    let wrong = 0
    let open = 0
    for (const { facts, labels, name } of cases) {
      const label = agreed(labels.license, (reading) => reading.openClass)
      if (!label || label.openClass === 'unknown' || facts.license.class === 'unknown') continue
      if (label.openClass === facts.license.class) right += 1
      else {
        wrong += 1
        console.info(`licence class of ${name}: ${facts.license.class}, label ${label.openClass}`)
      }
      if (facts.license.class === 'open' && label.openClass !== 'open') open += 1
    }
    console.info('licence class', { right, wrong })
    expect(open).toBe(0)
    expect(right).toBeGreaterThan(wrong * 8)
  })
})
