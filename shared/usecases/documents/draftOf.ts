import { hasCommunicableReading } from '#shared/domain/documents/disclosure/hasCommunicableReading.ts'
import { agreement } from '#shared/domain/documents/dossier/agreement.ts'
import { awardOrder } from '#shared/domain/documents/dossier/awardOrder.ts'
import { letter } from '#shared/domain/documents/dossier/letter.ts'
import { report } from '#shared/domain/documents/dossier/report.ts'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { closingLeaf } from '#shared/domain/documents/follow-up/closingLeaf.ts'
import { examinedList } from '#shared/domain/documents/follow-up/examinedList.ts'
import { resolution } from '#shared/domain/documents/follow-up/resolution.ts'
import type { DocumentKind, LetterKind, Reading } from '#shared/domain/documents/model.ts'
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
 * [DM1] A document as the program draws it, with the fields that a Word template of the committee may print. `from`: the
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

const letterTo = (kind: LetterKind): Maker => ofDossier((facts, making) => letter(kind, facts, making))

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
  'award-order': ofDossier(awardOrder),
  agreement: ofDossier(agreement),
  'disclosure-log': disclosureLog,
  'letter-acknowledgement': letterTo('letter-acknowledgement'),
  'letter-incomplete': letterTo('letter-incomplete'),
  'letter-award': letterTo('letter-award'),
  'letter-partial-award': letterTo('letter-partial-award'),
  'letter-waiting-list': letterTo('letter-waiting-list'),
  'letter-refusal': letterTo('letter-refusal'),
  'letter-inadmissible': letterTo('letter-inadmissible'),
}
