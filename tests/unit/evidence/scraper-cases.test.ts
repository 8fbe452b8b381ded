import { describe, expect, it } from 'vitest'
import { facts } from './helpers'

/** What the Model Openness Tool's scraper was seen to get wrong, artefact side (five executed checks). */

describe('the cases that a keyword scraper gets wrong', () => {
  it('finds nothing but an adapter, metadata and trainer arguments in an empty template with an adapter', () => {
    const card =
      '# Model Card for Model ID\n\n<!-- Provide a summary: training data, evaluation, paper -->\n\n## Training Details\n\n[More Information Needed]\n\n## Evaluation\n\n[More Information Needed]\n\nCarbon emissions after [Lacoste et al. (2019)](https://arxiv.org/abs/1910.09700).\n'
    const { components } = facts({
      card,
      files: [
        'README.md',
        'config.json',
        'adapter_config.json',
        'adapter_model.safetensors',
        'training_args.bin',
      ],
      api: { tags: ['peft', 'safetensors', 'arxiv:1910.09700'], library_name: 'peft' },
    })
    expect(components.weights_final.status).toBe('partial')
    expect(components.adapter_weights.status).toBe('present')
    for (const id of [
      'technical_report',
      'research_paper',
      'evaluation_results',
      'training_data_base',
      'training_data_tuned',
    ] as const) {
      expect(components[id].status, id).toBe('unknown')
    }
  })

  it('takes training_args.bin for no weights', () => {
    expect(facts({ files: ['training_args.bin'] }).components.weights_final.status).toBe('absent_inspected')
  })

  it('reads a list of licences', () => {
    const { license } = facts({ card: '---\nlicense: [mit, apache-2.0]\n---\n' })
    expect(license).toMatchObject({ id: null, expression: 'MIT AND Apache-2.0', class: 'open' })
  })

  it('looks through `other` to its name and its file', () => {
    const text =
      'META LLAMA 3 COMMUNITY LICENSE AGREEMENT\nMeta Llama 3 Version Release Date: April 18, 2024\n'
    const { license, components } = facts({
      card: '---\nlicense: other\nlicense_name: llama3\nlicense_link: LICENSE\n---\n',
      files: ['LICENSE', 'model.safetensors'],
      texts: { LICENSE: text },
    })
    expect(license).toMatchObject({ id: 'llama3', label: 'Llama 3', class: 'conditional', conflicts: [] })
    expect(components.weights_final).toMatchObject({ status: 'present', license: 'llama3' })
    expect(facts({ card: '---\nlicense: other\n---\n', texts: { LICENSE: text } }).license.id).toBe('llama3')
  })
})
