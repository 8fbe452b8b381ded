import * as z from 'zod/mini'
import type { Glimpse, Place } from '../site'

/**
 * What a repository's page tells. Two headers are in use (pages of 2026-03 to 2026-09): the old one for whoever is signed
 * out (`#repository-container-header`), a React one (`#repo-title-component`, or breadcrumbs in the global bar). Which
 * repository it is, metas and links say; a document that was navigated softly may still hold another's.
 */

const NWO = 'meta[name="octolytics-dimension-repository_nwo"]'
const PUBLIC = 'meta[name="octolytics-dimension-repository_public"]'
const CONTAINER = '#repository-container-header'
const TITLE = '#repo-title-component'
const CRUMBS = 'nav[aria-label="Breadcrumbs"] ol, nav[data-component="Breadcrumbs"] ol'
const LABEL = `${CONTAINER} .Label, ${TITLE} [data-testid="repo-visibility-label"], [data-testid="repo-visibility-label"]`

const HEADING = 'main h1'
/** Only there: any other page has headings of its own. */
const MARKETPLACE = 'body:has(a[href^="/marketplace/models"]) main h1'

/** Signs that it may be worth asking whether the repository is a model's. */
const HUB_LINK = 'article.markdown-body a[href*="huggingface.co/"], article.markdown-body a[href*="hf.co/"]'
const HUB_MODEL =
  /(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|docs\/|papers\/|blog\/)[\w.-]+\/[\w.-]+/i
const TOPIC = 'a.topic-tag, a[href^="/topics/"]'
const MODEL_TOPIC =
  /^\/topics\/(?:llms?|language-model|large-language-models?|pretrained-models?|foundation-models?|diffusion-models?|vision-language-model|text-to-(?:speech|image|video))$/i
const FILE = 'a[title*="MODEL" i], a[title*="model_card" i]'
const MODEL_FILE = /^(?:model_?-?card.*\.md|licen[cs]e[-_.]model.*|model[-_]licen[cs]e.*)$/i
const WEIGHTS_LINK =
  'article.markdown-body a[href$=".pth"], article.markdown-body a[href$=".ckpt"], article.markdown-body a[href$=".safetensors"]'

/** The element after which the badge stands: behind the repository's name and its label. */
export function anchor(document: Document): Element | null {
  const old = document.querySelector(`${CONTAINER} strong a[href]`)?.closest('strong')
  if (old) return old.parentElement?.querySelector('.Label') ?? old
  const title = document.querySelector(TITLE)
  if (title)
    return title.querySelector('[data-testid="repo-visibility-label"]') ?? title.lastElementChild ?? title
  return document.querySelector(CRUMBS) ?? document.querySelector(MARKETPLACE)
}

/** Null on pages without a repository's header, on another repository's left-overs, and on all that is not public. */
export function glimpse(document: Document, place: Place): Glimpse | null {
  if (place.id.startsWith('marketplace/')) return marketplace(document)
  if (!anchor(document)) return null
  const name = nameOf(document)
  if (name === null || name.toLowerCase() !== place.id.toLowerCase() || !isPublic(document)) return null
  return {
    home: 'github',
    id: name,
    lastModified: null,
    model: null,
    unreadable: false,
    certain: false,
    worth: isWorthAsking(document),
  }
}

function nameOf(document: Document): string | null {
  const told = document.querySelector(NWO)?.getAttribute('content')
  if (told) return told
  const link =
    document.querySelector(`${CONTAINER} strong a[href]`) ??
    document.querySelector(`${TITLE} a[data-testid="repo-name-link"]`) ??
    [...document.querySelectorAll(`:is(${CRUMBS}) li a[href]`)].at(1)
  const path = link?.getAttribute('href')?.replace(/^https:\/\/github\.com/, '')
  return /^\/([\w.-]+\/[\w.-]+)\/?$/.exec(path ?? '')?.[1] ?? null
}

/** Nothing is asked and nothing shown where this is not sure. */
function isPublic(document: Document): boolean {
  const told = document.querySelector(PUBLIC)?.getAttribute('content')
  if (told === 'true') return true
  if (told === 'false') return false
  const embedded = embeddedOf(document)
  if (embedded && `${embedded.ownerLogin}/${embedded.name}`.toLowerCase() === nameOf(document)?.toLowerCase())
    return !embedded.private
  const label = document.querySelector(LABEL)?.textContent?.trim() ?? ''
  if (/^(?:private|internal)/i.test(label)) return false
  return /^public/i.test(label) || document.body?.classList.contains('logged-out') === true
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

function isWorthAsking(document: Document): boolean {
  const some = (selector: string, test: (element: Element) => boolean) =>
    [...document.querySelectorAll(selector)].slice(0, 200).some(test)
  return (
    some(HUB_LINK, (link) => HUB_MODEL.test(link.getAttribute('href') ?? '')) ||
    some(TOPIC, (link) => MODEL_TOPIC.test(link.getAttribute('href') ?? '')) ||
    some(FILE, (link) => MODEL_FILE.test(link.getAttribute('title') ?? '')) ||
    document.querySelector(WEIGHTS_LINK) !== null
  )
}
