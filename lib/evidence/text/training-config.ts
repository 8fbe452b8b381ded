import type { Block, Section } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { commandsOf } from './commands'
import { deniedBy, isElsewhere } from './denials'
import { isOwnCode } from './own-code'
import { fromCard, sentencesOf } from './prose'
import { isAbout, isForeign, isForReader, isHeaded } from './topics'

/** The settings of the model's training, each with a value. */

const CONTEXT_LENGTH =
  /\b(?:sequence|seq|context|block) ?-?len(?:gth)?\b[^.\n]{0,20}\d|\bsequences of length \d/i

/** Speaks to the reader and not of what "we" did. */
const FOR_READER = /^(?!.*\b(?:we|our|was|were)\b).*\byou(?:'ll| will| can| need| should| may)?\b/i

/** Asked of words without underscores: "num_epochs", "lr_scheduler_type" and "--batch_size" are words as well. */
const SETTINGS: readonly RegExp[] = [
  /\b(?:learning[ -]?rate|peak lr|lr\b(?! scheduler))\b[^.\n]{0,40}\d|(?:学习率|學習率|学習率|학습률|taux d['’]apprentissage|lernrate|tasa de aprendizaje)[^.\n]{0,20}\d/i,
  /\b(?:batch(?:es)?[ -]?(?:size)?)\b[^.\n]{0,40}\d|\bbatches of \d|(?:批大小|批次大小|バッチサイズ|배치 ?(?:크기|사이즈)|taille d[eu] (?:batch|lot)|batch-?größe|tamaño de (?:lote|batch))[^.\n]{0,20}\d/i,
  /\b(?:adam(?:w|ax)?|adafactor|sgd|lion|lamb|rmsprop)\b/i,
  /\b(?:epochs?|steps|iterations|updates)\b[^.\n]{0,24}\d|\d[\d,.kKmM]{0,24}\s?(?:training |optimi[sz]ation |gradient )?(?:epochs?|steps|iterations|updates)\b|(?:エポック|에폭|épo(?:ques|cas)|epochen|轮次|轮数)[^.\n]{0,12}\d|\d{1,4} ?(?:エポック|에폭|épo(?:ques|cas)\b|epochen\b)/i,
  /\bwarm-? ?up\b/i,
  /\bweight[ -]decay\b/i,
  CONTEXT_LENGTH,
  /\b(?:scheduler|cosine|linear) ?(?:decay|schedule|scheduler|type)?\b[^.\n]{0,20}(?:cosine|linear|decay|schedul|constant|polynomial)/i,
  /\b(?:bf16|fp16|mixed precision|bfloat16)\b[^.\n]{0,30}\btrain|\bgradient (?:clipping|accumulation)\b|\b(?:training regime|mixed precision(?: training)?|precision)\s?[:=]\s?[^.\n]{0,20}(?:[bf]p?f?(?:16|32)|bfloat16|float(?:16|32)|native amp|mixed)|\bamp\s?[:=]\s?(?:true|yes|o\d)/i,
  /\bseed['"]?(?:\s?[:=|]\s?|\s)\d/i,
  /\bearly[ -]?stopping\b/i,
]

/** What code sets: "learning_rate = 3e-5", "--batch_size 64", "export SEED=1"; not what a run prints. */
const ASSIGNS =
  /(?:^|\n|\s--)[^\S\n]*(?:export )?["']?[A-Za-z_]{2,40}["']?[ =:]{1,3}["']?[\w.$-]{1,40}(?![\w%])/g

const wordsOf = ({ kind, text }: Pick<Block, 'kind' | 'text'>): string => {
  const read = text.slice(0, 4_000)
  return (kind === 'code' ? (read.match(ASSIGNS) ?? []).join('\n') : read).replace(
    /(?<=[a-z])_(?=[a-z])/gi,
    ' ',
  )
}

const TRAINS =
  /\btrain(?:ed|ing)\b|\bfine-?tuned\b|\bwe (?:(?:first|then|also|could|can|further) |were able to )?(?:pre-?)?train\b/i
/** "Hyperparameter | Value": such a table is about training wherever it stands. */
const OF_SETTINGS = /\bhyper-?param/i

/** What the makers would choose in the reader's place. */
const ADVICE =
  /\bwe (?:highly |strongly |would )?(?:recommend|suggest|advise)\b|\b(?:suggested|recommended) (?:values?|settings?|range)\b/i

const isProse = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'item' || kind === 'table'

/** Shown to the reader, who may tune further: not what the makers did. */
const SHOWN = /\bhow to (?:use|run|fine-?tune)\b|^usage\b|\bexamples?\b|\bquick ?start\b/i

/** A run of the model's training: its flags are the settings. Flags without a run are somebody's preferences. */
const trainingRuns = (reading: Reading): Set<Section> =>
  new Set(
    commandsOf(reading)
      .filter(
        ({ line, path, kind, block }) =>
          !SHOWN.test(block.section.heading?.slice(0, 120) ?? '') &&
          (kind === 'training' ||
            kind === 'finetuning' ||
            (kind !== 'evaluation' && /--do_train\b/.test(line)) ||
            /(?:^|\/)run_(?!eval)\w{2,40}\.py$/.test(path)),
      )
      .map(({ block }) => block.section),
  )

/** An address of a configuration: a file or a folder that is called so. */
const AT_CONFIG =
  /(?:^|\/)(?:[\w.-]{1,80}\.ya?ml|(?:[\w-]{1,40}[-_])?(?:conf(?:ig)?s?|recipes?|hparams)\/?)(?:$|[?#])/i
const CALLED_CONFIG = /\bconfig(?:uration)?s?\b|\brecipes?\b|\bhyper-?param|\byaml\b/i
/** What was done, not what the reader may do. */
const MADE =
  /\b(?:(?:was|were|are|is|been|model) (?:pre-?|fine-?)?(?:trained|tuned)|(?:reproduc|duplicat|replicat)\w*|used (?:to|for|in) (?:pre-?|fine-?)?(?:train|tun)\w*|training config\w*)\b/i

/** The run's whole configuration, linked or run with the model's own training code. */
function configurationFile(reading: Reading): Signal | undefined {
  const claim = "The card leads to the configuration of the model's training."
  for (const sentence of sentencesOf(reading)) {
    const { text, block, english } = sentence
    if (!english || !CALLED_CONFIG.test(text) || !MADE.test(text) || isElsewhere(text)) continue
    if (isForeign(block.section) || isForReader(block.section) || deniedBy(sentence, reading).size > 0)
      continue
    const linked = block.links.some(
      (link) =>
        CALLED_CONFIG.test(link.text) &&
        text.includes(link.text) &&
        AT_CONFIG.test(link.url) &&
        (isOwnCode(reading, link) || /\/blob\//.test(link.url)),
    )
    if (!linked) continue
    return {
      component: 'training_config',
      status: 'present',
      evidence: fromCard(reading, block, text, claim, 'text.configuration'),
    }
  }
  const run = commandsOf(reading).find(
    ({ kind, source, config, block }) =>
      kind === 'training' &&
      (source === 'own' || source === 'beside') &&
      config !== null &&
      !isForeign(block.section) &&
      !isForReader(block.section),
  )
  return (
    run && {
      component: 'training_config',
      status: 'present',
      evidence: fromCard(reading, run.block, run.line, claim, 'text.command.configuration', 'artefact'),
    }
  )
}

export const detectTrainingConfig: Detector = function* (reading) {
  const file = configurationFile(reading)
  if (file) {
    yield file
    return
  }
  const runs = trainingRuns(reading)
  const blocks = (reading.card?.blocks ?? []).filter((block) => {
    const { section } = block
    if (isForeign(section) || isForReader(section)) return false
    if (block.kind === 'code')
      return runs.has(section) || OF_SETTINGS.test(section.heading?.slice(0, 120) ?? '')
    if (!isProse(block) || FOR_READER.test(block.text.slice(0, 400)) || ADVICE.test(block.text.slice(0, 400)))
      return false
    if (block.kind === 'table' && OF_SETTINGS.test(block.rows[0]?.[0]?.slice(0, 80) ?? '')) return true
    return (
      (!isAbout(section, 'evaluation') ||
        (isHeaded(section, 'training') && !isHeaded(section, 'evaluation'))) &&
      (isAbout(section, 'training') || isAbout(section, 'hardware') || TRAINS.test(block.text))
    )
  })
  const told = SETTINGS.filter((setting) => blocks.some((block) => setting.test(wordsOf(block))))
  const first = blocks.find((block) => told.some((setting) => setting.test(wordsOf(block))))
  // The length of the context alone is a property of the model.
  if (!first || !told.some((setting) => setting !== CONTEXT_LENGTH)) return
  const quoted =
    first.kind === 'code'
      ? first.text
          .split('\n')
          .find((line) => told.some((setting) => setting.test(wordsOf({ kind: 'code', text: line }))))
      : undefined
  yield {
    component: 'training_config',
    status: told.length >= 3 ? 'present' : 'partial',
    evidence: fromCard(
      reading,
      first,
      quoted ?? first.text,
      `The card gives ${told.length} of the usual training settings.`,
      'text.settings',
    ),
  }
}
