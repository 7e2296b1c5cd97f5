import { isAward } from '#shared/domain/decision/isAward.ts'
import type { BatchKind, BatchReport } from '#shared/domain/documents/documentBoard.ts'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { letterKindOf } from '#shared/domain/documents/dossier/letterKindOf.ts'
import type { DossierKind } from '#shared/domain/documents/model.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../../loadOrRefuse.ts'
import { agreementNeedOf } from '../agreementNeedOf.ts'
import type { DraftSources } from '../draftSources.ts'
import { batchWords } from './batchWords.ts'

export interface BatchPlan {
  readonly session: Session
  /** Session of the drafts: null for reports of a session that is not closed. */
  readonly sessionId: string | null
  /** By number of candidature. */
  readonly documents: readonly PlannedDocument[]
  readonly left: BatchReport['left']
}

export interface PlannedDocument {
  readonly candidatureId: string
  readonly document: DossierKind
  readonly facts: DossierFacts
}

/**
 * [BA1] Which document each candidature of the session gets: the letter that follows from what was held, an order or an
 * agreement for an award, a report for all. Without a choice (`candidatureIds` null) those in whose case the document has
 * no sense are not spoken of; those whom one could expect are left, with the reason. Refusals: `entity.missing`,
 * `session.not-closed`, `document.not-for-this` when none has a sense.
 */
export function planBatch(
  sources: DraftSources,
  input: {
    readonly sessionId: string
    readonly what: BatchKind
    readonly candidatureIds: readonly string[] | null
    /** ISO date. */
    readonly madeOn: string
  },
): Result<BatchPlan> {
  const { what, madeOn } = input
  const session = loadOrRefuse(sources.reader, 'session', input.sessionId)
  if (!session.ok) return session
  const isClosed = session.value.closing !== null
  if (!isClosed && what !== 'reports') return refuse('session.not-closed')
  const chosen = chosenOf(session.value, input.candidatureIds)
  if (!chosen.ok) return chosen
  const sessionId = isClosed ? session.value.id : null
  const documents: PlannedDocument[] = []
  const left: BatchReport['left'][number][] = []
  for (const candidatureId of chosen.value) {
    const facts = sources.dossier({ candidatureId, sessionId, madeOn })
    if (!facts.ok) return facts
    const need = needOf(what, facts.value, input.candidatureIds !== null)
    const { number, applicant } = facts.value.candidature
    if (need.kind === 'document')
      documents.push({ candidatureId, document: need.document, facts: facts.value })
    else if (need.kind === 'left') left.push({ number, applicant, reason: need.reason })
  }
  if (documents.length === 0 && left.length === 0)
    return refuse('document.not-for-this', { reason: batchWords[what].none })
  const byNumber = (one: PlannedDocument, other: PlannedDocument) =>
    one.facts.candidature.number - other.facts.candidature.number
  return ok({ session: session.value, sessionId, documents: documents.sort(byNumber), left })
}

type Need =
  | { readonly kind: 'document'; readonly document: DossierKind }
  | { readonly kind: 'left'; readonly reason: string }
  | { readonly kind: 'none' }

const make = (document: DossierKind): Need => ({ kind: 'document', document })
const leave = (reason: string): Need => ({ kind: 'left', reason })

function needOf(what: BatchKind, facts: DossierFacts, isChosen: boolean): Need {
  switch (what) {
    case 'letters': {
      const letter = letterKindOf(facts.decision, facts.candidature.requestedCents)
      return letter === null ? leave('ajournée, aucun courrier n’en suit') : make(letter)
    }
    case 'award-orders':
      return isServed(facts) || isChosen ? make('award-order') : { kind: 'none' }
    case 'agreements': {
      if (isChosen) return make('agreement')
      if (!isServed(facts)) return { kind: 'none' }
      const { level, sentence } = agreementNeedOf(facts)
      return level === 'not-required' ? leave(withoutFullStop(sentence)) : make('agreement')
    }
    case 'reports':
      return make('report')
  }
}

const isServed = ({ decision }: DossierFacts): boolean =>
  decision !== null && isAward(decision.opinion) && (decision.amountCents ?? 0) > 0

const withoutFullStop = (sentence: string): string => sentence.replace(/\.$/u, '')

/** Ids of the candidatures examined, each once, or those of them that were chosen. */
function chosenOf({ agenda }: Session, chosen: readonly string[] | null): Result<readonly string[]> {
  const examined = new Set(
    agenda.flatMap(({ kind, candidatureId }) =>
      kind === 'candidature' && candidatureId !== null ? candidatureId : [],
    ),
  )
  const stranger = chosen?.find((id) => !examined.has(id))
  if (stranger !== undefined) return refuse('entity.missing', { entity: `candidature/${stranger}` })
  return ok(chosen === null ? [...examined] : [...new Set(chosen)])
}
