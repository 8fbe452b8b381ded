// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { createHost, removeStrays } from '../../lib/page/host'

const badges = () => document.querySelectorAll('openmark-badge')

describe("the badge's place in a page", () => {
  beforeEach(() => {
    document.body.innerHTML = '<main><div data-target="ModelHeader"><h1></h1></div><section></section></main>'
  })

  const island = () => document.querySelector('[data-target]') as Element

  it("is after the site's header, never among what the site hydrates", () => {
    const host = createHost('huggingface')
    host.place(island())
    expect(island().nextElementSibling).toBe(badges()[0])
    expect(island().querySelector('openmark-badge')).toBeNull()
  })

  it('is taken once however often it is asked for', () => {
    const host = createHost('huggingface')
    for (let times = 0; times < 5; times += 1) host.place(island())
    expect(badges()).toHaveLength(1)
  })

  it('is taken again after the page replaced everything', () => {
    const host = createHost('huggingface')
    host.place(island())
    document.body.innerHTML = document.body.innerHTML.replace(/<openmark-badge.*<\/openmark-badge>/, '')
    expect(badges()).toHaveLength(0)
    host.place(island())
    expect(badges()).toHaveLength(1)
  })

  it('is cleared of a badge that an earlier visit left behind', () => {
    document.querySelector('main')?.append(document.createElement('openmark-badge'))
    const host = createHost('huggingface')
    host.place(island())
    expect(badges()).toHaveLength(1)
    expect(island().nextElementSibling).toBe(badges()[0])
  })

  it('is not fought for: a page that takes it away every time is not kept busy', async () => {
    const host = createHost('huggingface')
    let answered = 0
    const page = new MutationObserver(() => document.querySelector('openmark-badge')?.remove())
    const ours = new MutationObserver(() => {
      answered += 1
      if (answered < 5_000) host.place(island())
    })
    for (const observer of [page, ours]) observer.observe(document, { childList: true, subtree: true })
    host.place(island())
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const observer of [page, ours]) observer.disconnect()
    expect(answered).toBeLessThan(200)
  })

  it('is given back without a trace', () => {
    const host = createHost('huggingface')
    host.place(island())
    host.remove()
    expect(badges()).toHaveLength(0)
    expect(document.documentElement.dataset.openmark).toBeUndefined()
  })

  it('is the only one, also where a page was brought back with an earlier one elsewhere', () => {
    const host = createHost('github')
    host.place(island())
    document.body.append(document.createElement('openmark-badge'))
    host.place(island())
    expect(badges()).toHaveLength(1)
    document.body.append(document.createElement('openmark-badge'))
    host.remove()
    removeStrays()
    expect(badges()).toHaveLength(0)
  })
})
