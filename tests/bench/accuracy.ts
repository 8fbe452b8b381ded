import { parseArgs } from 'node:util'
import { CARDS, isThere, LABELS, loadCorpus } from '../accuracy/corpus'
import { byComponent, confusions, disagreements, figures, licensesAndBases } from '../accuracy/report'

/** `npm run bench -- accuracy [--corpus DIR] [--labels DIR] [--half looked-at|held-out]`: assessments against careful readings. */
export function benchAccuracy(): void {
  const { values } = parseArgs({
    options: { corpus: { type: 'string' }, labels: { type: 'string' }, half: { type: 'string' } },
    strict: false,
  })
  const corpus = typeof values.corpus === 'string' ? values.corpus : CARDS
  const labels = typeof values.labels === 'string' ? values.labels : LABELS
  if (!isThere(corpus, labels)) {
    console.log(`no corpus at ${corpus} with labels at ${labels}: nothing to measure`)
    return
  }
  const all = loadCorpus(corpus, labels)
  const halves = [
    ['all', all],
    ['looked-at', all.filter(({ lookedAt }) => lookedAt)],
    ['held-out', all.filter(({ lookedAt }) => !lookedAt)],
  ] as const
  for (const [name, cases] of halves) {
    if (cases.length === 0 || (values.half !== undefined && values.half !== name)) continue
    console.log(`## ${name}: ${cases.length} models`)
    console.log(figures(cases))
    console.log('')
    console.log(confusions(cases))
    console.log(licensesAndBases(cases))
    console.log('')
    if (name !== 'all') continue
    console.log(byComponent(cases))
    console.log('')
  }
  // The half that is only scored stays unread.
  console.log('## disagreements of the half to look at')
  console.log(disagreements(all.filter(({ lookedAt }) => lookedAt)))
}
