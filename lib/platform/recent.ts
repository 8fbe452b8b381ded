import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { atMost } from '../bounds'
import { exclusively } from './exclusive'

/** The last licence checks, newest first; kept on this machine only, never synced. */

const KEY = 'recent'
const MAX = 10
const schema = z.array(z.string().check(atMost(300)))

export async function loadRecent(): Promise<string[]> {
  try {
    const parsed = z.safeParse(schema, (await browser.storage.local.get(KEY))[KEY])
    return parsed.success ? parsed.data.slice(0, MAX) : []
  } catch {
    return []
  }
}

/** Puts a check first; texts that were pasted are not kept. Answers the list as it stands then. */
export const addRecent = (query: string): Promise<string[]> =>
  exclusively('recent', async () => {
    const recent = [query, ...(await loadRecent()).filter((known) => known !== query)].slice(0, MAX)
    await store(recent)
    return recent
  })

export const forgetRecent = (): Promise<void> => store([])

async function store(recent: string[]): Promise<void> {
  try {
    await browser.storage.local.set({ [KEY]: recent })
  } catch {
    // A full disk forgets the list, nothing else.
  }
}
