import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import type {
  ActKind,
  DocumentKind,
  DocumentModel,
  PaperKind,
  Reading,
} from '#shared/domain/documents/model.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Digest, Reader } from '../ports.ts'
import { actModel } from './actModel.ts'
import { type DraftSources, draftSources } from './draftSources.ts'
import { sessionPaper } from './makeSessionPaper.ts'

/** Which document: of a session, of a candidature, or of a candidature in a session. */
export interface DraftRequest {
  readonly sessionId: string | null
  readonly candidatureId: string | null
  readonly document: DocumentKind
  readonly reading: Reading
  /** Local date and hour, « 2026-11-22T17:05 »: printed by what nothing freezes. */
  readonly madeAt: string
}

/**
 * [DO1] A document as the program draws it, with the fields that a Word template of the committee may print. Refusals:
 * `entity.missing`, `session.not-closed`, `document.missing-items` with what is missing, `document.not-for-this`,
 * `input.invalid` without the session or the candidature that the document is of, `file.damaged`.
 */
export const draftOf = (reader: Reader, digest: Digest, request: DraftRequest): Result<DocumentDraft> =>
  draftsOf(reader, digest)(request)

/** The same for many documents at once: what they share is read and computed once, hence as it is now. */
export function draftsOf(reader: Reader, digest: Digest): (request: DraftRequest) => Result<DocumentDraft> {
  const place: Place = { sources: draftSources(reader), digest }
  return (request) => makers[request.document](place, request)
}

interface Place {
  readonly sources: DraftSources
  readonly digest: Digest
}

type Maker = (place: Place, request: DraftRequest) => Result<DocumentDraft>

/** Runs `make` with the session that the request names, or refuses `input.invalid`. */
const ofSession =
  (make: (sessionId: string, place: Place, request: DraftRequest) => Result<DocumentDraft>): Maker =>
  (place, request) =>
    request.sessionId === null
      ? refuse('input.invalid', { reason: 'ce document est celui d’une séance : il faut la choisir' })
      : make(request.sessionId, place, request)

const drafted = (model: Result<DocumentModel>): Result<DocumentDraft> =>
  model.ok ? ok({ model: model.value, fields: {} }) : model

const act = (document: ActKind): Maker =>
  ofSession((sessionId, { sources }) => drafted(actModel(sources.reader, sessionId, document)))

const paper = (document: PaperKind): Maker =>
  ofSession((sessionId, { sources, digest }, { madeAt }) =>
    drafted(sessionPaper(sources.reader, digest, { sessionId, document, madeAt })),
  )

const underWay: Maker = () => refuse('document.not-for-this', { reason: 'il n’est pas encore proposé' })

const makers: Readonly<Record<DocumentKind, Maker>> = {
  minutes: act('minutes'),
  ranking: act('ranking'),
  'decision-record': act('decision-record'),
  rectification: act('rectification'),
  resolution: underWay,
  'closing-leaf': underWay,
  'examined-list': underWay,
  convocation: paper('convocation'),
  'attendance-sheet': paper('attendance-sheet'),
  'mark-sheets': paper('mark-sheets'),
  expenses: paper('expenses'),
  'attendance-certificates': paper('attendance-certificates'),
  report: underWay,
  'award-order': underWay,
  agreement: underWay,
  'disclosure-log': underWay,
  'letter-acknowledgement': underWay,
  'letter-incomplete': underWay,
  'letter-award': underWay,
  'letter-partial-award': underWay,
  'letter-waiting-list': underWay,
  'letter-refusal': underWay,
  'letter-inadmissible': underWay,
}
