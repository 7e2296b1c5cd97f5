import type { FundingFacts } from '#shared/domain/envelope/admits.ts'
import type { Given } from '#shared/domain/envelope/envelopeBalance.ts'
import { givenBySessions } from '#shared/domain/envelope/givenBySessions.ts'
import type { Reader } from '../ports.ts'

/** [EN6] [EN9] All that the sessions of a call give, rectifications counted, one point left out. */
export function givenInCall(
  reader: Reader,
  callId: string,
  exceptItemId: string | null = null,
): readonly Given[] {
  const sessions = reader.all('session').filter((session) => session.callId === callId)
  return givenBySessions(sessions, fundingFactsInCall(reader, callId), exceptItemId)
}

/** What reserves and ceilings read of each candidature of a call; of none, nothing is known. */
export function fundingFactsInCall(
  reader: Reader,
  callId: string,
): (candidatureId: string | null) => FundingFacts {
  const facts = new Map(
    reader
      .candidaturesOfCall(callId)
      .map(({ candidature, dossier }): [string, FundingFacts] => [
        candidature.id,
        { theme: candidature.theme, departmentCode: dossier.applicant.department?.code ?? null },
      ]),
  )
  return (candidatureId) => facts.get(candidatureId ?? '') ?? { theme: '', departmentCode: null }
}
