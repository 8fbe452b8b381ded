import * as z from 'zod/mini'
import type { Glimpse, Place } from '../site'

/**
 * What a repository's page tells. Three headers are in use (pages of 2026-03 to 2026-09): the old one for whoever is
 * signed out (`#repository-container-header`), a React title row (`#repo-title-component`), and breadcrumbs in the global
 * bar, which alone stand on the other tabs of whoever is signed in. After a soft navigation a part of the document may
 * still be another repository's: only what names the repository of the address counts.
 */

const NWO = 'meta[name="octolytics-dimension-repository_nwo"]'
const PUBLIC = 'meta[name="octolytics-dimension-repository_public"]'
const CONTAINER = '#repository-container-header'
const TITLE = '#repo-title-component'
const CRUMBS =
  'header nav[aria-label="Breadcrumbs"], .GlobalNav nav[aria-label="Breadcrumbs"], .GlobalNav nav[data-component="Breadcrumbs"]'
const TITLE_LABEL = '[data-testid="repo-visibility-label"], [class*="prc-Label-Label"], .Label'

const HEADING = 'main h1'

/** Signs that it may be worth asking whether the repository is a model's; one walk through the document finds them all. */
const SIGNS = [
  'article.markdown-body a[href*="huggingface.co/"]',
  'article.markdown-body a[href*="hf.co/"]',
  'a[href^="/topics/"]',
  'a[title*="model" i]',
  'article.markdown-body a[href$=".pth"]',
  'article.markdown-body a[href$=".ckpt"]',
  'article.markdown-body a[href$=".safetensors"]',
].join(', ')
const HUB_MODEL =
  /(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|docs\/|papers\/|blog\/)[\w.-]+\/[\w.-]+/i
const MODEL_TOPIC =
  /^\/topics\/(?:llms?|language-model|large-language-models?|pretrained-models?|foundation-models?|diffusion-models?|vision-language-model|text-to-(?:speech|image|video))$/i
const MODEL_FILE = /^(?:model_?-?card.*\.md|licen[cs]e[-_.]model.*|model[-_]licen[cs]e.*)$/i
const WEIGHTS = /\.(?:pth|ckpt|safetensors)$/i
const MAX_SIGNS = 400

/** Where a badge may stand. */
interface Spot {
  /** The element after which it stands. */
  after: Element
  /** The repository that is named there. */
  name: string
  /** What the page says there of who may see it; null where it says nothing. */
  label: string | null
}

/** The places whose header names this repository, best first: behind the name and its label, else behind the breadcrumbs. */
function spotsOf(document: Document, place: Place): Spot[] {
  const spots: Spot[] = []
  const add = (link: Element | null | undefined, after: Element | null, label: Element | null) => {
    const name = repositoryIn(link)
    if (after && name?.toLowerCase() === place.id.toLowerCase())
      spots.push({ after, name, label: label?.textContent?.trim() ?? null })
  }
  const old = document.querySelector(`${CONTAINER} strong a[href]`)
  const strong = old?.closest('strong') ?? null
  const oldLabel = strong?.parentElement?.querySelector('.Label') ?? null
  add(old, oldLabel ?? strong, oldLabel)
  const title = document.querySelector(TITLE)
  const link = title?.querySelector('a[data-testid="repo-name-link"], strong a[href]') ?? null
  const label = title?.querySelector(TITLE_LABEL) ?? null
  add(link, label ?? title?.lastElementChild ?? null, label)
  for (const crumbs of document.querySelectorAll(CRUMBS)) {
    // Behind the list of links, not in it: what stands in it is measured to see whether it overflows.
    add(crumbs.querySelectorAll('li a[href]').item(1), crumbs, null)
  }
  return spots
}

function repositoryIn(link: Element | null | undefined): string | null {
  const path = link?.getAttribute('href')?.replace(/^https:\/\/github\.com/, '')
  return /^\/([\w.-]+\/[\w.-]+)\/?$/.exec(path ?? '')?.[1] ?? null
}

/** The first place that is to be seen; on a narrow window GitHub hides the title row and leaves the breadcrumbs. */
function spotOf(document: Document, place: Place): Spot | undefined {
  const spots = spotsOf(document, place)
  // Asking makes the browser settle its styles: only where there is a choice.
  return (spots.length > 1 ? spots.find(({ after }) => after.checkVisibility()) : undefined) ?? spots[0]
}

/** The element after which the badge stands. */
export function anchor(document: Document, place: Place): Element | null {
  return isMarketplace(place) ? document.querySelector(HEADING) : (spotOf(document, place)?.after ?? null)
}

const isMarketplace = ({ id }: Place): boolean => id.startsWith('marketplace/')

/** Null on pages without a repository's header, on another repository's left-overs, and on all that is not public. */
export function glimpse(document: Document, place: Place): Glimpse | null {
  if (isMarketplace(place)) return marketplace(document)
  const spot = spotOf(document, place)
  if (!spot || !isPublic(document, spot)) return null
  return {
    home: 'github',
    id: spot.name,
    lastModified: null,
    model: null,
    unreadable: false,
    certain: false,
    worth: isWorthAsking(document, place),
  }
}

/** Nothing is asked and nothing shown where this is not sure. */
function isPublic(document: Document, { name, label }: Spot): boolean {
  const isOurs = (other: string | null | undefined) => other?.toLowerCase() === name.toLowerCase()
  if (/^(?:private|internal)/i.test(label ?? '')) return false
  if (isOurs(document.querySelector(NWO)?.getAttribute('content'))) {
    const told = document.querySelector(PUBLIC)?.getAttribute('content')
    if (told === 'true' || told === 'false') return told === 'true'
  }
  const embedded = embeddedOf(document)
  if (embedded && isOurs(`${embedded.ownerLogin}/${embedded.name}`)) return !embedded.private
  return /^public/i.test(label ?? '') || document.body?.classList.contains('logged-out') === true
}

const EMBEDDED = 'script[type="application/json"][data-target="react-app.embeddedData"]'
const MAX_EMBEDDED = 2 * 1024 * 1024
const embeddedSchema = z.object({
  payload: z.object({
    codeViewLayoutRoute: z.object({
      repo: z.object({ name: z.string(), ownerLogin: z.string(), private: z.boolean() }),
    }),
  }),
})
type Embedded = z.output<typeof embeddedSchema>['payload']['codeViewLayoutRoute']['repo']
const read = new WeakMap<Element, Embedded | null>()

/** What the React page was given; of the document that was loaded first, so it may be another repository's by now. */
function embeddedOf(document: Document): Embedded | null {
  const script = document.querySelector(EMBEDDED)
  if (!script) return null
  const known = read.get(script)
  if (known !== undefined) return known
  const text = script.textContent ?? ''
  let found: Embedded | null = null
  try {
    const parsed = text.length > MAX_EMBEDDED ? null : z.safeParse(embeddedSchema, JSON.parse(text))
    if (parsed?.success) found = parsed.data.payload.codeViewLayoutRoute.repo
  } catch {
    // Something else: the label and the metas have their say.
  }
  // While the document is still being parsed the text may not be whole.
  if (found !== null || document.readyState !== 'loading') read.set(script, found)
  return found
}

/** A page of GitHub's own list of models, where it links the model on the Hub; its structure is not relied on. */
function marketplace(document: Document): Glimpse | null {
  const [link] = [...document.querySelectorAll('main a[href*="huggingface.co/"]')].filter((element) =>
    HUB_MODEL.test(element.getAttribute('href') ?? ''),
  )
  const id = /(?:huggingface\.co|hf\.co)\/([\w.-]+\/[\w.-]+)/i.exec(link?.getAttribute('href') ?? '')?.[1]
  if (id === undefined || !document.querySelector(HEADING)) return null
  return {
    home: 'huggingface',
    id,
    lastModified: null,
    model: null,
    unreadable: false,
    certain: false,
    worth: true,
  }
}

/** Pages of talk show neither files nor README; they are long and change often, so nothing is searched for there. */
const isWorthAsking = (document: Document, { tab }: Place): boolean =>
  (tab === 'card' || tab === 'files') &&
  [...document.querySelectorAll(SIGNS)].slice(0, MAX_SIGNS).some(isSign)

function isSign(element: Element): boolean {
  const href = element.getAttribute('href') ?? ''
  return (
    MODEL_FILE.test(element.getAttribute('title') ?? '') ||
    MODEL_TOPIC.test(href) ||
    (element.closest('article.markdown-body') !== null && (HUB_MODEL.test(href) || WEIGHTS.test(href)))
  )
}
