import { useEffect, useRef } from 'react'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { CheckFlag } from '#shared/domain/candidature/candidature.ts'
import type { Applicant } from '#shared/domain/dossier/dossier.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'

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
  // The applicant and the flags travel whole: two quick changes must build on what was last sent, not on what was last read.
  const applicant = useRef(dossier.applicant)
  const toCheck = useRef(candidature.toCheck)
  useEffect(() => {
    applicant.current = dossier.applicant
  }, [dossier.applicant])
  useEffect(() => {
    toCheck.current = candidature.toCheck
  }, [candidature.toCheck])

  const changeCandidature: DossierChanges['changeCandidature'] = (set) =>
    void candidatureAct.act({ candidatureId: candidature.id, set })
  const changeDossier: DossierChanges['changeDossier'] = (set) =>
    void dossierAct.act({ dossierId: dossier.id, set })
  return {
    changeCandidature,
    changeDossier,
    changeApplicant: (set) => {
      applicant.current = { ...applicant.current, ...set }
      changeDossier({ applicant: applicant.current })
    },
    settle: (flags, set = {}) => {
      const remaining = toCheck.current.filter((flag) => !flags.includes(flag))
      const isSettled = remaining.length < toCheck.current.length
      toCheck.current = remaining
      if (isSettled || Object.keys(set).length > 0) {
        changeCandidature({ ...set, ...(isSettled ? { toCheck: [...remaining] } : {}) })
      }
    },
    refusal: candidatureAct.refusal ?? dossierAct.refusal,
  }
}
