import { compare, type Differences, MAX_CUT, quoteWords, type Run } from './differences'
import { digestOf, pairHashes, toFeature } from './features'
import type { ReferenceText, TextIndex } from './text-index'
import { type LicenseText, readLicenseText } from './words'

/**
 * Which licence a text is. Word-set similarity alone cannot tell versions of one licence apart nor see an added
 * clause, so: rank by what each candidate has and lacks, then look at where the text and the best one differ.
 */

export interface TextMatch {
  /**
   * same: word for word · close: small differences, none that could change the terms · cut: its end is missing ·
   * modified: reads as this licence with words added, taken away or changed.
   */
  kind: 'same' | 'close' | 'cut' | 'modified'
  /** Registry ids that share this text. */
  ids: readonly string[]
  part: 'license' | 'policy'
  /** Share of the licence's wording that the text holds, 0 to 1. */
  held: number
  /** The text's own words that the licence does not have, longest first, at most five. */
  added: readonly string[]
  /** Words of the licence, about, that the text lacks within. */
  missingWords: number
}

export interface TextAnswer {
  /** In the order of the text: a licence, then its use policy, then third parties' licences. Empty: unknown. */
  matches: readonly TextMatch[]
  /** Set when several licences fit equally well and the text does not tell which: their ids. */
  undecided: readonly string[]
  /** Words of the text that belong to no match. */
  otherWords: number
}

const ACCEPT = 0.75
/** A match with fewer features held than this is an accident. */
const LEAST_FEATURES = 18
const CLOSE = 0.93
const CLOSE_RUN = 8
const MAX_MATCHES = 4
const LEAST_REST = 40
const CANDIDATES = 8
/** Candidates whose fit differs by no more words than this cannot be told apart. */
const DRAW = 1.5

/** Words that change what a licence allows; a few more of the others (a holder's name, an address) do not. */
const ALARM =
  /commerc|revenue|royalt|monthly|active users|\beuropean|\bkorea|research|academic|educational|militar|\bnot\b|prohibit|\bonly\b|restrict|acceptable use|\bdisplay|provided that|must|shall|\bfee\b|\bterminat|\bexcept|\bunless|filters?\b|permission|approval|harm|ethic/i
/** Of text around a licence: what sounds like a further condition, not like a notice. */
const CONDITION =
  /commercial|revenue|royalt|monthly active|european union|korea|research purposes?|militar|(?:must|may|shall) not|prohibit|only be used|acceptable use|following (?:additional|further) (?:condition|restriction|term)|additional (?:condition|restriction|term)|our only modification|harm|ethic/i

/** Somebody's copyright line that ran into the text. */
const COPYRIGHT = /\bcopyright\b|\ball rights reserved\b/i

/** Identifies a text. Never throws; linear in the text, whatever is in it. */
export function identifyText(content: string, index: TextIndex): TextAnswer {
  const text = readLicenseText(content)
  const { words } = text
  const hashes = pairHashes(words)
  const digest = digestOf(words)
  const same = index.texts.filter((reference) => reference.digest === digest)
  if (same[0] && words.length > 0) {
    return {
      matches: [
        exact(
          same.filter(({ part }) => part === same[0]?.part),
          same[0],
        ),
      ],
      undecided: [],
      otherWords: 0,
    }
  }
  const found: { match: TextMatch; first: number; last: number }[] = []
  let undecided: readonly string[] = []
  const parts: [from: number, to: number][] = [[0, words.length]]
  let other = 0
  while (parts.length > 0) {
    const [from, to] = parts.pop() ?? [0, 0]
    if (to - from < LEAST_REST && found.length > 0) {
      other += to - from
      continue
    }
    const best = found.length < MAX_MATCHES ? bestOf(text, hashes, index, from, to) : null
    if (best === null) {
      other += to - from
      continue
    }
    if (best.undecided.length > 0 && found.length === 0) undecided = best.undecided
    const { difference } = best
    found.push({
      match: judge(text, best.reference, difference, [from, to]),
      first: difference.first,
      last: difference.last,
    })
    if (difference.first > from) parts.push([from, difference.first])
    if (difference.last < to) parts.push([difference.last, to])
  }
  found.sort((a, b) => a.first - b.first)
  const around = surroundings(text, found)
  if (around !== null && found.length > 0) {
    const [only] = found
    if (only && only.match.kind !== 'modified') {
      only.match = { ...only.match, kind: 'modified', added: [around, ...only.match.added].slice(0, 5) }
    }
  }
  return { matches: found.map(({ match }) => match), undecided, otherWords: other }
}

const exact = (references: readonly ReferenceText[], first: ReferenceText): TextMatch => ({
  kind: 'same',
  ids: [...new Set(references.flatMap(({ ids }) => ids))],
  part: first.part,
  held: 1,
  added: [],
  missingWords: 0,
})

interface Best {
  reference: ReferenceText
  difference: Differences
  undecided: readonly string[]
}

/** The reference that fits best: most of its pairs held, fewest lacking. */
function bestOf(
  text: LicenseText,
  hashes: Uint32Array,
  index: TextIndex,
  from: number,
  to: number,
): Best | null {
  const features = new Set<number>()
  for (let place = from; place < Math.min(to - 1, hashes.length); place += 1) {
    features.add(toFeature(hashes[place] ?? 0))
  }
  const hits = new Map<number, number>()
  for (const feature of features) {
    for (const position of index.byFeature.get(feature) ?? []) {
      hits.set(position, (hits.get(position) ?? 0) + 1)
    }
  }
  const ranked = [...hits]
    .map(([position, count]) => {
      const reference = index.texts[position]
      const size = reference?.features.length ?? 0
      return {
        reference,
        count,
        held: size === 0 ? 0 : count / size,
        // Twice what is held less all there is: the text's own further words are the same for every candidate.
        score: (2 * count - size) * (reference?.rate ?? 1),
      }
    })
    .filter(({ held, count }) => held >= ACCEPT && (count >= LEAST_FEATURES || (held > 0.95 && count >= 6)))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES)
  const [top] = ranked
  const compared = ranked
    .filter(({ score }) => score >= 0.7 * (top?.score ?? 0))
    .flatMap(({ reference }) =>
      reference ? [{ reference, difference: compare(text, hashes, reference, from, to) }] : [],
    )
    .sort((a, b) => a.difference.cost - b.difference.cost)
  const [first, second] = compared
  if (!first) return null
  const close = compared.filter(({ reference, difference }) => {
    const draw = DRAW * Math.max(reference.rate, first.reference.rate)
    // Of two texts whose ends are both missing, the ends cannot decide.
    const bothCut = difference.cut > 0.01 && first.difference.cut > 0.01
    const [a, b] = bothCut
      ? [difference.coreCost, first.difference.coreCost]
      : [difference.cost, first.difference.cost]
    return Math.abs(a - b) <= draw
  })
  return {
    ...first,
    undecided: second && close.length > 1 ? close.flatMap(({ reference }) => reference.ids) : [],
  }
}

function judge(
  text: LicenseText,
  reference: ReferenceText,
  difference: Differences,
  [from, to]: [number, number],
): TextMatch {
  const { held, cut, added, addedWords, longestGap } = difference
  const alarming = added.filter(
    (run) =>
      (ALARM.test(run.words) || run.last - run.first > CLOSE_RUN) &&
      (!COPYRIGHT.test(run.words) || CONDITION.test(run.words)),
  )
  const small = alarming.length === 0 && addedWords <= Math.max(12, 0.05 * (to - from))
  const complete = held + cut >= CLOSE && longestGap <= 12
  const kind = !small || !complete ? 'modified' : cut > 0.02 ? (cut <= MAX_CUT ? 'cut' : 'modified') : 'close'
  return {
    kind,
    ids: reference.ids,
    part: reference.part,
    held,
    added: [...alarming, ...longest(added.filter((run) => !alarming.includes(run)))]
      .slice(0, 5)
      .map((run) => quoteWords(text, run.first, run.last)),
    missingWords: Math.round((1 - held) * reference.words),
  }
}

const longest = (runs: readonly Run[]): Run[] =>
  [...runs].sort((a, b) => b.last - b.first - (a.last - a.first)).slice(0, 5)

/** What stands before, between and after the matches, where it sounds like a further condition. */
function surroundings(text: LicenseText, found: readonly { first: number; last: number }[]): string | null {
  let from = 0
  for (const { first, last } of [...found, { first: text.raw.length, last: text.raw.length }]) {
    if (first - from >= 4) {
      const words = text.raw.slice(from, first).join(' ')
      const match = CONDITION.exec(words)
      if (match) {
        const before = words.slice(0, match.index).split(' ').length - 1
        const start = Math.max(from, from + before - 12)
        return quoteWords(text, start, Math.min(first, start + 30))
      }
    }
    from = Math.max(from, last)
  }
  return null
}
