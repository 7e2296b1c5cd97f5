import { report } from '#shared/domain/documents/dossier/report.ts'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { closingLeaf } from '#shared/domain/documents/follow-up/closingLeaf.ts'
import { examinedList } from '#shared/domain/documents/follow-up/examinedList.ts'
import { resolution } from '#shared/domain/documents/follow-up/resolution.ts'
import type { DocumentKind, Reading } from '#shared/domain/documents/model.ts'
import { type Result, refuse } from '#shared/kernel/result.ts'
import type { Digest, Reader } from '../ports.ts'
import { type DraftSources, draftSources } from './draftSources.ts'
import type { Maker } from './drafts/maker.ts'
import { ofDossier } from './drafts/ofDossier.ts'
import { act, disclosureLog, followUp, paper, rectifications } from './drafts/ofSession.ts'

/** Which document: of a session, of a candidature, or of a candidature in a session. */
export interface DraftRequest {
  readonly sessionId: string | null
  readonly candidatureId: string | null
  readonly document: DocumentKind
  readonly reading: Reading
  /** Local date and hour, « 2026-11-22T17:05 »: printed by what nothing freezes. */
  readonly madeAt: string
  /** Masks that a human lifted, by id; absent: none. For the communicable reading and the list of what it masks. */
  readonly shown?: readonly string[]
}

/**
 * [DO1] A document as the program draws it, with the fields that a Word template of the committee may print. `from`: the
 * file, or sources that many documents share. Refusals: `entity.missing`, `session.not-closed`, `document.missing-items`
 * with what is missing, `document.not-for-this`, `input.invalid` without the session or the candidature that the document
 * is of, `file.damaged`.
 */
export function draftOf(
  from: Reader | DraftSources,
  digest: Digest,
  request: DraftRequest,
): Result<DocumentDraft> {
  if (request.reading === 'communicable' && !hasCommunicableReading(request.document))
    return refuse('document.not-for-this', { reason: 'il n’a pas d’exemplaire communicable' })
  const sources = 'frozen' in from ? from : draftSources(from)
  return makers[request.document]({ sources, digest }, request)
}

/** The same for many documents at once: what they share is read and computed once, hence as it is now. */
export function draftsOf(reader: Reader, digest: Digest): (request: DraftRequest) => Result<DocumentDraft> {
  const sources = draftSources(reader)
  return (request) => draftOf(sources, digest, request)
}

/** Only what a session froze is read for what judges or reaches a natural person. */
const hasCommunicableReading = (document: DocumentKind): boolean =>
  document === 'minutes' || document === 'ranking' || document === 'decision-record'

const underWay: Maker = () => refuse('document.not-for-this', { reason: 'il n’est pas encore proposé' })

const makers: Readonly<Record<DocumentKind, Maker>> = {
  minutes: act('minutes'),
  ranking: act('ranking'),
  'decision-record': act('decision-record'),
  rectification: rectifications,
  resolution: followUp(resolution),
  'closing-leaf': followUp(closingLeaf),
  'examined-list': followUp(examinedList),
  convocation: paper('convocation'),
  'attendance-sheet': paper('attendance-sheet'),
  'mark-sheets': paper('mark-sheets'),
  expenses: paper('expenses'),
  'attendance-certificates': paper('attendance-certificates'),
  report: ofDossier(report),
  'award-order': underWay,
  agreement: underWay,
  'disclosure-log': disclosureLog,
  'letter-acknowledgement': underWay,
  'letter-incomplete': underWay,
  'letter-award': underWay,
  'letter-partial-award': underWay,
  'letter-waiting-list': underWay,
  'letter-refusal': underWay,
  'letter-inadmissible': underWay,
}
