import MarkdownIt from 'markdown-it'
import type { RepositorySample } from '../../samples/sources'

/**
 * Pages of GitHub with what the extension reads of them: the header in its three forms (`?header=react` for the title row
 * that signed-in readers have, `global` for it with the breadcrumbs that stand alone on the other tabs), metas, files,
 * topics, the README. Structure as seen in 2026-03 to 2026-09, words our own.
 */

const markdown = new MarkdownIt({ html: false, linkify: true })
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

const THEMES: Record<string, string> = {
  light: 'data-color-mode="light" data-light-theme="light" data-dark-theme="dark"',
  dark: 'data-color-mode="dark" data-light-theme="light" data-dark-theme="dark"',
  dimmed: 'data-color-mode="dark" data-light-theme="light" data-dark-theme="dark_dimmed"',
  contrast: 'data-color-mode="dark" data-light-theme="light" data-dark-theme="dark_high_contrast"',
  'light-contrast':
    'data-color-mode="light" data-light-theme="light_high_contrast" data-dark-theme="dark_high_contrast"',
}

/** The functional colours that each theme sets on the document (Primer, 2026). */
const COLORS: Record<string, string> = {
  light:
    '--bgColor-default:#ffffff;--bgColor-muted:#f6f8fa;--fgColor-default:#1f2328;--fgColor-muted:#59636e;--borderColor-default:#d1d9e0;--borderColor-emphasis:#818b98',
  dark: '--bgColor-default:#0d1117;--bgColor-muted:#151b23;--fgColor-default:#f0f6fc;--fgColor-muted:#9198a1;--borderColor-default:#3d444d;--borderColor-emphasis:#656c76',
  dimmed:
    '--bgColor-default:#212830;--bgColor-muted:#262c36;--fgColor-default:#d1d7e0;--fgColor-muted:#9198a1;--borderColor-default:#3d444d;--borderColor-emphasis:#656c76',
  contrast:
    '--bgColor-default:#010409;--bgColor-muted:#151b23;--fgColor-default:#ffffff;--fgColor-muted:#b7bdc8;--borderColor-default:#b7bdc8;--borderColor-emphasis:#b7bdc8',
  'light-contrast':
    '--bgColor-default:#ffffff;--bgColor-muted:#e6eaef;--fgColor-default:#010409;--fgColor-muted:#454c54;--borderColor-default:#454c54;--borderColor-emphasis:#454c54',
}

const STYLE = `
body { margin: 0; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; background: var(--bgColor-default); color: var(--fgColor-default); }
a { color: inherit; }
header.top { padding: 16px; background: var(--bgColor-muted); border-bottom: 1px solid var(--borderColor-default); }
.d-flex { display: flex; } .flex-wrap { flex-wrap: wrap; } .flex-items-center { align-items: center; }
.f3 { font-size: 20px; } .mx-1 { margin-inline: 4px; } .mr-1 { margin-right: 4px; } .mr-2 { margin-right: 8px; }
#repository-container-header, #repo-title-component { padding: 16px 32px 0; }
#repo-title-component { display: flex; align-items: center; gap: 8px; font-size: 20px; font-weight: 600; }
.Label { border: 1px solid var(--borderColor-default); border-radius: 2em; padding: 0 7px; font-size: 12px; line-height: 18px; color: var(--fgColor-muted); font-weight: 500; }
.GlobalNav { background: var(--bgColor-muted); border-bottom: 1px solid var(--borderColor-default); }
.GlobalNav > div { display: flex; align-items: center; gap: 8px; padding: 12px 16px; min-width: 0; }
.GlobalNav .center { display: flex; flex: 1; align-items: center; min-width: 0; gap: 8px; }
.GlobalNav nav ol { display: flex; list-style: none; margin: 0; padding: 0; white-space: nowrap; }
.GlobalNav nav li + li::before { content: "/"; margin-inline: 6px; color: var(--fgColor-muted); }
.GlobalNav nav a { text-decoration: none; } .GlobalNav li:last-child a { font-weight: 600; }
.GlobalNav .search { flex: none; width: 220px; margin-inline-start: auto; border: 1px solid var(--borderColor-default); border-radius: 6px; padding: 2px 8px; color: var(--fgColor-muted); }
@media (max-width: 700px) { #repo-title-component.wide, .GlobalNav .search { display: none; } #repository-container-header, #repo-title-component { padding-inline: 16px; } }
nav.tabs { display: flex; gap: 16px; padding: 8px 32px 0; border-bottom: 1px solid var(--borderColor-default); }
nav.tabs a { padding: 8px; text-decoration: none; }
main .columns { display: grid; grid-template-columns: minmax(0, 1fr) 296px; gap: 24px; padding: 24px 32px; }
table.files { width: 100%; border: 1px solid var(--borderColor-default); border-radius: 6px; border-spacing: 0; margin-bottom: 24px; }
table.files td { padding: 6px 16px; }
article { border: 1px solid var(--borderColor-default); border-radius: 6px; padding: 24px; }
.topic-tag { display: inline-block; border-radius: 2em; padding: 0 10px; background: var(--bgColor-muted); font-size: 12px; }
@media (max-width: 700px) { main .columns { grid-template-columns: 1fr; } }
`

const document = (title: string, theme: string, head: string, body: string) =>
  `<!DOCTYPE html><html lang="en" ${THEMES[theme]} style="${COLORS[theme]}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="viewport" content="width=device-width">${head}<style>${STYLE}</style></head>${body}</html>`

const themeOf = (params: URLSearchParams): string => {
  const asked = params.get('theme') ?? 'light'
  return asked in THEMES ? asked : 'light'
}

export function repositoryPage(
  repository: RepositorySample,
  tab: string | null,
  params: URLSearchParams,
): string {
  const { id, visibility } = repository
  const header = params.get('header')
  const signedIn = visibility === 'Private' || header === 'react' || header === 'global'
  const top = header === 'global' ? globalNav(id) : '<header class="top"><a href="/">GitHub</a></header>'
  const row =
    header === 'react'
      ? reactHeader(repository)
      : header !== 'global'
        ? railsHeader(repository)
        : tab === null
          ? reactHeader(repository, 'wide')
          : ''
  const metas = params.get('metas') === 'none' ? '' : metasOf(repository)
  return document(
    `GitHub - ${id}`,
    themeOf(params),
    metas,
    `<body class="${signedIn ? 'logged-in' : 'logged-out'} env-production page-responsive"><div data-turbo-body>
${top}
<main id="js-repo-pjax-container">${row}
<nav class="tabs"><a href="/${id}">Code</a><a href="/${id}/issues">Issues</a><a href="/${id}/pulls">Pull requests</a></nav>
<turbo-frame id="repo-content-turbo-frame" target="_top" data-turbo-action="advance">${tab === null ? home(repository) : `<div class="columns"><h1>${escapeHtml(tab)}</h1></div>`}</turbo-frame>
</main></div></body>`,
  )
}

export const plainPage = (path: string, params = new URLSearchParams(), content?: string): string =>
  document(
    path,
    themeOf(params),
    '',
    `<body class="logged-out"><header class="top"><a href="/">GitHub</a></header><main><div class="columns">${content === undefined ? `<h1>${escapeHtml(path)}</h1>` : `<div>${content}</div>`}</div></main></body>`,
  )

function metasOf({ id, visibility }: RepositorySample): string {
  return `<meta name="octolytics-dimension-repository_nwo" content="${id}"><meta name="octolytics-dimension-repository_public" content="${visibility === 'Public'}">`
}

function railsHeader({ id, visibility }: RepositorySample): string {
  const [owner, name] = id.split('/')
  return `<div id="repository-container-header" class="pt-3 hide-full-screen" data-turbo-replace><div class="d-flex"><div class="flex-auto min-width-0 width-fit"><div class=" d-flex flex-wrap flex-items-center wb-break-word f3 text-normal"><span class="author flex-self-stretch" itemprop="author"><a class="url fn" rel="author" href="/${owner}">${owner}</a></span><span class="mx-1 flex-self-stretch color-fg-muted">/</span><strong itemprop="name" class="mr-2 flex-self-stretch"><a data-pjax="#repo-content-pjax-container" href="/${id}">${name}</a></strong><span></span><span class="Label Label--secondary v-align-middle mr-1">${visibility}</span></div></div></div></div>`
}

function reactHeader({ id, visibility }: RepositorySample, className = ''): string {
  const name = id.slice(id.indexOf('/') + 1)
  return `<div id="repo-title-component" class="${className}"><a data-testid="repo-name-link" href="/${id}">${name}</a><span class="Label" data-testid="repo-visibility-label">${visibility}</span></div>`
}

function globalNav(id: string): string {
  const [owner, name] = id.split('/')
  const crumb = (label = '', href = '') =>
    `<li class="prc-Breadcrumbs-ItemWrapper-x"><a href="https://github.com${href}" data-discover="true"><span>${label}</span></a></li>`
  return `<react-partial partial-name="global-nav-bar" class="loaded"><div data-target="react-partial.reactRoot"><header role="banner" class="GlobalNav"><div><div data-testid="top-nav-left">GitHub</div><div data-testid="top-nav-center" class="center"><nav class="prc-Breadcrumbs-BreadcrumbsBase-x" aria-label="Breadcrumbs" data-overflow="menu"><ol class="prc-Breadcrumbs-BreadcrumbsList-x">${crumb(owner, `/${owner}`)}${crumb(name, `/${id}`)}</ol></nav><div class="search">Type / to search</div></div></div></header></div></react-partial>`
}

/** A page of GitHub's own list of models; no real one is at hand, so only what the extension relies on is certain. */
export function marketplacePage({ pathname, searchParams }: URL): string {
  const name = pathname.split('/').at(-1) ?? ''
  const model = searchParams.get('model')
  const link =
    model === null ? '' : `<p><a href="https://huggingface.co/${escapeHtml(model)}">Model card</a></p>`
  return document(
    name,
    themeOf(searchParams),
    '',
    `<body class="logged-out"><header class="top"><a href="/">GitHub</a></header><main><div class="columns"><div><a href="/marketplace/models">Models</a><h1>${escapeHtml(name)}</h1>${link}</div></div></main></body>`,
  )
}

function home({ id, files, texts, description, topics }: RepositorySample): string {
  const rows = [...new Set(files.map((path) => path.split('/')[0] ?? path))]
    .map(
      (name) =>
        `<tr><td><a title="${escapeHtml(name)}" href="/${id}/blob/main/${escapeHtml(name)}">${escapeHtml(name)}</a></td></tr>`,
    )
    .join('')
  const tags = topics
    .map((topic) => `<a class="topic-tag topic-tag-link" href="/topics/${topic}">${topic}</a>`)
    .join(' ')
  return `<div id="repo-content-pjax-container" class="repository-content columns"><div><table class="files"><tbody>${rows}</tbody></table><article class="markdown-body entry-content container-lg" itemprop="text">${markdown.render(texts['README.md'] ?? '')}</article></div><aside><h2>About</h2><p>${escapeHtml(description)}</p><p>${tags}</p></aside></div>`
}
