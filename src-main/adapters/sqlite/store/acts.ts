import type { Database } from 'better-sqlite3'

export type ActKind = 'undoable' | 'lasting' | 'aside' | 'undo' | 'redo'

export interface RecordedAct {
  readonly id: number
  readonly userId: string
  readonly label: string
  readonly kind: ActKind
}

/**
 * What was done, act by act, for « Annuler » and « Rétablir ». A pile of undoable acts; a lasting act (a session opened
 * or closed) bars what came before it, so that nobody changes marks under a closed session by pressing Ctrl+Z.
 */
export interface Acts {
  /** Something new was done, unless it is an undo or a redo: what was undone cannot be redone any more. */
  record(userId: string, label: string, kind: ActKind): number
  reclassify(act: number, kind: ActKind): void
  nextUndo(): RecordedAct | undefined
  nextRedo(): RecordedAct | undefined
  setStanding(act: number, standing: 'done' | 'undone'): void
  label(act: number): string
}

export function actsOf(database: Database): Acts {
  const insert = database.prepare(
    "INSERT INTO acts (user_id, label, kind, standing) VALUES (?, ?, ?, 'done')",
  )
  const reclassify = database.prepare('UPDATE acts SET kind = ? WHERE id = ?')
  const drop = database.prepare("UPDATE acts SET standing = 'gone' WHERE standing = 'undone'")
  const newestDone = database.prepare<[], RecordedAct>(
    `SELECT id, user_id AS userId, label, kind FROM acts
     WHERE standing = 'done' AND kind IN ('undoable', 'lasting') ORDER BY id DESC LIMIT 1`,
  )
  const oldestUndone = database.prepare<[], RecordedAct>(
    "SELECT id, user_id AS userId, label, kind FROM acts WHERE standing = 'undone' ORDER BY id LIMIT 1",
  )
  const setStanding = database.prepare('UPDATE acts SET standing = ? WHERE id = ?')
  const label = database.prepare<[number], string>('SELECT label FROM acts WHERE id = ?').pluck()
  const record = (userId: string, actLabel: string, kind: ActKind): number => {
    if (kind !== 'undo' && kind !== 'redo') drop.run()
    return Number(insert.run(userId, actLabel, kind).lastInsertRowid)
  }
  return {
    record,
    reclassify: (act, kind) => {
      reclassify.run(kind, act)
    },
    nextUndo: () => {
      const act = newestDone.get()
      return act?.kind === 'undoable' ? act : undefined
    },
    nextRedo: () => oldestUndone.get(),
    setStanding: (act, standing) => {
      setStanding.run(standing, act)
    },
    label: (act) => label.get(act) ?? '',
  }
}
