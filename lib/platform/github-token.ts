import { browser } from 'wxt/browser'

/**
 * The reader's own token for GitHub's API, if they gave one: on this device only, never synced, sent to api.github.com
 * and nowhere else. It lifts the API's limit from 60 to 5,000 requests an hour and needs no rights at all.
 */

const KEY = 'github.token'
/** Classic, fine-grained and OAuth tokens (docs.github.com, 2026); anything else is no token. */
const TOKEN = /^(?:gh[a-z]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})$/

/** Null without one, or where storage cannot be read. */
export async function loadGithubToken(): Promise<string | null> {
  try {
    const { [KEY]: token } = await browser.storage.local.get(KEY)
    return typeof token === 'string' && TOKEN.test(token) ? token : null
  } catch {
    return null
  }
}

/** Keeps a token, or forgets it for an empty text. Answers false for what is no token. @throws when storage refuses it. */
export async function saveGithubToken(text: string): Promise<boolean> {
  const token = text.trim()
  if (token === '') {
    await browser.storage.local.remove(KEY)
    return true
  }
  if (!TOKEN.test(token)) return false
  await browser.storage.local.set({ [KEY]: token })
  return true
}
