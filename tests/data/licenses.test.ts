import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { allKnowledge } from '../../lib/licenses/all-knowledge'
import hub from '../../lib/licenses/hub.json'
import { knownIds } from '../../lib/licenses/knowledge'
import { knowledgeSchema, type LicenseKnowledge } from '../../lib/licenses/knowledge-schema'
import { nameKey } from '../../lib/licenses/names'
import { QUESTIONS } from '../../lib/licenses/questions'
import { lookupLicense } from '../../lib/licenses/registry'
import { answersOf } from '../../lib/licenses/terms'
import {
  AI_INDEX,
  buildAiIndex,
  hasTextsFolder,
  readText,
  spdxSources,
} from '../../scripts/lib/license-texts'
import { indexModule, jsonFiles } from '../../scripts/licenses-index'

/** Everything that is said of licences, read whole. */

const ROOT = resolve(import.meta.dirname, '../..')
const all = allKnowledge.map((file) => knowledgeSchema.parse(file))
const locale = (language: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(ROOT, `public/_locales/${language}/messages.json`), 'utf8'))
const [english, german] = [locale('en'), locale('de')]

/** Layout aside, character for character. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[*`#]+/g, '')
    .replace(/\s+/g, ' ')

const spdx = new Map(spdxSources().map(({ name, text }) => [name, plain(text)]))

/** The text that an entry was read in; null where it lies beside the project and the project stands alone. */
function textOf(name: string): string | null {
  if (name.startsWith('spdx:')) return spdx.get(name) ?? spdxOwn(name)
  return hasTextsFolder() ? plain(readText(name)) : null
}

/** Ids that the index leaves out because an entry of ours holds them are still in the package. */
const spdxOwn = (name: string): string | null => {
  const list: Record<string, { licenseText: string }> = JSON.parse(
    readFileSync(resolve(ROOT, 'node_modules/spdx-license-list/spdx-full.json'), 'utf8'),
  )
  const text = list[name.replace('spdx:', '')]?.licenseText
  return text === undefined ? null : plain(text)
}

interface Citation {
  where: string
  quote: string
}

function citationsOf({ terms, derivatives }: LicenseKnowledge): Citation[] {
  const cited = Object.entries(terms).flatMap(([where, term]) =>
    term !== null && 'quote' in term ? [{ where, quote: term.quote }] : [],
  )
  const may = derivatives?.mayRelicense
  return [
    ...cited,
    ...(may ? [{ where: 'mayRelicense', quote: may.quote }] : []),
    ...(derivatives?.mustFlowDown ?? []).map(({ duty, quote }) => ({ where: duty, quote })),
  ]
}

/** Words that a text without such a clause does not use. */
const SPEAKS = {
  userThreshold: /million (?:monthly|daily)|monthly active|\bMAU\b|月活/,
  territoryExclusion: /does not apply in the European Union|excluding the territory of|South Korea/i,
} as const

describe('the files of licences', () => {
  it.each(['ai', 'standard'])('%s: every file is in the index', (folder) => {
    const path = resolve(ROOT, 'lib/licenses', folder)
    const module = readFileSync(resolve(path, 'index.ts'), 'utf8')
    const filesOf = (source: string) => [...(source.match(/\.\/[^']+\.json/g) ?? [])].sort()
    expect(filesOf(module)).toEqual(filesOf(indexModule(jsonFiles(path))))
  })

  it('are each named after the id that they hold, once', () => {
    const names = ['ai', 'standard'].flatMap((folder) =>
      readdirSync(resolve(ROOT, 'lib/licenses', folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -5)),
    )
    expect(all.map(({ id }) => id).sort()).toEqual(names.sort())
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(all.map((entry) => [entry.id, entry] as const))('%s: quotes are short', (_, entry) => {
    for (const { where, quote } of citationsOf(entry)) {
      expect(plain(quote).trim().split(' ').length, where).toBeLessThanOrEqual(20)
    }
  })

  const inPackage = (entry: LicenseKnowledge) =>
    [entry.text, ...(entry.moreTexts ?? [])].every((name) => name.startsWith('spdx:'))
  const checked = (entries: readonly LicenseKnowledge[]) => entries.map((entry) => [entry.id, entry] as const)

  it.each(checked(all.filter(inPackage)))('%s: every quote stands in its text', (_, entry) =>
    quotesStand(entry),
  )

  describe.skipIf(!hasTextsFolder())('(skipped where ../shared is missing)', () => {
    it.each(checked(all.filter((entry) => !inPackage(entry))))(
      '%s: every quote stands in its text',
      (_, entry) => quotesStand(entry),
    )
  })

  function quotesStand(entry: LicenseKnowledge): void {
    const texts = [entry.text, ...(entry.moreTexts ?? [])].map(textOf)
    for (const { where, quote } of citationsOf(entry)) {
      expect(
        texts.some((text) => text?.includes(plain(quote))),
        `${where}: ${quote}`,
      ).toBe(true)
    }
    const [text] = texts
    for (const [key, pattern] of Object.entries(SPEAKS)) {
      const term = key === 'userThreshold' ? entry.terms.userThreshold : entry.terms.territoryExclusion
      if (text && term && 'absent' in term) expect(text, `${key} is said to be absent`).not.toMatch(pattern)
    }
  }

  it('agree with the list that every page carries on what kind each licence is', () => {
    for (const [hubId = '', id = '', , family, kind] of hub) {
      const entry = all.find((item) => item.id === (id || hubId))
      if (!entry) continue
      expect([entry.id, entry.family, entry.class]).toEqual([entry.id, family, kind])
    }
  })

  it('go by names that mean one text', () => {
    const seen = new Map<string, string>()
    for (const entry of all) {
      for (const name of new Set([entry.id, ...entry.aliases].map(nameKey))) {
        expect([name, seen.get(name) ?? entry.id]).toEqual([name, entry.id])
        seen.set(name, entry.id)
      }
    }
  })

  it('answer every question, with a reason that has words and, where somebody has read it, a source', () => {
    const uncited = new Set([
      'not-checked',
      'unknown-license',
      'no-license',
      'outputs-silent',
      'territory-none',
    ])
    for (const id of knownIds()) {
      const answers = answersOf(id)
      expect(answers.map(({ question }) => question)).toEqual([...QUESTIONS])
      for (const { question, because } of answers) {
        expect(because.length, `${id} ${question}`).toBeGreaterThan(0)
        for (const reason of because) {
          const key = `reason_${reason.id.replaceAll('-', '_')}`
          expect([id, key, key in english, key in german]).toEqual([id, key, true, true])
          if (!uncited.has(reason.id)) {
            expect([id, question, reason.id, reason.quote !== null, reason.clause !== null]).toEqual([
              id,
              question,
              reason.id,
              true,
              true,
            ])
          }
          expect(lookupLicense(reason.license), reason.license).not.toBeNull()
        }
      }
    }
  })

  it('hash the AI licences in at most 100 kB', () => {
    expect(gzipSync(readFileSync(AI_INDEX), { level: 9 }).length).toBeLessThanOrEqual(100_000)
  })

  it.skipIf(!hasTextsFolder())('hashes are those of the texts (skipped where ../shared is missing)', () => {
    expect(JSON.parse(readFileSync(AI_INDEX, 'utf8'))).toEqual(buildAiIndex())
  })
})
