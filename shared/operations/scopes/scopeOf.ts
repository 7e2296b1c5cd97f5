import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'
import { controlScope } from '../control/controlOperation.ts'
import type { DocumentIssue } from '../documentIssue.ts'

/** What a scope is read from: an operation as its commit carries it. */
export interface PlacedOperation {
  /** Kind and version. */
  readonly kind: string
  readonly entity: string
  readonly data: unknown
}

/**
 * [SY1] The scope of an operation: from its entity, from which dossier a candidature is of, and for a session from the
 * point that the operation names. Null when it has none (a candidature that nobody submitted, an unknown entity).
 */
export function scopeOf({ kind, entity, data }: PlacedOperation, rows: Pick<Draft, 'row'>): string | null {
  const slash = entity.indexOf('/')
  const id = entity.slice(slash + 1)
  switch (entity.slice(0, slash)) {
    case 'committee':
    case 'member':
    case 'grid':
    case 'call':
    case 'issuer':
      return 'shared'
    case 'import':
    case 'scenario':
    case 'template':
      return 'office'
    case 'instruction':
      return officeOf(id, rows)
    case 'document': {
      const issue = rows.row('aggregate', entity)?.state as DocumentIssue | null | undefined
      return officeOf(issue?.candidatureId ?? textMember(data, 'candidatureId'), rows)
    }
    case 'user':
    case 'device':
    case 'mandate':
    case 'lease':
    case 'erasure':
      return controlScope
    case 'dossier':
      return `dossier/${id}`
    case 'candidature': {
      const submitted = kind === 'candidature.submit@1' ? textMember(data, 'dossierId') : null
      const dossier = dossierOf(id, rows) ?? submitted
      return dossier === null ? null : `dossier/${dossier}`
    }
    case 'sheet': {
      const { candidature, person } = pairOf(id)
      const dossier = dossierOf(candidature, rows)
      return dossier === null ? null : `dossier/${dossier}/sheet/${candidature}/${person}`
    }
    case 'recusal':
      return `recusal/${pairOf(id).person}`
    case 'session': {
      const dossier = pointDossier(id, pointNamed(kind, data), rows)
      const place = dossier === null ? `session/${id}` : `session/${id}/dossier/${dossier}`
      return isOfRoom(kind) ? roomScope(place) : place
    }
    default:
      return null
  }
}

/** What is being keyed, and why a check of the closing stays open: of those who lead the session alone. */
const isOfRoom = (kind: string): boolean => kind === 'session.keep-draft@1' || kind === 'session.explain@1'

/** @param place scope of a session or of a point of it. */
export const roomScope = (place: string): string => `${place}/room`

/** What the service writes of one dossier is closed with it to whoever is recused. */
function officeOf(candidature: string | null, rows: Pick<Draft, 'row'>): string {
  const dossier = candidature === null ? null : dossierOf(candidature, rows)
  return dossier === null ? 'office' : `office/dossier/${dossier}`
}

export const dossierOf = (candidature: string, rows: Pick<Draft, 'row'>): string | null =>
  rows.row('placement', candidature)?.dossier ?? null

/** `<candidature>/<member or evaluator>`, as sheets and recusals are named. */
export function pairOf(id: string): { readonly candidature: string; readonly person: string } {
  const slash = id.indexOf('/')
  return { candidature: id.slice(0, slash), person: id.slice(slash + 1) }
}

/** The point of the agenda that an operation of a session tells something of; null when it tells of the session. */
export function pointNamed(kind: string, data: unknown): string | null {
  switch (kind) {
    case 'session.write-debate@1':
    case 'session.keep-draft@1':
    case 'session.decide@1':
    case 'session.amend@1':
    case 'session.reveal@1':
    case 'session.rectify@1':
      return textMember(data, 'itemId')
    case 'session.correct-hour@1': {
      const what = member(data, 'what')
      return textMember(what, 'kind') === 'decision' ? textMember(what, 'itemId') : null
    }
    default:
      return null
  }
}

function pointDossier(session: string, itemId: string | null, rows: Pick<Draft, 'row'>): string | null {
  if (itemId === null) return null
  const state = rows.row('aggregate', `session/${session}`)?.state as Session | null | undefined
  const item: AgendaItem | undefined = state?.agenda.find(({ id }) => id === itemId)
  return item?.candidatureId == null ? null : dossierOf(item.candidatureId, rows)
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

function textMember(value: unknown, name: string): string | null {
  const text = member(value, name)
  return typeof text === 'string' ? text : null
}
