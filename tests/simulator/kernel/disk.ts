/** One transaction: all of it or nothing. A value `undefined` takes the row away. Values are never changed once written. */
export type Rows = readonly (readonly [key: string, value: unknown])[]

/** What a machine may read of its own disk. */
export interface DiskReader {
  get(key: string): unknown
  /** Rows whose key begins so, in the order of their keys. */
  list(prefix: string): readonly (readonly [key: string, value: unknown])[]
}

/**
 * The durable image of one node: a journal of transactions, of which the first `synced` outlive a power cut. A process
 * that dies loses nothing that was written; an image of any earlier time is a shorter journal.
 */
export interface Disk extends DiskReader {
  write(rows: Rows): void
  sync(): void
  readonly written: number
  readonly synced: number
  /** Loses what was not synced, but a prefix of `kept` transactions of it that had reached the plate. */
  cutPower(kept: number): void
  /** As it was after its first `written` transactions. */
  restore(written: number): void
  clone(): Disk
  /** The first `written` transactions, as an image that is read. */
  imageAt(written: number): DiskReader
}

export function emptyDisk(): Disk {
  return diskOf([], 0)
}

function diskOf(first: readonly Rows[], firstSynced: number): Disk {
  let journal = [...first]
  let synced = firstSynced
  let rows = rowsAfter(journal)
  const cutTo = (length: number) => {
    if (length === journal.length) return
    journal = journal.slice(0, length)
    synced = Math.min(synced, length)
    rows = rowsAfter(journal)
  }
  return {
    get: (key) => rows.get(bucketOf(key))?.get(key),
    list: (prefix) => listed(rows, prefix),
    get written() {
      return journal.length
    },
    get synced() {
      return synced
    },
    write(transaction) {
      journal.push(transaction)
      apply(rows, transaction)
    },
    sync() {
      synced = journal.length
    },
    cutPower: (kept) => cutTo(Math.min(journal.length, synced + kept)),
    restore: (written) => cutTo(Math.max(0, Math.min(journal.length, written))),
    clone: () => diskOf(journal, synced),
    imageAt(written) {
      const image = rowsAfter(journal.slice(0, written))
      return { get: (key) => image.get(bucketOf(key))?.get(key), list: (prefix) => listed(image, prefix) }
    },
  }
}

/** Rows by what stands before the first bar of their key: a table is listed without a look at the others. */
type Buckets = Map<string, Map<string, unknown>>

const bucketOf = (key: string): string => key.slice(0, key.indexOf('|') + 1)

function rowsAfter(journal: readonly Rows[]): Buckets {
  const rows: Buckets = new Map()
  for (const transaction of journal) apply(rows, transaction)
  return rows
}

function apply(rows: Buckets, transaction: Rows): void {
  for (const [key, value] of transaction) {
    const place = bucketOf(key)
    const bucket = rows.get(place) ?? new Map<string, unknown>()
    rows.set(place, bucket)
    if (value === undefined) bucket.delete(key)
    else bucket.set(key, value)
  }
}

function listed(rows: Buckets, prefix: string): readonly (readonly [key: string, value: unknown])[] {
  const inOne = prefix.includes('|')
  const found = inOne
    ? [...(rows.get(bucketOf(prefix)) ?? [])]
    : [...rows.values()].flatMap((rows) => [...rows])
  return found.filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
