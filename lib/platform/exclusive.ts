/**
 * Does one thing at a time across all tabs of the extension, so that a list that is read, changed and written back
 * loses nothing to another tab doing the same (Web Locks API). Without locks it is done at once.
 */
export function exclusively<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return locks ? locks.request(`openmark.${name}`, work) : work()
}
