import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/**
 * Answers of the sites, kept in IndexedDB: bounded in number, oldest first out. Storage that is full, blocked or broken
 * is as good as an empty cache: the sites are asked again and nothing else suffers.
 */

export interface CacheEntry {
  key: string
  /** Milliseconds since 1970. */
  storedAt: number
  value: unknown
}

interface Schema extends DBSchema {
  answers: { key: string; value: CacheEntry; indexes: { storedAt: number } }
}

const MAX_ENTRIES = 300
/** Answers of one model that are weighed for the latest. */
const MAX_SAME = 8

let opening: Promise<IDBPDatabase<Schema>> | null = null

function open(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('openmark', 1, {
    upgrade(database) {
      database.createObjectStore('answers', { keyPath: 'key' }).createIndex('storedAt', 'storedAt')
    },
    terminated() {
      opening = null
    },
  }).catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}

/** The value stored under a key not longer than `maxAge` milliseconds ago, or undefined. */
export async function readCache(key: string, maxAge: number): Promise<unknown> {
  try {
    const entry = await (await open()).get('answers', key)
    return entry && Date.now() - entry.storedAt <= maxAge ? entry.value : undefined
  } catch {
    return undefined
  }
}

/** The value stored last under any key that begins so, with its key; undefined as above. */
export async function readLatest(
  beginning: string,
  maxAge: number,
): Promise<{ key: string; value: unknown } | undefined> {
  try {
    const entries = await (await open()).getAll(
      'answers',
      IDBKeyRange.bound(beginning, `${beginning}\uffff`),
      MAX_SAME,
    )
    const [latest] = entries.sort((a, b) => b.storedAt - a.storedAt)
    return latest && Date.now() - latest.storedAt <= maxAge ? latest : undefined
  } catch {
    return undefined
  }
}

/** Stores a value; drops the oldest ones past the bound. */
export async function writeCache(key: string, value: unknown): Promise<void> {
  try {
    const database = await open()
    await database.put('answers', { key, storedAt: Date.now(), value })
    let surplus = (await database.count('answers')) - MAX_ENTRIES
    if (surplus <= 0) return
    const transaction = database.transaction('answers', 'readwrite')
    let cursor = await transaction.store.index('storedAt').openCursor()
    while (cursor && surplus > 0) {
      await cursor.delete()
      surplus -= 1
      cursor = await cursor.continue()
    }
    await transaction.done
  } catch {
    // Not kept; asked again next time.
  }
}

/** Forgets everything. */
export async function clearCache(): Promise<void> {
  try {
    await (await open()).clear('answers')
  } catch {
    // There was nothing to forget.
  }
}
