import type { LoggedCommit } from '../oracles/loggedCommit.ts'

/**
 * [I1] After the closing of a session was accepted, nothing is applied to it but its rectifying acts, its minutes and the act
 * that follows; nothing to a candidature that it decided, its dossier, its sheets and its recusals.
 */
export function freezeBroken(log: readonly LoggedCommit[]): string | null {
  const closed = new Set<string>()
  const decided = new Set<string>()
  const candidatureOfItem = new Map<string, string>()
  const dossierOf = new Map<string, string>()
  const outcomes = new Map<string, boolean>()
  for (const commit of log) {
    if (commit.verdict !== 'ok') continue
    for (const { kind, entity, data } of commit.operations ?? []) {
      const [aggregate = '', id = ''] = entity.split('/')
      if (aggregate === 'session' && closed.has(entity) && !afterwards.includes(kind))
        return `entry ${commit.g}: ${kind} was applied to ${entity}, which was closed`
      if (
        ['sheet', 'recusal', 'candidature', 'dossier'].includes(aggregate) &&
        decided.has(`${aggregate === 'dossier' ? 'dossier' : 'candidature'}/${id}`)
      )
        return `entry ${commit.g}: ${kind} was applied to ${entity}, which a closed session decided`
      if (kind === 'candidature.submit@1') dossierOf.set(id, String(data.dossierId))
      if (kind === 'session.plan@1')
        for (const item of data.agenda as readonly { id: string; candidatureId: string }[])
          candidatureOfItem.set(item.id, item.candidatureId)
      if (kind === 'session.decide@1') outcomes.set(String(data.itemId), data.outcome !== null)
      if (kind === 'session.close@1') {
        closed.add(entity)
        for (const [item, isDecided] of outcomes) {
          const candidature = candidatureOfItem.get(item)
          if (!isDecided || candidature === undefined) continue
          decided.add(`candidature/${candidature}`)
          decided.add(`dossier/${dossierOf.get(candidature)}`)
        }
      }
    }
  }
  return null
}

const afterwards = ['session.rectify@1', 'session.minutes@1', 'session.record-act@1']
