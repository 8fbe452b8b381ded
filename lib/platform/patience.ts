import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

/**
 * Until when a host asked to be left alone, in milliseconds since 1970: for as long as the browser runs, because a worker
 * is ended after thirty idle seconds and would ask again.
 */

const KEY = 'patience'
const schema = z.record(z.string(), z.number())

export async function loadPatience(): Promise<Record<string, number>> {
  try {
    const parsed = z.safeParse(schema, (await browser.storage.session.get(KEY))[KEY])
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

/** Never rejects: what cannot be kept is known to this worker alone. */
export async function savePatience(patience: Record<string, number>): Promise<void> {
  try {
    await browser.storage.session.set({ [KEY]: patience })
  } catch {
    // As above.
  }
}
