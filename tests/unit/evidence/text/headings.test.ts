import { describe, expect, it } from 'vitest'
import { topicOf } from '../../../../lib/evidence/text/headings'
import { isHeaded, type Topic } from '../../../../lib/evidence/text/topics'
import { HEADINGS } from '../../../fixtures/sections'
import { reading } from '../helpers'

/** Headings of real cards and READMEs, with the topic that a careful reader gives them. */
describe('section headings', () => {
  it.each(HEADINGS)('$text: $topic', ({ text, topic }) => {
    expect(topicOf(text)).toBe(topic)
  })

  // What detectors ask: a spelling that the table knows and they do not would be of no use.
  const ASKED: Partial<Record<string, Topic>> = {
    data: 'data',
    training: 'training',
    evaluation: 'evaluation',
    usage: 'use',
    limitations: 'limits',
    hardware: 'hardware',
    safety: 'safety',
  }
  it.each(
    HEADINGS.flatMap(({ text, topic }) => (topic && ASKED[topic] ? [{ text, asked: ASKED[topic] }] : [])),
  )('lead detectors to what stands below: $text', ({ text, asked }) => {
    const { card } = reading({ card: `# Rocket\n\n## ${text.replace(/^#+ /, '')}\n\nSomething.\n` })
    const section = card?.sections.find(({ level }) => level === 2)
    expect(section && isHeaded(section, asked)).toBe(true)
  })

  it('are not read past their bound', () => {
    expect(topicOf(`${'x'.repeat(200)} Training Data`)).toBeNull()
  })
})
