const HUB = 'https://huggingface.co'
const PATIENCE_MS = 3_000

/**
 * Whether the Hub answers from here within three seconds.
 * @returns false on any failure: no name server, a refusing proxy, a timeout or a server error
 */
export async function hubAnswers(fetchPage: typeof fetch = fetch): Promise<boolean> {
  try {
    const response = await fetchPage(HUB, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.status < 400
  } catch {
    return false
  }
}
