/**
 * A licence text as a sequence of words, the same for every way of laying it out. After the SPDX matching guidelines
 * (https://spdx.github.io/spdx-spec/v3.0.1/annexes/license-matching-guidelines-and-templates/): case, white space,
 * quotes, dashes, list marks, Markdown, copyright lines and British spelling make no difference.
 */

export interface LicenseText {
  /** For comparing: lower case, one spelling. Chinese, Japanese and Korean one character each. */
  words: string[]
  /** The same words as they stand in the text, for quoting. */
  raw: string[]
  /** False when the text was longer than is read. */
  whole: boolean
}

/** Characters read of one text. The longest licence of the SPDX list has 150,000. */
const MAX_TEXT = 400_000

const SPELLINGS: Readonly<Record<string, string>> = {
  licence: 'license',
  licences: 'licenses',
  licenced: 'licensed',
  licencee: 'licensee',
  licencor: 'licensor',
  sublicence: 'sublicense',
  organisation: 'organization',
  organisations: 'organizations',
  favour: 'favor',
  programme: 'program',
  acknowledgement: 'acknowledgment',
  acknowledgements: 'acknowledgments',
  analogue: 'analog',
  authorisation: 'authorization',
  authorised: 'authorized',
  http: 'https',
}

/**
 * Whose copyright it is: "Copyright (c) 2024 Somebody", "© Somebody", "All rights reserved." To the end of its line, or
 * to where the licence begins on the same line.
 */
const COPYRIGHT_LINE =
  /^[ \t*#/;|-]*(?:(?:portions )?copyright[ :]*(?:\(c\)|©|<|\[|\{|\d{4}|y{4})|©|\(c\) ?(?:copyright|\d{4}|<|\[))[^\n]{0,160}?(?:$|(?=\b(?:permission|redistribution|licensed|everyone|this|unless|use of|you may)\b))|^[ \t*#]*all rights reserved\.?[ \t*]*$/gim
/** Marks of lists at the start of a line, and numbers of clauses between words. */
const ENUMERATOR = /(?<=^|\s)(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)])(?=\s)/giu
const MARKUP: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/<!--[\s\S]{0,2000}?-->/g, ' '],
  [
    /<\/?(?:p|br|b|i|em|strong|h[1-6]|div|span|ul|ol|li|center|u|a|hr|table|t[dr])(?:\s[^<>]{0,300})?\/?>/gi,
    ' ',
  ],
  [/!?\[([^[\]]{0,300})\]\(([^()\s]{0,500})\)/g, '$1 '],
  [/[\u2018\u2019\u201A\u201B\u2032`]/g, "'"],
  [/\\([\\`*_{}[\]()#+.!&-])/g, '$1'],
  [/[*_#>|~=]+/g, ' '],
]
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}])+(?:\.\d+)*/gu

/** Splits a licence text into comparable words. Never throws; grows linearly with the text. */
export function readLicenseText(text: string): LicenseText {
  let clean = text.slice(0, MAX_TEXT).normalize('NFKC')
  for (const [pattern, replacement] of MARKUP) clean = clean.replace(pattern, replacement)
  clean = clean.replace(COPYRIGHT_LINE, ' ').replace(ENUMERATOR, ' ')
  const raw = clean.match(WORD) ?? []
  return {
    raw,
    words: raw.map((word) => {
      const lower = word.toLowerCase()
      return Object.hasOwn(SPELLINGS, lower) ? (SPELLINGS[lower] ?? lower) : lower
    }),
    whole: text.length <= MAX_TEXT,
  }
}
