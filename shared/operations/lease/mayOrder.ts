import type { Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'
import { mayRead } from '../rights/mayRead.ts'
import { dossiersOfCall } from './aroundSession.ts'

/** Dossiers of the points of an agenda, each once, in order. */
export function dossiersOnAgenda(rows: Pick<Draft, 'row'>, session: Session): readonly string[] {
  const dossiers = session.agenda.flatMap(({ candidatureId }) =>
    candidatureId === null ? [] : (rows.row('placement', candidatureId)?.dossier ?? []),
  )
  return [...new Set(dossiers)]
}

/**
 * [SY35, SY50] Whether these devices may order a session: valid, may be hubs, of persons who may read every body of the lease
 * and what of its call the closing freezes.
 */
export function mayOrder(rows: Draft, session: Session, holders: readonly string[]): boolean {
  const devices = holders.map((device) => rows.row('device', device))
  if (devices.some((device) => device?.standing !== 'valid' || !device.mayHub)) return false
  const dossiers = new Set([...dossiersOnAgenda(rows, session), ...dossiersOfCall(rows, session.id)])
  const scopes = [`session/${session.id}`, ...[...dossiers].map((id) => `dossier/${id}/sheet/any/any`)]
  return devices.every((device) => {
    const mandates = (device && rows.row('mandates', device.user)?.list) ?? []
    return scopes.every((scope) => mayRead(mandates, scope, rows))
  })
}
