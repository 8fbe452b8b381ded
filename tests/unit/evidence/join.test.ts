import { describe, expect, it } from 'vitest'
import { facts } from './helpers'

/** A model's page on the Hub and its repository on GitHub: each shows what the other holds, and says where. */

const MODEL = {
  site: 'huggingface',
  id: 'acme/rocket-7b',
  revision: 'a'.repeat(40),
  api: {
    id: 'acme/rocket-7b',
    gated: false,
    tags: ['license:cc-by-nc-4.0', 'safetensors'],
    cardData: { license: 'cc-by-nc-4.0' },
  },
  card: '---\nlicense: cc-by-nc-4.0\n---\n# Rocket 7B\n\nRepository: https://github.com/acme/rocket\n\n## Training Data\n\nWe do not release the training data.\n',
  files: ['config.json', 'model.safetensors'],
}
const REPOSITORY = {
  site: 'github',
  id: 'acme/rocket',
  revision: 'b'.repeat(40),
  card: '# Rocket\n\nWe release Rocket, a language model.\n\n[7B](https://huggingface.co/acme/rocket-7b)\n',
  files: ['LICENSE', 'README.md', 'train.py', 'evaluate.py', 'generate.py'],
  texts: { LICENSE: 'MIT License\n\nCopyright (c) 2025 Acme' },
}

const fromGitHub = () => facts({ ...REPOSITORY, linked: { 'https://huggingface.co/acme/rocket-7b': MODEL } })
const fromTheHub = () => facts({ ...MODEL, linked: { 'https://github.com/acme/rocket': REPOSITORY } })

describe('a repository joined with its model', () => {
  it('shows weights and words of the Hub with their licence and place', () => {
    const { components } = fromGitHub()
    expect(components.weights_final).toMatchObject({
      status: 'present_restricted',
      license: 'CC-BY-NC-4.0',
    })
    const [proof] = components.weights_final.evidence
    expect(proof?.url).toMatch(/^https:\/\/huggingface\.co\/acme\/rocket-7b\//)
    expect(proof?.locator).toMatch(/^acme\/rocket-7b: /)
    expect(components.training_data_base.status).toBe('absent_stated')
  })

  it('keeps its own code under its own licence', () => {
    const { components } = fromGitHub()
    expect(components.training_code.status).toBe('present')
    expect(components.training_code.license).not.toBe('CC-BY-NC-4.0')
    expect(components.training_code.evidence[0]?.url).toMatch(/^https:\/\/github\.com\/acme\/rocket\//)
  })

  it('takes nothing that the Hub merely lacks for an absence here', () => {
    const bare = { ...MODEL, card: '# Rocket', files: ['README.md'] }
    const { components } = facts({ ...REPOSITORY, linked: { 'https://huggingface.co/acme/rocket-7b': bare } })
    expect(components.weights_final.status).not.toMatch(/absent/)
  })

  it('finds the same on both sides', () => {
    const [here, there] = [fromGitHub().components, fromTheHub().components]
    for (const id of ['weights_final', 'training_code', 'evaluation_code', 'training_data_base'] as const)
      expect([id, here[id].status]).toEqual([id, there[id].status])
  })

  it('lacks on both sides what its whole list shows to be missing', () => {
    const files = ['LICENSE', 'README.md', 'inference.py', 'demo.ipynb']
    const bare = { ...REPOSITORY, files, card: REPOSITORY.card }
    const sides = [
      facts({ ...bare, linked: { 'https://huggingface.co/acme/rocket-7b': MODEL } }),
      facts({ ...MODEL, linked: { 'https://github.com/acme/rocket': bare } }),
    ]
    expect(sides.map(({ components }) => components.training_code.status)).toEqual([
      'absent_inspected',
      'absent_inspected',
    ])
    // Without a model of its own it may be anybody's code.
    expect(facts(bare).components.training_code.status).toBe('unknown')
  })

  it('contradicts it on both sides, where neither says that code and weights differ', () => {
    const apache = 'Apache License\nVersion 2.0, January 2004\nhttp://www.apache.org/licenses/'
    const other = { ...REPOSITORY, api: { license: { spdx_id: 'Apache-2.0' } }, texts: { LICENSE: apache } }
    const kinds = [
      facts({ ...other, linked: { 'https://huggingface.co/acme/rocket-7b': MODEL } }),
      facts({ ...MODEL, linked: { 'https://github.com/acme/rocket': other } }),
    ].map(({ license }) => license.conflicts.map(({ kind, severity }) => `${kind} ${severity}`))
    expect(kinds[0]).toEqual(kinds[1])
    expect(kinds[0]).toContain('hub-vs-github differs')
  })
})
