/** One recorded model: what its page, the API and its repository say. Facts from the real pages, words our own. */
export interface Sample {
  id: string
  /** Where the facts come from. */
  source: string
  /** The `model` object of the page's header: no sha, no file list. */
  page: Record<string, unknown>
  /** The API's answer. */
  api: Record<string, unknown>
  /** README.md as stored; null where the repository has none. */
  card: string | null
  refs: { branches: { name: string }[]; tags: { name: string }[] }
  texts: Record<string, string>
  /** Files answer 401 without permission. */
  gated: boolean
}

interface Told {
  id: string
  source: string
  sha?: string
  lastModified?: string
  gated?: false | 'auto' | 'manual'
  task?: string
  library?: string
  tags?: string[]
  cardData?: Record<string, unknown>
  papers?: Record<string, string>
  datasets?: string[]
  config?: Record<string, unknown>
  files: string[]
  branches?: string[]
  body: string
  texts?: Record<string, string>
}

const front = (data: Record<string, unknown>): string =>
  Object.entries(data)
    .map(([key, value]) =>
      Array.isArray(value) ? `${key}:\n${value.map((item) => `- ${item}`).join('\n')}` : `${key}: ${value}`,
    )
    .join('\n')

/** Completes what is told of a model to what the Hub would answer. */
export function sample(told: Told): Sample {
  const { id, gated = false, papers = {}, datasets = [], cardData = {}, library = 'transformers' } = told
  const [owner = '', name = owner] = id.split('/')
  const data = { ...cardData, ...(datasets.length > 0 ? { datasets } : {}) }
  const license = cardData.license
  const tags = [
    library,
    ...(told.tags ?? []),
    ...(told.task ? [told.task] : []),
    ...datasets.map((dataset) => `dataset:${dataset}`),
    ...Object.keys(papers).map((number) => `arxiv:${number}`),
    ...(typeof license === 'string' ? [`license:${license}`] : []),
    'region:us',
  ]
  const tag_objs = [
    ...(told.task ? [{ id: told.task, label: told.task.replaceAll('-', ' '), type: 'pipeline_tag' }] : []),
    { id: library, label: library, type: 'library' },
    ...datasets.map((dataset) => ({ id: `dataset:${dataset}`, label: dataset, type: 'dataset' })),
    ...Object.entries(papers).map(([number, paperTitle]) => ({
      id: `arxiv:${number}`,
      label: `arxiv:${number}`,
      type: 'arxiv',
      extra: { paperTitle },
    })),
    ...(typeof license === 'string' ? [{ id: `license:${license}`, label: license, type: 'license' }] : []),
  ]
  const page: Record<string, unknown> = {
    id,
    author: owner,
    cardData: data,
    cardExists: told.body !== '',
    config: told.config ?? {},
    createdAt: '2024-01-09T23:13:23.000Z',
    lastModified: told.lastModified ?? '2025-03-01T12:00:00.000Z',
    downloads: 4647,
    likes: 628,
    pipeline_tag: told.task,
    library_name: library,
    private: false,
    repoType: 'model',
    gated,
    tags,
    tag_objs,
    region: 'us',
  }
  const sha = told.sha ?? '0123456789abcdef0123456789abcdef01234567'
  return {
    id,
    source: told.source,
    page,
    api: {
      ...page,
      tag_objs: undefined,
      modelId: id,
      sha,
      siblings: told.files.map((rfilename) => ({ rfilename })),
    },
    card: told.files.includes('README.md') ? `---\n${front(data)}\n---\n# ${name}\n\n${told.body}` : null,
    refs: { branches: ['main', ...(told.branches ?? [])].map((branch) => ({ name: branch })), tags: [] },
    texts: told.texts ?? {},
    gated: gated !== false,
  }
}

/** File names of a model in shards. */
export const shards = (count: number, stem = 'model'): string[] =>
  Array.from({ length: count }, (_, index) => {
    const number = (value: number) => String(value).padStart(5, '0')
    return `${stem}-${number(index + 1)}-of-${number(count)}.safetensors`
  })
