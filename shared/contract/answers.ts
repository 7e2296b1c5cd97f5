import type { Committee } from '#shared/domain/committee/committee.ts'
import type { DuplicatePair } from '#shared/domain/dossier/importPreview.ts'
import type { Session } from '#shared/domain/session/session.ts'

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
}

export interface HistoryLine {
  readonly version: number
  readonly at: string
  readonly who: string
  readonly onBehalfOf: string | null
  readonly label: string
  /** Field by field, in French, before and after. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

export interface ImportOutcome {
  readonly importId: string
  readonly imported: number
  readonly toCheck: number
  readonly skipped: Readonly<Record<string, number>>
  readonly errors: readonly { readonly line: number; readonly message: string }[]
  readonly duplicates: readonly DuplicatePair[]
}

export interface SessionSummary {
  readonly id: string
  readonly callId: string
  readonly callName: string
  readonly date: string
  readonly place: string
  readonly status: Session['status']
  readonly items: number
  readonly decided: number
  readonly number: string | null
}

export interface DoctorVerdict {
  readonly sound: boolean
  readonly verdict: string
}

export interface Verification {
  readonly verdict: 'conforme' | 'modifié' | 'inconnu'
  /** French: what was compared and what differs. */
  readonly sentence: string
  readonly sessionId: string | null
  readonly differences: readonly string[]
}
