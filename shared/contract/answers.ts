import type { Committee } from '#shared/domain/committee/committee.ts'

export type { Verification } from '#shared/domain/documents/verification.ts'
export type { ImportOutcome } from '#shared/domain/dossier/importOutcome.ts'
export type { HistoryLine } from '#shared/domain/history/historyLine.ts'
export type { SessionSummary } from '#shared/domain/session/sessionSummary.ts'

export interface AppState {
  readonly version: string
  readonly host: 'electron' | 'browser' | 'cli'
  readonly file: { readonly path: string; readonly name: string; readonly committee: Committee | null } | null
  readonly recentFiles: readonly {
    readonly path: string
    readonly name: string
    readonly quickUnlock: boolean
  }[]
  /** The host has the operating system's key store. */
  readonly keyStoreAvailable: boolean
  /** A path given on the command line or by a double click, waiting for its passphrase. */
  readonly pendingPath: string | null
  readonly savedAt: string | null
  readonly undo: string | null
  readonly redo: string | null
  /** The member who holds the laptop and sees as a member; null: the secretary. */
  readonly viewer: { readonly memberId: string; readonly name: string } | null
}

export interface DoctorVerdict {
  readonly sound: boolean
  readonly verdict: string
}
