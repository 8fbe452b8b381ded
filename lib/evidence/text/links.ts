/** Which repository or paper an address in a card points at. */

/** `owner/name` of a GitHub address, or null. */
export function githubOf(url: string): string | null {
  const match = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,60})\/([\w.-]{1,100})/i.exec(url)
  if (!match) return null
  const name = match[2]?.replace(/\.git$/i, '').replace(/(?<!\.)\.+$/, '')
  return name ? `${match[1]}/${name}` : null
}

/** A paper's page: arXiv and other preprint servers, ACL Anthology, OpenReview, a DOI, a journal, the Hub's own paper page. */
export const isPaper = (url: string): boolean =>
  /^https?:\/\/(?:www\.)?(?:arxiv\.org\/(?:abs|pdf)\/|aclanthology\.org\/|openreview\.net\/|doi\.org\/|dl\.acm\.org\/doi\/|huggingface\.co\/papers\/|proceedings\.|papers\.n(?:eur)?ips\.cc\/|(?:www\.)?(?:bio|med|chem)rxiv\.org\/content\/|(?:www\.)?nature\.com\/articles\/|openaccess\.thecvf\.com\/|ieeexplore\.ieee\.org\/document\/|(?:www\.)?isca-(?:speech|archive)\.org\/|(?:academic\.oup|link\.springer|(?:www\.)?(?:cell|science|sciencedirect))\.(?:com|org)\/)/i.test(
    url,
  )

/** A file that its address or its words call a paper, wherever it lies: "[release paper](https://acme.org/paper.pdf)". */
export const isPaperFile = (url: string, words: string): boolean =>
  /^https?:\/\/[^?#]{1,400}\.pdf(?:$|[?#])/i.test(url) &&
  /\bpapers?\b/i.test(`${words.slice(0, 200)} ${url.slice(0, 400)}`)

/** Cited by the Hub's default card template for carbon figures. */
export const TEMPLATE_PAPER = /1910\.09700/

/** A data set of the Hub. */
export const HUB_DATASET = /^https?:\/\/huggingface\.co\/datasets\/[\w.-]+(?:\/[\w.-]+)?/i
