import { describe, expect, it } from 'vitest'
import { encodePath, fileUrl } from '../../../lib/snapshot/urls'
import { facts } from '../evidence/helpers'

describe('addresses', () => {
  it('are made of any name, and half a surrogate pair in it harms nothing', () => {
    expect(encodePath('a b/ä\uD83D')).toBe('a%20b/%C3%A4%EF%BF%BD')
    expect(fileUrl('huggingface', 'acme/rocket', null, 'x\uDC00.py')).toBe(
      'https://huggingface.co/acme/rocket/blob/main/x%EF%BF%BD.py',
    )
    // A pair is left whole.
    expect(encodePath('😀')).toBe('%F0%9F%98%80')
  })

  it('of files and data sets with such names are part of the facts', () => {
    const found = facts({
      api: {
        id: 'acme/rocket',
        siblings: [{ rfilename: 'model\uD83D.safetensors' }],
        cardData: { datasets: ['acme/we\uD83Db'] },
        tags: ['dataset:acme/we\uD83Db'],
      },
      card: '# Rocket',
    })
    expect(found.components.weights_final.status).not.toBe('unknown')
  })
})
