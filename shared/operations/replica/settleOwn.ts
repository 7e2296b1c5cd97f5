import type { Draft } from '../authority/draft.ts'
import type { Entry } from '../authority/entry.ts'
import { isFinal } from '../authority/verdict.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import { isHubLog } from '../lease/lease.ts'
import { dossierIn } from '../rights/mayRead.ts'
import { dossiersTold, tellsAside } from '../scopes/dossiersTold.ts'
import type { ReplicaOutput } from './outputs.ts'
import { dropBody } from './purgeDossier.ts'
import { type OwnCommit, ownKey } from './records.ts'

/**
 * [SY5, SY25] What an authority said of a commit of this device: it is pending no more; refused, it leaves the state and stays
 * in the list « à régulariser ». A verdict that differs from one that was given before is an incident, never hidden.
 */
export function settleOwn(rows: Draft, entry: Entry, touched: Set<string>): readonly ReplicaOutput[] {
  const { cid, verdict, code, log, g } = entry
  const place = rows.row('ownSeq', cid)
  const own = place && rows.row('own', ownKey(place))
  if (place === null || own === null) return []
  const { dev, seq } = place
  const before = own.ruling
  if (before !== null && before.verdict === verdict) {
    // What a room said is said now where it is kept for good [SY66].
    if (isHubLog(before.log) && !isHubLog(log))
      rows.put('own', ownKey(place), { ...own, ruling: { verdict, code, log, g }, earlier: null })
    return []
  }
  const isSaid = before !== null && isFinal(before.verdict)
  // A room that was opened without the centre does not know what the centre had answered.
  if (isSaid && isHubLog(log) && !isHubLog(before.log)) return []
  rows.put('own', ownKey(place), {
    ...own,
    ruling: { verdict, code, log, g },
    // A room said something before the centre put it off: what the centre then says is held against that.
    earlier: isFinal(verdict) ? null : isSaid ? before.verdict : own.earlier,
  })
  if (!isFinal(verdict)) return []
  const outputs: ReplicaOutput[] = []
  const said = isSaid ? before.verdict : own.earlier
  if (said !== null && said !== verdict)
    outputs.push({
      kind: 'incident',
      incident: { of: 'verdict-differs', cid, log, theirs: said, ours: verdict },
    })
  for (const entity of own.entities) {
    const ops = (rows.row('pendingOn', entity)?.ops ?? []).filter(
      (each) => each.dev !== dev || each.seq !== seq,
    )
    rows.put('pendingOn', entity, ops.length === 0 ? null : { ops })
    touched.add(entity)
  }
  if (verdict === 'ok') {
    rows.put('toRegularise', cid, null)
    return [...outputs, { kind: 'settled', cid, seq }]
  }
  const refusal = { dev, seq, verdict, code, entities: own.entities }
  rows.put('toRegularise', cid, refusal)
  outputs.push({ kind: 'refused', cid, refusal })
  if (verdict === 'forked' || verdict === 'revoked') {
    const head = rows.row('ownHead', 'own')
    // What is said of a former chain was answered by enrolling again.
    if (head?.dev !== dev) return outputs
    rows.put('ownHead', 'own', { ...head, mustEnrol: true })
    outputs.push({ kind: 'must-enrol', why: verdict })
  }
  return outputs
}

/** [SY4] Once what was taken away is known: the body of an own settled commit that tells of it goes too. */
export function forgetOwn(rows: Draft, cid: string): void {
  const place = rows.row('ownSeq', cid)
  const own = place && rows.row('own', ownKey(place))
  const isGone = (dossier: string): boolean => rows.row('purged', dossier) !== null
  if (own !== null && dossiersOfOwn(rows, own).some(isGone)) dropBody(rows, cid)
}

/** [SY54] The dossiers that an own commit tells something of. */
export function dossiersOfOwn(
  rows: Pick<Draft, 'row'>,
  { scope, commit }: Pick<OwnCommit, 'scope' | 'commit'>,
): readonly string[] {
  const dossier = dossierIn(scope)
  if (dossier !== null || !tellsAside(scope)) return dossier === null ? [] : [dossier]
  const body = decodeCommitBody(commit.body)
  return body.ok ? body.value.ops.flatMap((operation) => dossiersTold(operation, rows)) : []
}
