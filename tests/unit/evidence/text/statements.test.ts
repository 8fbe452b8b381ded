import { describe, expect, it } from 'vitest'
import { facts, finding, status } from '../helpers'

const card = (body: string, id = 'acme/rocket-7b') => ({
  id,
  card: `# Rocket\n\n${body}\n`,
  files: ['README.md'],
})

describe('licences that the card names part by part', () => {
  it('are each their own', () => {
    const { components } = facts(
      card(
        'The code is licensed under the Apache 2.0 license. The model weights are released under CC-BY-NC-4.0.',
      ),
    )
    expect(components.license_code).toMatchObject({ status: 'present', license: 'Apache-2.0' })
    expect(components.license_model).toMatchObject({ status: 'present', license: 'CC-BY-NC-4.0' })
    expect(components.license_data.status).toBe('unknown')
  })

  it('may be one for two', () => {
    const { components } = facts(card('The code and model are released under Apache 2.0.'))
    expect(components.license_code.license).toBe('Apache-2.0')
    expect(components.license_model.license).toBe('Apache-2.0')
  })

  it('are none where the name is not known or the sentence denies', () => {
    expect(status('license_code', card('The code is released under Very Special Terms.'))).toBe('unknown')
    expect(status('license_code', card('The training code is not released under the MIT license.'))).toBe(
      'unknown',
    )
  })
})

describe('figures of the training', () => {
  it('are facts to tell compute from', () => {
    expect(
      finding('compute_facts', card('The 7 billion parameters model was trained on 2 trillion tokens.'))
        .status,
    ).toBe('present')
    expect(status('compute_facts', card('Training took 39.3M GPU hours.'))).toBe('present')
    expect(status('compute_facts', card('It was trained on 2.5 trillion tokens.'))).toBe('partial')
    expect(status('compute_facts', card('It answers in 3 seconds.'))).toBe('unknown')
  })
})

describe('a package', () => {
  it("is the model's own by name", () => {
    expect(status('package', card('```bash\npip install ai2-olmo\n```', 'allenai/OLMo-7B'))).toBe('present')
    expect(
      status('package', card('```bash\npip install transformers accelerate\n```', 'allenai/OLMo-7B')),
    ).toBe('unknown')
  })
})
