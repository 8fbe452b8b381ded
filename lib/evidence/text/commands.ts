import type { ComponentId } from '../../components'
import type { Block } from '../../snapshot/card'
import { onceFor } from '../../snapshot/once'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { classifyPath, type FileKind } from '../file-kinds'
import { isLibrary, sharesOwner } from '../own-sources'
import { topicOf } from './headings'
import { githubOf } from './links'
import { isOwnCode } from './own-code'
import { fromCard } from './prose'
import { isForeign, isForReader } from './topics'

/**
 * What a card runs on a command line: "python train.py", "bash scripts/finetune.sh", a module with a configuration. The
 * script's own name says what it does; where that says nothing, the heading does. Whose it is, the last repository that
 * the card fetched says, or the one that it calls its own.
 */

export interface Command {
  block: Block
  /** The line as it stands in the card. */
  line: string
  /** The script, or the configuration that a public module runs with. */
  path: string
  /** The configuration that it runs with. */
  config: string | null
  kind: FileKind | null
  source: Source
}

/** `own`: fetched or linked as the model's; `beside`: said to lie beside the card; `public`: somebody else's; `unseen`: not among the files. */
type Source = 'own' | 'beside' | 'public' | 'unseen'

const MAX_CODE = 20_000
const MAX_COMMANDS = 200
const STARTS =
  /^[^\S\n]*(?:[$!%>]{1,2} ?)?(?:[A-Z_]{1,40}=\S{1,100} ){0,4}(?:(?:python[23]?|bash|sh|torchrun|deepspeed|accelerate launch|mpirun|srun)\s|\.{0,2}\/?(?:[\w-]{1,60}\/){1,4}[\w.-]{1,80}\.sh\b)/
const SCRIPT = /(?:^|[\s"'=])((?!-)[\w./-]{1,200}\.(?:py|sh))(?=$|[\s"',;])/
const MODULE = /\s-m ([\w.]{2,100})/
const LAUNCHER = /^(?:torch|accelerate|deepspeed|paddle)\./
const CONFIG = /[\w./-]{0,100}(?:conf(?:ig)?s?|hparams|recipes?)\/[\w./-]{1,100}\.(?:json|ya?ml)/g
const CLONE =
  /git clone (?:-[-\w=]{1,40} (?:\d{1,4} )?){0,4}(https:\/\/github\.com\/[\w.-]{1,60}\/[\w.-]{1,100})/
/** The examples of a public library, which everybody runs. */
const PUBLIC =
  /(?:^|\/)run_(?!eval|infer|demo|train|bench)\w{2,40}\.py$|(?:^|\/)(?:transformers|fairseq|diffusers)\//

export const commandsOf = onceFor((reading: Reading): readonly Command[] => findCommands(reading))

function findCommands(reading: Reading): Command[] {
  const commands: Command[] = []
  let cloned: Clone | null = null
  for (const block of reading.card?.blocks ?? []) {
    if (block.kind !== 'code') continue
    const whole = block.text.slice(0, MAX_CODE).replace(/\\\r?\n/g, '\u0001')
    for (const line of whole.split('\n')) {
      const url = CLONE.exec(line)?.[1]
      if (url !== undefined) cloned = { url, room: block.section.path.slice(0, -1) }
      if (!STARTS.test(line)) continue
      const words = line.slice(0, 1_000).replaceAll('\u0001', ' ')
      const config = words.match(CONFIG)?.at(-1) ?? null
      const path = pathOf(words, config)
      if (path === null) continue
      const kind = kindOf(path, block)
      const source = sourceOf(reading, path, cloned && reaches(cloned, block) ? cloned.url : null)
      commands.push({ block, line: line.split('\u0001')[0]?.trim() ?? '', path, config, kind, source })
      if (commands.length >= MAX_COMMANDS) return commands
    }
  }
  return commands
}

function pathOf(line: string, config: string | null): string | null {
  const script = SCRIPT.exec(line)?.[1]
  if (script !== undefined) return script.replace(/^\.\//, '')
  const module = MODULE.exec(line)?.[1]
  if (module === undefined || LAUNCHER.test(module)) return null
  return config
}

const HEADED: readonly (readonly [RegExp, FileKind])[] = [
  [/^fine-?tun|微调|微調|파인튜닝/i, 'finetuning'],
  [/^test(?:ing)?\b/i, 'evaluation'],
  [
    /\binfer|\bpredict|\bsampling\b|\bgenerat|\bdemo\b|推理|推論|추론|inférence|inferenz|inferencia/i,
    'inference',
  ],
]

function kindOf(path: string, { section }: Block): FileKind | null {
  if (!/\.(?:py|sh)$/.test(path)) return configured(path)
  const named = classifyPath(path)
  if (named !== 'other-code') return named
  // An example of a public library trains and evaluates alike.
  if (PUBLIC.test(path)) return null
  const heading = (section.heading ?? '').slice(0, 120)
  const headed = HEADED.find(([words]) => words.test(heading))
  if (headed) return headed[1]
  const topic = topicOf(heading)
  if (topic !== 'training' && topic !== 'evaluation') return null
  return topic === 'evaluation'
    ? 'evaluation'
    : /fine-?tun|afinad|feinabst/i.test(heading)
      ? 'finetuning'
      : 'training'
}

/** "configs/train.json": what a public module is told to do. */
function configured(path: string): FileKind | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/fine-?_?tun/i.test(name)) return 'finetuning'
  if (/train/i.test(name)) return 'training'
  if (/eval/i.test(name)) return 'evaluation'
  return /infer|predict/i.test(name) ? 'inference' : null
}

interface Clone {
  url: string
  /** The headings over the section where it is fetched. */
  room: readonly string[]
}

/** What is fetched for one chapter says nothing of the others. */
const reaches = ({ room }: Clone, { section }: Block): boolean =>
  room.every((heading, at) => section.path[at] === heading)

/** Installs what lies beside the text: who writes so stands in a repository. */
const ROOTED =
  /pip3? install (?:-[-\w]{1,20} ){0,3}(?:-r ?[\w./-]{0,60}requirements[\w.-]{0,40}\.txt|\.(?=\s|$|\[))/

const ofCard = onceFor((reading: Reading) => ({
  /** The card leads to a repository of the model's own. */
  own:
    reading.site === 'github' ||
    (reading.card?.links ?? []).some((link) => githubOf(link.url) !== null && isOwnCode(reading, link)),
  /** The card is a repository's own text. */
  rooted: (reading.card?.blocks ?? []).some(
    ({ kind, text }) => kind === 'code' && ROOTED.test(text.slice(0, MAX_CODE)),
  ),
}))

function sourceOf(reading: Reading, path: string, cloned: string | null): Source {
  if (PUBLIC.test(path)) return 'public'
  if (reading.files?.some((file) => file.path.endsWith(path)) === true) return 'beside'
  if (cloned !== null) return isOwn(reading, cloned) ? 'own' : 'public'
  const { own, rooted } = ofCard(reading)
  if (own) return 'own'
  // A bare name may be anybody's; a folder is one beside the card, if the listing does not show that it is none.
  if (reading.files !== null && !reading.filesTruncated) return 'unseen'
  return (rooted || path.includes('/')) && !/^(?:\.{2}|~|\/|examples?\/)/.test(path) ? 'beside' : 'unseen'
}

function isOwn(reading: Reading, url: string): boolean {
  const id = githubOf(url)
  if (id === null || isLibrary(id)) return false
  return isOwnCode(reading, { url, image: false }) || sharesOwner(reading.id, id)
}

const COMPONENTS: Partial<Record<FileKind, ComponentId>> = {
  training: 'training_code',
  finetuning: 'training_code',
  inference: 'inference_code',
  evaluation: 'evaluation_code',
  'data-processing': 'data_processing_code',
  'tuning-data': 'data_processing_code',
}

export const detectCommands: Detector = function* (reading): Generator<Signal> {
  const told = new Set<string>()
  for (const command of commandsOf(reading)) {
    const component = command.kind === null ? undefined : COMPONENTS[command.kind]
    if (component === undefined || isForeign(command.block.section)) continue
    const status = statusOf(command)
    if (status === null || told.has(component + status)) continue
    told.add(component + status)
    yield {
      component,
      status,
      evidence: fromCard(
        reading,
        command.block,
        command.line,
        status === 'present'
          ? "A command of the card runs the model's own code."
          : 'A command of the card runs such code; whether it is what the makers used, it does not say.',
        'text.command',
        'artefact',
      ),
      license: { id: null, state: 'unknown', inherited: false },
    }
  }
}

/** A chapter that the title does not stand over is asked as well. */
const isForReaderAt = ({ section }: Block): boolean =>
  isForReader(section) ||
  /\byour (?:own )?(?:data\w*|corpus|task)\b/i.test((section.path[0] ?? '').slice(0, 120))

/** What is for the reader's data, or made to tune further, is a part of the code at most. */
function statusOf({ kind, source, block }: Command): Signal['status'] | null {
  const known = source === 'own' || source === 'beside'
  const reader = isForReaderAt(block)
  if (kind === 'finetuning' || kind === 'tuning-data') return 'partial'
  if (kind === 'evaluation') {
    if (reader) return 'partial'
    // Public code that measured the model is as good as one's own.
    return known || (source === 'public' && topicOf(block.section.heading ?? '') === 'evaluation')
      ? 'present'
      : 'partial'
  }
  if (known) return reader && kind !== 'inference' ? 'partial' : 'present'
  if (kind === 'data-processing') return null
  return 'partial'
}
