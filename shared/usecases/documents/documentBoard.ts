import { decides } from '#shared/domain/committee/committee.ts'
import type { BoardLine, DocumentBoard, MinutesView } from '#shared/domain/documents/documentBoard.ts'
import type { DocumentKind } from '#shared/domain/documents/model.ts'
import { memberName } from '#shared/domain/session/memberName.ts'
import { minutesRemarks, minutesStage, publicationDueOn } from '#shared/domain/session/minutesSteps.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { committeeId } from '../people/committee.ts'
import type { Digest, Reader } from '../ports.ts'
import { boardLine, issueLines } from './boardLines.ts'
import { candidatureLines } from './candidatureLines.ts'
import { draftOf } from './draftOf.ts'
import { type DraftSources, draftSources } from './draftSources.ts'

/**
 * [DM6] Every document of a session: what is missing is what its draft refuses, so that the board and the making never part.
 * Nothing is drawn. Refusals: `entity.missing`, `file.damaged`.
 */
export function documentBoard(
  reader: Reader,
  digest: Digest,
  { sessionId, madeAt }: { readonly sessionId: string; readonly madeAt: string },
): Result<DocumentBoard> {
  // No digest is shown on a board: none is computed.
  const sources: DraftSources = { ...draftSources(reader), digestOf: () => '' }
  const session = loadOrRefuse(sources.reader, 'session', sessionId)
  if (!session.ok) return session
  const { date, status, closing, act } = session.value
  const issues = issueLines(sources.reader)
  // Looking for what to mask reads every word of the session, and nothing can be missing from the list.
  const attempt = (document: DocumentKind): Result<unknown> =>
    document === 'disclosure-log'
      ? sources.frozen(sessionId)
      : draftOf(sources, digest, { sessionId, candidatureId: null, document, reading: 'full', madeAt })
  const documents: BoardLine[] = []
  for (const document of chain) {
    const draft = attempt(document)
    const line = boardLine(document, draft, issues({ sessionId, candidatureId: null, document }))
    if (!line.ok) return line
    if (line.value !== null) documents.push(line.value)
  }
  const candidatures =
    closing === null ? ok([]) : candidatureLines(sources, digest, issues, { session: session.value, madeAt })
  if (!candidatures.ok) return candidatures
  return ok({
    sessionId,
    date,
    status,
    number: closing?.number ?? null,
    minutes: minutesView(sources.reader, session.value, madeAt.slice(0, 10)),
    act,
    documents,
    candidatures: candidatures.value,
  })
}

/** From the convocation to the list of what was masked. */
const chain = [
  'convocation',
  'attendance-sheet',
  'mark-sheets',
  'minutes',
  'ranking',
  'decision-record',
  'rectification',
  'resolution',
  'closing-leaf',
  'examined-list',
  'expenses',
  'attendance-certificates',
  'disclosure-log',
] as const satisfies readonly DocumentKind[]

function minutesView(reader: Reader, { minutes, chairId, secretaryId }: Session, today: string): MinutesView {
  const type = reader.load('committee', committeeId)?.state.instanceType
  const isCouncil = type !== undefined && decides(type)
  const signatories = [chairId, secretaryId].flatMap((id) => {
    const member = id === null ? undefined : reader.load('member', id)?.state
    return member === undefined ? [] : [memberName(member)]
  })
  return {
    ...minutes,
    state: minutesStage(minutes),
    publicationDueOn: isCouncil ? publicationDueOn(minutes) : null,
    signatories,
    remarks: isCouncil ? minutesRemarks(minutes, signatories, today) : [],
  }
}
