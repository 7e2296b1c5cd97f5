import { useMemo } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { PhraseValues } from '#shared/domain/documents/markup/fillPhrase.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { nameOf } from '../personName.ts'

/** What ready phrases may say of this point. */
export function usePhraseValues(
  { candidatureId, applicant, title, requestedCents }: SessionItemView,
  rapporteurId: string | null,
  members: readonly Member[],
): PhraseValues {
  const rapporteur = rapporteurId === null ? null : nameOf(members, rapporteurId)
  return useMemo(
    () => ({
      demandeur: applicant || null,
      projet: candidatureId === null ? null : title,
      montant_demande: requestedCents === null ? null : formatAmount(requestedCents),
      rapporteur,
    }),
    [applicant, candidatureId, title, requestedCents, rapporteur],
  )
}
