import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { CheckFlag } from '#shared/domain/candidature/candidature.ts'
import type { Applicant } from '#shared/domain/dossier/dossier.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'
import { useSentOver } from '../../bridge/useSentOver.ts'

export type DossierView = OutputOf<'candidature.get'>

export interface DossierChanges {
  readonly changeCandidature: (set: InputOf<'candidature.change'>['set']) => void
  readonly changeDossier: (set: InputOf<'dossier.change'>['set']) => void
  readonly changeApplicant: (set: Partial<Applicant>) => void
  /** Takes these open questions off the list, with the values that settle them, in one act. */
  readonly settle: (flags: readonly CheckFlag[], set?: InputOf<'candidature.change'>['set']) => void
  readonly refusal: Refusal | null
}

/** Records changes of one candidature and its dossier, each field by itself. */
export function useDossierChanges({ candidature, dossier }: DossierView): DossierChanges {
  const candidatureAct = useAct('candidature.change')
  const dossierAct = useAct('dossier.change')
  const questions = useSentOver({ toCheck: candidature.toCheck })
  const changeCandidature: DossierChanges['changeCandidature'] = (set) =>
    void candidatureAct.act({ candidatureId: candidature.id, set }).then(({ ok }) => {
      if (!ok) questions.forget()
    })
  const changeDossier: DossierChanges['changeDossier'] = (set) =>
    void dossierAct.act({ dossierId: dossier.id, set })
  return {
    changeCandidature,
    changeDossier,
    changeApplicant: (applicant) => changeDossier({ applicant }),
    settle: (flags, set = {}) => {
      const { toCheck } = questions.changed({})
      const remaining = toCheck.filter((flag) => !flags.includes(flag))
      const isSettled = remaining.length < toCheck.length
      if (isSettled)
        changeCandidature({ ...set, toCheck: [...questions.changed({ toCheck: remaining }).toCheck] })
      else if (Object.keys(set).length > 0) changeCandidature(set)
    },
    refusal: candidatureAct.refusal ?? dossierAct.refusal,
  }
}
