import type { Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import type { DocumentIssue } from '../documentIssue.ts'
import { readsWholeSession } from '../feed/readableRow.ts'
import type { Mandate } from '../rights/mandate.ts'
import { isClosedTo, mayRead } from '../rights/mayRead.ts'
import { dossierOf, scopeOf } from '../scopes/scopeOf.ts'

/**
 * [BL8, BL13] Whether a device may read one of the places that cite a digest: an accepted commit that was not erased, or an
 * aggregate that is there. The hub and the centre ask the same question.
 * @param sources identifiers of commits, or entities (those have a slash)
 */
export function readsCitation(rows: Draft, device: string, sources: readonly string[]): boolean {
  const user = rows.row('device', device)?.user ?? ''
  const mandates = rows.row('mandates', user)?.list ?? []
  return sources.some((source) => {
    if (source.includes('/')) {
      const scope = scopeOf({ kind: '', entity: source, data: null }, rows)
      const isThere = rows.row('aggregate', source)?.state != null
      return scope !== null && isThere && readsPlace(rows, mandates, scope, [source])
    }
    const record = rows.row('commit', source)
    if (record?.ruling?.verdict !== 'ok' || record.erased) return false
    const body = decodeCommitBody(record.commit.body)
    return body.ok && readsPlace(rows, mandates, record.scope, new Set(body.value.ops.map(({ e }) => e)))
  })
}

/**
 * [BL14] Whether a device may read the scope of one of the erased commits that cited a digest: it might have been given the
 * bytes, and is told that they are to go.
 * @param sources identifiers of erased commits
 */
export function mightHaveRead(rows: Draft, device: string, sources: readonly string[]): boolean {
  const user = rows.row('device', device)?.user ?? ''
  const mandates = rows.row('mandates', user)?.list ?? []
  return sources.some((source) => {
    const record = rows.row('commit', source)
    return record !== null && mayRead(mandates, record.scope, rows)
  })
}

/** [BL13] What is cited of a session, or made of all of it, tells every point: it is for who is told every point. */
function readsPlace(
  rows: Draft,
  mandates: readonly Mandate[],
  scope: string,
  entities: Iterable<string>,
): boolean {
  if (!mayRead(mandates, scope, rows)) return false
  return [...entities].every((entity) => {
    if (entity.startsWith('session/'))
      return readsWholeSession(rows, mandates, entity.slice('session/'.length))
    if (!entity.startsWith('document/')) return true
    const issue = rows.row('aggregate', entity)?.state as DocumentIssue | null | undefined
    if (issue == null || issue.candidatureId !== null || issue.sessionId === null) return true
    const session = rows.row('aggregate', `session/${issue.sessionId}`)?.state as Session | null | undefined
    return (session?.agenda ?? []).every(({ candidatureId }) => {
      const dossier = candidatureId === null ? null : dossierOf(candidatureId, rows)
      return dossier === null || !isClosedTo(mandates, dossier, rows)
    })
  })
}
