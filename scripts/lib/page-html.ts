import * as z from 'zod/mini'

/** Largest page that is parsed, in characters. Recorded ones are up to 1 MB. */
const MAX_PAGE = 32 * 1024 * 1024

const propsSchema = z.object({ model: z.unknown() })

/**
 * The model object that a saved Hub page holds in its header (`[data-target="ModelHeader"]`, `data-props`); null where
 * there is none. Nothing of the page is run or loaded.
 */
export async function readPageHtml(html: string): Promise<unknown> {
  if (html.length > MAX_PAGE) return null
  // Heavy, and only a snapshot that holds nothing but a page needs it.
  const { Window } = await import('happy-dom')
  const window = new Window({
    settings: {
      disableCSSFileLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
      navigation: { disableMainFrameNavigation: true, disableChildFrameNavigation: true },
    },
  })
  try {
    const page = new window.DOMParser().parseFromString(html, 'text/html')
    const props = page.querySelector('[data-target="ModelHeader"]')?.getAttribute('data-props')
    if (!props) return null
    const parsed = z.safeParse(propsSchema, JSON.parse(props))
    return parsed.success ? (parsed.data.model ?? null) : null
  } catch {
    return null
  } finally {
    await window.happyDOM.close()
  }
}
