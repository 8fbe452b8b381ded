import type { Evidence } from '../../assessment'
import { isThisModel } from '../../lineage/said'
import type { Block } from '../../snapshot/card'
import type { Detector, Signal } from '../collector'
import { stemWords } from '../paper'
import { citedAsOwn, entriesOf, titleOf } from './citations'
import { deniedBy } from './denials'
import { topicOf } from './headings'
import { isPaper, isPaperFile, TEMPLATE_PAPER } from './links'
import { isOthersTitle, namesModel, ofAnotherOwner } from './own-name'
import { fromCard, type Sentence, sentencesOf } from './prose'
import { isForeign, isHeaded } from './topics'

/** The model's own report and paper. A citation of others' work is nothing, however prominent. */

const REPORT = /\btech(?:nical|\.)?[ -]report\b/i
const OTHER_REPORT = /\b(?:white ?paper|blog ?post|release blog)\b/i
const PENDING = /\b(?:coming soon|will be|to be|soon|upcoming|forthcoming)\b/i
const OWN =
  /\b(?:our|the (?:accompanying|associated|companion|corresponding|release)) (?:[\w-]+ ){0,2}(?:paper|report|preprint|publication|manuscript|article)\b/i
/** "This model was introduced in the paper …": the sentence's subject is this model, and not a version of another. */
const INTRODUCED =
  /\b(?:introduced|proposed|presented|described|published|released) (?:in|by|with) (?:the |this |our |its )?(?:(?:following|above|below|research|original|arxiv|release) )?(?:paper|article|preprint|publication|manuscript|work)\b/i
const VERSION =
  /\b(?:version|fine-?tun\w+|conversion|checkpoint|adaptation|variant|quanti[sz]\w+|based|built|adapt\w+|trained on top) (?:of|from|for|on|upon)\b/i
const PAPER_LABEL = /^(?:(?:research|reference|official|our) )?(?:paper|papers|publication|preprint|arxiv)\b/i
/** A link that is called "Paper" and nothing else, as in a row of links under the title. */
const BARE_PAPER =
  /^\W*(?:the )?(?:research )?(?:paper|arxiv(?: paper)?|preprint)(?: link)?\W*$|^(?:论文|論文|논문|artículo|article de recherche)$/i
/** Hardly a word besides its links: "GitHub | Paper | Demo". In a longer sentence the paper may be anybody's. */
function isRowOfLinks({ text, block }: Sentence): boolean {
  if (/\bour\b/i.test(text)) return true
  const rest = block.links
    .slice(0, 20)
    .reduce((left, { text: words }) => (words === '' ? left : left.replace(words, '')), text)
  return rest.length <= 40
}

const NEW_LICENSE = { id: null, state: 'unknown', inherited: false } as const

/** A paper about this very model is its technical report as well (component vocabulary: "title names this model"). */
function* ownPaper(proof: Evidence): Generator<Signal> {
  yield { component: 'research_paper', status: 'present', evidence: proof, license: NEW_LICENSE }
  yield { component: 'technical_report', status: 'present', evidence: proof, license: NEW_LICENSE }
}

/** The Hub's own citation of a repository: it has a DOI and is no paper. */
const REPOSITORY =
  /\(revision [0-9a-f]{6,40}\)|\b10\.57967\/hf\b|publisher\s*=\s*[{"]{1,2}\s*hugging ?face\b/i

export const detectBibtex: Detector = function* (reading) {
  for (const block of reading.card?.blocks ?? []) {
    for (const entry of entriesOf(block)) {
      const title = titleOf(entry)
      if (title === null || TEMPLATE_PAPER.test(entry) || REPOSITORY.test(entry)) continue
      const named = namesModel(reading, title)
      if (!named && (isOthersTitle(reading, title) || !citedAsOwn(reading, block, title))) continue
      const quoted = fromCard(
        reading,
        block,
        title,
        named
          ? 'The citation that the card asks for names this model.'
          : 'The card asks for this citation as its own.',
        'text.bibtex',
      )
      // A citation of a blog post or of the repository is a report at most, and one that nobody has looked at.
      if (!/arxiv|eprint|\bdoi\b|journal|booktitle/i.test(entry)) {
        if (named) yield { component: 'technical_report', status: 'mentioned', evidence: quoted }
        continue
      }
      yield* ownPaper(quoted)
    }
  }
}

/** "The paper is here", "Details of training are outlined in https://…": a link without a name, and nobody else named. */
const TOLD_THERE =
  /(?:^|: )(?:the )?(?:paper|preprint)(?: is){1,2}(?: now)?(?: available| out| published)?(?: on arxiv)?:? (?:here|at https?:)|\b(?:details|information) (?:of|on|about) (?:the )?(?:model|training)(?:(?:,| and| and the) (?:model|training|data|evaluation|procedure)){0,3} (?:is|are|can be) (?:outlined|described|found|given|reported) (?:in|at) (?:https?:|(?:this |the )?(?:paper|article|here)\b)/i
const isUnnamed = (words: string): boolean =>
  /^(?:https?:\S{1,400}|here|(?:this |the )?(?:paper|article))?$/i.test(words)

const isOthersPlace = ({ section }: Block): boolean =>
  isForeign(section) || isHeaded(section, 'data') || isHeaded(section, 'evaluation')

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
        namesModel(reading, words) ||
        OWN.test(text) ||
        (INTRODUCED.test(text) && !VERSION.test(text) && isThisModel(reading, text)) ||
        (family.length >= 4 && link.url.toLowerCase().includes(family)) ||
        PAPER_LABEL.test(block.label ?? '') ||
        (BARE_PAPER.test(link.text) && isRowOfLinks(sentence) && !ofAnotherOwner(reading)) ||
        (isUnnamed(link.text) && TOLD_THERE.test(text) && !isOthersPlace(block) && !ofAnotherOwner(reading))
      if (report && !PENDING.test(text)) {
        yield {
          component: 'technical_report',
          status: mine || (REPORT.test(link.text) && !NAMED_REPORT.test(link.text)) ? 'present' : 'mentioned',
          evidence: fromCard(reading, block, text, 'The card links to a technical report.', 'text.report'),
          license: NEW_LICENSE,
        }
      } else if (
        (isPaper(link.url) || isPaperFile(link.url, `${link.text} ${block.section.heading ?? ''}`)) &&
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

/** What stands above the first heading but one, where a card shows its badges. */
const isHead = ({ section }: Block): boolean => section.level <= 1 && section.path.length <= 1

/** A badge that says "Paper" at the head of the card, and "our paper can be found here:" with the link in the next block. */
export const detectPaperBeside: Detector = function* (reading) {
  if (ofAnotherOwner(reading)) return
  const blocks = reading.card?.blocks ?? []
  const badges = new Map<string, Block>()
  for (const [index, block] of blocks.entries()) {
    if (isHead(block) && block.links.length <= 40)
      for (const [at, { url, text, image }] of block.links.entries()) {
        const picture = block.links[at - 1]
        if (image || text !== '' || !picture?.image || !isPaper(url) || TEMPLATE_PAPER.test(url)) continue
        if (BARE_PAPER.test(picture.text)) badges.set(url, block)
      }
    const next = blocks[index + 1]
    const [link] = next?.links ?? []
    if (
      next &&
      link &&
      next.section === block.section &&
      (block.kind === 'paragraph' || block.kind === 'item') &&
      /:\s{0,4}$/.test(block.text.slice(-8)) &&
      OWN.test(block.text.slice(-400)) &&
      isPaper(link.url) &&
      link.text.length >= 10 &&
      next.text.startsWith(link.text)
    )
      yield* ownPaper(
        fromCard(reading, next, link.text, "The card links to the model's own paper.", 'text.paper'),
      )
  }
  // Two papers under badges are as likely one of this model and one of a method.
  const [only] = badges
  if (badges.size === 1 && only)
    yield* ownPaper(
      fromCard(reading, only[1], only[0], "A badge at the card's head links to the paper.", 'text.badge'),
    )
}

/** A reference in words, without a link: its title names the model, and an arXiv number stands beside it. */
export const detectReference: Detector = function* (reading) {
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    if (block.text.length > 600 || topicOf(block.section.heading ?? '') !== 'citation') continue
    if (!/\barXiv:\s?\d{4}\.\d{4,5}/i.test(block.text)) continue
    const title = /["“]([^"“”]{8,300})["”]/.exec(block.text)?.[1]
    if (title === undefined || !namesModel(reading, title) || ofAnotherOwner(reading)) continue
    yield* ownPaper(
      fromCard(
        reading,
        block,
        title,
        'The reference that the card gives names this model.',
        'text.reference',
      ),
    )
  }
}
