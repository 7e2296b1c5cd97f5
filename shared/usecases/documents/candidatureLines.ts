import type { BoardLine, CandidatureLine } from '#shared/domain/documents/documentBoard.ts'
import { letterKindOf } from '#shared/domain/documents/dossier/letterKindOf.ts'
import type { DossierKind } from '#shared/domain/documents/model.ts'
import { effectiveOutcomes } from '#shared/domain/session/effectiveOutcome.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Digest } from '../ports.ts'
import { agreementNeedOf } from './agreementNeedOf.ts'
import { boardLine, type issueLines } from './boardLines.ts'
import { type DraftRequest, draftOf } from './draftOf.ts'
import type { DraftSources } from './draftSources.ts'

/** One line for each candidature that a closed session examined, by number. Refusals: those of `DraftSources.dossier`. */
export function candidatureLines(
  sources: DraftSources,
  digest: Digest,
  issues: ReturnType<typeof issueLines>,
  { session, madeAt }: { readonly session: Session; readonly madeAt: string },
): Result<readonly CandidatureLine[]> {
  const lines: CandidatureLine[] = []
  const outcomes = effectiveOutcomes(session)
  for (const [index, { kind, candidatureId }] of session.agenda.entries()) {
    if (kind !== 'candidature' || candidatureId === null) continue
    const facts = sources.dossier({ candidatureId, sessionId: session.id, madeOn: madeAt.slice(0, 10) })
    if (!facts.ok) return facts
    const { candidature, instruction, decision } = facts.value
    const letter = letterKindOf(decision, candidature.requestedCents)
    const kinds: readonly DossierKind[] = [
      ...(letter === null ? [] : [letter]),
      'report',
      'award-order',
      'agreement',
    ]
    const request = { sessionId: session.id, candidatureId, reading: 'full', madeAt } as const
    const documents = dossierLines(sources, digest, issues, kinds, request)
    if (!documents.ok) return documents
    const outcome = outcomes[index]
    lines.push({
      candidatureId,
      number: candidature.number,
      applicant: candidature.applicant,
      project: candidature.project,
      opinion: outcome?.opinion ?? null,
      amountCents: outcome?.amountCents ?? null,
      letter,
      documents: documents.value,
      agreement: agreementNeedOf(facts.value),
      notifiedOn: instruction.notifiedOn,
    })
  }
  return ok(lines.toSorted((one, other) => one.number - other.number))
}

/** The documents of one candidature that have a sense or left already. */
export function dossierLines(
  sources: DraftSources,
  digest: Digest,
  issues: ReturnType<typeof issueLines>,
  kinds: readonly DossierKind[],
  request: Omit<DraftRequest, 'document'>,
): Result<readonly (BoardLine & { readonly document: DossierKind })[]> {
  const { candidatureId } = request
  const lines: (BoardLine & { readonly document: DossierKind })[] = []
  for (const document of kinds) {
    const draft = draftOf(sources, digest, { ...request, document })
    const line = boardLine(document, draft, issues({ candidatureId, document }))
    if (!line.ok) return line
    if (line.value !== null) lines.push(line.value)
  }
  return ok(lines)
}
