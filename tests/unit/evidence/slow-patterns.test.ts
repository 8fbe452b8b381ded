import { describe, expect, it } from 'vitest'
import { identifyText } from '../../../lib/licenses/text/identify'
import { readLicenseText } from '../../../lib/licenses/text/words'
import { readCard } from '../../../lib/snapshot/card'
import { facts } from './helpers'

/** Text that once took a pattern seconds, hours or for ever. Each is small, or far within what is read. */

const seconds = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

describe('cards that once hung', () => {
  it('do not, where a refusal is looked for behind a model’s name that is said again and again', () => {
    const card = `# Rocket\n\nWe are happy. The training data${' of Rocket data data'.repeat(14)} and we do not know it.`
    expect(seconds(() => facts({ id: 'acme/rocket', card }))).toBeLessThan(2)
  })

  it('do not, where a refusal is looked for behind a long version', () => {
    const card = `# Rocket\n\nThe training data${' of Rocket.abcdefghijk'.repeat(12)} and we do not know it.`
    expect(seconds(() => facts({ id: 'acme/rocket', card }))).toBeLessThan(2)
  })

  it('still tell a refusal behind the model’s name, version and size', () => {
    const card = '# Rocket\n\nThe training data of Rocket-7B v0.1 is not released.'
    expect(facts({ id: 'acme/rocket', card }).components.training_data_base.status).toBe('absent_stated')
  })

  it.each([
    ['a label that ends in blanks', `**License${' '.repeat(60_000)}x**`],
    ['code with nothing but empty lines', `\`\`\`\n${'\n'.repeat(19_000)}x\n\`\`\``],
    ['addresses written one into the other', `x${'https://arxiv.org/abs/2402.00838'.repeat(4_000)}\u0001`],
    ['a heading of brackets', `# ${'<'.repeat(60_000)}`],
  ])('do not on %s', (_, card) => {
    expect(seconds(() => facts({ card }))).toBeLessThan(3)
  })
})

describe('licence texts that once hung', () => {
  it.each([
    ['empty lines', '\n'.repeat(400_000)],
    ['stars', '* '.repeat(200_000)],
    ['blank lines with blanks', ' \n'.repeat(200_000)],
  ])('do not on nothing but %s', (_, text) => {
    expect(seconds(() => readLicenseText(text))).toBeLessThan(2)
    expect(identifyText(text, { texts: [], byFeature: new Map() }).matches).toEqual([])
  })

  it('lose their copyright lines all the same', () => {
    const { words } = readLicenseText(
      '\n\n  * Copyright (c) 2024 Somebody\n\nAll rights reserved.\n\nPermission is granted',
    )
    expect(words).toEqual(['permission', 'is', 'granted'])
  })
})

describe('what once was read wrongly or not at all', () => {
  it('is a label with blanks before its colon', () => {
    expect(readCard('**License  :** MIT').blocks[0]?.label).toBe('License')
  })
})
