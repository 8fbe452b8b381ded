import type { Block } from '../../snapshot/card'
import type { Reading } from '../../snapshot/reading'
import type { Detector, Signal } from '../collector'
import { deniedBy, isElsewhere } from './denials'
import { fromCard, sentencesOf } from './prose'
import { SNIPPET } from './running'
import { isAbout, isForReader, isHeaded } from './topics'

/** What the model puts out, as its card shows it. */

/** "# Output: …" in a comment, or a plain "Output: …" with something behind it; an assignment to `result` shows nothing. */
const OUTPUT =
  /(?:^|\n)[ \t]*(?:#|>>>?|\/\/)[ \t]*(?:\w+ )?(?:outputs?|response|answer|results?|prints?)[ \t]*[:=>-]{1,2}>?\s*(?:#\s*)?[^\s"'`{<]|(?:^|\n)[ \t]*(?:output|response|answer|result)[ \t]*:[ \t]*[^\s"'`{<]/i
/** What a pipeline of the library prints: a list of records with a score, a label, a text. */
const PRINTED =
  /\n[^\S\n]{0,40}(?:#[^\S\n]{0,8})?\[?\s{0,40}\{\s{0,40}["'](?:score["']\s?:\s?-?\d|(?:sequence|label|generated_text|summary_text|entity(?:_group)?|translation_text|answer|word)["']\s?:\s?u?["'])/

/** A prompt with gaps to fill in, or the marks of a chat format: what goes in, not what came out. */
const TEMPLATE = /\{[a-z_]{2,40}\d*\}|<[|｜]/

/** Tasks whose result is a picture, a film or a sound: one that the card shows is, badges and drawings aside, the model's. */
const MAKES_MEDIA =
  /^(?:text-to-(?:image|video|audio|speech|3d)|image-to-(?:image|video|3d)|unconditional-image-generation|audio-to-audio|stable-diffusion|image-generation)$/
const DRAWING =
  /badge|shields\.io|colab|logo|banner|icon|avatar|diagram|architect|pipeline|overview|framework|method|schema|chart|plot|graph|curve|compar|eval|bench|result|metric|table|loss|star-history|\.svg(?:$|[?#])/i

const makesMedia = (reading: Reading): boolean =>
  [reading.model?.pipeline_tag ?? '', ...(reading.model?.tags ?? [])].some((tag) => MAKES_MEDIA.test(tag))

const showsMedia = (reading: Reading, { links, section }: Block): boolean =>
  makesMedia(reading) &&
  !isAbout(section, 'evaluation') &&
  links.some(({ image, url, text }) => image && !DRAWING.test(`${url.slice(0, 300)} ${text.slice(0, 100)}`))

/** Headings with a word of samples that are about running, about data or about measuring. */
const NO_SAMPLES =
  /how to|usage|\btry\b|\b(?:online|live|web|hosted|interactive) demos?\b|\bdemos? (?:page|site|space|app)\b|\bto use\b|\bcommands?\b|\bcode (?:examples?|samples?|snippets?)\b|\b(?:examples?|samples?|demos?) (?:code|scripts?|notebooks?)\b|\bdata(?:sets?)?\b|\bformats?\b|prepar|install|\bconfig|\btrain(?:ing)?\b|fine-?tun|evaluat|benchmark|代码|コード|코드|사용|실행|使用|数据|データ/i
const BADGE = /badge|shields\.io|colab|logo|icon|\.svg(?:$|[?#])/i

const COMMAND =
  /^[ \t]*(?:[$!%>] ?)?(?:python3?|bash|sh|pip3?|conda|git|wget|curl|export|cd|torchrun|accelerate|deepspeed|docker|mkdir|make|sudo|apt|npm|huggingface-cli|ollama|vllm|[A-Z_]{3,40}=\S{1,80}|\.\/\S{1,80})(?:[ \t]|$)/
const PROGRAM =
  /(?:^|\n)[ \t]{0,40}(?:from [\w.]{1,80} import |import [\w.]{1,80}|def \w{1,80}\(|class \w{1,80}[(:]|const \w{1,80} ?=|#include\b)/
const SETTINGS = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'console',
  'yaml',
  'yml',
  'toml',
  'ini',
  'dockerfile',
])

/** A program, commands, settings or remarks alone: what one types, not what comes out. */
function isTyped({ language }: Block, code: string): boolean {
  if (SETTINGS.has(language ?? '') || SNIPPET.test(code) || TEMPLATE.test(code) || PROGRAM.test(code))
    return true
  const lines = code.split('\n').filter((line) => line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line))
  const [first] = lines
  return first === undefined || COMMAND.test(first.slice(0, 300))
}

/** Remarks that say what is done, not what was answered. */
const EXPLAINS =
  /\b(?:prints?|outputs?|shapes?|tensors?|show\w*|results?|note|should|todo|see|returns?|decode\w*|optional|expected|coming soon|you|your|we|or)\b|打印|输出|结果|返回|显示|注意|运行|可以|出力|表示|結果|実行|してください|출력|결과|표시|실행|참고|하세요|affiche|ausgabe|imprime|salida|résultat|ergebnis|resultado/i
const OTHER_LETTERS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

/** What a remark behind a printing line says, where it can only be what was printed. */
function isAnswer(remark: string, others: readonly string[]): boolean {
  const text = remark.trim().slice(0, 1_000)
  if (text.length < 4 || EXPLAINS.test(text.slice(0, 300))) return false
  if (/^(?:=>|->|→|>>>) ?\S/.test(text)) return true
  if (/^["“«][^"”»]{3,900}["”»]\.?$/.test(text)) return true
  // A whole sentence in letters in which nobody writes remarks here.
  return (
    text.length >= 12 &&
    OTHER_LETTERS.test(text) &&
    /[.?!。？！…][^\p{L}]{0,4}$/u.test(text.slice(-12)) &&
    !others.some((other) => other !== remark && OTHER_LETTERS.test(other))
  )
}

const RUNS_IT = /\b(?:print|generate|predict|pipe|pipeline|translate|model)\(/

/** "print(text)  # 'joy'", and the answer as a remark below the last line of a snippet. */
function remarkedAnswer(code: string): string | null {
  const lines = code.split('\n').slice(0, 400)
  const remarks = lines.flatMap((line) => {
    const at = line.indexOf('# ')
    return at >= 0 ? [line.slice(at + 2)] : []
  })
  for (const [index, line] of lines.entries()) {
    const at = line.lastIndexOf('# ')
    if (at < 0) continue
    const before = line.slice(0, at).trim()
    const remark = line.slice(at + 2)
    if (before.endsWith(')') && /\bprint\(/.test(before) && isAnswer(remark, remarks)) return line.trim()
    const last = lines
      .slice(index + 1, index + 40)
      .every((below) => below.trim() === '' || /^\s*#/.test(below))
    if (before !== '' || !last || index + 40 < lines.length) continue
    const call = lines.slice(Math.max(0, index - 4), index).findLast((above) => above.trim() !== '') ?? ''
    if (RUNS_IT.test(call) && /\)\s*$/.test(call.slice(-20)) && isAnswer(remark, remarks)) return line.trim()
  }
  return null
}

const ASKED =
  /^\W{0,4}(?:role|speaker|user|human|prompt|input|question|instruction|query|source|测试输入|输入|问题|提示|入力|質問|입력|질문|프롬프트|eingabe|frage|entrée|question|entrada|pregunta)/i
const ANSWERED =
  /output|response|answer|completion|generat(?:ed|ion)|reply|输出|回答|出力|応答|출력|응답|답변|ausgabe|antwort|sortie|réponse|salida|respuesta/i
const CALLED_SAMPLES =
  /\b(?:examples?|samples?|conversations?|dialog(?:ue)?s?)\b|示例|样例|效果|对比|例|예시|예제|beispiel|exemple|ejemplo/i

/** A table of turns, or of prompts beside answers, that is called examples: with sentences, not with figures. */
function showsTurns({ kind, rows, section }: Block, before: string): boolean {
  const [header, ...body] = rows
  if (kind !== 'table' || !header || header.length < 2 || header.length > 8) return false
  const heading = section.heading ?? ''
  if (NO_SAMPLES.test(heading) || !CALLED_SAMPLES.test(`${heading.slice(0, 120)} ${before.slice(-200)}`))
    return false
  const answers = header.findLastIndex((cell) => ANSWERED.test(cell.slice(0, 60)))
  if (answers < 0 || !header.some((cell, at) => at !== answers && ASKED.test(cell))) return false
  const told = body.filter((row) => isSentence(row[answers] ?? ''))
  return told.length > 0 && told.length * 2 >= body.length
}

const isSentence = (cell: string): boolean =>
  cell.split(/\s+/, 4).length >= 4 ||
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}，。、 ]{10}/u.test(cell)

const showsOutput = (code: string): boolean => OUTPUT.test(code) || PRINTED.test(code)

/** What a block shows of the model's output, as a quote; null where it shows none. */
function shownIn(reading: Reading, block: Block, before: string): string | null {
  const { kind, section } = block
  const heading = section.heading ?? ''
  const whole = block.text || heading
  if (kind === 'code') {
    if (isForReader(section) || isHeaded(section, 'data')) return null
    const code = block.text.slice(0, 20_000)
    if (showsOutput(code)) return whole
    const answer = remarkedAnswer(code)
    if (answer !== null) return answer
    return isHeaded(section, 'samples') && !NO_SAMPLES.test(heading) && !isTyped(block, code) ? whole : null
  }
  if (
    isHeaded(section, 'samples') &&
    !NO_SAMPLES.test(heading) &&
    block.links.some(
      ({ image, url, text }) => image && !BADGE.test(`${url.slice(0, 300)} ${text.slice(0, 100)}`),
    )
  )
    return whole
  return showsTurns(block, before) || showsMedia(reading, block) ? whole : null
}

function* shown(quoted: string, reading: Reading, block: Block, claim: string): Generator<Signal> {
  yield {
    component: 'sample_outputs',
    status: 'present',
    evidence: fromCard(reading, block, quoted, claim, 'text.samples', 'artefact'),
  }
}

export const detectSamples: Detector = function* (reading) {
  let before = ''
  for (const block of reading.card?.blocks ?? []) {
    const quoted = shownIn(reading, block, before)
    if (quoted !== null) {
      yield* shown(quoted, reading, block, 'The card shows what the model puts out.')
      return
    }
    before = block.text
  }
}

const RELEASES =
  /\bwe (?:also )?(?:release|provide|publish|share) (?:[\w-]{1,30} ){0,3}(?:samples|outputs|generations|completions)\b(?<!\b(?:code|data|training|input|prompt) samples)[^.;]{0,40}\b(?:from|of|by|with) (?:(?:our|the|this|these|all|each) )?(?:[\w-]{1,30} )?models?\b(?!['’]s| (?:training|input|weights|code|card))/i
const TEST_OUTPUT =
  /^(?:test|dev|validation|eval\w{0,6})[- ]?(?:set )?(?:translations|predictions|outputs|generations|transcripts)$/i

/** Samples that lie elsewhere: "we release samples from our models [here](…)", "test set predictions: [file](…)". */
export const detectSampleSentences: Detector = function* (reading) {
  for (const sentence of sentencesOf(reading)) {
    const { text, block } = sentence
    const linked = block.links.some(
      ({ image, text: words }) => !image && words !== '' && text.includes(words),
    )
    if (!linked || isElsewhere(text) || deniedBy(sentence, reading).size > 0) continue
    if (!RELEASES.test(text) && !TEST_OUTPUT.test(block.label ?? '')) continue
    yield* shown(text, reading, block, 'The card links to what the model puts out.')
    return
  }
}
