/**
 * Draws a view without hooks (the badge) into the page. The views are Preact's; its renderer is not carried on every
 * page for one button: 4 kB less to load before the first paint. The panel, loaded when it is opened, has all of it.
 */

const SVG = 'http://www.w3.org/2000/svg'

/** What `jsx()` makes: Preact's own in tests, `view-jsx` in a page. */
interface View {
  type: unknown
  props: Record<string, unknown>
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  'props' in value &&
  typeof value.props === 'object'

/**
 * Shows the view as the container's only element. An element that is there stays, with its focus and its listeners
 * (which therefore must not depend on what is shown); its attributes and its content become the view's.
 */
export function draw(container: Element, view: unknown): void {
  const [made] = build(view, false)
  const there = container.firstElementChild
  if (!(made instanceof Element) || there?.localName !== made.localName) {
    container.replaceChildren(...(made ? [made] : []))
    return
  }
  for (const { name } of [...there.attributes]) if (!made.hasAttribute(name)) there.removeAttribute(name)
  for (const { name, value } of made.attributes) {
    if (there.getAttribute(name) !== value) there.setAttribute(name, value)
  }
  if (!there.isEqualNode(made)) there.replaceChildren(...made.childNodes)
}

function build(view: unknown, svg: boolean): Node[] {
  if (Array.isArray(view)) return view.flatMap((item) => build(item, svg))
  if (typeof view === 'string' || typeof view === 'number') return [document.createTextNode(`${view}`)]
  if (!isView(view)) return []
  const { type, props } = view
  if (typeof type === 'function') return build(Reflect.apply(type, null, [props]), svg)
  const inside = svg || type === 'svg'
  const element = inside ? document.createElementNS(SVG, `${type}`) : document.createElement(`${type}`)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), () => value())
    // ARIA's states say "false"; any other attribute is left out.
    else if (name !== 'children' && value != null && (value !== false || name.startsWith('aria-')))
      element.setAttribute(name, `${value}`)
  }
  element.append(...build(props.children, inside))
  return [element]
}
