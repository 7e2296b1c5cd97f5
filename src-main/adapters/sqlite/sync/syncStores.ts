import type { Database } from 'better-sqlite3'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { type OwnActs, ownActs } from './ownActs.ts'
import { type SpaceRows, spaceRows } from './spaceRows.ts'
import { type SyncDevices, syncDevices } from './syncDevices.ts'
import { type SyncIncidents, syncIncidents } from './syncIncidents.ts'
import { type SyncSettings, syncSettings } from './syncSettings.ts'

/** The tables of sharing behind their few questions; empty in a file that is alone. */
export interface SyncStores {
  readonly copy: SpaceRows
  readonly acts: OwnActs
  readonly devices: SyncDevices
  readonly settings: SyncSettings
  readonly incidents: SyncIncidents
}

export const syncStores = (
  database: Database,
  machineId: string,
  clock: Clock,
  randomness: Randomness,
): SyncStores => ({
  copy: spaceRows(database, 'copy'),
  acts: ownActs(database),
  devices: syncDevices(database, machineId, clock, randomness),
  settings: syncSettings(database),
  incidents: syncIncidents(database, clock),
})
