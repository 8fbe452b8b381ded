import { describe, expect, it } from 'vitest'
import { finishedPart } from '../../../lib/snapshot/finished-part'
import { facts } from '../evidence/helpers'

/** A card that was cut somewhere: what it says up to there is read, what it was about to say is not. */

const CARD = `---
license: mit
extra_gated_prompt: The training data is not released to anybody who does not agree.
---
# Rocket 7B

Rocket 7B is a language model that was made by the Acme team. The weights are open. The training code is not released
under the MIT licence but under Apache-2.0: see https://github.com/acme/rocket.

| Part | State |
|---|---|
| Training data | not released as text, but as tokens in https://huggingface.co/datasets/acme/tokens |

- The intermediate checkpoints are not available here; they are on the Hub under acme/rocket-steps, all of them.

<!-- The evaluation code is not released. -->

The evaluation data is not public yet in one file, since it is to be had in parts, each in its own repository.
`

describe('a card that was cut', () => {
  it('states no absence, wherever it is cut', () => {
    const found = new Set<string>()
    for (let length = 1; length < CARD.length; length += 1) {
      const { components } = facts({ card: CARD.slice(0, length), cardTruncated: true })
      for (const [id, { status, evidence }] of Object.entries(components))
        if (status.startsWith('absent')) found.add(`${id}: ${evidence[0]?.quote} (cut at ${length})`)
    }
    expect([...found]).toEqual([])
  }, 60_000)

  it('says what it says in whole sentences, whole rows and whole front matter', () => {
    const read = (card: string) => finishedPart(card)
    expect(read('---\nlicense: mit\nextra_gated_prompt: No dat')).toBe('')
    expect(read('# R\n\nOne is said. Two is not')).toBe('# R\n\n')
    expect(read('# R\n\nOne is said. Two is not\nquite')).toBe('# R\n\nOne is said.')
    expect(read('# R\n\n| a | b |\n|---|---|\n| c | d |\n| e | not rel')).toBe(
      '# R\n\n| a | b |\n|---|---|\n| c | d |\n',
    )
    expect(read('# R\n\nWhole.\n\n## Training dat')).toBe('# R\n\nWhole.')
  })

  it('still states the absences of its finished sentences', () => {
    const card = '# Rocket\n\nThe training data is not released. The model is sm'
    const more = `${card}all.\n\nAnd so`
    const status = (text: string) =>
      facts({ card: text, cardTruncated: true }).components.training_data_base.status
    expect(status(more)).toBe('absent_stated')
  })
})
