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

/** Cited by the Hub's default card template for carbon figures. */
export const TEMPLATE_PAPER = /1910\.09700/
