import { describe, expect, it } from 'vitest'
import type { Status, Strength } from '../../../lib/assessment'
import type { ComponentId } from '../../../lib/components'
import { evidence, type Signal } from '../../../lib/evidence/collector'
import { resolve } from '../../../lib/evidence/resolve'
import { inspectLicense } from '../../../lib/licenses/inspect'
import { facts, finding, glance, reading } from './helpers'

const signal = (
  status: Exclude<Status, 'unknown'>,
  strength: Strength,
  component: ComponentId = 'training_code',
  url = 'https://huggingface.co/acme/rocket-7b',
): Signal => ({
  component,
  status,
  evidence: evidence(`${status} ${strength}`, status, url, strength, `test.${status}.${strength}`, strength),
})

const weigh = (...signals: Signal[]) => {
  const page = reading({ card: '---\nlicense: mit\n---\n' })
  return resolve(page, signals, inspectLicense(page))[signals[0]?.component ?? 'training_code']
}

describe('weighing what was found', () => {
  it('puts an artefact before "not released" and keeps both proofs', () => {
    const found = weigh(signal('absent_stated', 'declared'), signal('present', 'artefact'))
    expect(found.status).toBe('present')
    expect(found.evidence.map((item) => item.quote).sort()).toEqual(['absent_stated', 'present'])
  })

  it('puts "not released" before what is declared or concluded', () => {
    expect(weigh(signal('present', 'declared'), signal('absent_stated', 'declared')).status).toBe(
      'absent_stated',
    )
    expect(weigh(signal('partial', 'inferred'), signal('absent_stated', 'declared')).status).toBe(
      'absent_stated',
    )
  })

  it('lets an inspected absence stand against a mere mention only', () => {
    expect(weigh(signal('mentioned', 'declared'), signal('absent_inspected', 'artefact')).status).toBe(
      'absent_inspected',
    )
    expect(weigh(signal('present', 'declared'), signal('absent_inspected', 'artefact')).status).toBe(
      'present',
    )
  })

  it('takes the fullest of several positive words, and n_a only alone', () => {
    expect(weigh(signal('mentioned', 'declared'), signal('partial', 'declared')).status).toBe('partial')
    expect(weigh(signal('n_a', 'inferred'), signal('mentioned', 'declared')).status).toBe('mentioned')
    expect(weigh(signal('n_a', 'inferred')).status).toBe('n_a')
  })

  it('marks a licence taken over from the repository, and lets linked data inherit none', () => {
    expect(weigh(signal('present', 'artefact'))).toMatchObject({
      license: 'MIT',
      licenseState: 'declared',
      licenseInherited: true,
    })
    expect(weigh(signal('present', 'declared', 'training_data_base'))).toMatchObject({
      license: null,
      licenseState: 'unknown',
    })
    expect(weigh(signal('present', 'artefact', 'weights_final'))).toMatchObject({
      license: 'MIT',
      licenseInherited: false,
    })
    expect(weigh(signal('present', 'artefact', 'training_code', 'https://github.com/x/y'))).toMatchObject({
      license: null,
    })
  })
})

describe('why something is unknown', () => {
  it('says which source was not looked at, cut short, or silent', () => {
    expect(glance({}).components.training_code.unknownBecause).toBe('not_looked')
    expect(finding('safety_evidence', { card: '# Rocket' }).unknownBecause).toBe('not_found')
    expect(finding('safety_evidence', { card: '# Rocket', cardTruncated: true }).unknownBecause).toBe(
      'truncated',
    )
    expect(
      finding('optimizer_states', { card: '# Rocket', files: [], filesTruncated: true }).unknownBecause,
    ).toBe('truncated')
  })

  it('keeps `unknownBecause` for unknown findings only', () => {
    for (const found of Object.values(facts({ card: '# R', files: ['model.safetensors'] }).components)) {
      expect(found.unknownBecause === null).toBe(found.status !== 'unknown')
    }
  })
})

describe('depth and faults', () => {
  it('tells a glance from a look and says what could not be read', () => {
    expect(glance({}).depth).toBe('glance')
    const found = facts({
      card: '---\na: [1\n---\n',
      cardTruncated: true,
      files: [],
      filesTruncated: true,
      api: { gated: 'auto' },
    })
    expect(found.depth).toBe('look')
    expect(found.faults.map((fault) => fault.id)).toEqual([
      'front-matter',
      'card-truncated',
      'files-truncated',
      'gated',
    ])
  })

  it('reads a GitHub repository without claiming that it is a model', () => {
    const keys = { site: 'github', id: 'acme/web', files: ['index.js'], api: { license: { spdx_id: 'MIT' } } }
    expect(facts(keys).subject.isModel).toBeNull()
    expect(facts(keys).license.id).toBe('MIT')
    // A topic alone is a framework's as well as a model's.
    const topical = { ...keys, api: { topics: ['large-language-models'] } }
    expect(facts(topical).subject.isModel).toBeNull()
    expect(facts({ ...topical, files: ['LICENSE', 'LICENSE-MODEL'] }).subject.isModel).toBe(true)
    expect(facts({}).subject.isModel).toBe(true)
  })
})
