import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Committee, Member, Recusal } from '#shared/domain/committee/committee.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { AggregateState } from '../operation.ts'
import type { AuditLine, FoundState } from './auditLine.ts'
import type { AuditSource } from './auditLines.ts'
import type { SeenLog } from './lookThrough.ts'

/**
 * What the log found when it began [SY32]: devices and mandates that no entry gave, chains that go on from before, and of the
 * states of the file those that the auditor judges by. No name, no mark, no text.
 * @param withStates the states are those of the founding; false where they are of another moment.
 */
export async function* foundLines(
  source: AuditSource,
  seen: SeenLog,
  withStates: boolean,
): AsyncGenerator<AuditLine> {
  for await (const [id, { user, publicKey }] of source.scan('device'))
    yield { is: 'device', id, user, key: publicKey, founding: !seen.devices.has(id) }
  for await (const [, { list }] of source.scan('mandates'))
    for (const { id, user, role, memberId, dossiers, ended } of list)
      if (!seen.mandates.has(id) && (!ended || seen.endedMandates.has(id)))
        yield { is: 'mandate', id, user, role, memberId, dossiers }
  for (const [dev, { seq, prev }] of seen.firsts)
    if (seq > 1 && prev !== null) yield { is: 'chain', dev, seq: seq - 1, id: prev }
  if (withStates) yield* foundStates(source)
  for await (const [id, { session, dossiers, hub, successors, standing, endedG }] of source.scan('lease'))
    yield { is: 'lease', id, session, dossiers, hub, successors, standing, endedG }
}

async function* foundStates(source: AuditSource): AsyncGenerator<AuditLine> {
  const rebased = new Set<string>()
  for await (const [, { entities }] of source.scan('erasure'))
    for (const entity of entities) rebased.add(entity)
  for await (const [entity, { state }] of source.scan('base')) {
    if (!judgedBy(entity)) continue
    // Its history is in the log from its first version: its base is one that an erasure made.
    if ((await source.row('made', `${entity}@1`)) !== null) continue
    const told = rebased.has(entity) || state === null ? null : foundState(entity, state)
    if (state !== null || rebased.has(entity)) yield { is: 'state', entity, state: told }
  }
}

const judgedBy = (entity: string): boolean =>
  ['committee/', 'member/', 'candidature/', 'recusal/', 'session/'].some((kind) => entity.startsWith(kind))

function foundState(entity: string, state: AggregateState): FoundState {
  switch (entity.slice(0, entity.indexOf('/'))) {
    case 'committee': {
      const { instanceType, proxiesPerHolder } = state as Committee
      return { instanceType, proxiesPerHolder: proxiesPerHolder ?? 1 }
    }
    case 'member': {
      const { role, voice, inOffice, substituteOf } = state as Member
      return { role, voice, inOffice, substituteOf: substituteOf ?? null }
    }
    case 'candidature': {
      const { dossierId, mergedInto } = state as Candidature
      return { dossierId, mergedInto: mergedInto ?? null }
    }
    case 'recusal': {
      const { status, counting } = state as Recusal
      return { status, counting }
    }
    default:
      return ofSession(state as Session)
  }
}

const ofSession = (session: Session): FoundState => ({
  status: session.status,
  secondConvocation: session.secondConvocation,
  agenda: session.agenda.map(({ id, kind, candidatureId, outcome }) => ({
    id,
    kind,
    candidatureId,
    opinion: outcome?.opinion ?? null,
  })),
  present: presentIds(session),
  substitutions: session.substitutions,
  proxies: session.proxies.map(({ giverId, holderId }) => ({ giverId, holderId })),
})
