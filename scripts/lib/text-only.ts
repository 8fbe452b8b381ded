/** What of a bundler's plugin is needed here. */
interface Plugin {
  name: string
  transform(code: string, id: string): { code: string; map: null } | undefined
}

const PREACT = /[\\/]node_modules[\\/]preact[\\/]dist[\\/]preact\.m?js(?:\?|$)/

/**
 * Preact knows one way to write HTML (`dangerouslySetInnerHTML`). Nothing here uses it; with this it is not even shipped:
 * what would have been markup becomes text. @throws when Preact no longer looks like it, so that an update is seen.
 */
export function textOnly(): Plugin {
  return {
    name: 'text-only',
    transform(code, id) {
      if (!PREACT.test(id)) return undefined
      if (!code.includes('.innerHTML')) throw new Error('Preact writes HTML in another way now; look again')
      return { code: code.replaceAll('.innerHTML', '.textContent'), map: null }
    },
  }
}
