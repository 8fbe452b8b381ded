import { samples } from './index'

/** One model as the list of the Hub's API gives it when asked for the fields that chips need. */
export interface ListedModel {
  id: string
  author: string
  tags: string[]
  gated: false | 'auto' | 'manual'
  private: boolean
  pipeline_tag: string | null
  library_name: string | null
  lastModified: string
  downloads: number
  likes: number
  cardData: Record<string, unknown>
}

/** Licences as models of the Hub carry them, about as often (tags, `license_name` of 2026). */
const LICENSES: readonly (readonly [license: string | null, name?: string])[] = [
  ['apache-2.0'],
  ['mit'],
  ['apache-2.0'],
  ['llama3.1'],
  [null],
  ['cc-by-nc-4.0'],
  ['other', 'nvidia-open-model-license'],
  ['apache-2.0'],
  ['gemma'],
  ['other', 'flux-1-dev-non-commercial-license'],
  ['openrail'],
  ['other'],
]
const TASKS = [
  'text-generation',
  'text-to-image',
  'feature-extraction',
  'automatic-speech-recognition',
] as const
const NAMES = ['harbor', 'meadow', 'juniper', 'lantern', 'quarry', 'heron', 'thistle', 'basalt'] as const
const LIBRARIES = ['transformers', 'diffusers', 'sentence-transformers', 'gguf'] as const

/** An invented model; the same number is always the same one. */
function invented(number: number): ListedModel {
  const [license, name] = LICENSES[number % LICENSES.length] ?? [null]
  const owner = number % 5 === 0 ? 'example-labs' : `studio-${number % 17}`
  const id = `${owner}/${NAMES[number % NAMES.length]}-${number % 3 === 0 ? '7b-instruct' : '1.5b'}-${number}`
  const derived = number % 9 === 4
  const day = String(1 + (number % 28)).padStart(2, '0')
  return {
    id,
    author: owner,
    tags: [
      LIBRARIES[number % LIBRARIES.length] ?? 'transformers',
      ...(number % 6 === 5 ? [] : ['safetensors']),
      ...(derived
        ? ['base_model:meta-llama/Llama-2-7b-hf', 'base_model:finetune:meta-llama/Llama-2-7b-hf']
        : []),
      ...(license === null ? [] : [`license:${license}`]),
      'region:us',
    ],
    gated: number % 10 === 3 ? 'manual' : false,
    private: false,
    pipeline_tag: TASKS[number % TASKS.length] ?? null,
    library_name: LIBRARIES[number % LIBRARIES.length] ?? null,
    lastModified: `2026-0${1 + (number % 9)}-${day}T10:20:30.000Z`,
    downloads: 100 + ((number * 7919) % 90_000),
    likes: (number * 31) % 800,
    cardData: license === null ? {} : { license, ...(name === undefined ? {} : { license_name: name }) },
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const recorded: readonly ListedModel[] = samples.map(({ id, api }) => ({
  id,
  author: id.split('/')[0] ?? id,
  tags: Array.isArray(api.tags) ? api.tags.filter((tag): tag is string => typeof tag === 'string') : [],
  gated: api.gated === 'auto' || api.gated === 'manual' ? api.gated : false,
  private: false,
  pipeline_tag: text(api.pipeline_tag),
  library_name: text(api.library_name),
  lastModified: text(api.lastModified) ?? '2025-03-01T12:00:00.000Z',
  downloads: 4_647,
  likes: 628,
  cardData: typeof api.cardData === 'object' && api.cardData !== null ? { ...api.cardData } : {},
}))

/** All models of the recorded Hub's lists, trending first: the samples, then invented ones. */
export const LISTED: readonly ListedModel[] = [
  ...recorded,
  ...Array.from({ length: 1_000 }, (_, number) => invented(number)),
]

/** As the Hub's pages and its API select: any tag, a word in the id, an owner. */
export function selectListed(given: URLSearchParams): ListedModel[] {
  const tags = ['library', 'dataset', 'language', 'license', 'other', 'filter'].flatMap((name) =>
    given.getAll(name),
  )
  const search = given.get('search')?.toLowerCase()
  const author = given.get('author')?.toLowerCase()
  const task = given.get('pipeline_tag')
  return LISTED.filter(
    (model) =>
      tags.every((tag) => model.tags.includes(tag)) &&
      (search === undefined || model.id.toLowerCase().includes(search)) &&
      (author === undefined || model.author.toLowerCase() === author) &&
      (task === null || model.pipeline_tag === task),
  )
}
