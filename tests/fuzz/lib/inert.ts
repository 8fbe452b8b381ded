import { HOSTILE_MARK } from './hostile'

/** What is drawn must be dead: text as text, links only where links may lead. */

/** Elements and attributes through which a page could run or load something. */
const FORBIDDEN =
  'script, iframe, object, embed, img, link, meta, base, form[action], math, video, audio, source'

/** @throws where something drawn could run, load, or lead elsewhere than to an https page. */
export function checkInert(root: ParentNode): void {
  const alive = root.querySelector(FORBIDDEN)
  if (alive) throw new Error(`There is a <${alive.localName}>.`)
  for (const element of root.querySelectorAll('*')) {
    if (!/^[a-z][a-z0-9-]*$/i.test(element.localName) || element.localName.includes(HOSTILE_MARK))
      throw new Error(`There is a <${element.localName}>.`)
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc' || name.includes(HOSTILE_MARK))
        throw new Error(`<${element.localName}> has ${name}.`)
      if (['href', 'src', 'xlink:href', 'action', 'formaction'].includes(name.toLowerCase())) checkLink(value)
    }
  }
}

function checkLink(address: string): void {
  const { protocol } = new URL(address, 'https://page.example/')
  if (protocol !== 'https:') throw new Error(`It links to ${address.slice(0, 200)}.`)
}
