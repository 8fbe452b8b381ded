import { describe, expect, it } from 'vitest'
import { topicOf } from '../../../../lib/evidence/text/headings'
import { HEADINGS } from '../../../fixtures/sections'

/** Headings of real cards and READMEs, with the topic that a careful reader gives them. */
describe('section headings', () => {
  it.each(HEADINGS)('$text: $topic', ({ text, topic }) => {
    expect(topicOf(text)).toBe(topic)
  })

  it('are not read past their bound', () => {
    expect(topicOf(`${'x'.repeat(200)} Training Data`)).toBeNull()
  })
})
