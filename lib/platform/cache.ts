import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/**
 * Answers of the sites, kept in IndexedDB: bounded in number, oldest first out. Storage that is full, blocked or broken
 * is as good as an empty cache: the sites are asked again and nothing else suffers. An entry from the future was written
 * before the clock was set back: it is as good as none.
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
/** Clocks that are set right by some minutes make nothing stale, in milliseconds. */
const SLACK = 5 * 60_000
/** A database that another version of the extension holds open is not waited for, in milliseconds. */
const PATIENCE = 3_000

/**
 * 1: `answers`. 2 and 3: what rules of before were read by is dropped (`facts/…`, `repository/…`: nobody would find it again,
 * and it takes the place of others); hashes of weights, bases and data sets stay.
 */
const VERSION = 3
const OUTDATED = /^(?:facts\/[1-8]|repository\/[12])\//

let opening: Promise<IDBPDatabase<Schema>> | null = null

function open(): Promise<IDBPDatabase<Schema>> {
  opening ??= Promise.race([openNow(), tooLong()]).catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}

const openNow = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('openmark', VERSION, {
    upgrade(database, before, _, transaction) {
      if (before < 1) {
        database.createObjectStore('answers', { keyPath: 'key' }).createIndex('storedAt', 'storedAt')
        return
      }
      const answers = transaction.objectStore('answers')
      answers
        .getAllKeys()
        .then((keys) =>
          Promise.all(keys.filter((key) => OUTDATED.test(key)).map((key) => answers.delete(key))),
        )
        .catch(() => {})
    },
    blocking(_before, _wanted, event) {
      // A newer version waits for this one to let go.
      opening = null
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated() {
      opening = null
    },
  })

const tooLong = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('the database does not open')), PATIENCE))

/** The value stored under a key not longer than `maxAge` milliseconds ago, or undefined. */
export async function readCache(key: string, maxAge: number): Promise<unknown> {
  try {
    const entry = await (await open()).get('answers', key)
    return entry && isFresh(entry, maxAge) ? entry.value : undefined
  } catch {
    return undefined
  }
}

function isFresh({ storedAt }: CacheEntry, maxAge: number): boolean {
  const age = Date.now() - storedAt
  return age >= -SLACK && age <= maxAge
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
    const [latest] = entries.filter((entry) => isFresh(entry, maxAge)).sort((a, b) => b.storedAt - a.storedAt)
    return latest
  } catch {
    return undefined
  }
}

/** Stores a value; drops the oldest ones past the bound. */
export async function writeCache(key: string, value: unknown): Promise<void> {
  try {
    const database = await open()
    await database.put('answers', { key, storedAt: Date.now(), value })
    const surplus = (await database.count('answers')) - MAX_ENTRIES
    if (surplus > 0) await drop(database, surplus)
  } catch {
    // Not kept; asked again next time.
  }
}

/** Drops the oldest; before them those that a clock gone wrong dated into the future and that would never be old. */
async function drop(database: IDBPDatabase<Schema>, surplus: number): Promise<void> {
  const transaction = database.transaction('answers', 'readwrite')
  const index = transaction.store.index('storedAt')
  const future = await index.getAllKeys(IDBKeyRange.lowerBound(Date.now() + SLACK), surplus)
  const oldest = await index.getAllKeys(null, surplus)
  const dropped = new Set([...future, ...oldest].slice(0, surplus))
  await Promise.all([...dropped].map((key) => transaction.store.delete(key)))
  await transaction.done
}

/** Forgets everything. */
export async function clearCache(): Promise<void> {
  try {
    await (await open()).clear('answers')
  } catch {
    // There was nothing to forget.
  }
}
