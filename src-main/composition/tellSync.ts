import type { HostEvent } from '#shared/contract/contract.ts'
import type { SyncEvent } from '../sync/syncPorts.ts'
import type { AppMemory } from './appMemory.ts'

/** What came from elsewhere, as the windows are told of it. A laptop that was lent to a member tells him nothing of it. */
export function tellSync(memory: AppMemory, tell: (event: HostEvent) => void, event: SyncEvent): void {
  const { engine, file } = memory
  if (engine === null || file === null) return
  if (event.kind === 'changed' || event.kind === 'self')
    tell({ kind: 'changed', savedAt: memory.savedAt, ...file.undoState() })
  if (memory.viewer !== null && !memory.isOwnLaptop) return
  if (event.kind === 'room') tell({ kind: 'room-changed' })
  else tell({ kind: 'sync-changed', state: engine.state() })
}
