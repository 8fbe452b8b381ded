import fc from 'fast-check'

/** What hostile pages and files are made of. */

/** Markup and addresses that must never come to life. `HOSTILE_MARK` is in all of them. */
export const HOSTILE_MARK = 'openmarkattack'
const ATTACKS: readonly string[] = [
  `<script>${HOSTILE_MARK}()</script>`,
  `<img src=x onerror=${HOSTILE_MARK}()>`,
  `"><svg onload=${HOSTILE_MARK}()>`,
  `'"><iframe srcdoc="<script>${HOSTILE_MARK}()</script>">`,
  `</textarea></style></script><b id=${HOSTILE_MARK}>`,
  `javascript:${HOSTILE_MARK}()`,
  `JaVaScRiPt:${HOSTILE_MARK}()`,
  ` \u0001javascript:${HOSTILE_MARK}()`,
  `java\nscript:${HOSTILE_MARK}()`,
  `data:text/html,<script>${HOSTILE_MARK}()</script>`,
  `vbscript:${HOSTILE_MARK}`,
  `https://huggingface.co@${HOSTILE_MARK}.example/x`,
  `https://huggingface.co\\@${HOSTILE_MARK}.example/`,
  `//${HOSTILE_MARK}.example/a`,
  `http://${HOSTILE_MARK}.example/`,
  `[x](javascript:${HOSTILE_MARK}())`,
  `<a href="javascript:${HOSTILE_MARK}()">x</a>`,
  `<a href="https://a.example" onclick="${HOSTILE_MARK}()">x</a>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${HOSTILE_MARK}()>`,
]

export const NAMES: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  'then',
  'toJSON',
]

const ODD: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u202Egnp.exe',
  '\u2066\u2067',
  '\uD800',
  'a\uDC00b',
  '\uFEFF',
  '\u2028\u2029',
  'İ',
  'ß',
  'ŉ',
  '👩‍👩‍👧‍👦',
  'Ⅷ',
  'ﷺ',
  '%',
  '%E0%A4%A',
  '../../../etc/passwd',
  '..',
  '/',
  'a/..',
  '-0',
  'NaN',
  '1e999',
  '9'.repeat(400),
  '[object Object]',
  '$&$1$`',
  '\\',
  '(((((',
  '[',
  '*+?{2}',
  '\r\n\r\n',
  '\u00A0',
]

const WORDS: readonly string[] = [
  'apache-2.0',
  'mit',
  'other',
  'llama3.1',
  'cc-by-nc-4.0',
  'openrail++',
  'license:mit',
  'base_model:finetune:acme/rocket-7b',
  'dataset:acme/web',
  'arxiv:2402.00838',
  'acme/rocket-7b',
  'https://huggingface.co/acme/rocket-7b',
  'https://huggingface.co/datasets/acme/web',
  'https://github.com/acme/rocket',
  'https://arxiv.org/abs/2402.00838',
  'model-00001-of-00003.safetensors',
  'README.md',
  'LICENSE',
  'train.py',
  'a'.repeat(64),
]

/** Many of one thing: what quadratic code notices. */
const many = fc
  .tuple(
    fc.constantFrom(
      ' ',
      '\t',
      '\n',
      'a',
      '.',
      '/',
      '-',
      '_',
      '0',
      '1,',
      '(',
      ')',
      '[',
      '<',
      '>',
      '*',
      '`',
      '#',
      'é',
      '¤',
      '§',
      'a b ',
    ),
    fc.integer({ min: 1, max: 3_000 }),
  )
  .map(([piece, times]) => piece.repeat(times))

export const hostileString: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...WORDS), weight: 5 },
  { arbitrary: fc.constantFrom(...ATTACKS), weight: 4 },
  { arbitrary: fc.constantFrom(...NAMES), weight: 2 },
  { arbitrary: fc.constantFrom(...ODD), weight: 3 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: many, weight: 1 },
)

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: hostileString, weight: 6 },
  {
    arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 5e-324, 2 ** 53, '', []),
    weight: 3,
  },
  { arbitrary: fc.double(), weight: 1 },
)

/** Own keys whatever they are called: `{ "__proto__": … }` as `JSON.parse` makes it. */
export const recordOf = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries)

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: scalar, weight: 4 },
    { arbitrary: fc.array(tie('tree'), { maxLength: 6 }), weight: 2 },
    {
      arbitrary: fc
        .array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), hostileString), tie('tree')), { maxLength: 6 })
        .map(recordOf),
      weight: 2,
    },
  ),
}))

/** Deep rather than wide. */
const deep = fc
  .tuple(fc.integer({ min: 10, max: 1_200 }), fc.boolean(), scalar)
  .map(([depth, lists, core]) => {
    let value: unknown = core
    for (let at = 0; at < depth; at += 1) value = lists ? [value] : { constructor: value }
    return value
  })

/** Whatever JSON may hold. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: tree, weight: 12 },
  { arbitrary: deep, weight: 1 },
)
