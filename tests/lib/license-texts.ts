import { identifyText, type TextAnswer } from '../../lib/licenses/text/identify'
import { readTextIndex, type TextIndex } from '../../lib/licenses/text/text-index'
import {
  aiSources,
  licenseFiles,
  readText,
  type SourceText,
  spdxSources,
} from '../../scripts/lib/license-texts'

/** Licence texts with what they are, and seeded ways of laying them out anew. For the tests and the score card. */

/** Files beside the project that hold a text whose licence is known under another id; each read and compared by eye. */
export const COPIES: Readonly<Record<string, string>> = {
  'alpaca-data-license': 'CC-BY-NC-4.0',
  'audiocraft-weights': 'CC-BY-NC-4.0',
  'baichuan-13b-repo': 'Apache-2.0',
  'baichuan2-repo-license': 'Apache-2.0',
  'bloomz-xmtf': 'Apache-2.0',
  'csm-repo': 'Apache-2.0',
  'diffrhythm-license': 'Apache-2.0',
  'flagai-repo': 'Apache-2.0',
  'flux-1-schnell': 'Apache-2.0',
  'flux2-repo': 'Apache-2.0',
  'glm-4-repo': 'Apache-2.0',
  internlm: 'Apache-2.0',
  imagebind: 'CC-BY-NC-SA-4.0',
  'ltx-video': 'Apache-2.0',
  'mimo-v2-flash-repo': 'Apache-2.0',
  'minicpm-v-license': 'Apache-2.0',
  'minicpm-v-modelbest': 'minicpm-community',
  'minimax-m1': 'Apache-2.0',
  'minimax-m2-hf': 'minimax-m2',
  'moonshot-ai-modified-mit-2025': 'kimi-modified-mit',
  'mustango-license': 'MIT',
  'nvila-repo': 'Apache-2.0',
  'open-instruct-llama1': 'GPL-3.0-only',
  'ultrashape-repo': 'tencent-hunyuan-3d-2.1',
  'uni-license': 'CC-BY-NC-ND-4.0',
  'wizardcoder-weights': 'bigcode-openrail-m',
  'yi-current-apache': 'Apache-2.0',
}

export const shippedIndex = (): TextIndex => {
  const { ai, spdx } = licenseFiles()
  return readTextIndex([JSON.parse(ai), JSON.parse(spdx)])
}

export const spdxTexts = (): SourceText[] => spdxSources()

/** All texts beside the project with what they are. */
export function readTexts(): SourceText[] {
  const known = aiSources()
  const named = new Set(known.map(({ name }) => name))
  const copies = Object.entries(COPIES)
    .filter(([name]) => !named.has(name))
    .map(([name, id]): SourceText => ({ id, name, part: 'license', text: readText(name) }))
  return [...known, ...copies]
}

/** A small generator (mulberry32): the same numbers for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function wrap(text: string, width: number): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => {
      let length = 0
      return paragraph
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => {
          const breaks = length + word.length > width && length > 0
          length = breaks ? word.length : length + word.length + 1
          return (breaks ? '\n' : ' ') + word
        })
        .join('')
        .trim()
    })
    .join('\n\n')
}

const HOLDERS = [
  'Example Widgets Ltd. and contributors',
  'Jane Doe',
  'The Harbour Project Authors',
  'Beispiel GmbH',
]
const NOTICES = [
  'NOTICE\n\nThis product includes software developed by the Example Project (https://example.org/) and its contributors.',
  'Third-party components are listed in THIRD_PARTY_NOTICES.md together with their authors.',
  'Parts of this work were prepared with funding of the Example Foundation, grant number 2024-17.',
]

export const MUTATIONS: Readonly<Record<string, (text: string, next: () => number) => string>> = {
  'as it is': (text) => text,
  'lines wrapped anew': (text, next) => wrap(text, 50 + Math.floor(next() * 70)),
  Markdown: (text, next) =>
    `# ${wrap(text, 100)
      .split('\n\n')
      .map((part) => (next() < 0.2 ? `**${part}**` : part.replace(/"([^"\n]{1,40})"/g, '*"$1"*')))
      .join('\n\n')}`,
  'headings in capitals': (text) =>
    text
      .split('\n')
      .map((line) => (line.length < 60 ? line.toUpperCase() : line))
      .join('\n'),
  'another copyright holder': (text, next) => {
    const holder = HOLDERS[Math.floor(next() * HOLDERS.length)] ?? ''
    const line = `Copyright (c) ${2015 + Math.floor(next() * 11)} ${holder}`
    return `${line}\n\n${text.replace(/^[ \t]*Copyright (?:\(c\) )?(?:\d{4}|<year>)[^\n]{0,60}$/gim, line)}`
  },
  'typographic quotes': (text) =>
    text
      .replace(/"([^"]*)"/g, '“$1”')
      .replaceAll("'", '’')
      .replaceAll(' - ', ' – '),
  'tail cut by 7 %': (text) => text.slice(0, Math.floor(text.length * 0.93)),
  'a notice appended': (text, next) => `${text}\n\n${NOTICES[Math.floor(next() * NOTICES.length)]}\n`,
}

export interface Score {
  total: number
  /** Named as what it is. */
  right: number
  /** The right licence, called modified. */
  modified: number
  /** Unknown, or several that the text does not tell apart. */
  silent: number
  /** Named as a licence that it is not. */
  wrong: string[]
}

/** Identifies every text after a mutation; `seed` chooses among its variants. */
export function score(
  sources: readonly SourceText[],
  index: TextIndex,
  mutate: (text: string, next: () => number) => string,
  seed: number,
): Score {
  const next = random(seed)
  const result: Score = { total: 0, right: 0, modified: 0, silent: 0, wrong: [] }
  for (const source of sources) {
    const answer: TextAnswer = identifyText(mutate(source.text, next), index)
    const [first] = answer.matches
    result.total += 1
    if (!first || answer.undecided.length > 0) result.silent += 1
    else if (!answer.matches.some(({ ids }) => ids.includes(source.id))) {
      // "Reads as X, modified" names no licence that the text would be.
      if (first.kind === 'modified') result.silent += 1
      else result.wrong.push(`${source.name}: ${first.ids.join('/')}`)
    } else if (first.kind === 'modified') result.modified += 1
    else result.right += 1
  }
  return result
}
