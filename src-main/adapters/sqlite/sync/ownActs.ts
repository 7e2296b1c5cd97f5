import type { Database } from 'better-sqlite3'
import type { RecordedAct } from '../store/acts.ts'

/** Which act each own commit of a shared file belongs to: its label, what « Annuler » takes back. */
export interface OwnActs {
  link(cid: string, act: number, takesUp: string | null): void
  /** In the order in which they were signed. */
  commitsOf(act: number): readonly string[]
  actOf(cid: string): RecordedAct | undefined
  /** Whether something says this refused commit again. */
  isTakenUp(cid: string): boolean
}

export function ownActs(database: Database): OwnActs {
  const insert = database.prepare('INSERT INTO sync_acts (cid, act, takes_up) VALUES (?, ?, ?)')
  const ofAct = database.prepare<[number], string>('SELECT cid FROM sync_acts WHERE act = ?').pluck()
  const act = database.prepare<[string], RecordedAct>(
    `SELECT acts.id, acts.user_id AS userId, acts.label, acts.kind
     FROM sync_acts JOIN acts ON acts.id = sync_acts.act WHERE cid = ?`,
  )
  const taken = database
    .prepare<[string], number>('SELECT count(*) FROM sync_acts WHERE takes_up = ?')
    .pluck()
  return {
    link: (cid, id, takesUp) => {
      insert.run(cid, id, takesUp)
    },
    commitsOf: (id) => ofAct.all(id),
    actOf: (cid) => act.get(cid),
    isTakenUp: (cid) => (taken.get(cid) ?? 0) > 0,
  }
}
