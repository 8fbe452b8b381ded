import { LISTED, type ListedModel, selectListed } from '../../samples/listed'
import { toText } from './text'

/**
 * Lists of models with the skeleton of the Hub's (`ModelList` island with `data-props` that hold neither licence nor tags,
 * cards as `article.overview-card-wrapper`; structure as in a saved page of 2025-04) in our own markup. The page's script
 * plays what the site's does: filtering, sorting and paging without a load, by `/models-json`, and hydration.
 */

export const PER_PAGE = 30

const fact = (words: string) => `<span class="dot">•</span> ${words}`

export function card(
  model: Pick<ListedModel, 'id' | 'pipeline_tag' | 'lastModified' | 'downloads' | 'likes'>,
  query = '',
): string {
  const { id, pipeline_tag: task, lastModified, downloads, likes } = model
  const time = lastModified.slice(0, 19)
  const href = query === '' ? `/${id}` : `https://huggingface.co/${id}${query}`
  return `<article class="overview-card-wrapper group/repo"><a class="flex items-center justify-between gap-4 p-2" href="${toText(href)}"><div class="w-full truncate"><header class="flex items-center mb-0.5" title="${toText(id)}"><h4 class="text-md truncate font-mono">${toText(id)}</h4></header> <div class="facts mr-1 flex items-center overflow-hidden whitespace-nowrap text-sm leading-tight">${toText((task ?? '').replaceAll('-', ' '))} <span class="dot">•</span> <span class="truncate">Updated <time datetime="${time}">${time.slice(0, 10)}</time></span> ${fact(`↓ ${downloads}`)} ${fact(`♡ ${likes}`)}</div></div></a></article>`
}

const others: Record<string, string> = {
  dataset: `<article class="overview-card-wrapper group/repo"><a class="p-2" href="/datasets/allenai/dolma"><div class="w-full truncate"><header class="flex items-center mb-0.5" title="allenai/dolma"><h4 class="text-md truncate font-mono">allenai/dolma</h4></header><div class="facts">Viewer <span class="dot">•</span> Updated 2024</div></div></a></article>`,
  space: `<article class="relative"><a href="/spaces/example-labs/demo"><header></header><main><h4>Demo</h4></main></a></article>`,
  offer: `<article class="overview-card-wrapper"><a href="https://huggingface.co/pricing"><div><header title="Offer"><h4>Run models</h4></header><div class="facts">Pay as you go</div></div></a></article>`,
}

const grid = (cards: readonly string[], columns = 2) =>
  `<div class="relative"><div class="cards" style="--columns:${columns}">${cards.join('')}</div></div>`

const column = (title: string, cards: readonly string[]) =>
  `<section><h2>${title}</h2>${grid(cards, 1)}</section>`

/** What `/models` shows for a query: `count` asks for more cards on one page than the site would show. */
export function listedFor(given: URLSearchParams): { models: ListedModel[]; total: number } {
  const all = selectListed(given)
  const size = Number(given.get('count') ?? PER_PAGE)
  const page = Number(given.get('p') ?? 0)
  return { models: all.slice(page * size, (page + 1) * size), total: all.length }
}

/** The page of a list by its path; null for paths that are none. */
export function listBody(path: string, given: URLSearchParams): { title: string; main: string } | null {
  const [first, second, third] = path.split('/').filter(Boolean)
  if (first === undefined) return { title: 'Recorded pages', main: home() }
  if (first === 'models' && second === undefined) return { title: 'Models', main: models(given) }
  if (first === 'collections' && third !== undefined) return { title: 'Collection', main: collection() }
  if (first === 'datasets' && third !== undefined)
    return { title: path, main: trainedOn(`${second}/${third}`) }
  if (first === 'example-labs' && (second === undefined || second === 'models' || second === 'likes'))
    return { title: first, main: owner(first, second ?? 'profile') }
  return null
}

function home(): string {
  return `<div class="container"><h1>Trending on the recorded Hub</h1><div class="thirds">${column(
    'Models',
    LISTED.slice(0, 20).map((model) => card(model)),
  )}${column('Spaces', [others.space ?? ''])}${column('Datasets', [others.dataset ?? ''])}</div></div>`
}

function models(given: URLSearchParams): string {
  const { models: shown, total } = listedFor(given)
  const query = given.has('hardware') ? '?hardware=rtx-3070' : ''
  const cards = shown.map((model) => card(model, query))
  if (given.has('offers')) cards.splice(1, 0, others.offer ?? '')
  const props = JSON.stringify({
    initialValues: { models: shown.map(({ id, gated }) => ({ id, gated })), numItemsPerPage: PER_PAGE },
  })
  const page = Number(given.get('p') ?? 0)
  const link = (to: number, words: string) => {
    const next = new URLSearchParams(given)
    next.set('p', String(to))
    return `<li><a data-page href="/models?${toText(next.toString())}">${words}</a></li>`
  }
  return `<div class="SVELTE_HYDRATER contents" data-target="ModelList" data-props="${toText(props)}"><div class="container sides"><aside><h3>Tasks</h3><p>Text Generation</p><p>Text-to-Image</p></aside><section><div class="head"><h1>Models</h1><span class="total">${total}</span><input type="search" placeholder="Filter by name" value="${toText(given.get('search') ?? '')}"><button type="button">Sort: Trending</button></div>${grid(cards)}<nav><ul class="pages">${link(Math.max(0, page - 1), 'Previous')}${link(page + 1, 'Next')}</ul></nav></section></div></div><script>${SCRIPT}</script>`
}

function collection(): string {
  const picked = [
    ...LISTED.filter(({ author }) => author === 'example-labs').slice(0, 8),
    ...LISTED.slice(0, 3),
  ]
  return `<div class="container"><h1>Small models for gardens</h1><p>A collection</p>${grid([...picked.map((model) => card(model)), others.dataset ?? ''], 1)}</div>`
}

function trainedOn(dataset: string): string {
  const trained = LISTED.filter(({ tags }) => tags.includes(`dataset:${dataset}`))
  return `<div class="container columns"><section><h1>${toText(dataset)}</h1><p>A data set.</p></section><section class="order-first"><h2>Models trained or fine-tuned on ${toText(dataset)}</h2>${grid(
    trained.map((model) => card(model)),
    1,
  )}</section></div>`
}

function owner(name: string, tab: string): string {
  const own =
    tab === 'likes'
      ? LISTED.filter((_, index) => index % 40 === 1)
      : LISTED.filter(({ author }) => author === name)
  return `<div class="container"><h1>${toText(name)}</h1><h2>${tab === 'likes' ? 'Likes' : 'Models'}</h2>${grid(own.slice(0, 30).map((model) => card(model)))}<h2>Datasets</h2>${grid([others.dataset ?? ''])}</div>`
}

/** Paging and filtering without a load, an end that grows with `?endless`, and hydration with `?hydrate-list`. */
const SCRIPT = `(()=>{
const grid=()=>document.querySelector('[data-target="ModelList"] .cards');
const show=async(search,push)=>{if(push)history.pushState({},'',location.pathname+search);const answer=await fetch('/models-json'+search);const html=await answer.text();const next=document.createElement('div');next.innerHTML=html;grid().replaceChildren(...next.children);
for(const a of document.querySelectorAll('a[data-page]')){const p=new URLSearchParams(location.search);const at=Number(p.get('p')??0);p.set('p',String(Math.max(0,at+(a.textContent==='Next'?1:-1))));a.setAttribute('href','/models?'+p)}};
document.addEventListener('click',(event)=>{const a=event.target.closest&&event.target.closest('a[data-page]');if(!a)return;event.preventDefault();show(new URL(a.href).search,true)});
let timer;document.querySelector('input[type=search]').addEventListener('input',(event)=>{clearTimeout(timer);timer=setTimeout(()=>{const p=new URLSearchParams(location.search);p.set('search',event.target.value);p.delete('p');show('?'+p,true)},60)});
addEventListener('popstate',()=>show(location.search,false));
const given=new URLSearchParams(location.search);
if(given.has('hydrate-list'))setTimeout(()=>{grid().innerHTML=[...grid().children].filter((e)=>e.localName==='article').map((e)=>{const c=e.cloneNode(true);c.querySelector('openmark-chip')?.remove();return c.outerHTML}).join('')},300);
if(given.has('late'))setTimeout(async()=>{const answer=await fetch('/models-json?p=1');const next=document.createElement('div');next.innerHTML=await answer.text();grid().append(...next.children)},400);
})()`
