/**
 * The README as the card tab shows it (`.model-card-content`, read by four independent tools in 2025 and 2026). Anybody
 * may read a gated model's card there, while its stored file answers 401. Where the class is gone, nothing else depends on it.
 */

const CARD = '.model-card-content'

/** Longest card that is handed on, in characters. */
const MAX_CARD = 512 * 1024

export function renderedCard(document: Document): string | null {
  const html = document.querySelector(CARD)?.getHTML() ?? null
  return html === null || html.length > MAX_CARD ? null : html
}
