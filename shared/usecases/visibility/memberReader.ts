import type { CandidaturePage, CandidatureQuery } from '#shared/domain/candidature/candidatureList.ts'
import {
  type AggregateKind,
  type AggregateStates,
  type Entity,
  type OperationKind,
  parseEntity,
} from '#shared/operations/operation.ts'
import type { ActTrace, HistoryEntry, Reader } from '../ports.ts'
import { sealedCandidatures } from '../ranking/sealedCandidatures.ts'
import type { Hidden } from './hiddenFrom.ts'
import { seenBy } from './seenBy.ts'

/**
 * Every reading of a file through the eyes of a member ([UC18]): as if what is hidden from him did not exist. `hidden` is
 * asked at each reading, for it changes with his own recusals.
 */
export function memberReader(reader: Reader, memberId: string, hidden: () => Hidden): Reader {
  const hides = (candidatureId: string): boolean => hidden().candidatureIds.has(candidatureId)
  const areMarksShown = (candidatureId: string): boolean => {
    const candidature = reader.load('candidature', candidatureId)?.state
    return candidature !== undefined && !sealedCandidatures(seen, candidature.callId).has(candidatureId)
  }
  const sight = seenBy({ memberId, hidden, areMarksShown })
  const seenState = <K extends AggregateKind>(
    kind: K,
    state: AggregateStates[K],
  ): AggregateStates[K] | null => sight[kind](state)

  const isOwn = (entity: Entity): boolean => {
    const { kind, id } = parseEntity(entity)
    const [candidatureId = '', evaluatorId] = id.split('/')
    return kind === 'grid' || (kind === 'sheet' && evaluatorId === memberId && !hides(candidatureId))
  }
  /** Somebody else's act is not his to take back, nor his own recusal: a dossier given up cannot be taken up again. */
  const ownAct = (act: ActTrace | null): ActTrace | null =>
    act !== null && act.userId === memberId && act.entities.every(isOwn) ? act : null

  const seen: Reader = {
    viewerId: memberId,
    load: <K extends AggregateKind>(kind: K, id: string) => {
      const found = reader.load(kind, id)
      const state = found && seenState(kind, found.state)
      return found && state && { version: found.version, state }
    },
    all: (kind) => reader.all(kind).flatMap((state) => seenState(kind, state) ?? []),
    candidaturesOfCall: (callId) =>
      reader.candidaturesOfCall(callId).flatMap(({ candidature, dossier }) => {
        const seenCandidature = sight.candidature(candidature)
        return seenCandidature === null ? [] : { candidature: seenCandidature, dossier }
      }),
    sheetsOfCall: (callId) => {
      const sealed = sealedCandidatures(seen, callId)
      return reader
        .sheetsOfCall(callId)
        .filter(
          ({ candidatureId, evaluatorId, status }) =>
            !hides(candidatureId) &&
            (evaluatorId === memberId || (status === 'filed' && !sealed.has(candidatureId))),
        )
    },
    recusalsOfCall: (callId) => reader.recusalsOfCall(callId).flatMap((state) => sight.recusal(state) ?? []),
    listCandidatures: (query) => listSeen(reader, query, hidden()),
    lastCandidatureNumber: (callId) =>
      seen
        .candidaturesOfCall(callId)
        .reduce((last, { candidature }) => Math.max(last, candidature.number), 0),
    candidatureNumbered: (callId, number) => {
      const id = reader.candidatureNumbered(callId, number)
      return id === null || hides(id) ? null : id
    },
    // Frozen facts hold every dossier of a session.
    blob: () => null,
    history: (entity) => {
      const { kind, id } = parseEntity(entity)
      const told = kind === 'candidature' || kind === 'dossier' || (kind === 'sheet' && isOwn(entity))
      if (!told || seen.load(kind, id) === null) return []
      return reader.history(entity).map((entry) => entrySeen(entry, (state) => seenState(kind, state)))
    },
    undoState: () => {
      const { undo, redo } = seen.nextActs()
      return { undo: undo?.label ?? null, redo: redo?.label ?? null }
    },
    nextActs: () => {
      const { undo, redo } = reader.nextActs()
      return { undo: ownAct(undo), redo: ownAct(redo) }
    },
    counts: () => countsSeen(seen),
  }
  return seen
}

/** The list without the open questions of the secretary, neither shown nor filtered by. */
function listSeen(reader: Reader, query: CandidatureQuery, { candidatureIds }: Hidden): CandidaturePage {
  const { toCheck, ...filters } = query.filters
  if (toCheck === true) return { rows: [], total: 0, requestedCentsTotal: 0, departments: [] }
  const page = reader.listCandidatures({ ...query, filters, without: [...candidatureIds].sort() })
  return { ...page, rows: page.rows.map((row) => ({ ...row, toCheck: [] })) }
}

/** The label of an act may count or name what is hidden (« Import de 12 candidatures »): the kind of change is told instead. */
function entrySeen(
  entry: HistoryEntry,
  see: (state: NonNullable<HistoryEntry['after']> & never) => HistoryEntry['after'],
): HistoryEntry {
  const sight = (state: HistoryEntry['after']): HistoryEntry['after'] => state && see(state as never)
  return {
    ...entry,
    label: kindLabels[entry.kind] ?? 'Modification',
    before: sight(entry.before),
    after: sight(entry.after),
  }
}

const kindLabels: { readonly [K in OperationKind]?: string } = {
  'dossier.register@1': 'Enregistrement',
  'candidature.submit@1': 'Enregistrement',
  'sheet.mark@1': 'Note',
  'sheet.fill@1': 'Notes',
  'sheet.file@1': 'Dépôt de la fiche',
  'sheet.reopen@1': 'Reprise de la fiche',
  'sheet.countersign@1': 'Contreseing de la fiche',
  'aggregate.revert@1': 'Retour en arrière',
}

function countsSeen(seen: Reader): Readonly<Record<AggregateKind, number>> {
  const calls = seen.all('call')
  const pairs = calls.flatMap(({ id }) => seen.candidaturesOfCall(id))
  return {
    committee: seen.all('committee').length,
    member: seen.all('member').length,
    grid: seen.all('grid').length,
    call: calls.length,
    dossier: new Set(pairs.map(({ dossier }) => dossier.id)).size,
    candidature: pairs.length,
    sheet: calls.reduce((sum, { id }) => sum + seen.sheetsOfCall(id).length, 0),
    recusal: calls.reduce((sum, { id }) => sum + seen.recusalsOfCall(id).length, 0),
    session: seen.all('session').length,
    scenario: seen.all('scenario').length,
    import: 0,
    document: 0,
    issuer: 0,
    instruction: 0,
    template: 0,
  }
}
