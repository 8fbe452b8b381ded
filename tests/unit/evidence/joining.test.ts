import { describe, expect, it } from 'vitest'
import { belongTogether } from '../../../lib/evidence/joining'
import { readSnapshot } from '../../../lib/snapshot/read'
import { parseSnapshot } from '../../../lib/snapshot/schema'

/** A repository whose README links a model, and that model's card. */
const together = (repository: string, model: string, card: string) =>
  belongTogether(
    readSnapshot(
      parseSnapshot({ site: 'github', id: repository, card: `[x](https://huggingface.co/${model})` }),
    ),
    readSnapshot(parseSnapshot({ site: 'huggingface', id: model, card, api: { id: model } })),
  )
const CALLS = (repository: string) => `# Model\n\n- **Repository:** https://github.com/${repository}\n`

describe('a repository and a model that it links', () => {
  it.each<[what: string, repository: string, model: string, card: string]>([
    ['call each other their own', 'lab/comet-lora', 'company/big-comet-7b', CALLS('lab/comet-lora')],
    ['are of one owner', 'acme/code', 'acme/comet-7b', '# Comet'],
    ['bear one name', 'lab/comet', 'company/comet-7b', '# Comet'],
    [
      'are of one owner and name, though the card also calls another',
      'acme/comet',
      'acme/comet-7b',
      CALLS('acme/trainer'),
    ],
  ])('belong together where they %s', (_, repository, model, card) => {
    expect(together(repository, model, card)).toBe(true)
  })

  it.each<[what: string, repository: string, model: string, card: string]>([
    ['the card calls another of the same owner its own', 'acme/image', 'acme/video-13b', CALLS('acme/video')],
    ['only a word of the name is shared', 'lab/comet-lora', 'company/big-comet-7b', '# Comet'],
    [
      'the name is that of somebody else’s model',
      'someone/comet',
      'company/comet-7b',
      CALLS('company/comet'),
    ],
  ])('do not where %s', (_, repository, model, card) => {
    expect(together(repository, model, card)).toBe(false)
  })
})
