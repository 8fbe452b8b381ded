/** Stands in for `preact/jsx-runtime` in content scripts: only makes the objects that `draw` reads. */
export const jsx = (type: unknown, props: Record<string, unknown>): object => ({ type, props })
export { jsx as jsxs }
export const Fragment = ({ children }: { children?: unknown }): unknown => children
