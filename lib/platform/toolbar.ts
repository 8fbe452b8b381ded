import { browser } from 'wxt/browser'
import { drawMeterIcon } from '../../components/meter-icon'

const SIZES = [16, 32] as const

/** What a tab's toolbar icon shows: filled segments, perhaps-segments, and the words. Null: the plain icon. */
export interface Mark {
  low: number
  high: number
  title: string
}

/** Marks one tab. The browser itself takes the mark away when the tab goes to another page. Never rejects. */
export async function markTab(tabId: number, mark: Mark | null): Promise<void> {
  try {
    if (mark === null) {
      const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${size}.png`]))
      await browser.action.setIcon({ tabId, path })
      await browser.action.setTitle({ tabId, title: '' })
      return
    }
    const imageData: Record<number, ImageData> = {}
    for (const size of SIZES) {
      const context = new OffscreenCanvas(size, size).getContext('2d')
      if (!context) return
      drawMeterIcon(context, size, mark.low, mark.high)
      imageData[size] = context.getImageData(0, 0, size, size)
    }
    await browser.action.setIcon({ tabId, imageData })
    await browser.action.setTitle({ tabId, title: mark.title })
  } catch {
    // The tab is gone, or the browser draws no icons.
  }
}
