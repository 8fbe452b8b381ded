/**
 * Whether the parser has left this element: all of it is there, nothing will be added by the page's own text. What is
 * read or laid over an element before that is about half of it, and moves with the rest.
 */
export function isParsed(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true
  for (let at: Element | null = element; at; at = at.parentElement) if (at.nextSibling) return true
  return false
}
