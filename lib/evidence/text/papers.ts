import type { Evidence } from '../../assessment'
import { parentsOf } from '../../lineage/bases'
import { isThisModel } from '../../lineage/said'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { stemWords, titleNames } from '../paper'
import { deniedBy } from './denials'
import { isPaper, TEMPLATE_PAPER } from './links'
import { fromCard, type Sentence, sentencesOf } from './prose'

/** The model's own report and paper. A citation of others' work is nothing, however prominent. */

const REPORT = /\btech(?:nical|\.)?[ -]report\b/i
const OTHER_REPORT = /\b(?:white ?paper|blog ?post|release blog)\b/i
const PENDING = /\b(?:coming soon|will be|to be|soon|upcoming|forthcoming)\b/i
const OWN =
  /\b(?:our|the (?:accompanying|associated|companion|corresponding)) (?:[\w-]+ ){0,2}(?:paper|report|preprint|publication|manuscript|article)\b/i
/** "This model was introduced in the paper …": the sentence's subject is this model, and not a version of another. */
const INTRODUCED =
  /\b(?:introduced|proposed|presented|described|published|released) (?:in|by|with) (?:the |this |our |its )?(?:(?:following|research|original|arxiv) )?(?:paper|article|preprint|publication|manuscript|work)\b/i
const VERSION =
  /\b(?:version|fine-?tun\w+|conversion|checkpoint|adaptation|variant|quanti[sz]\w+|based|built|adapt\w+|trained on top) (?:of|from|for|on|upon)\b/i
const PAPER_LABEL = /^(?:(?:research|reference|official|our) )?(?:paper|papers|publication|preprint|arxiv)\b/i
/** A link that is called "Paper" and nothing else, as in a row of links under the title. */
const BARE_PAPER = /^\W*(?:the )?(?:research )?(?:paper|arxiv(?: paper)?|preprint)(?: link)?\W*$/i
/** Hardly a word besides its links: "GitHub | Paper | Demo". In a longer sentence the paper may be anybody's. */
function isRowOfLinks({ text, block }: Sentence): boolean {
  if (/\bour\b/i.test(text)) return true
  const rest = block.links
    .slice(0, 20)
    .reduce((left, { text: words }) => (words === '' ? left : left.replace(words, '')), text)
  return rest.length <= 40
}

/** Cards of fine-tunes copy the links of their base. */
const ofAnotherOwner = (reading: Reading): boolean =>
  parentsOf(reading).some(
    ({ id }) => id.split('/')[0]?.toLowerCase() !== reading.id.split('/')[0]?.toLowerCase(),
  )

const NEW_LICENSE = { id: null, state: 'unknown', inherited: false } as const

/** A paper about this very model is its technical report as well (component vocabulary: "title names this model"). */
function* ownPaper(proof: Evidence): Generator<Signal> {
  yield { component: 'research_paper', status: 'present', evidence: proof, license: NEW_LICENSE }
  yield { component: 'technical_report', status: 'present', evidence: proof, license: NEW_LICENSE }
}

const names = (reading: Reading, text: string): boolean => titleNames(text, reading.id)

export const detectBibtex: Detector = function* (reading) {
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind !== 'bibtex') continue
    for (const entry of block.text.slice(0, 20_000).split(/(?=@\w+\s*\{)/)) {
      const title = /\btitle\s*=\s*[{"]{1,3}([^\n]{3,300}?)[}"]{1,3}[^\S\n]*(?:,[^\S\n]*)?(?:\n|$)/i
        .exec(entry)?.[1]
        ?.replace(/[{}]/g, '')
      if (title === undefined || TEMPLATE_PAPER.test(entry) || !names(reading, title)) continue
      const quoted = fromCard(
        reading,
        block,
        title,
        'The citation that the card asks for names this model.',
        'text.bibtex',
      )
      // A citation of a blog post or of the repository is a report at most, and one that nobody has looked at.
      if (!/arxiv|eprint|\bdoi\b|journal|booktitle/i.test(entry)) {
        yield { component: 'technical_report', status: 'mentioned', evidence: quoted }
        continue
      }
      yield* ownPaper(quoted)
    }
  }
}

/** "Qwen2 Technical Report": whose it is, when it is not the model's own name. */
const NAMED_REPORT =
  /(?:^|\s)(?!(?:The|Our|This|A|Full|Read|See|Download|PDF|Model|Official|Detailed)\b)[A-Z][\w.-]{1,40}(?: \d[\w.]*)?(?:['’]s)? [Tt]ech(?:nical|\.)?[ -][Rr]eport/

export const detectPaperLinks: Detector = function* (reading) {
  const [family = ''] = stemWords(reading.id)
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (deniedBy(sentence, reading).size > 0) continue
    for (const link of block.links) {
      if (link.image || !/^https?:/.test(link.url) || TEMPLATE_PAPER.test(link.url)) continue
      if (link.text !== '' && !text.includes(link.text)) continue
      // An address that is its own text tells nothing; the sentence around it does.
      const words = link.text === '' || /^https?:/.test(link.text) ? text : link.text
      const report = REPORT.test(words) || (/\.pdf(?:$|[?#])/i.test(link.url) && /report/i.test(link.url))
      const mine =
        names(reading, words) ||
        OWN.test(text) ||
        (INTRODUCED.test(text) && !VERSION.test(text) && isThisModel(reading, text)) ||
        (family.length >= 4 && link.url.toLowerCase().includes(family)) ||
        PAPER_LABEL.test(block.label ?? '') ||
        (BARE_PAPER.test(link.text) && isRowOfLinks(sentence) && !ofAnotherOwner(reading))
      if (report && !PENDING.test(text)) {
        yield {
          component: 'technical_report',
          status: mine || (REPORT.test(link.text) && !NAMED_REPORT.test(link.text)) ? 'present' : 'mentioned',
          evidence: fromCard(reading, block, text, 'The card links to a technical report.', 'text.report'),
          license: NEW_LICENSE,
        }
      } else if (
        isPaper(link.url) &&
        mine &&
        !/\b(?:adapted|based on|inspired|refers? to (?:tables?|the original))\b/i.test(text) &&
        (!/\b(?:proposed|introduced) (?:in|by)\b/i.test(text) || isThisModel(reading, text))
      ) {
        yield* ownPaper(
          fromCard(reading, block, text, "The card links to the model's own paper.", 'text.paper'),
        )
      } else if (english && OTHER_REPORT.test(words)) {
        yield {
          component: 'technical_report',
          status: 'mentioned',
          evidence: fromCard(
            reading,
            block,
            text,
            'The card links to an announcement with details.',
            'text.announcement',
          ),
        }
      }
    }
    if (english && REPORT.test(text) && !PENDING.test(text) && block.links.length === 0) {
      yield {
        component: 'technical_report',
        status: 'mentioned',
        evidence: fromCard(reading, block, text, 'The card mentions a technical report.', 'text.report.word'),
      }
    }
  }
}
