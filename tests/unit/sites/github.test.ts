// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { github } from '../../../lib/sites/github'

/** Addresses and headers of GitHub (pages of 2026-03 to 2026-09: the old header, the React one, breadcrumbs). */

const place = (path: string) => github.placeOf(new URL(path, 'https://github.com'))

describe('an address on GitHub', () => {
  it.each<[string, string, string | null]>([
    ['/allenai/OLMo', 'allenai/OLMo', null],
    ['/allenai/OLMo/tree/main/olmo', 'allenai/OLMo', 'main'],
    ['/allenai/OLMo/blob/v1.0/README.md?plain=1#L3', 'allenai/OLMo', 'v1.0'],
    ['/allenai/OLMo/issues/12', 'allenai/OLMo', null],
    ['/a-b/c.d_e', 'a-b/c.d_e', null],
    ['/marketplace/models/azureml/phi-4', 'marketplace/azureml/phi-4', null],
  ])('%s is a repository’s', (path, id, revision) => {
    expect(place(path)).toMatchObject({ site: 'github', id, revision })
  })

  it.each([
    '/',
    '/allenai',
    '/features/actions',
    '/orgs/x/repositories',
    '/settings/tokens',
    '/marketplace/models',
    '/marketplace/actions/x/y',
    '/topics/llm',
    '/a/b/settings',
    '/-x/y',
    '/a_b/c',
    '/search/advanced',
  ])('%s is none', (path) => {
    expect(place(path)).toBeNull()
  })

  it('of another host is none', () => {
    for (const address of [
      'https://gist.github.com/a/b',
      'http://github.com/a/b',
      'https://github.com.evil.example/a/b',
    ])
      expect(github.placeOf(new URL(address))).toBeNull()
  })
})

const RAILS = (label = 'Public') =>
  `<div id="repository-container-header"><div><strong itemprop="name"><a href="/acme/rocket">rocket</a></strong><span class="Label">${label}</span></div></div>`
const REACT = (label = 'Public') =>
  `<div id="repo-title-component"><a data-testid="repo-name-link" href="/acme/rocket">rocket</a><span data-testid="repo-visibility-label">${label}</span></div>`
const CRUMBS =
  '<header class="GlobalNav"><nav aria-label="Breadcrumbs"><ol><li><a href="https://github.com/acme">acme</a></li><li><a href="https://github.com/acme/rocket">rocket</a></li></ol></nav><div>search</div></header>'
const EMBEDDED = (ownerLogin: string, name: string, secret: boolean) =>
  `<script type="application/json" data-target="react-app.embeddedData">${JSON.stringify({ payload: { codeViewLayoutRoute: { repo: { name, ownerLogin, private: secret } } } })}</script>`
const META = (name: string, visible: string) =>
  `<meta name="octolytics-dimension-repository_nwo" content="${name}"><meta name="octolytics-dimension-repository_public" content="${visible}">`

const at = (id: string) => ({ site: 'github', id, tab: 'card', revision: null }) as const
const anchor = (id = 'acme/rocket') => github.anchor(document, at(id))
const glimpse = (body: string, head = '', id = 'acme/rocket') => {
  document.head.innerHTML = head
  document.body.innerHTML = body
  return github.glimpse(document, at(id))
}

describe('a repository’s page', () => {
  beforeEach(() => {
    document.body.className = 'logged-in'
  })

  it.each([
    ['the old header', RAILS()],
    ['the React header', REACT()],
  ])('is known by %s', (_, body) => {
    expect(glimpse(body)).toMatchObject({ id: 'acme/rocket', certain: false, worth: false })
    expect(anchor()?.textContent).toBe('Public')
  })

  it('is known by breadcrumbs, where metas say that it is public', () => {
    expect(glimpse(CRUMBS, META('acme/rocket', 'true'))).toMatchObject({ id: 'acme/rocket' })
    expect(anchor()?.localName).toBe('nav')
  })

  it.each([
    ['private by its label', RAILS('Private'), ''],
    ['internal by its label', REACT('Internal'), ''],
    ['private by its metas, whatever the label', RAILS('Public'), META('acme/rocket', 'false')],
    ['not said to be public', CRUMBS, ''],
    ['private by the data of its page', CRUMBS + EMBEDDED('acme', 'rocket', true), ''],
    ['public by the data of another page', CRUMBS + EMBEDDED('acme', 'comet', false), ''],
  ])('is left alone where it is %s', (_, body, head) => {
    expect(glimpse(body, head)).toBeNull()
  })

  it('is known to be public by the data of its page', () => {
    expect(glimpse(CRUMBS + EMBEDDED('acme', 'rocket', false))).toMatchObject({ id: 'acme/rocket' })
    const broken = `${CRUMBS}<script type="application/json" data-target="react-app.embeddedData">{</script>`
    expect(glimpse(broken)).toBeNull()
  })

  it('of GitHub’s own list of models stands for the model on the Hub that it links', () => {
    const page =
      '<main><a href="/marketplace/models">Models</a><h1>Phi-4</h1><a href="https://huggingface.co/microsoft/phi-4">card</a></main>'
    expect(glimpse(page, '', 'marketplace/azureml/phi-4')).toMatchObject({
      home: 'huggingface',
      id: 'microsoft/phi-4',
    })
    expect(anchor('marketplace/azureml/phi-4')?.textContent).toBe('Phi-4')
    expect(glimpse('<main><h1>gpt-4o</h1></main>', '', 'marketplace/azure-openai/gpt-4o')).toBeNull()
  })

  it('may be an archive or a template, and needs no label for whoever is signed out', () => {
    expect(glimpse(RAILS('Public archive'))).not.toBeNull()
    document.body.className = 'logged-out'
    expect(glimpse(CRUMBS)).not.toBeNull()
  })

  it('that still holds another repository is not read', () => {
    expect(glimpse(RAILS(), META('acme/comet', 'true'), 'acme/comet')).toBeNull()
    expect(glimpse(RAILS(), '', 'acme/comet')).toBeNull()
    expect(glimpse(CRUMBS, META('acme/comet', 'true'), 'acme/comet')).toBeNull()
    expect(glimpse(REACT(), META('acme/comet', 'true'), 'acme/comet')).toBeNull()
    expect(glimpse(RAILS(), '', 'Acme/Rocket')).toMatchObject({ id: 'acme/rocket' })
  })

  it('is known though the metas are still those of another, and not by what those say', () => {
    const stale = META('acme/comet', 'true')
    expect(glimpse(RAILS(), stale)).toMatchObject({ id: 'acme/rocket' })
    expect(glimpse(REACT('Private'), stale)).toBeNull()
    // Breadcrumbs carry no label: whether it is public, nothing says.
    expect(glimpse(CRUMBS, stale)).toBeNull()
    expect(glimpse(CRUMBS, META('acme/comet', 'false') + EMBEDDED('acme', 'rocket', false))).toMatchObject({
      id: 'acme/rocket',
    })
  })

  it('has its badge behind the breadcrumbs where the title row is hidden', () => {
    glimpse(CRUMBS + REACT())
    expect(anchor()?.textContent).toBe('Public')
    document.getElementById('repo-title-component')?.style.setProperty('display', 'none')
    expect(anchor()?.localName).toBe('nav')
  })

  it('that has breadcrumbs of a file as well is named by those of the global bar', () => {
    const file =
      '<main><nav aria-label="Breadcrumbs"><ol><li><a href="/acme/comet">comet</a></li><li><a href="/acme/rocket">x</a></li></ol></nav></main>'
    expect(glimpse(file, META('acme/rocket', 'true'))).toBeNull()
    expect(glimpse(file + CRUMBS, META('acme/rocket', 'true'))).not.toBeNull()
    expect(anchor()?.closest('main')).toBeNull()
  })

  it.each([
    [
      'links a model',
      '<article class="markdown-body"><a href="https://huggingface.co/acme/rocket-7b">x</a></article>',
      true,
    ],
    [
      'links a data set only',
      '<article class="markdown-body"><a href="https://huggingface.co/datasets/acme/web">x</a></article>',
      false,
    ],
    ['is about language models', '<a class="topic-tag" href="/topics/large-language-models">x</a>', true],
    ['is about something else', '<a class="topic-tag" href="/topics/javascript">x</a>', false],
    ['has a model card', '<a title="MODEL_CARD.md" href="/x">x</a>', true],
    ['has a licence for its weights', '<a title="LICENSE-MODEL" href="/x">x</a>', true],
    ['has a file on data models', '<a title="models.py" href="/x">x</a>', false],
    [
      'offers weights',
      '<article class="markdown-body"><a href="https://dl.example.org/a.pth">x</a></article>',
      true,
    ],
  ])('that %s: worth asking %s', (_, body, worth) => {
    expect(glimpse(RAILS() + body)?.worth).toBe(worth)
  })

  it('of talk tells nothing of the repository, whatever is linked there', () => {
    const talk =
      '<article class="markdown-body"><a href="https://huggingface.co/acme/rocket-7b">x</a></article>'
    glimpse(RAILS() + talk)
    const on = (tab: 'discussions' | 'files') =>
      github.glimpse(document, { ...at('acme/rocket'), tab })?.worth
    expect([on('discussions'), on('files')]).toEqual([false, true])
  })

  it('has one of many themes, each light or dark', () => {
    const theme = (mode: string, light: string, dark: string) => {
      Object.assign(document.documentElement.dataset, { colorMode: mode, lightTheme: light, darkTheme: dark })
      return github.theme(document)
    }
    expect(theme('light', 'light', 'dark')).toBe('light')
    expect(theme('dark', 'light', 'dark_dimmed')).toBe('dark')
    expect(theme('dark', 'light', 'dark_high_contrast')).toBe('dark')
    expect(theme('light', 'light_colorblind', 'dark')).toBe('light')
    // Somebody who wants it dark by day as well.
    expect(theme('light', 'dark_dimmed', 'dark')).toBe('dark')
  })
})
