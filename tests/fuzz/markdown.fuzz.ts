import fc from 'fast-check'
import { readCard } from '../../lib/snapshot/card'
import { card } from './lib/cards'
import { fuzz } from './lib/fuzz'

/** A card's Markdown: whatever it holds, it becomes blocks of plain text with places, and nothing of it is lost track of. */

fuzz('markdown', fc.tuple(card, fc.nat(50)), ([body, offset]) => {
  const { sections, blocks, links, placeholders, proseLength } = readCard(body, offset)
  const lines = body.split(/\r\n|\r|\n/).length + offset
  if (sections.length === 0 || placeholders < 0 || proseLength > 2 * body.length)
    throw new Error('Not a document.')
  if (sections.reduce((sum, section) => sum + section.blocks.length, 0) !== blocks.length)
    throw new Error('A block is in no section.')
  for (const { line, text, kind } of blocks) {
    if (line < 1 || line > lines + 1) throw new Error(`There is no line ${line}.`)
    if (kind !== 'code' && kind !== 'bibtex' && text !== text.trim()) throw new Error('Space around a text.')
  }
  for (const { url, line } of links)
    if (typeof url !== 'string' || line < 1) throw new Error('A link without a place.')
})
