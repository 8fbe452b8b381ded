// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Chip } from '../../lib/chip'
import { ListPage } from '../../lib/page/lists/list-page'
import { DEFAULT_SETTINGS } from '../../lib/platform/settings-schema'
import { huggingfaceLists } from '../../lib/sites/huggingface/cards'

const ask = vi.hoisted(() => vi.fn())
vi.mock('../../lib/platform/messages', async (original) => ({ ...(await original<object>()), ask }))

const chip = (id: string, meter = 1): Chip => ({
  id,
  headline: { id: 'open-weights', label: 'Open weights', meter, high: { id: 'x', label: 'More', meter: 4 } },
  license: { id: 'MIT', label: 'MIT', class: 'open' },
  conflict: false,
  commercial: 'yes',
  policy: null,
  openBase: null,
  basis: 'metadata',
})

interface Asked {
  how: string
  list: string
  models: { id: string }[]
}

const calls = (): Asked[] => ask.mock.calls.map(([, request]) => request)
const answer = (chips: Chip[] = [], more: object = {}) => ({
  rubric: 'mof',
  chips,
  missing: [],
  refused: false,
  ...more,
})

/** Tells the observer what is in the window or near it, as the browser would. */
let see: (entries: Entry[]) => void = () => {}
const at = (target: Element, top: number, isIntersecting = true): Entry => ({
  target,
  isIntersecting,
  boundingClientRect: { top, bottom: top + 60 },
  rootBounds: { top: -300, bottom: innerHeight + 300 },
})
const look = (elements: readonly Element[], isIntersecting = true) =>
  see(elements.map((element) => at(element, 0, isIntersecting)))
interface Entry {
  target: Element
  isIntersecting: boolean
  boundingClientRect: { top: number; bottom: number }
  rootBounds: { top: number; bottom: number }
}
class Observer {
  constructor(callback: (entries: Entry[]) => void) {
    see = callback
  }
  observe() {}
  unobserve() {}
}

const cards = (...ids: string[]) =>
  ids
    .map(
      (id) =>
        `<article class="overview-card-wrapper"><a href="/${id}"><div><header title="${id}"></header><div>facts</div></div></a></article>`,
    )
    .join('')
const articles = () => [...document.querySelectorAll('article')]
const chipped = () =>
  articles()
    .filter((card) => card.querySelector('openmark-chip'))
    .map((card) => card.querySelector('header')?.title)
const settled = () => vi.waitFor(() => expect(ask.mock.results.length).toBeGreaterThan(0))

describe('the lists of a page', () => {
  beforeEach(() => {
    vi.stubGlobal('IntersectionObserver', Observer)
    ask.mockReset()
    document.body.innerHTML = `<div class="grid">${cards('a/one', 'a/two', 'a/three')}</div>`
    window.history.replaceState({}, '', '/models')
  })
  afterEach(() => void vi.unstubAllGlobals())

  it('fill a card in the very turn in which the answer is heard', async () => {
    let hear: (word: object) => void = () => {}
    ask.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          hear = resolve
        }),
    )
    ask.mockResolvedValue(answer())
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    look(articles())
    expect(chipped()).toEqual([])
    hear(answer([chip('a/one')]))
    // Promises alone: no frame, no timer.
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    expect(chipped()).toEqual(['a/one'])
  })

  it('wait for a card of which the parser has put in a half only', async () => {
    ask.mockResolvedValue(answer([chip('a/one'), chip('a/two'), chip('a/three')]))
    const parsing = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
    document.body.innerHTML = `<div class="grid">${cards('a/one', 'a/two')}</div>`
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    look(articles())
    await vi.waitFor(() => expect(chipped()).toEqual(['a/one']))
    expect(calls().flatMap(({ models }) => models.map(({ id }) => id))).not.toContain('a/two')
    // Something after the list: the last card is whole as well.
    document.body.append(document.createElement('nav'))
    page.update()
    look(articles())
    await vi.waitFor(() => expect(chipped()).toEqual(['a/one', 'a/two']))
    document.querySelector('nav')?.remove()
    document.querySelector('.grid')?.insertAdjacentHTML('beforeend', cards('a/three'))
    page.update()
    expect(articles()).toHaveLength(3)
    parsing.mockRestore()
    page.update()
    look(articles())
    await vi.waitFor(() => expect(chipped()).toEqual(['a/one', 'a/two', 'a/three']))
  })

  it('ask first for what is known, then once for the list, then one by one for what is in view', async () => {
    ask
      .mockResolvedValueOnce(answer([chip('a/one')]))
      .mockResolvedValueOnce(answer())
      .mockResolvedValueOnce(answer())
    ask.mockResolvedValue(answer([], { missing: ['a/two'] }))
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    await vi.waitFor(() => expect(calls().length).toBe(3))
    look(articles().slice(0, 2))
    await vi.waitFor(() => expect(calls().length).toBe(4))
    expect(calls().map(({ how, models }) => [how, models.map(({ id }) => id)])).toEqual([
      ['known', ['a/one', 'a/two', 'a/three']],
      ['list', ['a/two', 'a/three']],
      ['known', ['a/two', 'a/three']],
      ['single', ['a/two']],
    ])
    await vi.waitFor(() => expect(articles()[1]?.dataset.openmarkNone).toBe(''))
  })

  it('ask for four at a time at most', async () => {
    document.body.innerHTML = `<div>${cards(...Array.from({ length: 9 }, (_, index) => `o/m${index}`))}</div>`
    ask.mockImplementation((_, { how }: Asked) =>
      how === 'single' ? new Promise(() => {}) : Promise.resolve(answer()),
    )
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    look(articles())
    await vi.waitFor(() => expect(calls().filter(({ how }) => how === 'single')).toHaveLength(4))
    page.update()
    await Promise.resolve()
    expect(calls().filter(({ how }) => how === 'single')).toHaveLength(4)
  })

  it('ask for what came last before what was there, and of that for the window before what is near it', async () => {
    document.body.innerHTML = `<div>${cards(...Array.from({ length: 12 }, (_, index) => `o/m${index}`))}</div>`
    const ends: ((word: object) => void)[] = []
    ask.mockImplementation((_, { how }: Asked) =>
      how === 'single'
        ? new Promise((resolve) => {
            ends.push(resolve)
          })
        : Promise.resolve(answer()),
    )
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    const single = () =>
      calls().flatMap(({ how, models }) => (how === 'single' ? models.map(({ id }) => id) : []))
    const shown = (from: number, to: number, top: number) =>
      articles()
        .slice(from, to)
        .map((card) => at(card, top))
    see([...shown(0, 2, -200), ...shown(2, 5, 100), ...shown(5, 7, innerHeight + 100)])
    await vi.waitFor(() => expect(single()).toEqual(['o/m2', 'o/m3', 'o/m4', 'o/m0']))
    see([...shown(7, 8, innerHeight + 100), ...shown(8, 10, 200)])
    for (const end of ends.splice(0)) end(answer())
    await vi.waitFor(() => expect(single().slice(4)).toEqual(['o/m8', 'o/m9', 'o/m7', 'o/m1']))
  })

  it('take back what is asked of a card that is scrolled past, and ask again when it is back', async () => {
    const ends = new Map<string, (word: object) => void>()
    ask.mockImplementation((_, { how, models }: Asked) =>
      how === 'single'
        ? new Promise((resolve) => {
            ends.set(models[0]?.id ?? '', resolve)
          })
        : Promise.resolve(answer()),
    )
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    look(articles())
    const asked = (wanted: string) =>
      calls()
        .filter(({ how }) => how === wanted)
        .map(({ models }) => models.map(({ id }) => id))
    await vi.waitFor(() => expect(asked('single')).toEqual([['a/one'], ['a/two'], ['a/three']]))
    look(articles().slice(0, 2), false)
    look(articles().slice(0, 1), false)
    expect(asked('left')).toEqual([['a/one', 'a/two']])
    // Back before the end was heard: asked once more, no sooner.
    look(articles().slice(0, 1))
    expect(asked('single')).toHaveLength(3)
    ends.get('a/one')?.(answer())
    ends.get('a/two')?.(answer())
    await vi.waitFor(() => expect(asked('single')).toHaveLength(4))
    expect(asked('single').at(-1)).toEqual(['a/one'])
    ends.get('a/one')?.(answer([chip('a/one')]))
    await vi.waitFor(() => expect(chipped()).toEqual(['a/one']))
    expect(asked('single')).toHaveLength(4)
    // A card that the page takes away is out of view as well.
    articles()[2]?.remove()
    page.update()
    expect(asked('left')).toEqual([['a/one', 'a/two'], ['a/three']])
  })

  it('take back what is still being asked when another list is shown, and ignore late words', async () => {
    let late: (word: object) => void = () => {}
    ask.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          late = resolve
        }),
    )
    ask.mockResolvedValue(answer())
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    window.history.replaceState({}, '', '/models?p=1')
    document.body.innerHTML = `<div>${cards('b/four')}</div>`
    page.update()
    look(articles())
    const [first, second] = calls()
    expect(first?.list).not.toBe(second?.list)
    late(answer([chip('b/four')]))
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    expect(chipped()).toEqual([])
  })

  it('follow an element that the page uses for another model', async () => {
    ask.mockImplementation((_, { models }: Asked) =>
      Promise.resolve(answer(models.map(({ id }) => chip(id)))),
    )
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    look(articles())
    await vi.waitFor(() => expect(chipped()).toHaveLength(3))
    const [card] = articles()
    card?.querySelector('a')?.setAttribute('href', '/c/other')
    page.update()
    await vi.waitFor(() => {
      const button = card?.querySelector('openmark-chip')?.shadowRoot?.querySelector('button')
      expect(button?.getAttribute('aria-label')).toBeTruthy()
      expect(card?.querySelectorAll('openmark-chip')).toHaveLength(1)
      expect(calls().some(({ models }) => models.some(({ id }) => id === 'c/other'))).toBe(true)
    })
  })

  it('let go of everything when chips are switched off', async () => {
    ask.mockImplementation((_, { models }: Asked) =>
      Promise.resolve(answer(models.map(({ id }) => chip(id)))),
    )
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    look(articles())
    await vi.waitFor(() => expect(chipped()).toHaveLength(3))
    page.apply({ ...DEFAULT_SETTINGS, lists: false })
    expect(document.querySelectorAll('openmark-chip, openmark-bar')).toHaveLength(0)
  })

  it('leave out cards of data sets, Spaces, offers and hostile addresses', async () => {
    document.body.innerHTML = [
      '/datasets/a/b',
      '/spaces/a/b',
      '/pricing',
      'javascript:alert(1)',
      'https://elsewhere.example/a/b',
      '/a/b/tree/main',
      '/a',
    ]
      .map((href) => `<article class="overview-card-wrapper"><a href="${href}"></a></article>`)
      .join('')
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    await Promise.resolve()
    expect(ask).not.toHaveBeenCalled()
  })

  it('cost one walk over the cards where nothing changed', async () => {
    document.body.innerHTML = `<div>${cards(...Array.from({ length: 500 }, (_, index) => `o/m${index}`))}</div>`
    ask.mockImplementation((_, { models }: Asked) =>
      Promise.resolve(answer(models.map(({ id }) => chip(id)))),
    )
    const page = new ListPage(huggingfaceLists, DEFAULT_SETTINGS)
    page.update()
    look(articles().slice(0, 20))
    await settled()
    await vi.waitFor(() => expect(chipped()).toHaveLength(20))
    await vi.waitFor(() => expect(calls().flatMap(({ models }) => models)).toHaveLength(500))
    const before = ask.mock.calls.length
    const html = document.body.innerHTML
    for (let turn = 0; turn < 20; turn += 1) page.update()
    expect(ask.mock.calls.length).toBe(before)
    expect(document.body.innerHTML).toBe(html)
  })
})
