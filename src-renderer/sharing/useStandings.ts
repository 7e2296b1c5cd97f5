import type { SyncStanding } from '#shared/contract/syncAnswers.ts'
import { useRead } from '../bridge/useRead.ts'
import { useSync } from './useSync.ts'

const none: readonly SyncStanding[] = []

/** How these things stand with the other laptops; only those that are not in agreement. Nothing is asked of a file that is alone. */
export function useStandings(entities: readonly string[]): readonly SyncStanding[] {
  const isShared = useSync()?.sharing === 'shared'
  const read = useRead(
    'sync.standings',
    { entities: [...entities] },
    { isEnabled: isShared && entities.length > 0, keepPrevious: true },
  )
  return isShared ? (read.value ?? none) : none
}
