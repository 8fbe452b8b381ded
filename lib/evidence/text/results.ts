import type { Block, Link } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector } from '../collector'
import { stemWords, titleNames } from '../paper'
import { deniedBy, isElsewhere } from './denials'
import { fromCard, type Sentence, sentencesOf } from './prose'
import {
  BENCHMARK,
  figureInList,
  figureUnderName,
  fromValue,
  isOnResults,
  isScore,
  NOT_RESULTS,
  scoreTables,
} from './scores'
import { isForeign, isForReader, isTestData } from './topics'

/** Results of the model: scores, pictures of them, where they can be read, or that there are any. */

const OURS = /\b(?:we|our|it|its|this|the model|model|achiev(?:es|ing)|accuracy of)\b/i

const isNumeric = (cells: readonly string[]): boolean => cells.some(isScore)

/** The row to quote: the model's own where rows are models, else the first with a score. */
function ownRow(reading: Reading, block: Block): readonly string[] {
  const family = stemWords(reading.id)[0]?.replace(/[^a-z]/g, '') ?? ''
  const rows = block.rows.filter(isNumeric)
  const own =
    family.length >= 3
      ? rows.find(([name = '']) =>
          name
            .toLowerCase()
            .replace(/[^a-z]/g, '')
            .includes(family),
        )
      : undefined
  return own ?? rows[0] ?? block.rows[0] ?? []
}

const METRIC_SAID =
  /\b(?:accuracy|f1(?:[- ]score)?|precision|recall|auroc|auc|map|perplexity|exact match|error rate|correlation)\b[^.;]{0,40}\b\d+(?:\.\d+)?/i

/** Where results are to be read, and not here. */
const ELSEWHERE_TOLD =
  /\b(?:refer(?:red)? to|see|found (?:in|at|on)|reported in|check(?: out)?|consider|consult|available (?:in|at|on)|detailed in|described in|presented in)\b/i
const DOCUMENT =
  /\b(?:paper|report|article|manuscript|publication|blog ?post|leaderboard|tables?|appendix|benchmark|here|page|dashboard|project|website|repository)\b/i
const OF_RESULTS =
  /\b(?:evaluation|experimental|benchmark|quantitative) results?\b|\bexperiments\b|\bperformance (?:on|in|across) (?:[\w-]+ ){1,6}(?:tasks?|benchmarks?|data ?sets?)\b/i
/** Under a heading on test data a sentence has to say that it is about the results. */
const ABOUT_RESULTS = /\b(?:evaluation|results?|performance|scores?)\b/i
/** "It shows bias on some measures (see the paper)" */
const BIASED = /\b(?:bias\w*|ethic\w*|harm\w*|toxic\w*)\b/i
const LINKED_RESULTS = /\b(?:evaluation|benchmark|experimental) (?:results|scores)\b/i

/** Another place of the same card, or of a README that does not call it results. */
const ANCHOR = /^(?:https?:\/\/(?:www\.)?github\.com\/[^#\s]{1,200})?#(?!\S{0,60}(?:result|eval|bench|perf))/i

/** A sentence without the words that lead to one. */
const withoutAnchors = ({ text, block }: Sentence): string =>
  block.links.reduce(
    (rest, { url, text: words }) => (ANCHOR.test(url) && words !== '' ? rest.replace(words, ' ') : rest),
    text,
  )

function tellsWhere(sentence: Sentence): boolean {
  const { text, block } = sentence
  const { section, links } = block
  if (links.some((link) => text.includes(link.text) && leadsToResults(link))) return true
  const about = isOnResults(section)
    ? !isTestData(section) || ABOUT_RESULTS.test(text)
    : OF_RESULTS.test(text)
  if (BIASED.test(text) && !ABOUT_RESULTS.test(text)) return false
  const words = withoutAnchors(sentence)
  return about && ELSEWHERE_TOLD.test(words) && DOCUMENT.test(words) && !NOT_RESULTS.test(text)
}

const leadsToResults = ({ url, text, image }: Link): boolean =>
  !image && /^https?:/i.test(url) && LINKED_RESULTS.test(text)

/** That it is better than others, or as good, without a figure. */
const COMPARED =
  /\boutperform(?:s|ed|ing)?\b|\bsurpass(?:es|ed)?\b|\b(?:state[- ]of[- ]the[- ]art|sota|competitive) (?:results?|performance|accuracy)\b|\bbetter than (?:the )?baselines?\b|\bcompetitive with\b/i
/** A hope, a plan, a warning, or what others may reach. */
const HOPED =
  /\b(?:will|would|could|should|may|might|can|expect\w*|aim\w*|hope\w*|goal|if|not|never|potential\w*|try|trying|attempt\w*)\b/i
const OURS_BEFORE = /\b(?:we|it|(?:our|this|the) (?:[\w-]+ )?model)\b/i

function tellsBetter({ text, block }: Sentence, reading: Reading): boolean {
  const at = text.search(COMPARED)
  if (at < 0 || HOPED.test(text) || isForReader(block.section)) return false
  const before = text.slice(0, at)
  return isOnResults(block.section) || OURS_BEFORE.test(before) || titleNames(before, reading.id)
}

export const detectResultTables: Detector = function* (reading) {
  const [table] = scoreTables(reading)
  if (table) {
    yield {
      component: 'evaluation_results',
      status: 'present',
      evidence: fromCard(
        reading,
        table,
        ownRow(reading, table).join(' | '),
        'A table of the card gives scores.',
        'text.scores',
        'artefact',
      ),
    }
    return
  }
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || isElsewhere(text) || deniedBy(sentence, reading).size > 0) continue
    if (!BENCHMARK.test(text) && !(isOnResults(block.section) && METRIC_SAID.test(text))) continue
    // "Llama 3 scores 66.7": somebody else's score.
    if (!OURS.test(text) && !titleNames(text, reading.id)) continue
    if (
      !/\b(?:achiev|scor|reach|obtain|attain|accuracy|average)\w*/i.test(text) ||
      !/\b\d+\.\d+\b|\b\d{1,2}\s?%/.test(text)
    )
      continue
    yield {
      component: 'evaluation_results',
      status: 'present',
      evidence: fromCard(reading, block, text, 'A sentence of the card gives a score.', 'text.score'),
    }
    return
  }
  const stated = figureInList(reading) ?? figureUnderName(reading)
  if (stated) {
    yield {
      component: 'evaluation_results',
      status: 'present',
      evidence: fromCard(reading, stated, fromValue(stated.text), 'The card gives a score.', 'text.score'),
    }
    return
  }
  const figure = reading.card?.blocks.find(
    (block) =>
      isOnResults(block.section) && !isForReader(block.section) && block.links.some(({ image }) => image),
  )
  if (figure) {
    yield {
      component: 'evaluation_results',
      status: 'partial',
      evidence: fromCard(
        reading,
        figure,
        figure.section.heading ?? '',
        'Results are shown as a picture only.',
        'text.figure',
        'inferred',
      ),
    }
    return
  }
  const said = sentencesOf(reading).filter(
    (sentence) =>
      sentence.english &&
      !isForeign(sentence.block.section) &&
      !isElsewhere(sentence.text) &&
      deniedBy(sentence, reading).size === 0,
  )
  const told = said.find(tellsWhere)
  const better = told ? undefined : said.find((sentence) => tellsBetter(sentence, reading))
  const mention = told ?? better
  if (mention) {
    yield {
      component: 'evaluation_results',
      status: 'mentioned',
      evidence: fromCard(
        reading,
        mention.block,
        mention.text,
        told
          ? 'The card says where results can be read.'
          : 'The card compares its results, without a figure.',
        told ? 'text.results.elsewhere' : 'text.results.compared',
      ),
    }
  }
}
