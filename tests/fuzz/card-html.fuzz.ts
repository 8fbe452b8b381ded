import fc from 'fast-check'
import { readRenderedCard } from '../../lib/snapshot/card'
import { checkWay } from './lib/assessment'
import { card } from './lib/cards'
import { fuzz } from './lib/fuzz'

/** A card as its page shows it: HTML that anybody may have written. */

fuzz('card-html', fc.tuple(card), ([cardHtml]) => {
  const { blocks, sections } = readRenderedCard(cardHtml)
  if (sections.length === 0) throw new Error('Not a document.')
  for (const { line } of blocks) if (line !== 1) throw new Error('There are no lines in it.')
  checkWay({ site: 'huggingface', id: 'acme/rocket-7b', cardHtml }, [])
})
