import { accepted, isFinal } from '../authority/verdict.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import { type Applied, refused, type Trial } from './trial.ts'

/**
 * [SY28, SY60] Drops the bodies of commits that have their final verdict. Headers, signatures and receipts stay, so that every
 * chain still verifies; the state that the operations left stays too (an ordinary operation changes it first), but nobody
 * goes back behind it any more. What says who had which right, or what was erased, is never dropped: without it nobody could
 * tell a body that was erased from one that was taken away.
 */
export function eraseBodies({ rows }: Trial, commits: readonly string[]): Applied {
  for (const cid of commits) {
    const record = rows.row('commit', cid)
    if (record === null || record.ruling === null || !isFinal(record.ruling.verdict))
      return refused({ verdict: 'invalid', code: 'missing' })
    if (record.erased) continue
    const body = decodeCommitBody(record.commit.body)
    if (body.ok && body.value.ops.some(({ k }) => isRightsAct(k)))
      return refused({ verdict: 'invalid', code: 'entity' })
    const wasApplied = body.ok && record.ruling.verdict === 'ok'
    const entities = [...new Set(wasApplied ? body.value.ops.map(({ e }) => e) : [])]
    for (const entity of entities) {
      const aggregate = rows.row('aggregate', entity)
      if (aggregate !== null) rows.put('base', entity, aggregate)
    }
    rows.put('erasure', cid, { entities })
    rows.put('commit', cid, {
      ...record,
      commit: { ...record.commit, body: new Uint8Array(0) },
      erased: true,
    })
  }
  return { ...accepted, effects: [{ erased: commits }] }
}

/** Of the control scope all but who somebody is: a name and an address are the only personal data in it. */
const isRightsAct = (kind: string): boolean =>
  ['device.', 'mandate.', 'lease.', 'erasure.'].some((of) => kind.startsWith(of))
