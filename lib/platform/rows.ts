import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/**
 * What lists told of models, kept apart from the answers about single models: many small things that must not drive
 * those out. Bounded in number, oldest first out; storage that is full, blocked or broken is as good as an empty one.
 */

interface Kept {
  /** Site and id, lower case. */
  key: string
  /** Milliseconds since 1970. */
  storedAt: number
  row: unknown
}

interface Schema extends DBSchema {
  rows: { key: string; value: Kept; indexes: { storedAt: number } }
}

const MAX_ROWS = 5_000

/** The latest rows in memory as well: what was listed a moment ago is there even where nothing can be stored. */
const recent = new Map<string, Kept>()
const MAX_RECENT = 1_500

let opening: Promise<IDBPDatabase<Schema>> | null = null

function open(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('openmark-lists', 1, {
    upgrade(database) {
      database.createObjectStore('rows', { keyPath: 'key' }).createIndex('storedAt', 'storedAt')
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

/** Rows kept not longer than `maxAge` milliseconds ago, by their key; those that are not there are left out. */
export async function readRows(keys: readonly string[], maxAge: number): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  const take = (entry: Kept | undefined) => {
    const age = entry ? Date.now() - entry.storedAt : -1
    // A time to come: the clock was put back since, and says nothing about the age.
    if (entry && age >= 0 && age <= maxAge) found.set(entry.key, entry.row)
  }
  for (const key of keys) take(recent.get(key))
  if (found.size === keys.length) return found
  try {
    const store = (await open()).transaction('rows').store
    const kept = await Promise.all(keys.filter((key) => !found.has(key)).map((key) => store.get(key)))
    for (const entry of kept) take(entry)
  } catch {
    // Nothing is kept.
  }
  return found
}

/** Keeps rows in one transaction; drops the oldest ones past the bound. */
export async function writeRows(rows: ReadonlyMap<string, unknown>): Promise<void> {
  if (rows.size === 0) return
  const storedAt = Date.now()
  for (const [key, row] of rows) {
    recent.delete(key)
    recent.set(key, { key, storedAt, row })
  }
  for (const oldest of [...recent.keys()].slice(0, -MAX_RECENT)) recent.delete(oldest)
  try {
    const database = await open()
    const transaction = database.transaction('rows', 'readwrite')
    for (const [key, row] of rows) void transaction.store.put({ key, storedAt, row })
    let surplus = (await transaction.store.count()) - MAX_ROWS
    let cursor = surplus > 0 ? await transaction.store.index('storedAt').openCursor() : null
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

/** Forgets all of them. */
export async function clearRows(): Promise<void> {
  recent.clear()
  try {
    await (await open()).clear('rows')
  } catch {
    // There was nothing to forget.
  }
}
