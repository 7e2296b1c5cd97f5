import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import type { KeyStore } from '../../keys/keyStore.ts'
import type { Invariant } from '../doctor/examine.ts'
import type { Migration } from '../migrations/migrations.ts'

/** What the files of one host share. */
export interface FileSettings {
  readonly clock: Clock
  readonly randomness: Randomness
  /** From `machineId`: which device chain is ours in a file. */
  readonly machineId: string
  /** Build that signs, e.g. "0.1.0". */
  readonly app: string
  readonly keyStore: KeyStore
  readonly migrations: readonly Migration[]
  /** Rules of the domain that the doctor checks after its own. */
  readonly invariants: readonly Invariant[]
}
