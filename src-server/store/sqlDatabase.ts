/** What both databases bind and give back. Instants are integer milliseconds since 1970-01-01T00:00:00Z. */
export type SqlValue = string | number | Uint8Array | null

/** SQL of the subset that both databases share, with `?` for each value and no `?` elsewhere. */
export interface SqlReader {
  all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>
  /** The first row, or null. */
  one<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row | null>
}

export interface SqlWriter extends SqlReader {
  /** How many rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): Promise<number>
  /** Several statements without values. */
  script(sql: string): Promise<void>
  /** Takes back `work` alone when it throws; the transaction around goes on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>
  /** Tells every process, once the transaction is durable and never when it is taken back. */
  publish(message: string): Promise<void>
}

/**
 * One database of the server. Reading sees what is committed, never a transaction under way. `transact` runs `work` in
 * one transaction: all or nothing, durable when the promise settles. `work` may run again from its beginning when the
 * database asks for it, so it changes nothing outside. Calling `transact` from inside `work` waits for itself.
 */
export interface SqlDatabase extends SqlReader {
  readonly dialect: SqlDialect
  /** Runs `work` on what is committed at one moment: whatever is written meanwhile is not seen. */
  readTogether<T>(work: (reader: SqlReader) => Promise<T>): Promise<T>
  transact<T>(work: (writer: SqlWriter) => Promise<T>): Promise<T>
  /** Whether `transact` would run the work again for this failure: work that catches failures lets these through. */
  asksAgain(error: unknown): boolean
  /** Every message published by any process from now on, in the order of the transactions. Answers how to stop. */
  onPublished(listener: (message: string) => void): () => void
  /** Runs `work` while no other process does (migrations). */
  alone<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export type SqlDialect = 'sqlite' | 'postgres'

/** Thrown inside `transact` when what was read has changed meanwhile: the whole work runs again, a few times. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
}
