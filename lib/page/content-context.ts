/**
 * Stands in for WXT's `ContentScriptContext` in content scripts, which take no context: what they start ends with an
 * `AbortSignal` of their own. WXT's would tell every page, by an event and a posted message, that the extension is
 * there and what it is called, and costs every page 1 kB gzip.
 */
export class ContentScriptContext {}
