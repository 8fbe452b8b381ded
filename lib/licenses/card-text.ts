import type { Evidence } from '../assessment'
import { isElsewhere } from '../evidence/text/denials'
import { fromCard } from '../evidence/text/prose'
import type { Block, Section } from '../snapshot/card'
import type { Reading } from '../snapshot/reading'
import type { Declaration } from './declarations'
import { lookupLink } from './links'
import { isPlaceholder } from './normalize'
import { longestName, readStatements } from './statements'
import type { LicenseEntry } from './types'

/**
 * The weights' licence as the card's own words declare it, where no tag, front matter or file does. A labelled line, what
 * stands under a heading "License", and sentences whose subject is the model or its weights; a licence of the code, the
 * data or "the project" is never taken for it, and words that do not agree declare nothing.
 */

interface Named {
  entry: LicenseEntry
  evidence: Evidence
}

/** As a label and as a heading; "Code License" and "Dataset license" are neither. */
const CALLED =
  /^(?:\d{1,2}[.)]? )?(?:(?:model|weights?) )?(?:licen[cs](?:es?|ing)|licencia|lizenz)(?:\(s\))?(?: (?:and|&) disclaimer)?$|^(?:模型|モデルの?|모델 )?(?:许可证?|协议|ライセンス|라이선스)$/i
/** Parts that are not the weights. "Project" and "repository" are as a rule the code. */
const OTHER_PART =
  /\b(?:code(?:base)?|scripts?|software|repositor(?:y|ies)|repo|project|librar(?:y|ies)|packages?|data ?sets?|data|corpus|corpora|documentation|paper)\b|代码|源码|仓库|项目|数据|コード|データ|코드|데이터|\bcódigo\b/i
/** The licence's own notice speaks of software whatever it is put on. */
const NOTICE =
  /\bunless required by applicable law\b|\byou may not use this file\b|\byou may obtain a copy\b/i
/** Another time, another model. */
const NOT_THIS =
  /\b(?:previous(?:ly)?|former(?:ly)?|originally|no longer|used to be|will be|until|earlier|upcoming|base|original|upstream|teacher|parent|underlying|backbone) |\bnot\b[^.;]{0,40}\bunder\b|\b(?:if|unless|except|depends?)\b|\bor\b(?! later)/i

const plain = (text: string): string =>
  text
    .replace(/[*_`#:]|\p{Extended_Pictographic}|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

const isOthers = ({ path }: Section): boolean =>
  path.some((heading) =>
    /acknowledg|citation|cite|related|credits?\b|references|data ?sets?|\bdata\b|\bcode\b|base model/i.test(
      heading,
    ),
  )

const speaks = (entry: LicenseEntry | null): entry is LicenseEntry => entry !== null && !isPlaceholder(entry)

/** The licence that a short text is: its name and no more, or a link under that name. */
function named(text: string, block: Block): LicenseEntry | null {
  const words = plain(text).replace(/[.。;,]$/, '')
  if (words === '' || words.length > 90 || NOT_THIS.test(words)) return null
  const link = block.links.find(({ text: said, image }) => !image && said !== '' && plain(said) === words)
  const entry = longestName(words, true)
  const linked = link ? lookupLink(link.url) : null
  if (entry && speaks(linked) && linked.id !== entry.id) return null
  return entry ?? (speaks(linked) ? linked : null)
}

const UNDER =
  /^(?:this model is )?licensed under (?:the )?(?:terms of the )?([^("]{2,60}?)(?: licen[cs]e)?(?: \(the "License"\).{0,400}|\.)?$/i

/** What a block under a heading "License" says: a name, or "Licensed under …". */
function underHeading(block: Block): LicenseEntry | null {
  const text = plain(block.text).slice(0, 600)
  const whole = named(text, block)
  if (whole) return whole
  const under = UNDER.exec(text.replace(/^copyright (?:\(c\)|©|\d{4}).{0,80}? (?=licensed under)/i, ''))?.[1]
  return under === undefined ? null : named(under, block)
}

function* fromBlocks(reading: Reading): Generator<Named> {
  const proof = (block: Block, entry: LicenseEntry): Named => ({
    entry,
    evidence: fromCard(
      reading,
      block,
      block.text,
      `The card's text names the licence ${entry.id}.`,
      'license.text',
    ),
  })
  for (const section of reading.card?.sections ?? []) {
    if (isOthers(section)) continue
    const headed = section.path.some((heading) => CALLED.test(plain(heading)))
    // Where such a section tells parts apart, sentences with a subject are read, and nothing else.
    const apart = section.blocks.some(
      ({ text }) => text.length > 20_000 || (OTHER_PART.test(text) && !NOTICE.test(text)),
    )
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'code') continue
      if (block.leads.some((lead) => OTHER_PART.test(lead))) continue
      const label = block.label === null ? null : plain(block.label)
      const entry =
        label !== null && CALLED.test(label) && block.kind !== 'code'
          ? named(block.text.slice(block.text.indexOf(':') + 1), block)
          : headed && !apart
            ? underHeading(block)
            : null
      if (entry) yield proof(block, entry)
    }
  }
}

/** A clause whose subject is the model or its weights: "the models are made available under …". */
const SUBJECT =
  /(?:^|[,;] (?:and |while |whereas )?|\band |\bincluding )(?:(?:the|this|our|these|all|its) ){0,2}(?:(?:trained|pre-?trained|released|final|model|language|¤) ){0,3}(?:¤|weights|models?|checkpoints?|parameters)(?: (?:of|for) (?:the )?¤)?(?: and (?:its |the )?(?:code|weights|checkpoints|tokenizer))? (?:(?:is|are|was|were) |has been |have been )/i

function* fromSentences(reading: Reading): Generator<Named> {
  const name = reading.id.slice(reading.id.indexOf('/') + 1).slice(0, 60)
  const literals = [name, name.replaceAll('-', ' '), name.split(/[-_]/)[0] ?? '']
    .filter((one) => one.length >= 3)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const own =
    literals.length > 0 ? new RegExp(`\\b(?:${literals.join('|')})(?:-[\\w.]{1,30})?(?![\\w])`, 'gi') : null
  for (const { about, says, evidence } of readStatements(reading)) {
    if (about !== 'model' || says.kind !== 'license') continue
    const clause = evidence.quote.replace(/^licen[cs]e: /i, '')
    if (!SUBJECT.test(own ? clause.replace(own, '¤') : clause)) continue
    if (NOT_THIS.test(clause) || isElsewhere(clause)) continue
    yield { entry: says.entry, evidence }
  }
}

/** The card's own declaration, or null: nothing named, or not the same everywhere. */
export function textLicense(reading: Reading): Declaration | null {
  if (reading.site !== 'huggingface' || reading.card === null || reading.frontMatterFault !== null)
    return null
  const all = [...fromBlocks(reading), ...fromSentences(reading)]
  const [first] = all
  if (!first || all.some(({ entry }) => entry.id !== first.entry.id)) return null
  const against = readStatements(reading).some(
    ({ about, says }) =>
      about === 'model' &&
      ((says.kind === 'license' && says.entry.id !== first.entry.id) ||
        (says.kind === 'noncommercial' && first.entry.class === 'open')),
  )
  if (against) return null
  return { licenses: [first.entry.id], name: null, link: null, place: 'card', evidence: first.evidence }
}
