import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { useRead } from '../bridge/useRead.ts'

/** How the open file stands with the others; undefined until it is first read. The host tells each change by itself. */
export const useSync = (): SyncState | undefined => useRead('sync.state', {}).value
