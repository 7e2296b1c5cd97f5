import type { RoomState, SyncState } from '#shared/contract/syncAnswers.ts'
import { useRead } from '../bridge/useRead.ts'

/** The room that this laptop opened or joined; null when there is none or it is not read yet. */
export const useRoom = (sync: SyncState | undefined): RoomState | null =>
  useRead('room.state', {}, { isEnabled: (sync?.room ?? null) !== null, keepPrevious: true }).value ?? null
