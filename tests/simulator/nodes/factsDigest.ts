import { isInForce, type Recusal } from '#shared/domain/committee/committee.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { Draft } from '#shared/operations/authority/draft.ts'
import type { Cryptography } from './cryptography.ts'

/**
 * [SY13] A short stand-in for the facts of the minutes: the session, and of each point its candidature, its filed sheets
 * without those of recused members, and its recusals. What matters here is that both sides build it from their own copy.
 */
export function factsDigest(
  rows: Pick<Draft, 'row'>,
  sessionId: string,
  cryptography: Cryptography,
): string | null {
  const session = rows.row('aggregate', `session/${sessionId}`)?.state as Session | null | undefined
  if (session == null) return null
  const facts = {
    session,
    points: session.agenda.map(({ candidatureId }) => pointFacts(rows, candidatureId)),
  }
  const digest = cryptography.sha256(new TextEncoder().encode(canonicalJson(facts as unknown as Json)))
  return Buffer.from(digest).toString('hex')
}

function pointFacts(rows: Pick<Draft, 'row'>, candidatureId: string | null): unknown {
  if (candidatureId === null) return null
  const stateOf = (entity: string) => rows.row('aggregate', entity)?.state ?? null
  const recusals = (rows.row('index', `recusals/${candidatureId}`)?.ids ?? []).flatMap(
    (id) => (stateOf(`recusal/${candidatureId}/${id}`) as Recusal | null) ?? [],
  )
  const recused = new Set(recusals.filter(isInForce).map(({ memberId }) => memberId))
  const sheets = (rows.row('index', `sheets/${candidatureId}`)?.ids ?? [])
    .filter((id) => !recused.has(id))
    .flatMap((id) => stateOf(`sheet/${candidatureId}/${id}`) ?? [])
  return { candidature: stateOf(`candidature/${candidatureId}`), recusals, sheets }
}
