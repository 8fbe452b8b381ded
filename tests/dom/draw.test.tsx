// @vitest-environment happy-dom
import { render } from 'preact'
import { describe, expect, it, vi } from 'vitest'
import { Badge, type BadgeProps } from '../../components/Badge'
import { factsOf } from '../../lib/assess'
import { draw } from '../../lib/page/draw'
import { jsx, jsxs } from '../../lib/page/view-jsx'
import { judge } from '../../lib/rubric/judge'
import { parseSnapshot } from '../../lib/snapshot/schema'
import { rubricById } from '../../rubrics'
import { sampleById } from '../../scripts/samples'

const texts = { t: (key: string) => key, maybe: () => null, number: String, region: String }

function props(id: string, change: Partial<BadgeProps> = {}): BadgeProps {
  const sample = sampleById(id)
  const facts = factsOf(parseSnapshot({ site: 'huggingface', id, api: sample?.api, card: sample?.card }))
  const { headline, license } = judge(facts, [rubricById('mof')])
  const none = () => {}
  return {
    texts,
    headline,
    license,
    rubric: 'mof',
    policy: null,
    open: false,
    onClick: none,
    onWanted: none,
    ...change,
  }
}

const container = () => document.createElement('div')

/** The badge on a page is drawn without Preact: what Preact would draw is the measure. */
describe('a view drawn without its framework', () => {
  it.each([
    ['open', props('allenai/OLMo-7B')],
    ['with a contradiction', props('example-org/relabelled-8b')],
    ['with a policy, opened', props('allenai/OLMo-7B', { policy: 'deny', open: true })],
  ])('is what the framework draws: %s', (_, badge) => {
    const [ours, theirs] = [container(), container()]
    draw(ours, <Badge {...badge} />)
    render(<Badge {...badge} />, theirs)
    expect(ours.innerHTML).toContain('badge-license')
    expect(ours.innerHTML).toBe(theirs.innerHTML)
  })

  it('keeps its element, focus and listeners when what it shows changes', () => {
    const onClick = vi.fn()
    const place = container()
    document.body.append(place)
    draw(place, <Badge {...props('allenai/OLMo-7B', { onClick })} />)
    const button = place.querySelector('button')
    button?.focus()
    const changed = props('example-org/relabelled-8b', { onClick, policy: 'review', open: true })
    draw(place, <Badge {...changed} />)
    expect(place.querySelector('button')).toBe(button)
    expect(document.activeElement).toBe(button)
    const fresh = container()
    draw(fresh, <Badge {...changed} />)
    expect(place.innerHTML).toBe(fresh.innerHTML)
    button?.click()
    expect(onClick).toHaveBeenCalledTimes(1)
  })

  it('touches nothing where nothing changes', async () => {
    const place = container()
    const badge = props('allenai/OLMo-7B')
    draw(place, <Badge {...badge} />)
    const seen = vi.fn()
    const observer = new MutationObserver(seen)
    observer.observe(place, { attributes: true, childList: true, subtree: true, characterData: true })
    draw(place, <Badge {...badge} />)
    await new Promise((resolve) => setTimeout(resolve))
    expect(observer.takeRecords()).toEqual([])
    expect(seen).not.toHaveBeenCalled()
  })

  it('shows text as text', () => {
    const place = container()
    draw(place, jsx('b', { children: '<img src=x onerror=alert(1)>' }))
    expect(place.querySelector('img')).toBeNull()
    draw(place, jsxs('b', { children: ['a', 1, null, false, undefined, jsx('i', { hidden: false })] }))
    expect(place.innerHTML).toBe('<b>a1<i></i></b>')
  })
})
