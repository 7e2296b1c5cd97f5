import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { fromCommitted } from '#shared/operations/commitOperation.ts'
import { regularised } from '#shared/operations/replica/openReplica.ts'
import type { ToRegularise } from '#shared/operations/replica/records.ts'
import type { Actor } from '#shared/usecases/ports.ts'
import { serviceActor } from './fileSelf.ts'
import { labelOf, refusedOperations } from './refusedCommits.ts'
import type { SharedFileParts } from './sharedFileParts.ts'

/**
 * Says a refused commit again: the same operations, new identifiers, on the state as it is now, citing it [SY25]. The list is
 * left in the same transaction. Refusals: `FileSharing.takeUp`.
 */
export function takeUpCommit(
  parts: SharedFileParts,
  actor: Actor,
  cid: string,
  choice: 'mine' | 'theirs' | null,
): Result<null> {
  const { copy } = parts.sync
  const refusal = copy.row('toRegularise', cid)
  if (refusal === null) return refuse('entity.missing', { cid })
  if (refusal.verdict === 'conflict' && choice === null) return refuse('input.invalid', { field: 'choice' })
  if (choice === 'theirs')
    return parts.transaction(() => {
      copy.apply(regularised(cid))
      return ok(null)
    })
  const operations = refusedOperations(copy, refusal)
  // An undo says a version, which is another one by now: it is undone again from what stands.
  if (operations.length === 0 || operations.some(({ k }) => k === 'aggregate.revert@1'))
    return refuse('entity.changed-meanwhile', { cid })
  const label = labelOf(parts.sync, cid, operations)
  return parts.act({ actor, label, undoable: true }, cid, (transaction) => {
    for (const operation of operations.map(fromCommitted)) {
      const said = transaction.emit(
        operation.kind,
        operation.entity,
        operation.data as never,
        operation.onBehalfOf,
      )
      if (!said.ok) return said
    }
    copy.apply(regularised(cid))
    return ok(null)
  })
}

/**
 * [SY14, SY39] What was refused only because of the chain it was written in (forked, of a retired device) is said again under
 * the new one without asking anybody. What has no meaning any more stays in the list.
 */
export function sayFormerAgain(parts: SharedFileParts): void {
  const { copy, devices } = parts.sync
  const head = copy.row('ownHead', 'own')
  if (head === null || head.mustEnrol || head.former.length === 0 || devices.current()?.id !== head.dev)
    return
  const ofFormer = [...copy.scan('toRegularise')].filter(
    ([, refusal]) => refusal.dev !== head.dev && isOfTheChain(refusal),
  )
  const inOrder = ofFormer.sort(([, a], [, b]) => a.seq - b.seq)
  for (const [cid] of inOrder) {
    const userId = parts.sync.acts.actOf(cid)?.userId ?? serviceActor
    takeUpCommit(parts, { userId }, cid, null)
  }
}

const isOfTheChain = ({ verdict, code }: ToRegularise): boolean =>
  verdict === 'forked' || (verdict === 'revoked' && code === 'retired')
