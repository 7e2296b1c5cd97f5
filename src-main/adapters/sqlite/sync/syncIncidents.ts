import type { Database } from 'better-sqlite3'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { Clock } from '#shared/kernel/clock.ts'
import type { Incident } from '#shared/operations/authority/outputs.ts'
import type { KeptIncident } from '#shared/usecases/sharingPorts.ts'

/** What a human must see, kept until he did and after [SY17, SY20]. */
export interface SyncIncidents {
  /** The same incident told again is one incident. */
  note(incident: Incident): void
  /** The newest first. */
  list(): readonly KeptIncident[]
  unseen(): number
  /** False when there is no such incident. */
  see(id: number): boolean
}

export function syncIncidents(database: Database, clock: Clock): SyncIncidents {
  const known = database
    .prepare<[string], number>('SELECT count(*) FROM sync_incidents WHERE incident = ?')
    .pluck()
  const insert = database.prepare('INSERT INTO sync_incidents (at_ms, incident, seen) VALUES (?, ?, 0)')
  const all = database.prepare<[], { id: number; at: number; incident: string; seen: number }>(
    'SELECT id, at_ms AS at, incident, seen FROM sync_incidents ORDER BY id DESC',
  )
  const unseen = database.prepare<[], number>('SELECT count(*) FROM sync_incidents WHERE seen = 0').pluck()
  const see = database.prepare('UPDATE sync_incidents SET seen = 1 WHERE id = ?')
  return {
    note: (incident) => {
      const text = canonicalJson(incident as unknown as Json)
      if (known.get(text) === 0) insert.run(clock.nowMs(), text)
    },
    list: () =>
      all.all().map(({ id, at, incident, seen }) => ({
        id,
        at: new Date(at).toISOString(),
        seen: seen === 1,
        incident: JSON.parse(incident) as Incident,
      })),
    unseen: () => unseen.get() ?? 0,
    see: (id) => see.run(id).changes > 0,
  }
}
