import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../lib/assessment'
import { COMPONENT_IDS } from '../../lib/components'
import { allRubrics } from '../../rubrics'

const ROOT = resolve(import.meta.dirname, '../..')
const LOCALES = join(ROOT, 'public/_locales')

const read = (locale: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'))

const english = read('en')
const others = readdirSync(LOCALES).filter((locale) => locale !== 'en')

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

const placeholders = (message: string) => [...message.matchAll(/\$\d/g)].map(([sign]) => sign).sort()

describe('the locales', () => {
  it.each(others)('%s has every message of the English one, with the same placeholders', (locale) => {
    const messages = read(locale)
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort())
    for (const [key, { message }] of Object.entries(english)) {
      expect([key, placeholders(messages[key]?.message ?? '')]).toEqual([key, placeholders(message)])
    }
  })

  it('have words for every component, status and headline step', () => {
    const keys = [
      ...COMPONENT_IDS.map((id) => `component_${id}`),
      ...STATUSES.map((status) => `status_${status}`),
      ...['not_found', 'not_looked', 'unreachable', 'truncated'].map((because) => `because_${because}`),
      ...['absent', 'not_found', 'licence', 'restricted', 'partial'].map((why) => `why_${why}`),
      ...(allRubrics()[0]?.headline ?? []).map(({ id }) => `headline_${id.replaceAll('-', '_')}`),
      ...['open', 'conditional', 'restricted', 'none', 'unknown'].map((kind) => `license_class_${kind}`),
      ...[
        'front_matter',
        'card_truncated',
        'files_truncated',
        'api',
        'gated',
        'gone',
        'network',
        'rate_limit',
        'page',
      ].map((fault) => `fault_${fault}`),
    ]
    expect(keys.filter((key) => !english[key]?.message)).toEqual([])
  })

  it('have every message that the code asks for by name', () => {
    const asked = [...sources('components'), ...sources('entrypoints'), ...sources('lib/page')].flatMap(
      (path) =>
        [...readFileSync(join(ROOT, path), 'utf8').matchAll(/\bt\(\s*'([a-z_]+)'/g)].map(
          (match) => match[1] ?? '',
        ),
    )
    expect(asked.length).toBeGreaterThan(30)
    expect(asked.filter((key) => !english[key])).toEqual([])
  })

  it('hold all words: no sentence stands in a view', () => {
    for (const path of sources('components').filter((name) => name.endsWith('.tsx'))) {
      const code = readFileSync(join(ROOT, path), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '')
        .replace(/^(?:export )?(?:const|type|interface) .*$/gm, '')
      const texts = [...code.matchAll(/>([^<>{}=;()]*\p{L}{3,}[^<>{}=;()]*)</gu)].map(
        (match) => match[1]?.trim() ?? '',
      )
      expect([path, texts.filter((text) => /\s/.test(text) || /^[A-Z]/.test(text))]).toEqual([path, []])
      expect(code, path).not.toMatch(/aria-label="|title="[A-Z]|placeholder="/)
    }
  })

  it('never call a model "Open Source AI", and blame nobody', () => {
    for (const locale of ['en', ...others]) {
      const words = Object.values(read(locale))
        .map(({ message }) => message)
        .join('\n')
      expect(words).not.toMatch(/is Open Source AI|stolen|violat|illegal|gestohlen|Verstoß/i)
    }
  })
})
