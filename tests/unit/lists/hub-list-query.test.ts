import { describe, expect, it } from 'vitest'
import { apiQueryOf, limitOf, listAddress } from '../../../lib/sources/hub-list-query'

const asked = (address: string, wanted = 30) => {
  const query = apiQueryOf(new URL(address, 'https://huggingface.co'))
  const limit = query && limitOf(query, wanted)
  if (!query || limit === null) return null
  const { pathname, searchParams } = new URL(listAddress(query, limit))
  return { pathname, given: [...searchParams].filter(([name]) => name !== 'expand[]') }
}

// Page addresses as the site makes them (saved page of 2025-04, tools of 2026); API parameters as in its OpenAPI.
describe('the question for a whole list', () => {
  it.each([
    [
      '/models',
      [
        ['sort', 'trendingScore'],
        ['limit', '30'],
      ],
    ],
    [
      '/models?other=finance',
      [
        ['filter', 'finance'],
        ['sort', 'trendingScore'],
        ['limit', '30'],
      ],
    ],
    [
      '/models?pipeline_tag=text-generation&library=transformers&license=license:mit&language=de&sort=downloads',
      [
        ['pipeline_tag', 'text-generation'],
        ['filter', 'transformers'],
        ['filter', 'license:mit'],
        ['filter', 'de'],
        ['sort', 'downloads'],
        ['limit', '30'],
      ],
    ],
    [
      '/models?dataset=dataset:allenai/dolma&p=0',
      [
        ['filter', 'dataset:allenai/dolma'],
        ['sort', 'trendingScore'],
        ['limit', '30'],
      ],
    ],
    [
      '/models?search=olmo&author=allenai&sort=modified',
      [
        ['search', 'olmo'],
        ['author', 'allenai'],
        ['sort', 'lastModified'],
        ['limit', '30'],
      ],
    ],
    [
      '/models?other=base_model:finetune:Qwen/Qwen3-8B',
      [
        ['filter', 'base_model:finetune:Qwen/Qwen3-8B'],
        ['sort', 'trendingScore'],
        ['limit', '30'],
      ],
    ],
    [
      '/',
      [
        ['sort', 'trendingScore'],
        ['limit', '30'],
      ],
    ],
    [
      '/Qwen',
      [
        ['author', 'Qwen'],
        ['sort', 'lastModified'],
        ['limit', '100'],
      ],
    ],
    [
      '/Qwen/models',
      [
        ['author', 'Qwen'],
        ['sort', 'lastModified'],
        ['limit', '100'],
      ],
    ],
    [
      '/datasets/allenai/dolma',
      [
        ['filter', 'dataset:allenai/dolma'],
        ['sort', 'trendingScore'],
        ['limit', '30'],
      ].filter(([name]) => name !== 'sort'),
    ],
    [
      '/papers/2402.00838',
      [
        ['filter', 'arxiv:2402.00838'],
        ['limit', '30'],
      ],
    ],
  ])('of %s asks the same of the API', (address, given) => {
    expect(asked(address)).toEqual({ pathname: '/api/models', given })
  })

  it('reaches a page in the middle by asking from the beginning, up to ten pages', () => {
    expect(asked('/models?p=3')?.given).toContainEqual(['limit', '120'])
    expect(asked('/models?p=9')?.given).toContainEqual(['limit', '300'])
    expect(asked('/models?p=10')).toBeNull()
  })

  it('asks for as many as are shown, up to what the API gives', () => {
    expect(asked('/models', 500)?.given).toContainEqual(['limit', '500'])
    expect(asked('/models', 5_000)?.given).toContainEqual(['limit', '1000'])
  })

  it.each([
    '/models?sort=alphabetical',
    '/collections/Qwen/qwen3-67dd247413f0e2e4f653967f',
    '/search/full-text?q=a',
    '/Qwen/Qwen3-8B/tree/main',
  ])('is none for %s', (address) => expect(asked(address)).toBeNull())

  it('asks for no field that nobody reads', () => {
    const query = apiQueryOf(new URL('https://huggingface.co/models'))
    const fields = query && new URL(listAddress(query, 30)).searchParams.getAll('expand[]')
    expect(fields).toEqual([
      'tags',
      'gated',
      'private',
      'cardData',
      'pipeline_tag',
      'library_name',
      'lastModified',
      'safetensors',
    ])
  })
})
