import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { isInForce, type Recusal } from '#shared/domain/committee/committee.ts'
import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { callBucket } from '../authority/candidaturesOfCall.ts'
import type { Draft } from '../authority/draft.ts'
import type { VisibilityEffect } from '../authority/records.ts'
import type { DocumentIssue } from '../documentIssue.ts'
import type { AggregateState } from '../operation.ts'
import { reunitedWith } from '../rights/recusedFrom.ts'
import { dossierOf, pairOf } from '../scopes/scopeOf.ts'

/**
 * The rows that follow from an aggregate that changed: where a candidature belongs, who is recused, what is revealed, what
 * is frozen. Compared state to state, so that an undo undoes them too. Answers whose sight changed [SY4].
 */
export function derivedRows(
  rows: Draft,
  entity: string,
  before: AggregateState | null,
  after: AggregateState | null,
): readonly VisibilityEffect[] {
  const slash = entity.indexOf('/')
  const id = entity.slice(slash + 1)
  switch (entity.slice(0, slash)) {
    case 'committee':
      listed(rows, 'committee', id)
      return []
    case 'call':
      listed(rows, 'calls', id)
      return []
    case 'grid':
      listed(rows, 'grids', id)
      return []
    case 'document': {
      const issue = after as DocumentIssue | null
      if (issue?.candidatureId != null) listed(rows, `documents/${issue.candidatureId}`, id)
      return []
    }
    case 'member':
      listed(rows, 'members', id)
      return []
    case 'scenario':
      listed(rows, 'scenarios', id)
      return []
    case 'sheet':
      listed(rows, `sheets/${pairOf(id).candidature}`, pairOf(id).person)
      lockedGrid(rows, id, after as Sheet | null)
      return []
    case 'candidature':
      return ofCandidature(rows, id, before as Candidature | null, after as Candidature | null)
    case 'recusal':
      return ofRecusal(rows, id, after as Recusal | null)
    case 'session':
      listed(rows, 'sessions', id)
      return ofSession(rows, id, before as Session | null, after as Session | null)
    default:
      return []
  }
}

/** [SY51] The first sheet that is filed locks its grid, for ever: one is enough to name. */
function lockedGrid(rows: Draft, id: string, sheet: Sheet | null): void {
  if (sheet?.status !== 'filed') return
  const key = `filed/${sheet.gridId}`
  if (rows.row('index', key) === null) rows.put('index', key, { ids: [id] })
}

/** Once listed, always listed: who reads the list looks at the state of each. */
function listed(rows: Draft, key: string, id: string): void {
  const ids = rows.row('index', key)?.ids ?? []
  if (!ids.includes(id)) rows.put('index', key, { ids: [...ids, id].sort() })
}

function ofCandidature(
  rows: Draft,
  id: string,
  before: Candidature | null,
  after: Candidature | null,
): readonly VisibilityEffect[] {
  if (after !== null && rows.row('placement', id) === null) {
    rows.put('placement', id, { dossier: after.dossierId })
    listed(rows, `candidatures/${after.dossierId}`, id)
    listed(rows, callBucket(after.callId, id), id)
  }
  const [was, is] = [before?.mergedInto ?? null, after?.mergedInto ?? null]
  const own = dossierOf(id, rows)
  if (was === is || own === null) return []
  const touched = new Set(reunitedWith(own, rows))
  const former = was === null ? null : dossierOf(was, rows)
  if (former !== null) unlink(rows, id, own, former)
  const next = is === null ? null : dossierOf(is, rows)
  if (next !== null && next !== own) link(rows, id, own, next)
  for (const dossier of reunitedWith(own, rows)) touched.add(dossier)
  return [...touched].sort().map((dossier) => ({ dossier, member: null }))
}

function link(rows: Draft, candidature: string, one: string, other: string): void {
  for (const [from, dossier] of [
    [one, other],
    [other, one],
  ] as const)
    rows.put('reunion', from, {
      links: [...(rows.row('reunion', from)?.links ?? []), { candidature, dossier }],
    })
}

function unlink(rows: Draft, candidature: string, one: string, other: string): void {
  for (const from of [one, other]) {
    const links = (rows.row('reunion', from)?.links ?? []).filter((each) => each.candidature !== candidature)
    rows.put('reunion', from, links.length === 0 ? null : { links })
  }
}

function ofRecusal(rows: Draft, id: string, after: Recusal | null): readonly VisibilityEffect[] {
  const { candidature, person } = pairOf(id)
  const dossier = dossierOf(candidature, rows)
  if (dossier === null) return []
  listed(rows, `recusals/${candidature}`, person)
  const key = `${dossier}/${person}`
  const held = rows.row('recusal', key)?.candidatures ?? []
  const binds = after !== null && isInForce(after)
  if (binds === held.includes(candidature)) return []
  const candidatures = binds ? [...held, candidature].sort() : held.filter((each) => each !== candidature)
  rows.put('recusal', key, candidatures.length === 0 ? null : { candidatures })
  return reunitedWith(dossier, rows).map((each) => ({ dossier: each, member: person }))
}

function ofSession(
  rows: Draft,
  id: string,
  before: Session | null,
  after: Session | null,
): readonly VisibilityEffect[] {
  if (before?.agenda === after?.agenda && before?.status === after?.status) return []
  const announced = new Set(before?.agenda.map(({ candidatureId }) => candidatureId))
  for (const { candidatureId } of after?.agenda ?? [])
    if (candidatureId !== null && !announced.has(candidatureId)) listed(rows, `sessions/${candidatureId}`, id)
  const closes = after?.status === 'closed' && before?.status !== 'closed'
  const were = shown(before)
  const are = shown(after)
  const effects: VisibilityEffect[] = []
  const lookAgain = (candidature: string): void => {
    const dossier = dossierOf(candidature, rows)
    if (dossier !== null) effects.push({ dossier, member: null })
  }
  for (const candidature of are)
    if (!were.has(candidature) && rows.row('revealed', candidature) === null) {
      rows.put('revealed', candidature, { session: id })
      lookAgain(candidature)
    }
  for (const candidature of were)
    if (!are.has(candidature) && rows.row('revealed', candidature)?.session === id) {
      rows.put('revealed', candidature, null)
      lookAgain(candidature)
    }
  if (closes)
    for (const { candidatureId } of after.agenda.filter(isDecided)) {
      const dossier = dossierOf(candidatureId ?? '', rows)
      rows.put('frozen', `candidature/${candidatureId}`, { session: id })
      if (dossier !== null) rows.put('frozen', `dossier/${dossier}`, { session: id })
    }
  return effects
}

/** Candidatures whose marks the room was shown: revealed, or decided by a session that is closed. */
const shown = (session: Session | null): ReadonlySet<string> =>
  new Set(
    (session?.agenda ?? [])
      .filter((item) => item.marksRevealedAt !== null || (session?.status === 'closed' && isDecided(item)))
      .flatMap(({ candidatureId }) => candidatureId ?? []),
  )

/** A point put off is not decided: its candidature stays open for another session. */
export const isDecided = ({ kind, candidatureId, outcome }: AgendaItem): boolean =>
  kind === 'candidature' && candidatureId !== null && outcome !== null && outcome.opinion !== 'deferred'
