import MarkdownIt from 'markdown-it'
import type { Sample } from '../../samples/sample'
import { listBody } from './list-page'
import { STYLE } from './style'
import { toText } from './text'

/**
 * Pages with the skeleton of the Hub's (header island with `data-props`, title row, tags, tabs; structure as in saved
 * pages of 2025-08 to 2026-07) in our own markup. Modes by query let a test play what the site's scripts do.
 */

const markdown = new MarkdownIt({ html: false, linkify: true })

/** The site's own way to a theme: a cookie, else the system; here also `?theme=`. */
const THEME = `<script>(()=>{const q=new URLSearchParams(location.search).get('theme');const c=/theme=(dark|light)/.exec(document.cookie)?.[1];const t=q??c;if(t==='dark'||(!t&&matchMedia('(prefers-color-scheme: dark)').matches))document.documentElement.classList.add('dark')})()</script>`

const MODES: Record<string, string> = {
  hydrate: `setTimeout(()=>{const i=document.querySelector('[data-target="ModelHeader"]');i.innerHTML=i.innerHTML},300)`,
  rerender: `setTimeout(()=>{const m=document.querySelector('main');const c=m.cloneNode(true);c.querySelector('openmark-badge')?.remove();m.replaceWith(c)},300)`,
  wipe: `for(const t of [200,400,600])setTimeout(()=>document.querySelector('openmark-badge')?.remove(),t)`,
}

const TABS = [
  ['card', 'Model card', ''],
  ['files', 'Files and versions', '/tree/main'],
  ['discussions', 'Community', '/discussions'],
] as const

function shell(title: string, main: string, query: URLSearchParams): string {
  const script = Object.keys(MODES)
    .filter((mode) => query.has(mode))
    .map((mode) => MODES[mode])
    .join(';')
  return `<!doctype html>
<html class="" lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${THEME}<title>${toText(title)}</title><style>${STYLE}</style></head>
<body class="flex flex-col min-h-dvh bg-white dark:bg-gray-950 text-black ModelPage"><div class="flex min-h-dvh flex-col">
<nav class="top"><b>Recorded pages</b><a href="/">Trending</a><a href="/models">Models</a></nav>
<main class="flex flex-1 flex-col">${main}</main></div><script>${script}</script></body></html>`
}

/** The header island of a model. `query.props=broken` spoils its data. */
function header(sample: Sample, tab: string, query: URLSearchParams): string {
  const [owner = '', name = owner] = sample.id.split('/')
  const props =
    query.get('props') === 'broken'
      ? '{"model":'
      : JSON.stringify({ activeTab: tab, model: sample.page, discussionsStats: { total: 0 } })
  const data = sample.page.cardData
  const license = typeof data === 'object' && data !== null && 'license' in data ? String(data.license) : null
  const tags = [sample.page.pipeline_tag, sample.page.library_name].filter((tag) => typeof tag === 'string')
  return `<div class="SVELTE_HYDRATER contents" data-target="ModelHeader" data-props="${toText(props)}"><header><div class="container relative">
<h1 class="title flex flex-wrap items-center"><div class="group"><a href="/${owner}">${toText(owner)}</a>&nbsp;/&nbsp;</div>
<div class="max-w-full"><a class="break-words font-mono font-semibold" href="/${sample.id}">${toText(name)}</a><button class="copy" title="Copy model name to clipboard" type="button">⧉</button></div>
<div class="inline-flex"><button title="Like" type="button">♡ like</button></div><div><button type="button">Follow ${toText(owner)}</button></div></h1>
<div class="tags mb-3 flex flex-wrap">${tags.map((tag) => `<a class="tag" href="/models">${toText(tag)}</a>`).join('')}
${license === null ? '' : `<div class="relative"><button class="tag round" type="button"><span>License:</span> <span>${toText(license)}</span></button></div>`}</div>
<div class="tabs">${TABS.map(([id, label, path]) => `<a class="tab-alternate${id === tab ? ' active' : ''}" href="/${sample.id}${path}">${label}</a>`).join('')}</div>
</div></header></div>`
}

/** A page of a model: its card, or another tab. */
export function modelPage(sample: Sample, tab: string, query: URLSearchParams): string {
  const body = sample.card?.replace(/^---\n[\s\S]*?\n---\n/, '') ?? ''
  const content =
    tab === 'card'
      ? `<section><div class="model-card-content prose hf-sanitized">${markdown.render(body)}</div></section><section class="order-first"><p>Downloads last month</p><p>4,647</p></section>`
      : `<section><p>${toText(tab)}</p></section>`
  const main = `${header(sample, tab, query)}<div class="container relative columns">${content}</div>`
  return shell(`${sample.id} · Hugging Face`, main, query)
}

/** Any page that is not a model's: no header island. */
export function otherPage(path: string, query: URLSearchParams): string {
  const list = listBody(path, query)
  if (list) return shell(list.title, list.main, query)
  return shell(
    path,
    `<div data-target="Other"><div class="container"><h1>${toText(path)}</h1><article class="overview-card-wrapper"><a href="/allenai/OLMo-7B">allenai/OLMo-7B</a></article></div></div>`,
    query,
  )
}
