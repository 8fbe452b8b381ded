/**
 * Stands in for the polyfill in content scripts (see wxt.config.ts): what they use of the API (storage, i18n, sending a
 * message) answers with promises in every browser that is supported, and every page would pay 3 kB gzip for the polyfill.
 */

declare global {
  var browser: unknown
  var chrome: unknown
}

export default globalThis.browser ?? globalThis.chrome
