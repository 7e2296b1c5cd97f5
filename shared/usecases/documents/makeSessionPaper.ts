import { checkNotice } from '#shared/domain/committee/checkNotice.ts'
import type { DocumentModel, PaperKind } from '#shared/domain/documents/model.ts'
import { attendanceCertificates } from '#shared/domain/documents/papers/attendanceCertificates.ts'
import { attendanceCertificatesFacts } from '#shared/domain/documents/papers/attendanceCertificatesFacts.ts'
import { attendanceSheet } from '#shared/domain/documents/papers/attendanceSheet.ts'
import { attendanceSheetFacts } from '#shared/domain/documents/papers/attendanceSheetFacts.ts'
import { convocation } from '#shared/domain/documents/papers/convocation.ts'
import { convocationFacts } from '#shared/domain/documents/papers/convocationFacts.ts'
import { expenses } from '#shared/domain/documents/papers/expenses.ts'
import { expensesFacts } from '#shared/domain/documents/papers/expensesFacts.ts'
import { markSheets } from '#shared/domain/documents/papers/markSheets.ts'
import { markSheetsFacts } from '#shared/domain/documents/papers/markSheetsFacts.ts'
import type { PaperMaking } from '#shared/domain/documents/papers/paperHead.ts'
import type { PaperInput } from '#shared/domain/documents/papers/paperInput.ts'
import { firstConvocationDate } from '#shared/domain/session/secondConvocation.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { gridOfCall } from '../grids/grids.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { committeeId } from '../people/committee.ts'
import type { Digest, Reader } from '../ports.ts'

export const isPaper = (document: string): document is PaperKind => Object.hasOwn(makers, document)

/**
 * [PA1] A paper of a session as it is now. The same data give the same digest; `madeAt`, « 2026-11-22T17:05 » local, is
 * the caller's. Refusals: `entity.missing`, `document.missing-items`.
 */
export function sessionPaper(
  reader: Reader,
  digest: Digest,
  request: { readonly sessionId: string; readonly document: PaperKind; readonly madeAt: string },
): Result<DocumentModel> {
  const input = paperInput(reader, request.sessionId)
  return input.ok
    ? makers[request.document](input.value, (facts) => ({
        digest: digest.sha256Hex(canonicalJson(facts as Json)),
        madeAt: request.madeAt,
      }))
    : input
}

type Maker = (input: PaperInput, making: (facts: unknown) => PaperMaking) => Result<DocumentModel>

const maker =
  <F>(
    factsOf: (input: PaperInput) => F,
    draw: (facts: F, making: PaperMaking) => Result<DocumentModel>,
  ): Maker =>
  (input, making) => {
    const facts = factsOf(input)
    return draw(facts, making(facts))
  }

const makers: Readonly<Record<PaperKind, Maker>> = {
  convocation: maker(convocationFacts, convocation),
  'attendance-sheet': maker((input) => attendanceSheetFacts(input), attendanceSheet),
  'mark-sheets': maker(markSheetsFacts, markSheets),
  expenses: maker(expensesFacts, expenses),
  'attendance-certificates': maker(attendanceCertificatesFacts, attendanceCertificates),
}

function paperInput(reader: Reader, sessionId: string): Result<PaperInput> {
  const session = loadOrRefuse(reader, 'session', sessionId)
  if (!session.ok) return session
  const call = loadOrRefuse(reader, 'call', session.value.callId)
  if (!call.ok) return call
  const committee = loadOrRefuse(reader, 'committee', committeeId)
  if (!committee.ok) return committee
  const entries = reader.candidaturesOfCall(call.value.id)
  const grid = gridOfCall(reader, call.value.id)
  const { date, secondConvocation, convocation: sent } = session.value
  return ok({
    committee: committee.value,
    members: reader.all('member'),
    call: call.value,
    grid: grid.ok ? grid.value : null,
    candidatures: entries.map(({ candidature }) => candidature),
    dossiers: entries.map(({ dossier }) => dossier),
    recusals: reader.recusalsOfCall(call.value.id),
    session: session.value,
    requiredDays: checkNotice(committee.value.noticeRule, sent?.date ?? null, date).requiredDays,
    firstConvocationDate: secondConvocation
      ? firstConvocationDate(session.value, reader.all('session'))
      : null,
  })
}
