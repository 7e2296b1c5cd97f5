import type { Database } from 'better-sqlite3'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { dossierIn } from '#shared/operations/rights/mayRead.ts'
import { tellsAside } from '#shared/operations/scopes/dossiersTold.ts'
import type { SpaceRows } from './spaceRows.ts'

/**
 * [SY4] What speaks of something that was taken away from this copy, outside of it: the bodies of the commits that the file
 * wrote before it was shared (their headers and signatures stay, the chain still verifies), and the labels of the acts.
 */
export function forgetTaken(
  database: Database,
  copy: SpaceRows,
): (left: readonly string[], changes: readonly RowChange[]) => void {
  const dropBodies = database.prepare(
    "UPDATE commits SET body = x'' WHERE position IN (SELECT commit_position FROM operations WHERE entity = ?)",
  )
  const hideLabels = database.prepare(
    `UPDATE acts SET label = '${takenAway}', standing = 'gone'
     WHERE id IN (SELECT act FROM operations WHERE entity = ?)`,
  )
  const hideLabel = database.prepare(
    `UPDATE acts SET label = '${takenAway}', standing = 'gone'
     WHERE id = (SELECT act FROM sync_acts WHERE cid = ?)`,
  )
  return (left, changes) => {
    for (const entity of left) {
      dropBodies.run(entity)
      hideLabels.run(entity)
    }
    for (const change of changes) {
      if (change.table !== 'own' || change.row === null || change.row.commit.body.length > 0) continue
      const { scope, cid } = change.row
      const dossier = dossierIn(scope)
      const isGone = dossier === null ? tellsAside(scope) : copy.row('purged', dossier) !== null
      if (isGone) hideLabel.run(cid)
    }
  }
}

/** A label may name the applicant. */
const takenAway = 'Dossier retiré de ce poste'
