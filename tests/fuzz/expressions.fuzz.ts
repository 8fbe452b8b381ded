import fc from 'fast-check'
import { readExpression } from '../../lib/licenses/expression'
import { lookupLink } from '../../lib/licenses/links'
import { normalizeLicense } from '../../lib/licenses/normalize'
import { readQuery } from '../../lib/licenses/query'
import { readSpdxExpression } from '../../lib/licenses/spdx-expression'
import { fuzz } from './lib/fuzz'
import { hostileString } from './lib/hostile'

/** What is typed or pasted into the licence check, and licences as files declare them. */

const word = fc.oneof(
  fc.constantFrom(
    'MIT',
    'Apache-2.0',
    'GPL-2.0+',
    'GPL-2.0-only',
    'llama3.1',
    'cc-by-nc-4.0',
    'other',
    'unknown',
    'LicenseRef-x',
    'DocumentRef-a:LicenseRef-b',
    'LicenseRef-0',
    'Apache License, Version 2.0',
  ),
  fc.constantFrom('AND', 'OR', 'WITH', 'and', '(', ')', '((', '))', '+', '/', 'Classpath-exception-2.0', ','),
  hostileString,
)

const text = fc.oneof(
  fc
    .tuple(fc.array(word, { maxLength: 40 }), fc.constantFrom(' ', '', '  ', '\n', '\t'))
    .map(([words, between]) => words.join(between)),
  fc
    .tuple(
      fc.constantFrom(
        'https://huggingface.co/',
        'https://github.com/',
        'hf.co/',
        'http://',
        'HTTPS://WWW.GITHUB.COM/',
        'https://spdx.org/licenses/',
      ),
      fc.array(hostileString, { maxLength: 6 }),
    )
    .map(([start, parts]) => start + parts.join('/')),
  fc
    .tuple(
      fc.constantFrom('(', ' AND MIT', 'MIT OR (', '(MIT) ', 'MIT WITH '),
      fc.integer({ min: 1, max: 2_000 }),
    )
    .map(([piece, count]) => piece.repeat(count)),
)

const VERDICTS = new Set(['yes', 'if', 'no', 'unknown'])

fuzz('expressions', fc.tuple(text, fc.option(text)), ([source, other]) => {
  const read = readSpdxExpression(source)
  if (read !== null) {
    if (read.parts.length === 0 || read.text === '') throw new Error('An expression of nothing.')
    if (read.answers.some(({ verdict }) => !VERDICTS.has(verdict))) throw new Error('Not an answer.')
  }
  readExpression([source], { name: other, link: other })
  readExpression([source, ...(other === null ? [] : [other])])
  normalizeLicense(source, { name: other, link: other })
  lookupLink(source)
  const query = readQuery(source)
  if (query.kind === 'file') {
    const { protocol, hostname, username } = new URL(query.url)
    if (
      protocol !== 'https:' ||
      username !== '' ||
      !/^(?:huggingface\.co|raw\.githubusercontent\.com)$/.test(hostname)
    )
      throw new Error(`It would ask ${query.url}.`)
  }
  if ((query.kind === 'model' || query.kind === 'repository') && !/^[\w./-]{1,200}$/.test(query.id))
    throw new Error(`It would ask for ${query.id}.`)
})
