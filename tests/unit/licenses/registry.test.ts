import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { registerNamed } from '../../../lib/licenses/named'
import { normalizeLicense } from '../../../lib/licenses/normalize'
import { lookupLicense, registeredLicenses } from '../../../lib/licenses/registry'
import { registerSpdx } from '../../../lib/licenses/spdx'

const MAP = resolve(import.meta.dirname, '../../../../shared/spec/rubrics/hf_license_map.tsv')

describe('the licence registry', () => {
  it('knows ids exactly and nothing from the prototype', () => {
    expect(lookupLicense('Apache-2.0')?.label).toBe('Apache-2.0')
    expect(lookupLicense('apache-2.0')?.id).toBe('Apache-2.0')
    expect(lookupLicense('APACHE-2.0')).toBeNull()
    expect(lookupLicense('__proto__')).toBeNull()
    expect(lookupLicense('constructor')).toBeNull()
  })

  it('takes bsl-1.0 for Boost, not for the Business Source License', () => {
    expect(lookupLicense('bsl-1.0')).toMatchObject({ id: 'BSL-1.0', class: 'open', osi: true })
    registerNamed()
    expect(lookupLicense('BUSL-1.1')?.class).toBe('conditional')
  })

  it.each([
    ['apache-2.0', 'open'],
    ['cc-by-sa-4.0', 'open'],
    ['pddl', 'open'],
    ['openmdw-1.1', 'open'],
    ['llama3.1', 'conditional'],
    ['gemma', 'conditional'],
    ['bigscience-openrail-m', 'conditional'],
    ['c-uda', 'conditional'],
    ['cc-by-nc-4.0', 'restricted'],
    ['cc-by-nd-4.0', 'restricted'],
    ['deepfloyd-if-license', 'restricted'],
    ['cc', 'unknown'],
    ['other', 'unknown'],
    ['unknown', 'unknown'],
  ])('classes %s as %s', (id, expected) => {
    expect(lookupLicense(id)?.class).toBe(expected)
  })

  it('calls no family without a version OSI or FSF approved', () => {
    for (const id of ['gpl', 'lgpl', 'bsd', 'cc', 'gfdl', 'openrail']) {
      expect(lookupLicense(id), id).toMatchObject({ osi: false, fsf: false, openData: false })
    }
  })

  it('knows more open SPDX ids once asked to', () => {
    registerSpdx()
    registerSpdx()
    expect(lookupLicense('0BSD')).toMatchObject({ class: 'open', osi: true })
    expect(lookupLicense('GPL-3.0-or-later')).toMatchObject({ osi: true, fsf: true })
    expect(lookupLicense('OGL-UK-3.0')).toMatchObject({ osi: false, fsf: false, openData: true })
    expect(lookupLicense('SSPL-1.0')?.class).not.toBe('open')
  })

  it('is small enough for a content script', () => {
    const data = readFileSync(resolve(import.meta.dirname, '../../../lib/licenses/hub.json'))
    expect(gzipSync(data, { level: 9 }).length).toBeLessThan(2_500)
  })

  it('holds every entry whole', () => {
    registerNamed()
    for (const { entry } of registeredLicenses().all) {
      expect(entry.id && entry.name && entry.label && entry.family, entry.id).toBeTruthy()
      if (entry.url !== null) expect(entry.url).toMatch(/^https:\/\//)
    }
  })

  it.skipIf(!existsSync(MAP))(
    'agrees with the published map of Hub ids (skipped where ../shared is missing)',
    () => {
      const rows = readFileSync(MAP, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
      expect(rows.length).toBe(83)
      for (const [hubId = '', spdx = '', osi, fsf] of rows) {
        const entry = lookupLicense(hubId)
        expect(entry, hubId).not.toBeNull()
        expect(entry?.osi, hubId).toBe(osi === 'osi')
        expect(entry?.fsf, hubId).toBe(fsf === 'fsf')
        if (spdx !== '-' && !spdx.includes('family')) expect(entry?.id, hubId).toBe(spdx)
      }
    },
  )
})

describe('reading a licence string', () => {
  it.each([
    ['Apache 2.0', 'Apache-2.0'],
    ['apache-2', 'Apache-2.0'],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['APACHE-2.0', 'Apache-2.0'],
    ['MIT License', 'MIT'],
    ['The MIT License', 'MIT'],
    ['mit', 'MIT'],
    ['CC BY-NC 4.0', 'CC-BY-NC-4.0'],
    ['cc_by_sa_4.0', 'CC-BY-SA-4.0'],
    ['GPLv3', 'GPL-3.0-only'],
    ['Llama 3.1 Community License Agreement', 'llama3.1'],
    ['meta-llama-3-community-license', 'llama3'],
    ['llama-3.2', 'llama3.2'],
    ['Gemma Terms of Use', 'gemma'],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/deed.en', 'CC-BY-NC-SA-4.0'],
    ['https://www.apache.org/licenses/LICENSE-2.0.txt', 'Apache-2.0'],
    ['http://www.gnu.org/licenses/gpl-3.0.html', 'GPL-3.0-only'],
    ['https://www.llama.com/llama3_2/license/', 'llama3.2'],
    ['https://opensource.org/licenses/MIT', 'MIT'],
  ])('%s is %s', (raw, id) => {
    expect(normalizeLicense(raw).entry?.id).toBe(id)
  })

  it.each([
    'apache',
    'modified-mit',
    'mit-like',
    'cc by',
    'llama',
    'free',
    '',
    '   ',
    'https://example.com/license',
  ])('%j is read as nothing known', (raw) => {
    expect(normalizeLicense(raw).entry).toBeNull()
  })

  it('looks through `other` to the name, then to the link', () => {
    expect(normalizeLicense('other', { name: 'llama3.1' })).toMatchObject({
      entry: { id: 'llama3.1' },
      reason: 'license_name',
    })
    expect(normalizeLicense('other', { link: 'https://ai.google.dev/gemma/terms' })).toMatchObject({
      entry: { id: 'gemma' },
      reason: 'license_link',
    })
    expect(normalizeLicense('other', { name: 'rocket-license' })).toMatchObject({
      entry: { id: 'other' },
      raw: 'rocket-license',
    })
    registerNamed()
    expect(normalizeLicense('other', { name: 'jamba-open-model-license' }).entry?.class).toBe('conditional')
  })

  it('never lets a name override a licence that is declared', () => {
    expect(normalizeLicense('mit', { name: 'llama3' }).entry?.id).toBe('MIT')
  })
})
