import type { Database } from 'better-sqlite3'
import type { Result } from '#shared/kernel/result.ts'
import type { OwnHead } from '#shared/operations/replica/records.ts'
import type { Act, Transaction } from '#shared/usecases/ports.ts'
import type { FileStores } from '../store/fileStores.ts'
import type { SyncStores } from './syncStores.ts'

/** What sharing needs of the open file that it belongs to. */
export interface SharedFileParts {
  readonly database: Database
  readonly path: string
  readonly stores: FileStores
  readonly sync: SyncStores
  /** One database transaction, durable when it answers; a refusal or an exception rolls back. Throws while an act is under way. */
  transaction<T>(work: () => T): T
  /** The same, at once or as soon as the act under way has ended. For what answers nothing. */
  whenFree(work: () => void): void
  /** One act of its user that says a refused commit again. */
  act<T>(act: Act, takesUp: string, work: (transaction: Transaction) => Result<T>): Result<T>
  /** The head of the chain as it is durable: while a long act is under way, as it was before it; else undefined. */
  headBeforeAct(): OwnHead | null | undefined
}
